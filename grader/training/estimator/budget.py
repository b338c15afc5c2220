"""How much work a recipe is, told before any of it is done."""

from __future__ import annotations

import json
import math
from typing import Any

from grader.training.digests import NoRecipeError
from grader.training.estimator.recipe import EstimatorRecipe, ValidationRecipe

# Some minutes to some hours of one core. The default of 1,000 iterations on all of Fashion-MNIST, in five
# folds, is a fifth of it, and ends long before.
MOST_WORK = 1e12


def work(recipe: EstimatorRecipe) -> float:
    """Return about how many numbers of the data are looked at: row-visits x features, over all folds.

    From above where a training may end by itself, and for one class: how many there are, no recipe says.

    Raises:
        NoRecipeError: if the recipe was made up.
    """
    try:
        return _work(recipe)
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, AttributeError) as error:
        raise NoRecipeError(f"{type(error).__name__}: {error}") from error


def _work(recipe: EstimatorRecipe) -> float:
    rows, features = recipe.x.shape
    part = json.loads(recipe.estimator)
    if not isinstance(recipe, ValidationRecipe):
        return _of_fit(part, rows) * features
    folds = json.loads(recipe.folds)["settings"]["n_splits"]
    if type(folds) is not int or not 1 < folds <= rows:
        raise NoRecipeError(f"{str(folds)[:20]} folds of {rows} rows")
    trained_on = rows * (folds - 1) / folds
    scored = rows / folds + (trained_on if recipe.train_scores else 0)
    return folds * features * (_of_fit(part, trained_on) + _of_scores(part, trained_on, scored))


def _of_fit(part: dict[str, Any], rows: float) -> float:
    """Return the row-visits of one fit."""
    if "steps" in part:
        return sum(_of_fit(step, rows) for step in part["steps"])
    settings = part["settings"]
    if "max_iter" in settings:
        return rows * float(settings["max_iter"])
    trees = float(settings.get("n_estimators", 1))
    is_tree = "max_depth" in settings
    return rows * trees * (math.log2(rows + 2) if is_tree else 1)


def _of_scores(part: dict[str, Any], trained_on: float, scored: float) -> float:
    """Return the row-visits of scoring one fold: the nearest neighbours of a row are looked for among all."""
    last = part["steps"][-1] if "steps" in part else part
    return scored * (trained_on if last["kind"] == "KNeighborsClassifier" else 1)
