"""The sandbox's side of a training that is done elsewhere: asks the judge, while a request is under way."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from grader.evidence.vocabulary import array
from grader.report.model import TrainingRecord
from grader.sandbox.messages import MAX_DATA_BYTES
from grader.training.asking import (
    Answer,
    Asked,
    DataWanted,
    NotTrained,
    TooLarge,
    Trained,
    TrainingAsked,
    TrainingData,
)
from grader.training.digests import Arrays, NoRecipeError
from grader.training.network.recipe import NetworkRecipe
from grader.training.recipes import function_of
from grader.training.work import work_of

MAX_NOTED = 200

Ask = Callable[[Asked], Answer]


class TrainingTooLargeError(Exception):
    """What `fit` raises where a training takes more than an exercise may."""


class JudgeAsking:
    """Asks whoever sent the request that is under way; notes the trainings that run here nevertheless."""

    def __init__(self) -> None:
        self._ask: Ask | None = None
        self._asker = (0, 0)
        self._noted: list[TrainingRecord] = []
        self.why = ""

    @property
    def listening(self) -> bool:
        """Whether somebody is there to be asked, by this thread: a student's own has no turn."""
        return self._ask is not None and self._asker == (os.getpid(), threading.get_ident())

    @contextmanager
    def asking(self, ask: Ask | None) -> Iterator[None]:
        """Ask by `ask` within the block."""
        self._ask, self._asker = ask, (os.getpid(), threading.get_ident())
        try:
            yield
        finally:
            self._ask = None

    def train(self, recipe: Any, arrays: Arrays) -> Any | None:
        """Return what comes of `recipe`; `None` if it has to be trained here: `why` then says why.

        Raises:
            TrainingTooLargeError: if nobody will train it.
        """
        if not self.listening or self._ask is None:
            self.why = "a thread of its own"
            return None
        answer = _answer(self._ask, recipe, arrays)
        if isinstance(answer, Trained):
            return answer.result
        if isinstance(answer, TooLarge):
            raise TrainingTooLargeError(answer.why)
        self.why = getattr(answer, "why", "")
        if not isinstance(recipe, NetworkRecipe):  # of a network there is more to be noted, by its recorder
            self.no_recipe(function_of(recipe), self.why)
        return None

    def no_recipe(self, what: str, why: str) -> None:
        """Note that the training `what` runs here, and why."""
        self.note(TrainingRecord(None, "sandbox", 0, 0.0, what, why))

    def note(self, record: TrainingRecord) -> None:
        """Note a training that ran here."""
        if len(self._noted) < MAX_NOTED:
            self._noted.append(record)

    def take(self) -> tuple[TrainingRecord, ...]:
        """Return what was noted since the last time."""
        noted, self._noted = tuple(self._noted), []
        return noted


def _answer(ask: Ask, recipe: Any, arrays: Arrays) -> Answer:
    """Return the judge's answer; what is larger than the judge would look at is not sent."""
    try:
        work = work_of(recipe)
    except NoRecipeError as error:
        return NotTrained(str(error))
    if work.is_of_too_many_parameters:
        return TooLarge(str(work))
    answer = ask(TrainingAsked(recipe))
    if not isinstance(answer, DataWanted):
        return answer
    if sum(arrays[one].nbytes for one in recipe.data) > MAX_DATA_BYTES:
        return NotTrained("more data than can be sent")
    return ask(TrainingData(tuple(array(arrays[one]) for one in recipe.data)))
