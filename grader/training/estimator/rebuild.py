"""From descriptions to live estimators and splitters. Runs in the trainer, from descriptions alone."""

from __future__ import annotations

from typing import Any

from grader.training.digests import NoRecipeError
from grader.training.estimator.describe import PIPELINE, SPLITTER_SETTINGS
from grader.training.estimator.known import (
    ESTIMATORS,
    INDEPENDENT_OF_JOBS,
    SPLITTERS,
    WITHOUT_EFFECT,
    class_of,
)


def estimator_of(part: dict[str, Any], jobs: int = 1) -> Any:
    """Return a new estimator as described, with that many jobs where they do not change what it learns.

    Raises:
        NoRecipeError: if the description was made up.
    """
    if part.get("kind") != PIPELINE:
        return _with_jobs(_made(part, ESTIMATORS), jobs)
    import sklearn.pipeline  # noqa: PLC0415 - only where something is trained

    return sklearn.pipeline.make_pipeline(
        *(_with_jobs(_made(step, ESTIMATORS), jobs) for step in part["steps"])
    )


def _with_jobs(estimator: Any, jobs: int) -> Any:
    if jobs > 1 and type(estimator).__name__ in INDEPENDENT_OF_JOBS:
        estimator.set_params(n_jobs=jobs)
    return estimator


def splitter_of(part: dict[str, Any]) -> Any:
    """Return a new splitter as described.

    Raises:
        NoRecipeError: if the description was made up.
    """
    return _made(part, SPLITTERS)


def _made(part: dict[str, Any], known: dict[str, str]) -> Any:
    kind, settings = part["kind"], part["settings"]
    if kind not in known:
        raise NoRecipeError(f"no class of the name {str(kind)[:50]!r} is known")
    made = class_of(kind, known)()
    expected = SPLITTER_SETTINGS if known is SPLITTERS else made.get_params(deep=False)
    if set(settings) != set(expected) - set(WITHOUT_EFFECT):
        raise NoRecipeError(f"other settings than those of {kind}")
    values = {name: _live(value) for name, value in settings.items()}
    return class_of(kind, known)(**values)


def _live(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"tuple"}:
        return tuple(map(_live, value["tuple"]))
    if isinstance(value, dict) and set(value) == {"pairs"}:
        return {key: _live(one) for key, one in value["pairs"]}
    if isinstance(value, (dict, list)):
        raise NoRecipeError("a setting that is no plain value")
    return value
