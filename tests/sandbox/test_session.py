"""The judge's end of the channel, with a process that is none."""

import io
import os
import time
from pathlib import Path

from grader.sandbox import Limits
from grader.sandbox.control import Ending
from grader.sandbox.messages import Describe, Outcome, reply_codec
from grader.sandbox.session import Connection, ProcessSession


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
