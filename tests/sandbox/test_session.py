"""The judge's end of the channel, with a process that is none."""

import io
import os
import struct
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from grader.evidence.codec import MAGIC
from grader.evidence.vocabulary import array
from grader.report import Reason
from grader.sandbox import Limits, SandboxFailureError
from grader.sandbox.control import Ending
from grader.sandbox.messages import (
    MAX_DATA_BYTES,
    MAX_REPLY_BYTES,
    Describe,
    Outcome,
    asked_codec,
    reply_codec,
    request_codec,
)
from grader.sandbox.session import Connection, ProcessSession
from grader.sandbox.trainings import Trainings
from grader.training.asking import (
    Answer,
    DataWanted,
    NotTrained,
    TrainingAsked,
    TrainingData,
    answer_codec,
)
from grader.training.digests import Arrays
from grader.training.recipes import Recipe
from tests.training.test_trainer import RECIPE, X, Y

_Says = Callable[[BinaryIO, BinaryIO], None]


class Endless(io.RawIOBase):
    """Frames without end, counted as they are taken."""

    def __init__(self) -> None:
        self.frame = reply_codec().encode(Outcome())
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        self.taken += size
        start = (self.taken - size) % len(self.frame)
        return (self.frame * 2)[start : start + size]


def test_replies_that_nobody_asked_for_are_not_gathered() -> None:
    endless = Endless()
    with Path(os.devnull).open("rb", buffering=0) as nothing:
        connection = Connection(endless, io.BytesIO(), nothing, lambda _: Ending())  # type: ignore[arg-type]
        session = ProcessSession(connection, Limits())
        assert session.request(Describe("x"), 5.0) == Outcome()
        time.sleep(1.0)
        session.close()
    assert endless.taken <= 4 * len(endless.frame)


class Unwilling:
    """Wants the data of every training, and does none."""

    def train(self, recipe: Recipe, data: Arrays | None) -> Answer:
        del recipe
        return DataWanted() if data is None else NotTrained("unwilling")


def announce(writer: BinaryIO, size: int) -> None:
    """Begin a frame of `size` bytes of blobs, of which none follows."""
    writer.write(struct.pack("<4sIIQ", MAGIC, 2, 1, size))


def ask(reader: BinaryIO, writer: BinaryIO) -> None:
    asked_codec().write(writer, TrainingAsked(RECIPE))
    assert answer_codec().read(reader) == DataWanted()


def give_data(reader: BinaryIO, writer: BinaryIO) -> None:
    asked_codec().write(writer, TrainingData((array(X), array(Y))))
    assert answer_codec().read(reader) == NotTrained("unwilling")


def failure(says: _Says) -> SandboxFailureError:
    """Return how a request fails, to which the other end `says` something and leaves."""
    (from_judge, to_sandbox), (from_sandbox, to_judge) = os.pipe(), os.pipe()

    def speak() -> None:
        with os.fdopen(from_judge, "rb") as reader, os.fdopen(to_judge, "wb") as writer:
            request_codec().read(reader)
            says(reader, writer)

    speaking = threading.Thread(target=speak)
    speaking.start()
    with Path(os.devnull).open("rb", buffering=0) as nothing:
        connection = Connection(
            os.fdopen(from_sandbox, "rb"), os.fdopen(to_sandbox, "wb"), nothing, lambda _: Ending()
        )
        session = ProcessSession(connection, Limits(), Trainings(Unwilling()))
        try:
            with pytest.raises(SandboxFailureError) as found:
                session.request(Describe("x"), 30.0)
        finally:
            session.close()
            speaking.join()
    return found.value


def test_one_that_leaves_has_closed_its_channel() -> None:
    found = failure(lambda *_: None)
    assert (found.reason, found.detail) == (
        Reason.CRASH,
        "the sandbox closed its channel before it answered",
    )


def test_a_frame_is_as_large_as_a_reply_may_be() -> None:
    assert failure(lambda _, writer: announce(writer, MAX_REPLY_BYTES)).reason is Reason.CRASH
    assert failure(lambda _, writer: announce(writer, MAX_REPLY_BYTES + 1)).reason is Reason.FORBIDDEN


@pytest.mark.parametrize(("size", "reason"), [(0, Reason.CRASH), (1, Reason.FORBIDDEN)])
def test_the_data_of_a_training_that_are_wanted_may_be_larger(size: int, reason: Reason) -> None:
    def gives(reader: BinaryIO, writer: BinaryIO) -> None:
        ask(reader, writer)
        announce(writer, MAX_DATA_BYTES + size)

    assert failure(gives).reason is reason


def test_what_comes_after_the_data_may_not() -> None:
    def gives_more(reader: BinaryIO, writer: BinaryIO) -> None:
        ask(reader, writer)
        give_data(reader, writer)
        announce(writer, MAX_REPLY_BYTES + 1)

    assert failure(gives_more).reason is Reason.FORBIDDEN
