"""Records every call of `Model.fit`: what was trained, on what, with which settings, and what came of it."""

from __future__ import annotations

import functools
import inspect
import sys
import time
from typing import Any

import numpy as np

from grader.evidence.data_summary import DataSummary, summary_of
from grader.evidence.describe.keras_models import ADDITIONS, Additions, describe_compilation, describe_model
from grader.evidence.describe.keras_objects import describe, describe_callback
from grader.evidence.vocabulary import History
from grader.sandbox.messages import FitCall

MAX_RECORDED_CALLS = 200
MAX_ROWS = 200_000
_DEFAULT_BATCH_SIZE = 32  # Keras's own, where `fit` is told none


class FitRecorder:
    """Wraps `keras.Model.fit` once Keras has been imported, and keeps what it sees until it is taken."""

    def __init__(self) -> None:
        self._calls: list[FitCall] = []
        self._installed = False
        self._depth = 0

    def install(self) -> None:
        """Begin to record, if Keras has been imported and recording has not begun."""
        if self._installed or "keras" not in sys.modules:
            return
        model_class = sys.modules["keras"].Model
        # Where several sandboxes share a process, each takes the place of the last and does not stand upon
        # it.
        original = getattr(model_class.fit, "recorded", model_class.fit)
        signature = inspect.signature(original)
        recorder = self

        @functools.wraps(original)
        def fit(model: Any, *args: Any, **kwargs: Any) -> Any:
            if recorder._depth or len(recorder._calls) >= MAX_RECORDED_CALLS:
                return original(model, *args, **kwargs)
            arguments = signature.bind(model, *args, **kwargs)  # raises what `fit` itself would raise
            arguments.apply_defaults()
            return recorder._record(original, model, arguments)

        fit.recorded = original  # type: ignore[attr-defined]
        model_class.fit = fit
        _note_additions(sys.modules["keras"].Sequential)
        self._installed = True

    def take(self) -> tuple[FitCall, ...]:
        """Return the calls recorded since the last time, in order."""
        calls, self._calls = tuple(self._calls), []
        return calls

    def _record(self, original: Any, model: Any, arguments: inspect.BoundArguments) -> Any:
        options = arguments.arguments
        validation_data = options["validation_data"]
        data = summarize(options["x"], options["y"], options["steps_per_epoch"])
        validation = _summarize_validation(validation_data) if validation_data is not None else None
        before = describe_model(model, weights=False)
        compilation = describe_compilation(model)
        self._depth += 1
        started = time.perf_counter()
        try:
            result = original(*arguments.args, **arguments.kwargs)
        finally:
            self._depth -= 1
        if not before.built:  # a model without an input shape is built by its first batch
            before = describe_model(model, weights=False)
        history = describe(result, lambda _: "")
        self._calls.append(
            FitCall(
                model=before,
                compilation=compilation,
                data=data,
                validation=validation,
                validation_split=float(options["validation_split"] or 0.0),
                batch_size=int(data.batch_size or options["batch_size"] or _DEFAULT_BATCH_SIZE),
                epochs=int(options["epochs"]) - int(options["initial_epoch"]),
                steps_per_epoch=options["steps_per_epoch"],
                shuffle=bool(options["shuffle"]),
                weighted=options["class_weight"] is not None or options["sample_weight"] is not None,
                callbacks=tuple(describe_callback(callback) for callback in _callbacks(options["callbacks"])),
                history=history if isinstance(history, History) else None,
                trained=describe_model(model),
                seconds=time.perf_counter() - started,
            )
        )
        return result


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
            additions.layers.add(id(model._layers[-1]))  # noqa: SLF001 - `layers` leaves the input out
            additions.dropped += not isinstance(rebuild, bool)
        return result

    add.notes_additions = True  # type: ignore[attr-defined]
    sequential.add = add


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
