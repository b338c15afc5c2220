"""Whether scikit-learn, and what of NumPy it builds on, is still as it was before a student's code ran."""

from __future__ import annotations

import importlib
import types
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.training.digests import NoRecipeError

_MODULES = (
    "numpy",
    "numpy.linalg",
    "numpy.random",
    "sklearn",
    "sklearn.base",
    "sklearn.ensemble",
    "sklearn.ensemble._base",
    "sklearn.ensemble._forest",
    "sklearn.linear_model",
    "sklearn.linear_model._base",
    "sklearn.linear_model._logistic",
    "sklearn.linear_model._stochastic_gradient",
    "sklearn.metrics",
    "sklearn.metrics._classification",
    "sklearn.metrics._ranking",
    "sklearn.metrics._regression",
    "sklearn.metrics._scorer",
    "sklearn.model_selection",
    "sklearn.model_selection._split",
    "sklearn.model_selection._validation",
    "sklearn.neighbors",
    "sklearn.neighbors._base",
    "sklearn.neighbors._classification",
    "sklearn.pipeline",
    "sklearn.preprocessing",
    "sklearn.preprocessing._data",
    "sklearn.tree",
    "sklearn.tree._classes",
    "sklearn.utils",
    "sklearn.utils.class_weight",
    "sklearn.utils.extmath",
    "sklearn.utils.multiclass",
    "sklearn.utils.parallel",
    "sklearn.utils.validation",
)
_Part = tuple[Any, str, Any, Any]


class Untouched:
    """The functions, classes and methods as they stand when this is made, to compare with later.

    Shallow, for it is asked with every training, and nothing depends on it but who trains: whoever hides a
    change from it gets the results of scikit-learn's own code.
    """

    def __init__(self) -> None:
        import sklearn  # noqa: PLC0415 - takes a second: only where it is about to be used

        self._sklearn = sklearn
        self._settings = sklearn.get_config()
        self._errors = np.geterr()
        self._generator = np.random.mtrand._rand  # noqa: SLF001 - what scikit-learn draws from
        self._parts = list(_parts())

    def check(self) -> None:
        """Return if everything is as it was.

        Raises:
            NoRecipeError: naming what is not.
        """
        for owner, name, value, code in self._parts:
            now = owner.get(name)
            if now is not value and getattr(now, "original", None) is not value:
                raise NoRecipeError(f"`{name}` was replaced")
            if code is not None and value.__code__ is not code:
                raise NoRecipeError(f"`{name}` was changed")
        if self._sklearn.get_config() != self._settings:
            raise NoRecipeError("other settings of scikit-learn")
        if np.geterr() != self._errors:
            raise NoRecipeError("other settings for NumPy's floating-point errors")
        if np.random.mtrand._rand is not self._generator:  # noqa: SLF001
            raise NoRecipeError("another global generator")
        # An error in the middle of a fit, which a training elsewhere does not make.
        if any(action == "error" for action, *_ in warnings.filters):
            raise NoRecipeError("warnings are errors")


def _parts() -> Iterator[_Part]:
    yield from _entries(vars(warnings), ("warn", "warn_explicit"))
    for module_name in _MODULES:
        names = vars(importlib.import_module(module_name))
        yield from _entries(names, names)
        for value in list(names.values()):
            if isinstance(value, type) and value.__module__ == module_name:
                yield from _entries(vars(value), vars(value))


def _entries(owner: Any, names: Any) -> Iterator[_Part]:
    for name in list(names):
        value = owner[name]
        if isinstance(value, types.FunctionType):
            yield owner, name, value, value.__code__
        elif callable(value) or isinstance(value, (property, classmethod, staticmethod)):
            yield owner, name, value, None
