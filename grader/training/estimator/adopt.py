"""What a training has changed or found, put where the student's code looks for it. Runs beside that code."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.evidence.vocabulary import Scalar
from grader.training.estimator.cautions import issue
from grader.training.estimator.randomness import set_global_state
from grader.training.estimator.recipe import FittedEstimator, Loss, ValidatedEstimator


def adopt_fit(result: FittedEstimator, estimator: Any) -> Any:
    """Make `estimator` as its `fit` would have, and return it."""
    buffers = [one.value.copy() for one in result.buffers]
    views: dict[tuple[int, tuple[int, ...]], np.ndarray[Any, Any]] = {}
    # A fit forgets these first, so they come after what an earlier fit has set.
    vars(estimator).pop("classes_", None)
    for name, value in result.attributes.items():
        if isinstance(value, Scalar):
            setattr(estimator, name, value.value)
        elif isinstance(value, Loss):
            setattr(estimator, name, estimator._get_loss_function(estimator.loss))  # noqa: SLF001
        else:
            key = (value.buffer, value.shape)
            buffer = buffers[value.buffer]
            views.setdefault(key, buffer if buffer.shape == value.shape else buffer.reshape(value.shape))
            setattr(estimator, name, views[key])
    if result.random is not None:
        set_global_state(result.random)
    issue(result.cautions)
    return estimator


def adopt_validation(result: ValidatedEstimator, *, in_workers: bool = False) -> dict[str, Any]:
    """Return what `cross_validate` returns.

    What folds warn of is not heard from `in_workers`, processes of their own.
    """
    if result.random is not None:
        set_global_state(result.random)
    issue(result.cautions)
    if not in_workers:
        for cautions in result.fold_cautions:
            issue(cautions)
    return {name: values.value.copy() for name, values in result.scores.items()}
