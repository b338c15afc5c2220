"""Every kind of training that is a value, and what comes of it."""

from __future__ import annotations

from grader.evidence.codec import Codec
from grader.training.estimator.recipe import (
    FittedEstimator,
    FittingRecipe,
    ValidatedEstimator,
    ValidationRecipe,
)
from grader.training.network.recipe import NetworkRecipe, TrainedNetwork

Recipe = NetworkRecipe | FittingRecipe | ValidationRecipe
Result = TrainedNetwork | FittedEstimator | ValidatedEstimator

MAX_RESULT_BYTES = 256 * 2**20


def result_codec() -> Codec[Result]:
    """Return the codec for what comes of a training."""
    return Codec(Result, max_bytes=MAX_RESULT_BYTES)


def function_of(training: Recipe | Result) -> str:
    """Return the name of the function that trains so, as a report says it."""
    return "cross_validate" if isinstance(training, (ValidationRecipe, ValidatedEstimator)) else "fit"
