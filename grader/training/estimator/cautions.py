"""Warnings of scikit-learn: noted where it trains, and issued where the training was asked for."""

from __future__ import annotations

import builtins
import importlib
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from grader.training.digests import NoRecipeError
from grader.training.estimator.recipe import Caution

_CATEGORIES = {
    "ConvergenceWarning": "sklearn.exceptions",
    "UndefinedMetricWarning": "sklearn.exceptions",
    "FutureWarning": builtins.__name__,
    "UserWarning": builtins.__name__,
}


@contextmanager
def noted() -> Iterator[list[warnings.WarningMessage]]:
    """Note every warning within, as often as it comes."""
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        yield found


def cautions_of(found: Iterable[warnings.WarningMessage]) -> tuple[Caution, ...]:
    """Return warnings as values.

    Raises:
        NoRecipeError: if one is of no known category, or does not come from scikit-learn.
    """
    files = {
        getattr(module, "__file__", None): name
        for name, module in sys.modules.items()
        if name.split(".")[0] == "sklearn"
    }
    cautions = []
    for one in found:
        category, module = one.category.__name__, files.get(one.filename)
        if module is None or category not in _CATEGORIES or _category(category) is not one.category:
            raise NoRecipeError(f"a {category}")
        cautions.append(Caution(category, str(one.message), module, one.lineno))
    return tuple(cautions)


def issue(cautions: Iterable[Caution]) -> None:
    """Issue the warnings as scikit-learn itself would: from the place that they came from."""
    for one in cautions:
        # scikit-learn does so itself between any two of them, which lets Python forget what it has shown.
        with warnings.catch_warnings():
            pass
        names = vars(importlib.import_module(one.module))
        warnings.warn_explicit(
            one.text,
            _category(one.category),
            names["__file__"],
            one.line,
            module=one.module,
            registry=names.setdefault("__warningregistry__", {}),
        )


def _category(name: str) -> type[Warning]:
    found: type[Warning] = getattr(importlib.import_module(_CATEGORIES[name]), name)
    return found
