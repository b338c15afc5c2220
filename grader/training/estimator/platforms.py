"""What of this process changes the bits of a training, besides the recipe itself."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import numpy as np

from grader.training.digests import NoRecipeError
from grader.training.estimator.recipe import Platform

# No sum of theirs depends on how many threads it is computed by.
_OF_ONE_THREAD = frozenset(
    {
        "DecisionTreeClassifier",
        "MinMaxScaler",
        "RandomForestClassifier",
        "SGDClassifier",
        "StandardScaler",
    }
)
# The first words of scores that look at predicted labels only.
_OF_LABELS = frozenset({"accuracy", "balanced", "f1", "jaccard", "precision", "recall"})
_MOST_THREADS = 256


def platform(kinds: Collection[str] = (), scoring: str | tuple[str, ...] | None = None) -> Platform:
    """Return what changes the bits of a training that estimators of these kinds take part in.

    Without kinds: of the `fit` of a single one, which takes one thread.
    """
    names = () if scoring is None else (scoring,) if isinstance(scoring, str) else scoring
    labels_only = all(name.split("_")[0] in _OF_LABELS for name in names)
    return Platform(
        scikit_learn=sys.modules["sklearn"].__version__,
        numpy=np.__version__,
        scipy=importlib.import_module("scipy").__version__,
        threads=None if labels_only and _OF_ONE_THREAD.issuperset(kinds) else _threads(),
    )


def with_threads(threads: tuple[int, int] | None) -> AbstractContextManager[Any]:
    """Return a context in which numerical libraries take that many threads.

    Raises:
        NoRecipeError: if it is a number that no machine has.
    """
    if threads is None:
        return nullcontext()
    if not all(1 <= number <= _MOST_THREADS for number in threads):
        raise NoRecipeError(f"{threads} threads")
    limits: AbstractContextManager[Any] = _threadpoolctl().threadpool_limits(
        {"blas": threads[0], "openmp": threads[1]}
    )
    return limits


def _threads() -> tuple[int, int]:
    found: dict[str, set[int]] = {"blas": set(), "openmp": set()}
    for library in _threadpoolctl().threadpool_info():
        found.setdefault(library["user_api"], set()).add(library["num_threads"])
    if any(len(numbers) > 1 for numbers in found.values()):
        raise NoRecipeError("libraries with unlike numbers of threads")
    return max(found["blas"], default=1), max(found["openmp"], default=1)


def _threadpoolctl() -> Any:
    return importlib.import_module("threadpoolctl")  # comes with scikit-learn
