"""The trainings themselves, as scikit-learn does them, and what came of them. Runs in the trainer."""

from __future__ import annotations

import json
import time
from typing import Any

import numpy as np

from grader.evidence.vocabulary import Scalar, array
from grader.training.digests import Arrays, NoRecipeError
from grader.training.estimator.budget import MOST_WORK, work
from grader.training.estimator.cautions import cautions_of, noted
from grader.training.estimator.describe import kinds_in
from grader.training.estimator.known import FITTED_BY_RECIPE
from grader.training.estimator.platforms import platform, with_threads
from grader.training.estimator.randomness import global_state, set_global_state
from grader.training.estimator.rebuild import estimator_of, splitter_of
from grader.training.estimator.recipe import (
    EstimatorRecipe,
    EstimatorResult,
    FittedEstimator,
    FittingRecipe,
    Loss,
    Platform,
    ValidatedEstimator,
    ValidationRecipe,
    View,
)

# What a fit may warn of: both at its end, when the estimator is as it will be.
_FITS_CAUTIONS = ("ConvergenceWarning", "FutureWarning")


def run(recipe: EstimatorRecipe, arrays: Arrays, *, jobs: int = 1) -> EstimatorResult:
    """Return what comes of the training, which is fed `arrays`.

    As many as `jobs` classes are trained at once, where that leaves the bits as they are.

    Raises:
        NoRecipeError: if the recipe does not hold together, is of another platform, or is one that
            scikit-learn refuses: whoever asked for it finds out why by training.
    """
    try:
        _check_work(recipe)
        if isinstance(recipe, FittingRecipe):
            return _fitted(recipe, arrays, jobs)
        return _validated(recipe, arrays, jobs)
    except NoRecipeError:
        raise
    except Exception as error:
        raise NoRecipeError(f"{type(error).__name__}: {error}") from error


def _fitted(recipe: FittingRecipe, arrays: Arrays, jobs: int) -> FittedEstimator:
    part = json.loads(recipe.estimator)
    if part["kind"] not in FITTED_BY_RECIPE:
        raise NoRecipeError(f"the `fit` of {part['kind']}")
    _check_platform(recipe.platform, platform())
    estimator = estimator_of(part, jobs)
    settings = set(vars(estimator))
    x, y = arrays[recipe.x], arrays[recipe.y]
    weights = None if recipe.weights is None else arrays[recipe.weights]
    if recipe.random is not None:
        set_global_state(recipe.random)
    started = time.perf_counter()
    with noted() as found:
        estimator.fit(x, y, sample_weight=weights)
    seconds = time.perf_counter() - started
    cautions = cautions_of(found)
    if any(one.category not in _FITS_CAUTIONS for one in cautions):
        raise NoRecipeError("a warning before the end of the fit")
    buffers: list[np.ndarray[Any, Any]] = []
    return FittedEstimator(
        attributes={
            name: _attribute(name, value, buffers)
            for name, value in vars(estimator).items()
            if name not in settings
        },
        buffers=tuple(map(array, buffers)),
        cautions=cautions,
        random=None if recipe.random is None else global_state(),
        seconds=seconds,
    )


def _validated(recipe: ValidationRecipe, arrays: Arrays, jobs: int) -> ValidatedEstimator:
    import sklearn.model_selection  # noqa: PLC0415 - takes a second

    # Never the one that asks: the trainer itself may have been told to ask.
    validate = getattr(
        sklearn.model_selection.cross_validate, "original", sklearn.model_selection.cross_validate
    )
    part = json.loads(recipe.estimator)
    estimator, splitter = estimator_of(part, jobs), splitter_of(json.loads(recipe.folds))
    _check_platform(recipe.platform, platform(kinds_in(part), recipe.scoring))
    x, y = arrays[recipe.x], arrays[recipe.y]
    if recipe.random is not None:
        set_global_state(recipe.random)
    started = time.perf_counter()
    with with_threads(recipe.platform.threads):
        with noted() as found:
            folds = list(splitter.split(x, y))
        cautions, of_folds, scores = cautions_of(found), [], []
        # Each on its own, to tell their warnings apart.
        for fold in folds:
            with noted() as found:
                scores.append(
                    validate(
                        estimator,
                        x,
                        y,
                        cv=[fold],
                        scoring=recipe.scoring,
                        return_train_score=recipe.train_scores,
                        error_score="raise",
                    )
                )
            of_folds.append(cautions_of(found))
    return ValidatedEstimator(
        scores={name: array(np.concatenate([one[name] for one in scores])) for name in scores[0]},
        cautions=cautions,
        fold_cautions=tuple(of_folds),
        random=None if recipe.random is None else global_state(),
        seconds=time.perf_counter() - started,
    )


def _check_work(recipe: EstimatorRecipe) -> None:
    if work(recipe) > MOST_WORK:
        raise NoRecipeError("more work than anything in this course")


def _check_platform(said: Platform, here: Platform) -> None:
    """Refuse what was not said here; the number of threads is set as it is said."""
    if (said.scikit_learn, said.numpy, said.scipy) != (here.scikit_learn, here.numpy, here.scipy):
        raise NoRecipeError("the recipe is of another platform")
    if (said.threads is None) != (here.threads is None):
        raise NoRecipeError("the recipe does not say what it depends on")


def _attribute(name: str, value: Any, buffers: list[np.ndarray[Any, Any]]) -> Scalar | View | Loss:
    if name == "_loss_function_":
        return Loss()
    if type(value) in (int, float):
        return Scalar(type(value).__name__, repr(value), type(value).__name__)
    if type(value) is not np.ndarray or not value.flags.c_contiguous:
        raise NoRecipeError(f"the attribute `{name}`")
    buffer = value if value.base is None else value.base
    if type(buffer) is not np.ndarray or buffer.size != value.size or buffer.dtype != value.dtype:
        buffer = value
    for number, known in enumerate(buffers):
        if known is buffer:
            return View(number, value.shape)
    buffers.append(buffer)
    return View(len(buffers) - 1, value.shape)
