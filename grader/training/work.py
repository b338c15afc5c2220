"""How much a training asks for, before it is done: what a budget compares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from grader.training.estimator.budget import work
from grader.training.estimator.recipe import FittingRecipe, ValidationRecipe
from grader.training.network.recipe import NetworkRecipe
from grader.training.recipes import Recipe

# Networks of the chapter have 80,000 at most; a recipe carries each of them several times.
MOST_PARAMETERS = 5_000_000
# A slow machine: what a step costs beside its arithmetic, and how much arithmetic it does.
_SECONDS_PER_STEP = 5e-4
_OPERATIONS_PER_SECOND = 2e9
# Forwards, backwards, and the update: two operations each for every parameter and row.
_OPERATIONS_PER_PARAMETER = 6
# Of the numbers that an estimator might look at: most end long before the most iterations that they may make.
_LOOKED_AT_PER_SECOND = 2e8


@dataclass(frozen=True)
class Work:
    """A training of `epochs` over `rows`, of `parameters` numbers: at most `seconds` on a slow machine."""

    epochs: int
    rows: int
    parameters: int
    seconds: float

    @property
    def is_of_too_many_parameters(self) -> bool:
        """Whether it is a network that nobody trains, however long that would take."""
        return self.parameters > MOST_PARAMETERS

    def __str__(self) -> str:
        return f"{self.epochs} epochs x {self.rows} rows x {self.parameters} parameters"


def work_of(recipe: Recipe) -> Work:
    """Return what `recipe` asks for, whoever wrote it: nothing of it has been tried.

    Raises:
        NoRecipeError: if it was made up.
    """
    return _of_network(recipe) if isinstance(recipe, NetworkRecipe) else _of_estimator(recipe)


def _of_network(recipe: NetworkRecipe) -> Work:
    rows = max(recipe.training.x.shape[:1] or (0,))
    parameters = sum(int(np.prod(one.shape)) for one in recipe.variables)
    epochs = max(recipe.epochs - recipe.initial_epoch, 0)
    steps = epochs * -(-rows // max(recipe.batch_size, 1))
    operations = float(epochs) * rows * parameters * _OPERATIONS_PER_PARAMETER
    seconds = steps * _SECONDS_PER_STEP + operations / _OPERATIONS_PER_SECOND
    return Work(epochs, rows, parameters, seconds)


def _of_estimator(recipe: FittingRecipe | ValidationRecipe) -> Work:
    looked_at = work(recipe)
    rows, features = (*recipe.x.shape, 1, 1)[:2]
    passes = int(looked_at / max(rows * features, 1))
    return Work(passes, rows, features, looked_at / _LOOKED_AT_PER_SECOND)
