"""One training as checks see it.

It holds what the student's code did beside what the reference did with the same data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from grader.checking import training_hints as hints
from grader.checking.expect import as_callback, as_history, as_items, as_model, said
from grader.checking.finding import Finding, GraderFaultError
from grader.checking.network import cross_entropy
from grader.checking.subject import Subject, both
from grader.checking.training import only_fit
from grader.evidence.vocabulary import Array, Callback, Evidence, History, Mapping, Model
from grader.sandbox.messages import FitCall, Outcome

# A float32 mean over batches against a float64 mean over rows.
LOSS_ATOL = 2e-3


@dataclass(frozen=True)
class Trial:
    """A call of a training function, by student and reference. `returns` names its values in order.

    `again` makes the student's call with another seed.
    """

    function: str
    returns: tuple[str, ...]
    observed: Outcome
    expected: Outcome
    again: Callable[[int], Outcome] | None = None

    def repeated(self, seed: int) -> Trial:
        """Return the same with what the student's function does under another seed.

        Raises:
            Finding: if it does not do it a second time.
        """
        if self.again is None:
            raise GraderFaultError(f"nothing says how to repeat {self.function}")
        return replace(self, observed=self.again(seed))

    @cached_property
    def fit(self) -> FitCall:
        """The student's one call of `fit`."""
        return only_fit(self.observed, self.function, self.reference_fit)

    @property
    def reference_fit(self) -> FitCall:
        """The reference's call of `fit`."""
        return self.expected.fits[0]

    @property
    def model(self) -> Model:
        """The model that the student's function returned."""
        return as_model(self._value("model"), self.function)

    @property
    def history(self) -> History:
        """The History that the student's function returned."""
        value = self._value("history")
        if isinstance(value, Mapping):
            raise Finding(
                hints.HISTORY_DICTIONARY, expected="a History", actual="a dictionary", function=self.function
            )
        return as_history(value, self.function)

    @property
    def callback(self) -> Callback:
        """The callback that the student's function returned."""
        return as_callback(self._value("callback"), self.function)

    @property
    def reference_model(self) -> Model:
        """The model that the reference returned."""
        value = _part(self.expected.value, self.returns, "model", self.function)
        return as_model(value, self.function)

    def _value(self, name: str) -> Evidence:
        return _part(self.observed.value, self.returns, name, self.function)


def run_trial(  # noqa: PLR0913 - a call, and how to make it
    student: Subject,
    reference: Subject,
    function: str,
    arguments: tuple[object, ...],
    *,
    returns: tuple[str, ...],
    file_name: str | None = None,
    timeout_seconds: float = 60.0,
) -> Trial:
    """Return the trial of `function` on `arguments`.

    The path of `file_name` in a workspace is a last argument.
    """
    observed, expected = both(
        student, reference, function, *arguments, file_name=file_name, timeout_seconds=timeout_seconds
    )

    def again(seed: int) -> Outcome:
        # Into a file of its own: the first training's is looked at later.
        path = () if file_name is None else (student.path(f"{seed}-{file_name}"),)
        return student.call(function, *arguments, *path, timeout_seconds=timeout_seconds, seed=seed)

    return Trial(function, returns, observed, expected, again)


def is_trained_model(model: Model, fit: FitCall) -> None:
    """Raise a `Finding` unless the optimizer of `model` has made the steps of the recorded training."""
    iterations = model.compilation.optimizer.iterations if model.compilation is not None else 0
    if not iterations:
        raise Finding(
            hints.NOT_THE_MODEL, expected="the model that fit trained", actual="a model never trained"
        )
    epochs = len(fit.history.epochs) if fit.history is not None else fit.epochs
    steps = epochs * -(-fit.data.rows // fit.batch_size)
    # Fewer steps is right too: the weights, and with them the steps, of an earlier epoch may have been
    # restored.
    if iterations > steps:
        raise Finding(hints.NOT_THE_MODEL, expected=f"{steps} steps", actual=f"{iterations} steps")


def evaluates_to(model: Model, x: object, y: object, expected_loss: float, otherwise: Finding) -> None:
    """Raise `otherwise` unless the judge's own validation loss of `model` is `expected_loss`."""
    loss = cross_entropy(model, np.asarray(x), np.asarray(y))
    if not abs(loss - expected_loss) <= LOSS_ATOL * max(1.0, abs(expected_loss)):
        otherwise.expected, otherwise.actual = f"loss {expected_loss:.4f}", f"loss {loss:.4f}"
        raise otherwise


def series(history: History, name: str) -> list[float]:
    """Return the series `name` of `history`, empty where there is none."""
    found = history.series.get(name)
    return [float(value) for value in found.value] if isinstance(found, Array) else []


def _part(value: Evidence, names: tuple[str, ...], name: str, function: str) -> Evidence:
    if len(names) == 1:
        return value
    shown = tuple({"callback": "early_stopping"}.get(each, each) for each in names)
    items = as_items(value, function, shown)
    kinds = {"model": Model, "history": History, "callback": Callback}
    found = items[names.index(name)]
    swapped = not isinstance(found, kinds[name]) and any(isinstance(item, kinds[name]) for item in items)
    if swapped:
        raise Finding(
            hints.VALUES_SWAPPED, expected="(" + ", ".join(shown) + ")", actual=said(value), function=function
        )
    return found
