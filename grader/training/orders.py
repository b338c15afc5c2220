"""What the judge and the trainer's process say to each other."""

from __future__ import annotations

import msgspec

from grader.evidence.codec import Codec
from grader.evidence.vocabulary import Array
from grader.training.recipes import MAX_RESULT_BYTES, Recipe, Result

MAX_ORDER_BYTES = 1024 * 2**20


class Order(msgspec.Struct, frozen=True):
    """A recipe to be executed, with its data in its own order."""

    recipe: Recipe
    data: tuple[Array, ...]


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """The recipe does not hold together, or not here; `why` is a phrase."""

    why: str


Reported = Result | Failed


def order_codec() -> Codec[Order]:
    """Return the codec for orders."""
    return Codec(Order, max_bytes=MAX_ORDER_BYTES)


def finished_codec() -> Codec[Reported]:
    """Return the codec for what the process reports."""
    return Codec(Reported, max_bytes=MAX_RESULT_BYTES)
