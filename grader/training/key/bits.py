"""When two results are the same, bit for bit."""

from __future__ import annotations

import msgspec

from grader.training.estimator.recipe import ValidatedEstimator
from grader.training.recipes import Result, result_codec

# What a cross-validation notes of its folds besides scores.
SECONDS = ("fit_time", "score_time")


def same_bits(one: Result, other: Result) -> bool:
    """Return whether the two are equal in everything but the time that they took."""
    return result_codec().encode(_timeless(one)) == result_codec().encode(_timeless(other))


def _timeless(result: Result) -> Result:
    if isinstance(result, ValidatedEstimator):
        scores = {name: values for name, values in result.scores.items() if name not in SECONDS}
        result = msgspec.structs.replace(result, scores=scores)
    return msgspec.structs.replace(result, seconds=0.0)
