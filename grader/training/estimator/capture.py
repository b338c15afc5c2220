"""From a live estimator, and what its training is given, to a recipe. Runs beside the student's code."""

from __future__ import annotations

import importlib
import warnings
from typing import Any

import numpy as np

from grader.evidence.vocabulary import NUMBER_DTYPES
from grader.training.digests import Arrays, DataDigest, NoRecipeError, canonical, data_digest
from grader.training.estimator.describe import described, described_splitter, draws, kinds_in
from grader.training.estimator.known import FITTED_BY_RECIPE
from grader.training.estimator.platforms import platform
from grader.training.estimator.randomness import global_state
from grader.training.estimator.recipe import FittingRecipe, ValidationRecipe

_Fed = dict[DataDigest, np.ndarray[Any, Any]]
# Arguments of a cross-validation that must be as they are by default for a recipe.
_AS_BY_DEFAULT = {
    "groups": None,
    "params": None,
    "return_estimator": False,
    "return_indices": False,
    "pre_dispatch": "2*n_jobs",
}


def fitting(estimator: Any, x: Any, y: Any, **options: Any) -> tuple[FittingRecipe, Arrays]:
    """Return the recipe of `estimator.fit(x, y, **options)` and its arrays.

    Raises:
        NoRecipeError: if it cannot be said.
    """
    part = described(estimator)
    if part["kind"] not in FITTED_BY_RECIPE:
        raise NoRecipeError(f"the `fit` of {part['kind']}")
    sample_weight = options.pop("sample_weight", None)
    if any(value is not None for value in options.values()):
        raise NoRecipeError("coefficients to begin with")
    if estimator.warm_start and hasattr(estimator, "coef_"):
        raise NoRecipeError("a fit that goes on from the last")
    arrays: _Fed = {}
    return FittingRecipe(
        estimator=canonical(part),
        x=_digest(x, 2, arrays),
        y=_digest(y, 1, arrays),
        weights=None if sample_weight is None else _digest(sample_weight, 1, arrays),
        random=global_state() if draws(part) else None,
        platform=platform(),
    ), arrays


def validation(options: dict[str, Any], *, one_score: bool = False) -> tuple[ValidationRecipe, Arrays]:
    """Return the recipe of `cross_validate(**options)` and its arrays.

    `options` holds every argument. Those of `cross_val_score`, which takes `one_score`, are said in the same
    way.

    Raises:
        NoRecipeError: if it cannot be said.
    """
    _check_options(options)
    part = described(options["estimator"])
    arrays: _Fed = {}
    x, y = _digest(options["X"], 2, arrays), _digest(options["y"], 1, arrays)
    folds = described_splitter(_splitter(options))
    drawing = draws(part) or draws(folds)
    if drawing and jobs_of(options["n_jobs"]) != 1:
        raise NoRecipeError("several jobs that draw from generators of their own")
    scoring = _scoring(options["scoring"])
    if one_score and isinstance(scoring, tuple):
        raise NoRecipeError("several scores where one is wanted")
    return ValidationRecipe(
        estimator=canonical(part),
        x=x,
        y=y,
        folds=canonical(folds),
        scoring=scoring,
        train_scores=_flag(options.get("return_train_score", False)),
        random=global_state() if drawing else None,
        platform=platform(kinds_in(part), scoring),
    ), arrays


def jobs_of(n_jobs: int | None) -> int:
    """Return how many jobs scikit-learn would run at once."""
    return int(importlib.import_module("joblib").effective_n_jobs(n_jobs))


def _check_options(options: dict[str, Any]) -> None:
    for name, usual in _AS_BY_DEFAULT.items():
        value = options.get(name, usual)
        if value is not usual and not (type(value) is str and value == usual):
            raise NoRecipeError(f"`{name}` is given")
    if type(options["verbose"]) not in (int, bool) or options["verbose"]:
        raise NoRecipeError("what is printed on the way")
    if options["n_jobs"] is not None and (type(options["n_jobs"]) is not int or not options["n_jobs"]):
        raise NoRecipeError("`n_jobs` is no number of jobs")
    error_score = options["error_score"]
    if type(error_score) not in (int, float) and not (type(error_score) is str and error_score == "raise"):
        raise NoRecipeError("`error_score` is no number")


def _digest(values: Any, axes: int, arrays: _Fed) -> DataDigest:
    if type(values) is not np.ndarray:
        raise NoRecipeError(f"data of the type {type(values).__name__}")
    if values.dtype.name not in NUMBER_DTYPES or not values.dtype.isnative:
        raise NoRecipeError(f"data of the dtype {values.dtype.name}")
    # In another order in memory sums come out differently in their last bits.
    if values.ndim != axes or not values.flags.c_contiguous:
        raise NoRecipeError("data that do not lie in memory row by row")
    digest = data_digest(values)
    arrays[digest] = values
    return digest


def _splitter(options: dict[str, Any]) -> Any:
    import sklearn.base  # noqa: PLC0415 - has been imported where it is about to train
    import sklearn.model_selection  # noqa: PLC0415

    cv, estimator = options["cv"], options["estimator"]
    if cv is not None and type(cv) is not int:
        return cv
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            splitter = sklearn.model_selection.check_cv(
                cv, options["y"], classifier=sklearn.base.is_classifier(estimator)
            )
        except (TypeError, ValueError) as error:
            raise NoRecipeError(f"no folds: {error}") from error
    if found:
        raise NoRecipeError("targets that scikit-learn warns of")
    return splitter


def _scoring(given: Any) -> str | tuple[str, ...] | None:
    import sklearn.metrics  # noqa: PLC0415

    known = set(sklearn.metrics.get_scorer_names())
    if given is None:
        return None
    names = [given] if type(given) is str else given
    if type(names) not in (list, tuple) or not all(type(name) is str and name in known for name in names):
        raise NoRecipeError("scores that are not known by name")
    if not names or len(set(names)) != len(names):
        raise NoRecipeError("scores named twice, or none")
    return given if type(given) is str else tuple(names)


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise NoRecipeError("`return_train_score` is neither true nor false")
    return value
