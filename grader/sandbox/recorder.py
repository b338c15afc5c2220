"""Records every call of `Model.fit`: what was trained, on what, with which settings, and what came of it."""

from __future__ import annotations

import functools
import inspect
import sys
import time
from typing import Any, NamedTuple

import numpy as np

from grader.evidence.data_summary import DataSummary, summary_of
from grader.evidence.describe.keras_editions import last_added
from grader.evidence.describe.keras_models import ADDITIONS, Additions, describe_compilation, describe_model
from grader.evidence.describe.keras_objects import describe, describe_callback
from grader.evidence.keras_edition import is_legacy
from grader.evidence.vocabulary import History
from grader.report.model import TrainingRecord
from grader.sandbox.asking import JudgeAsking
from grader.sandbox.messages import FitCall
from grader.sandbox.preparation import changed_in_keras
from grader.training.digests import NoRecipeError
from grader.training.network.adopt import adopt
from grader.training.network.capture import recipe_of
from grader.training.network.known import DEFAULT_BATCH_SIZE
from grader.training.network.patched import patched_object
from grader.training.network.recipe import TrainedNetwork

MAX_RECORDED_CALLS = 200
MAX_ROWS = 200_000


class FitRecorder:
    """Wraps `keras.Model.fit` once Keras has been imported, and keeps what it sees until it is taken.

    What `asking` can have trained elsewhere does not run here.
    """

    def __init__(self, asking: JudgeAsking) -> None:
        self._asking = asking
        self._calls: list[FitCall] = []
        self._installed = False
        self._depth = 0

    def install(self) -> None:
        """Record from now on, if Keras has been imported."""
        if "keras" not in sys.modules:
            return
        recorder, model_class = self, sys.modules["keras"].Model
        present = getattr(model_class.fit, "recorder", None)
        if present is self or (present is None and self._installed):
            return  # what stands there now, the student has put around it
        # Where several sandboxes share a process, each takes the place of the last and does not stand upon
        # it.
        original = getattr(model_class.fit, "recorded", model_class.fit)
        signature = inspect.signature(original)

        @functools.wraps(original)
        def fit(model: Any, *args: Any, **kwargs: Any) -> Any:
            if recorder._depth or len(recorder._calls) >= MAX_RECORDED_CALLS:
                return original(model, *args, **kwargs)
            arguments = signature.bind(model, *args, **kwargs)  # raises what `fit` itself would raise
            arguments.apply_defaults()
            return recorder._record(original, model, arguments)

        fit.recorded, fit.recorder = original, self  # type: ignore[attr-defined]
        model_class.fit = fit
        _note_additions(sys.modules["keras"].Sequential)
        self._installed = True

    def take(self) -> tuple[FitCall, ...]:
        """Return the calls recorded since the last time, in order."""
        calls, self._calls = tuple(self._calls), []
        return calls

    def _record(self, original: Any, model: Any, arguments: inspect.BoundArguments) -> Any:
        options = {name: value for name, value in arguments.arguments.items() if name != "self"}
        before = describe_model(model, weights=False)
        compilation = describe_compilation(model)
        started = time.perf_counter()
        digest, trained, result = self._elsewhere(model, options)
        fed = _fed(options, trained)
        if trained is None:
            result = self._here(original, arguments)
        seconds = time.perf_counter() - started
        if not before.built:  # a model without an input shape is built by its first batch
            before = describe_model(model, weights=False)
        history = describe(result, lambda _: "")
        self._calls.append(
            FitCall(
                model=before,
                compilation=compilation,
                data=fed.data,
                validation=fed.validation,
                validation_split=float(options["validation_split"] or 0.0),
                batch_size=int(fed.data.batch_size or options["batch_size"] or DEFAULT_BATCH_SIZE),
                epochs=int(options["epochs"]) - int(options["initial_epoch"]),
                steps_per_epoch=options["steps_per_epoch"],
                shuffle=bool(options["shuffle"]),
                weighted=options["class_weight"] is not None or options["sample_weight"] is not None,
                callbacks=tuple(describe_callback(callback) for callback in _callbacks(options["callbacks"])),
                history=history if isinstance(history, History) else None,
                trained=describe_model(model),
                seconds=seconds,
                recipe=digest,
            )
        )
        if trained is None:
            epochs = len(history.epochs) if isinstance(history, History) else 0
            self._asking.note(TrainingRecord(None, "sandbox", epochs, seconds, "fit", self._asking.why))
        return result

    def _elsewhere(self, model: Any, options: dict[str, Any]) -> _Elsewhere:
        """Return the recipe's digest, what came of it, and its History; nothing if it has to train here."""
        self._asking.why = ""
        if not self._asking.listening:
            return _HERE
        try:
            _require_untouched(model, options)
            recipe, arrays = recipe_of(model, options)
        except NoRecipeError as error:
            self._asking.why = str(error)
            return _HERE
        except Exception as error:  # noqa: BLE001 - a model may be anything; then it trains as it always did
            self._asking.why = f"{type(error).__name__} while it was looked at"
            return _HERE
        trained = self._asking.train(recipe, arrays)
        if trained is None:
            return _HERE
        try:
            return _Elsewhere(recipe.digest, trained, adopt(trained, model, options))
        except NoRecipeError as error:
            self._asking.why = str(error)
            return _HERE

    def _here(self, original: Any, arguments: inspect.BoundArguments) -> Any:
        self._depth += 1
        try:
            return original(*arguments.args, **arguments.kwargs)
        finally:
            self._depth -= 1


def _require_untouched(model: Any, options: dict[str, Any]) -> None:
    if is_legacy():
        raise NoRecipeError("the older Keras")
    keras = sys.modules["keras"]
    parts = [model, getattr(model, "optimizer", None), *model.layers, *_callbacks(options["callbacks"])]
    own = (keras.Model.fit, keras.Sequential.add)
    changed = changed_in_keras(own) or patched_object(part for part in parts if part is not None)
    if changed is not None:
        raise NoRecipeError(f"{changed} was replaced")


class _Elsewhere(NamedTuple):
    digest: str | None
    trained: TrainedNetwork | None
    history: Any


_HERE = _Elsewhere(None, None, None)


class _Fed(NamedTuple):
    data: DataSummary
    validation: DataSummary | None


def _fed(options: dict[str, Any], trained: TrainedNetwork | None) -> _Fed:
    """Return what `fit` was given, summed up; the trainer has done that for what it was fed."""
    if trained is not None and trained.data is not None and not options["validation_split"]:
        return _Fed(trained.data, trained.validation)
    validation = options["validation_data"]
    return _Fed(
        summarize(options["x"], options["y"], options["steps_per_epoch"]),
        _summarize_validation(validation) if validation is not None else None,
    )


def _note_additions(sequential: Any) -> None:
    """Let every Sequential model note which of its layers came through `add`, and not as a list."""
    original = sequential.add
    if hasattr(original, "notes_additions"):
        return

    @functools.wraps(original)
    def add(model: Any, *args: Any, **kwargs: Any) -> Any:
        result = original(model, *args, **kwargs)
        # The second parameter, `rebuild`, is False where the constructor calls, and a layer by mistake.
        rebuild = kwargs.get("rebuild", args[1] if len(args) > 1 else True)
        if rebuild is not False:
            # Not by `setattr`: Keras would take it for a part of the model.
            additions = vars(model).setdefault(ADDITIONS, Additions())
            additions.layers.add(id(last_added(model)))
            additions.dropped += not isinstance(rebuild, bool)
        return result

    add.notes_additions = True  # type: ignore[attr-defined]
    sequential.add = add
    if "rebuild" not in inspect.signature(original).parameters:
        _leave_out_the_constructors(sequential)


def _leave_out_the_constructors(sequential: Any) -> None:
    """Let the older Keras's constructor, whose calls of `add` look like anybody's, end without a note."""
    original = sequential.__init__

    @functools.wraps(original)
    def constructor(model: Any, *args: Any, **kwargs: Any) -> None:
        original(model, *args, **kwargs)
        vars(model).pop(ADDITIONS, None)

    sequential.__init__ = constructor


def _callbacks(given: Any) -> list[Any]:
    callbacks = sys.modules["keras"].callbacks
    if given is None:
        return []
    if isinstance(given, callbacks.CallbackList):
        given = given.callbacks
    listed = list(given) if isinstance(given, (list, tuple)) else [given]
    # Keras adds these two on its own account.
    return [
        callback for callback in listed if type(callback) not in (callbacks.History, callbacks.ProgbarLogger)
    ]


def _summarize_validation(given: Any) -> DataSummary:
    if isinstance(given, (tuple, list)) and len(given) >= 2:
        return summarize(given[0], given[1])
    return summarize(given, None)


def summarize(x: Any, y: Any, steps: int | None = None) -> DataSummary:
    """Return what was fed, said so that the order of rows and the number format do not matter.

    Of a dataset that repeats for ever, the `steps` batches of an epoch.
    """
    tensorflow = sys.modules.get("tensorflow")
    batch_size = None
    source = "array"
    if tensorflow is not None and isinstance(x, tensorflow.data.Dataset):
        source = "dataset"
        x, y, batch_size = _gather(x, steps)
    try:
        return summary_of(np.asarray(x), np.asarray(y), source=source, batch_size=batch_size)
    except (TypeError, ValueError):
        return DataSummary(
            source="opaque",
            rows=0,
            shape=(),
            dtype=type(x).__name__[:100],
            minimum=0.0,
            maximum=0.0,
            targets="opaque",
            class_counts={},
            class_means=None,
        )


def _gather(dataset: Any, steps: int | None) -> tuple[Any, Any, int | None]:
    """Return one pass over a dataset as arrays, and the size of its batches."""
    endless = int(dataset.cardinality()) == sys.modules["tensorflow"].data.INFINITE_CARDINALITY
    inputs: list[Any] = []
    targets: list[Any] = []
    rows = 0
    for batch in dataset.take((steps or 0) if endless else -1).as_numpy_iterator():
        if not isinstance(batch, tuple) or len(batch) < 2 or np.ndim(batch[1]) == 0:
            return None, None, None
        inputs.append(batch[0])
        targets.append(batch[1])
        rows += len(batch[1])
        if rows > MAX_ROWS:
            return None, None, None
    if not inputs:
        return None, None, None
    return np.concatenate(inputs), np.concatenate(targets), max(len(part) for part in targets)
