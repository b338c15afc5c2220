"""The way from any Python object to evidence, within bounds.

Types are compared by `type()` and `is`, never by `isinstance`: an object may claim to be of any class, and
its class to be equal to any other.
"""

from __future__ import annotations

import itertools
import sys
from typing import Any

import numpy as np

from grader.evidence.describe import figures, keras_objects, sklearn_objects
from grader.evidence.vocabulary import (
    NUMBER_DTYPES,
    Array,
    Evidence,
    Mapping,
    Null,
    Opaque,
    Scalar,
    Sequence,
    String,
    array,
)

MAX_TEXT_CHARACTERS = 10_000
MAX_ITEMS = 20_000
MAX_DEPTH = 12
MAX_ARRAY_BYTES = 200 * 2**20


class Describer:
    """Describes objects, and keeps those that the judge may want to use again under a handle."""

    def __init__(self, prefix: str) -> None:
        self.objects: dict[str, Any] = {}
        self._prefix = prefix
        self._numbers = itertools.count(1)

    def keep(self, value: Any) -> str:
        """Return the handle under which `value` is kept; the same object keeps its handle."""
        for handle, kept in self.objects.items():
            if kept is value:
                return handle
        handle = f"{self._prefix}:{next(self._numbers)}"
        self.objects[handle] = value
        return handle

    def describe(self, value: Any, depth: int = 0) -> Evidence:
        """Return `value` in the vocabulary; what is outside it, or nested too deep, is `Opaque`."""
        if depth > MAX_DEPTH:
            return Opaque(class_name(value), "nested too deep")
        simple = _number_or_text(value)
        if simple is not None:
            return simple
        kind = type(value)
        if kind is list or kind is tuple:
            return self._sequence(value, depth)
        if kind is dict:
            return self._mapping(value, depth)
        if kind is np.ndarray:
            return describe_array(value, "ndarray")
        return self._library_object(value) or Opaque(class_name(value))

    def _sequence(self, value: Any, depth: int) -> Evidence:
        of = type(value).__name__
        if len(value) > MAX_ITEMS:
            numbers = _as_numbers(value)
            return describe_array(numbers, of) if numbers is not None else Opaque(of, "too many items")
        if not value:
            return describe_array(np.zeros(0), of)
        numbers = _as_numbers(value)
        if numbers is not None:
            return describe_array(numbers, of)
        return Sequence(tuple(self.describe(item, depth + 1) for item in value), of)

    def _mapping(self, value: dict[Any, Any], depth: int) -> Evidence:
        if len(value) > MAX_ITEMS or any(type(key) is not str for key in value):
            return Opaque("dict", "keys that are not text, or too many")
        return Mapping({key: self.describe(item, depth + 1) for key, item in value.items()})

    def _library_object(self, value: Any) -> Evidence | None:
        if "tensorflow" in sys.modules:
            tensor = keras_objects.tensor_values(value)
            if tensor is not None:
                return describe_array(tensor, "tensor")
        if "keras" in sys.modules:
            described = keras_objects.describe(value, self.keep)
            if described is not None:
                return described
        if "matplotlib" in sys.modules:
            figure = figures.describe(value, self.keep)
            if figure is not None:
                return figure
        if "sklearn" in sys.modules:
            estimator = sklearn_objects.describe(value, self.keep)
            if estimator is not None:
                return estimator
        if type(value).__module__.startswith("pandas.") and type(value).__name__ in ("Series", "DataFrame"):
            return describe_array(np.asarray(value), "series")
        return None


def describe_array(values: np.ndarray[Any, Any], of: str) -> Evidence:
    """Return `values` as an `Array`, without its elements where they are too many to send."""
    if values.dtype.name not in NUMBER_DTYPES:
        return Opaque("ndarray", f"dtype {values.dtype.name}")
    if values.nbytes > MAX_ARRAY_BYTES:
        return Array(dtype=values.dtype.name, shape=values.shape, data=None, of=of)
    return array(values, of)


def class_name(value: Any) -> str:
    """Return the name of the class of `value`, cut; never asks the object itself."""
    name: str = type.__getattribute__(type(value), "__name__")
    return name[:200]


def _number_or_text(value: Any) -> Evidence | None:  # noqa: PLR0911 - one return per kind of value
    kind = type(value)
    if value is None:
        return Null()
    if kind is bool or kind is np.bool_:
        return Scalar("bool", str(bool(value)), kind.__name__)
    if kind is str or kind is np.str_:
        return String(str(value)[:MAX_TEXT_CHARACTERS])
    if kind is int:
        # Python refuses to print an integer of more digits than this.
        return (
            Scalar("int", repr(value), "int") if value.bit_length() < 10_000 else Opaque("int", "too large")
        )
    if kind is float:
        return Scalar("float", repr(value), "float")
    if issubclass(kind, np.generic) and kind.__module__ == "numpy":
        if issubclass(kind, np.integer):
            return Scalar("int", repr(int(value)), kind.__name__)
        if issubclass(kind, np.floating):
            return Scalar("float", repr(float(value)), kind.__name__)
    return None


def _as_numbers(value: Any) -> np.ndarray[Any, Any] | None:
    """Return a list of numbers, or of equally long lists of numbers, as an array; else `None`."""
    kinds: set[str] = set()
    lengths: set[int] = set()
    for item in value:
        described = _number_or_text(item)
        if isinstance(described, Scalar):
            kinds.add(described.kind)
        elif type(item) in (list, tuple) and item and all(type(number) in (int, float) for number in item):
            kinds.add("row")
            lengths.add(len(item))
        else:
            return None
    if (kinds == {"row"} and len(lengths) > 1) or ("row" in kinds and len(kinds) > 1):
        return None
    if "bool" in kinds and len(kinds) > 1:
        return None
    try:
        numbers = np.array(value)
    except (ValueError, OverflowError):
        return None
    return numbers if numbers.dtype.name in NUMBER_DTYPES else None
