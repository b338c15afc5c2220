"""Live estimators and splitters as canonical JSON. Runs beside the student's code."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.training.digests import NoRecipeError, canonical
from grader.training.estimator.known import (
    ESTIMATORS,
    INDEPENDENT_OF_JOBS,
    SCALERS,
    SPLITTERS,
    WITHOUT_EFFECT,
    is_own,
)

PIPELINE = "Pipeline"
SPLITTER_SETTINGS = ("n_splits", "shuffle", "random_state")
# Attributes of a fitted estimator that do not end in an underscore. In `_parent_callback_ctx` a pipeline or a
# search notes that the estimator is a part of it; callbacks themselves are another attribute.
_FITTED_PRIVATE = (
    "_average_coef",
    "_average_intercept",
    "_expanded_class_weight",
    "_fit_X",
    "_fit_method",
    "_n_features_out",
    "_n_samples",
    "_n_samples_bootstrap",
    "_parent_callback_ctx",
    "_standard_coef",
    "_standard_intercept",
    "_tree",
    "_y",
)


def described(estimator: Any) -> dict[str, Any]:
    """Return what determines how `estimator` learns, as plain values.

    Raises:
        NoRecipeError: if it is of no known class, or has a setting that is no plain value.
    """
    if type(estimator).__name__ == PIPELINE:
        return _described_pipeline(estimator)
    if not is_own(estimator, ESTIMATORS):
        raise NoRecipeError(f"an estimator of the class {type(estimator).__name__}")
    kind = type(estimator).__name__
    settings = _own_settings(estimator)
    _check_without_effect(kind, settings)
    return {
        "kind": kind,
        "settings": {name: _plain(value) for name, value in settings.items() if name not in WITHOUT_EFFECT},
    }


def described_splitter(splitter: Any) -> dict[str, Any]:
    """Return how `splitter` makes its folds, as plain values.

    Raises:
        NoRecipeError: if it is of no known class.
    """
    if not is_own(splitter, SPLITTERS) or set(vars(splitter)) != set(SPLITTER_SETTINGS):
        raise NoRecipeError(f"folds made by {type(splitter).__name__}")
    return {
        "kind": type(splitter).__name__,
        "settings": {name: _plain(vars(splitter)[name]) for name in SPLITTER_SETTINGS},
    }


def draws(described_part: dict[str, Any]) -> bool:
    """Return whether an estimator or splitter may draw from NumPy's global generator."""
    steps = described_part.get("steps")
    if steps is not None:
        return any(map(draws, steps))
    settings = described_part["settings"]
    if described_part["kind"] in SPLITTERS and not settings["shuffle"]:
        return False
    return "random_state" in settings and settings["random_state"] is None


def kinds_in(described_part: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of the classes that take part."""
    steps = described_part.get("steps")
    return (described_part["kind"],) if steps is None else tuple(step["kind"] for step in steps)


def _described_pipeline(pipeline: Any) -> dict[str, Any]:
    import sklearn.pipeline  # noqa: PLC0415 - has been imported where there is a pipeline

    if type(pipeline) is not sklearn.pipeline.Pipeline:
        raise NoRecipeError("an estimator of the class Pipeline that is not scikit-learn's")
    settings = _own_settings(pipeline)
    steps = settings.pop("steps")
    if settings.pop("verbose") is not False or any(value is not None for value in settings.values()):
        raise NoRecipeError("a pipeline with other settings than its steps")
    if type(steps) is not list or any(type(step) is not tuple or len(step) != 2 for step in steps):
        raise NoRecipeError("a pipeline whose steps are no list of pairs")
    names = [name for name, _ in steps]
    reserved = ("steps", "memory", "verbose", "transform_input")
    if any(type(name) is not str or "__" in name or name in reserved for name in names):
        raise NoRecipeError("a pipeline whose steps are not named in the usual way")
    parts = [described(step) for _, step in steps]
    scaled = all(part["kind"] in SCALERS for part in parts[:-1])
    if len(set(names)) != len(names) or not scaled or not parts or parts[-1]["kind"] not in ESTIMATORS:
        raise NoRecipeError("a pipeline that is more than scalers and an estimator")
    return {"kind": PIPELINE, "steps": parts}


def _own_settings(estimator: Any) -> dict[str, Any]:
    """Return the constructor's settings of an estimator that carries nothing else of anybody's."""
    settings: dict[str, Any] = type(estimator).get_params(estimator, deep=False)
    usual = {**settings, **(vars(type(estimator)()) if type(estimator).__name__ in ESTIMATORS else {})}
    for name in vars(estimator):
        fitted = name in _FITTED_PRIVATE or (name.endswith("_") and not name.startswith("__"))
        if not (name in usual or fitted) or name == "feature_names_in_":
            raise NoRecipeError(f"an estimator with the attribute `{name}`")
    return settings


def _check_without_effect(kind: str, settings: dict[str, Any]) -> None:
    jobs = settings.get("n_jobs")
    if jobs is not None and (type(jobs) is not int or jobs == 0):
        raise NoRecipeError("`n_jobs` is no number of jobs")
    if jobs not in (None, 1) and kind not in INDEPENDENT_OF_JOBS:
        raise NoRecipeError(f"{kind} with several jobs")
    if type(settings.get("verbose", 0)) not in (int, bool) or settings.get("verbose"):
        raise NoRecipeError("what the estimator prints while it learns")
    if type(settings.get("warm_start", False)) is not bool:
        raise NoRecipeError("`warm_start` is neither true nor false")


def _plain(value: Any) -> Any:
    """Return a setting in terms of JSON, so that unlike settings stay apart.

    A tuple is an object with one key, and so is a dictionary: JSON has no numbers as keys.
    """
    if type(value) in (np.int64, np.float64):
        value = value.item()
    if value is None or type(value) in (bool, int, float, str):
        return value
    if type(value) is tuple:
        return {"tuple": [_plain(one) for one in value]}
    if type(value) is dict:
        pairs = [[_plain(key), _plain(one)] for key, one in value.items()]
        return {"pairs": sorted(pairs, key=canonical)}
    raise NoRecipeError(f"a setting of the type {type(value).__name__}")
