"""scikit-learn estimators to evidence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from grader.evidence.vocabulary import Estimator


def describe(value: Any, keep: Callable[[Any], str]) -> Estimator | None:
    """Return an estimator of scikit-learn's own as evidence, `None` for anything else."""
    base = sys.modules.get("sklearn.base")
    kind = type(value)
    if base is None or not issubclass(kind, base.BaseEstimator):
        return None
    own = kind.__module__.startswith("sklearn.")
    params = value.get_params(deep=False) if own else {}
    return Estimator(
        kind=kind.__name__ if own else "opaque",
        params={name: _plain(setting) for name, setting in params.items()},
        # What fitting learns ends in an underscore: scikit-learn's own convention.
        fitted=any(name.endswith("_") and not name.startswith("_") for name in vars(value)),
        steps=tuple(type(step).__name__ for _, step in getattr(value, "steps", ())) if own else (),
        handle=keep(value),
    )


def _plain(value: Any) -> str | int | float | bool | None:
    if value is None or type(value) in (bool, int, str):
        return value  # type: ignore[no-any-return]
    if type(value) is float:
        return value
    return type(value).__name__
