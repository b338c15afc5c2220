"""Comparisons that say what is wrong: evidence in, plain values out, a `Finding` where they do not agree.

Shape, then dtype, then finiteness are compared before any value: `np.allclose` takes (4, 1) for (4,), and
`assert_allclose` takes NaN for NaN.
"""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from grader.checking import common_hints as hints
from grader.checking.finding import Finding
from grader.checking.hint import Hint
from grader.evidence.vocabulary import (
    Array,
    Callback,
    Estimator,
    Evidence,
    Figure,
    History,
    Model,
    Null,
    Opaque,
    Optimizer,
    Scalar,
    Sequence,
    array,
)
from grader.sandbox.messages import Outcome

Values = npt.NDArray[Any]
Wanted = TypeVar("Wanted")

_KINDS = {
    Model: ("a Keras model", "케라스 모델"),
    History: ("a History (what `fit` returns)", "History 객체(`fit`이 돌려주는 값)"),
    Callback: ("a callback", "콜백"),
    Optimizer: ("a Keras optimizer", "케라스 옵티마이저"),
    Estimator: ("a scikit-learn estimator", "사이킷런 추정기"),
    Figure: ("a matplotlib Figure", "맷플롯립 Figure"),
}


def as_array(evidence: Evidence, function: str) -> Values:
    """Return the elements of an array, or of a list of numbers.

    Raises:
        Finding: if `evidence`, which `function` returned, is anything else.
    """
    if isinstance(evidence, Array) and evidence.of not in ("tensor", "series"):
        if evidence.data is None:
            raise Finding(hints.TOO_LARGE, actual=str(evidence.shape), function=function)
        return evidence.value
    raise _wrong_type(evidence, function, "a NumPy array", "넘파이 배열")


def as_number(evidence: Evidence, function: str) -> float:
    """Return one number, Python's or NumPy's."""
    if isinstance(evidence, Scalar) and evidence.kind != "bool":
        return float(evidence.value)
    if isinstance(evidence, Array) and evidence.of == "ndarray" and evidence.shape == () and evidence.data:
        return float(evidence.value)
    raise _wrong_type(evidence, function, "one number", "숫자 하나")


def as_int(evidence: Evidence, function: str) -> int:
    """Return one whole number, Python's or NumPy's."""
    if isinstance(evidence, Scalar) and evidence.kind == "int":
        return int(evidence.value)
    if (
        isinstance(evidence, Array)
        and evidence.of == "ndarray"
        and evidence.shape == ()
        and "int" in evidence.dtype
    ):
        return int(evidence.value)
    raise _wrong_type(evidence, function, "one whole number (int)", "정수 하나(int)")


def as_items(evidence: Evidence, function: str, names: tuple[str, ...]) -> tuple[Evidence, ...]:
    """Return the `len(names)` values of a tuple, list or array."""
    expected = "(" + ", ".join(names) + ")"
    items: tuple[Evidence, ...] | None = None
    if isinstance(evidence, Sequence):
        items = evidence.items
    elif (
        isinstance(evidence, Array)
        and len(evidence.shape) > 0
        and evidence.data is not None
        and evidence.of != "tensor"
    ):
        items = tuple(_element(value, evidence.of) for value in evidence.value)
    if items is None:
        if isinstance(evidence, (Null, Opaque)):
            raise _wrong_type(evidence, function, expected, expected)
        raise Finding(
            hints.WRONG_NUMBER_OF_VALUES, expected=expected, actual=said(evidence), function=function
        )
    if len(items) != len(names):
        raise Finding(
            hints.WRONG_NUMBER_OF_VALUES,
            expected=expected,
            actual=f"{len(items)}: {said(evidence)}",
            function=function,
        )
    return items


def as_model(evidence: Evidence, function: str) -> Model:
    """Return a Keras model."""
    return _of_kind(evidence, function, Model)


def as_history(evidence: Evidence, function: str) -> History:
    """Return a History."""
    return _of_kind(evidence, function, History)


def as_callback(evidence: Evidence, function: str) -> Callback:
    """Return a callback."""
    return _of_kind(evidence, function, Callback)


def as_optimizer(evidence: Evidence, function: str) -> Optimizer:
    """Return an optimizer."""
    return _of_kind(evidence, function, Optimizer)


def as_estimator(evidence: Evidence, function: str) -> Estimator:
    """Return a scikit-learn estimator."""
    return _of_kind(evidence, function, Estimator)


def as_figure(evidence: Evidence, function: str) -> Figure:
    """Return a figure."""
    return _of_kind(evidence, function, Figure)


def same_shape(
    actual: Values, expected: tuple[int, ...], hint: Hint = hints.WRONG_SHAPE, **values: Any
) -> None:
    """Raise a `Finding` with `hint` unless `actual` has the shape `expected`."""
    if actual.shape != expected:
        raise Finding(hint, expected=str(expected), actual=str(actual.shape), **values)


def of_kind(actual: Values, kinds: str, hint: Hint = hints.WRONG_DTYPE, **values: Any) -> None:
    """Raise a `Finding` with `hint` unless the dtype is of one of NumPy's `kinds` ("f", "iu", ...).

    An empty list has no numbers whose kind could be wrong.
    """
    if actual.size and actual.dtype.kind not in kinds:
        expected = {"f": "floats", "iu": "whole numbers (int)", "u": "unsigned whole numbers"}.get(
            kinds, kinds
        )
        raise Finding(hint, expected=expected, actual=actual.dtype.name, **values)


def finite(actual: Values) -> None:
    """Raise a `Finding` if a value is NaN or infinite."""
    if actual.dtype.kind == "f" and not np.isfinite(actual).all():
        raise Finding(hints.NOT_FINITE, expected="numbers", actual=first_values(actual[~np.isfinite(actual)]))


def same_values(
    actual: Values,
    expected: Values,
    *,
    hint: Hint = hints.WRONG_VALUES,
    rtol: float = 1e-5,
    atol: float = 1e-6,
    **values: Any,
) -> None:
    """Raise a `Finding` unless shape, finiteness and values agree; `hint` is for the values alone.

    The default tolerances let float32 stand for float64.
    """
    same_shape(actual, expected.shape)
    finite(actual)
    left, right = actual.astype(np.float64), expected.astype(np.float64)
    wrong = ~np.isclose(left, right, rtol=rtol, atol=atol)
    if wrong.any():
        where = tuple(int(index[0]) for index in np.nonzero(np.atleast_1d(wrong)))
        place = f" at {list(where)}" if actual.ndim else ""
        raise Finding(
            hint,
            expected=f"{np.atleast_1d(right)[where]:.6g}{place}",
            actual=f"{np.atleast_1d(left)[where]:.6g}{place}",
            **values,
        )


def close(actual: float, expected: float, hint: Hint, *, atol: float, **values: Any) -> None:
    """Raise a `Finding` with `hint` unless the two numbers are at most `atol` apart; NaN never is."""
    if not abs(actual - expected) <= atol:
        raise Finding(hint, expected=f"{expected:.6g}", actual=f"{actual:.6g}", **values)


def arguments_left_alone(outcome: Outcome, function: str) -> None:
    """Raise a `Finding` if the call changed an array that it was given."""
    if outcome.mutated:
        raise Finding(
            hints.INPUT_CHANGED,
            expected="the input as it was",
            actual=f"argument {outcome.mutated[0] + 1} changed",
            function=function,
        )


def said(evidence: Evidence) -> str:
    """Return a few words for a person: kind, shape, first values; never a wall of numbers."""
    if isinstance(evidence, Null):
        return "None"
    if isinstance(evidence, Scalar):
        return f"{evidence.text} ({evidence.of})"
    if isinstance(evidence, Array):
        values = f": {first_values(evidence.value)}" if evidence.data is not None else ""
        return f"{evidence.of} {evidence.shape} {evidence.dtype}{values}"
    if isinstance(evidence, Sequence):
        inside = ", ".join(said(item).split(":")[0] for item in evidence.items[:4])
        return f"{evidence.of}({inside}{', ...' if len(evidence.items) > 4 else ''})"
    if isinstance(evidence, Opaque):
        return evidence.class_name
    return type(evidence).__name__


def first_values(values: Values, count: int = 5) -> str:
    """Return the first few elements as text."""
    flat = np.asarray(values).reshape(-1)
    text = " ".join(f"{value:.4g}" for value in flat[:count])
    return text + (" ..." if flat.size > count else "")


def _element(value: Any, of: str) -> Evidence:
    if isinstance(value, np.ndarray):
        return array(value, of)
    kind = {"b": "bool", "f": "float"}.get(value.dtype.kind, "int")
    return Scalar(kind, repr(value.item()), value.dtype.name)


def _of_kind(evidence: Evidence, function: str, kind: type[Wanted]) -> Wanted:
    if isinstance(evidence, kind):
        return evidence
    raise _wrong_type(evidence, function, *_KINDS[kind])  # type: ignore[index]


def _wrong_type(evidence: Evidence, function: str, expected: str, expected_ko: str) -> Finding:
    if isinstance(evidence, Null):
        chosen = hints.RETURNS_NOTHING
    elif isinstance(evidence, Opaque) and evidence.class_name == "generator":
        chosen = hints.RETURNS_GENERATOR
    elif isinstance(evidence, Array) and evidence.of == "tensor":
        chosen = hints.RETURNS_TENSOR
    else:
        chosen = hints.WRONG_TYPE
    return Finding(
        chosen, expected=expected, actual=said(evidence), expected_ko=expected_ko, function=function
    )
