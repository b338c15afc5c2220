"""How a training is asked for: what is said by whoever would train, and by whoever answers.

In the sandbox `Asking` stands for the judge; in the judge a `Trainer` answers.
"""

from __future__ import annotations

from typing import Any, Protocol

import msgspec

from grader.evidence.codec import Codec
from grader.evidence.vocabulary import Array
from grader.training.digests import Arrays
from grader.training.recipes import MAX_RESULT_BYTES, Recipe, Result


class TrainingAsked(msgspec.Struct, frozen=True, tag="training_asked"):
    """What comes of this recipe?"""

    recipe: Recipe


class TrainingData(msgspec.Struct, frozen=True, tag="training_data"):
    """The data that were wanted: those of the recipe, in the recipe's order."""

    arrays: tuple[Array, ...]


class DataWanted(msgspec.Struct, frozen=True, tag="data_wanted"):
    """The recipe is new: with what data?"""


class Trained(msgspec.Struct, frozen=True, tag="trained"):
    """What came of the recipe, and from where: `key`, `cache` or `trainer`."""

    result: Result
    source: str


class NotTrained(msgspec.Struct, frozen=True, tag="not_trained"):
    """Whoever asked has to train; `why` is a phrase."""

    why: str


class TooLarge(msgspec.Struct, frozen=True, tag="too_large"):
    """Nobody will train this: it takes more than an exercise may; `why` says how much, in numbers."""

    why: str


Asked = TrainingAsked | TrainingData
Answer = DataWanted | Trained | NotTrained | TooLarge


class Asking(Protocol):
    """Whoever is asked: what stands for the judge, where the student's code runs."""

    def train(self, recipe: Any, arrays: Arrays) -> Any | None:
        """Return what comes of `recipe`, which is fed `arrays`; `None`: train here instead."""

    def no_recipe(self, what: str, why: str) -> None:
        """Note that the training `what`, a name like `fit`, runs here, and why, in a phrase."""


class Trainer(Protocol):
    """Does trainings from their recipes alone."""

    def train(self, recipe: Recipe, data: Arrays | None) -> Answer:
        """Return what comes of `recipe`, or why nothing does.

        Asked without `data`, it may want to be asked again with them.

        Raises:
            TrainerError: if the trainer itself failed.
        """


def answer_codec() -> Codec[Answer]:
    """Return the codec for answers."""
    return Codec(Answer, max_bytes=MAX_RESULT_BYTES)
