"""What one exercise of one submission may have trained."""

from __future__ import annotations

import time
from dataclasses import dataclass

from grader.training.asking import Answer, DataWanted, NotTrained, TooLarge, Trained, Trainer
from grader.training.digests import Arrays, NoRecipeError
from grader.training.recipes import Recipe
from grader.training.work import work_of


@dataclass
class Allowance:
    """The `trainer`, for recipes that are known already or take no more than `seconds_left`, all together.

    Seconds are those of a slow machine, estimated before anything is done. `waited_seconds` is how long the
    exercise has waited for its trainings.
    """

    trainer: Trainer
    seconds_left: float
    waited_seconds: float = 0.0

    def train(self, recipe: Recipe, data: Arrays | None) -> Answer:
        """Return what the trainer answers, or that the recipe is too large for what is left."""
        started = time.monotonic()
        try:
            answer = self._train(recipe, data)
        finally:
            self.waited_seconds += time.monotonic() - started
        return answer

    def _train(self, recipe: Recipe, data: Arrays | None) -> Answer:
        try:
            work = work_of(recipe)
        except NoRecipeError as error:
            return NotTrained(str(error))
        if work.is_of_too_many_parameters:
            return TooLarge(str(work))
        affordable = work.seconds <= self.seconds_left
        answer = self.trainer.train(recipe, data if affordable else None)  # without data only what is known
        if isinstance(answer, DataWanted) and not affordable:
            return TooLarge(str(work))
        if isinstance(answer, Trained) and answer.source == "trainer":
            self.seconds_left -= work.seconds
        return answer
