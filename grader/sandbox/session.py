"""The judge's side of the protocol: one sandbox, asked one thing at a time, within limits."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from grader.evidence.codec import ChannelClosedError, ProtocolError
from grader.evidence.vocabulary import Mapping, Scalar, String
from grader.report.model import Reason
from grader.sandbox.control import NOT_SET_UP, Ending
from grader.sandbox.limits import Limits
from grader.sandbox.messages import (
    MAX_DATA_BYTES,
    MAX_REPLY_BYTES,
    ListFiles,
    Load,
    Outcome,
    Reply,
    Request,
    from_sandbox_codec,
    request_codec,
)
from grader.sandbox.trainings import Trainings
from grader.sandbox.workspace import listing
from grader.training.asking import Asked, DataWanted, Trainer, TrainingAsked, TrainingData, answer_codec
from grader.training.digests import TrainerError


@dataclass(frozen=True)
class Room:
    """What one sandbox is given: a workspace to write in, folders and files to read besides, and limits.

    With a `trainer`, what can be trained elsewhere is.
    """

    workspace: Path
    readable: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)
    trainer: Trainer | None = None


class SandboxFailureError(Exception):
    """The sandbox ended, or was ended, before it answered."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Session(Protocol):
    """A sandbox that answers requests until it is closed or fails; after a failure it stays failed."""

    @property
    def output(self) -> str:
        """What the code has printed so far, cut to the limit."""

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        """Return the answer to `request`; what it waits for trainings does not count.

        Raises:
            SandboxFailureError: if none came in time, or none that follows the protocol.
            TrainerError: if a training failed through a fault of the grader's.
        """

    def close(self) -> None:
        """End the sandbox and everything that it started."""


def listed(entries: dict[str, int | str]) -> Outcome:
    """Return the answer to `ListFiles`."""
    return Outcome(
        value=Mapping(
            {
                name: String(entry) if isinstance(entry, str) else Scalar("int", str(entry), "int")
                for name, entry in entries.items()
            }
        )
    )


@dataclass
class Connection:
    """The two ends of a channel to a child process, what it prints, and the way to end it.

    `end` ends it with everything that it started, and returns how it ended; told `True`, it lets it end by
    itself for a moment. `listing` tells what lies in a folder of its workspace.
    """

    reader: BinaryIO
    writer: BinaryIO
    output: BinaryIO
    end: Callable[[bool], Ending]
    listing: Callable[[str], dict[str, int | str]] = listing


_Said = Reply | Asked | ProtocolError


@dataclass
class ProcessSession:
    """A session with a child process."""

    connection: Connection
    limits: Limits
    trainings: Trainings = field(default_factory=lambda: Trainings(None))
    # One at a time: a process that sends replies without end fills its own channel, and not our memory.
    _replies: queue.Queue[Reply | Asked | ProtocolError] = field(
        default_factory=lambda: queue.Queue(maxsize=1)
    )
    _failure: SandboxFailureError | TrainerError | None = None
    _deadline: float = 0.0
    _kept: bytearray = field(default_factory=bytearray)
    _printed_bytes: int = 0
    _answered: bool = False
    _ending: Ending | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._codec, self._answers = request_codec(), answer_codec()
        self._from_sandbox = from_sandbox_codec()
        self._readers = [
            threading.Thread(target=target, daemon=True) for target in (self._read_replies, self._read_output)
        ]
        for thread in self._readers:
            thread.start()

    @property
    def output(self) -> str:
        """What the code has printed so far, cut to the limit."""
        text = bytes(self._kept).decode("utf-8", errors="replace")
        cut = self._printed_bytes - len(self._kept)
        return f"{text}\n[... {cut} more bytes]" if cut else text

    @property
    def failed(self) -> bool:
        """Whether the sandbox ended, or was ended, before it answered."""
        return self._failure is not None

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        """Return the answer to `request`."""
        if self._failure is not None:
            raise self._failure
        if isinstance(request, ListFiles):
            return listed(self.connection.listing(request.folder))
        if isinstance(request, Load):
            request = msgspec.structs.replace(request, trainer=self.trainings.available)
        self._deadline = time.monotonic() + timeout_seconds
        try:
            self._codec.write(self.connection.writer, request)
            while isinstance(reply := self._next(), (TrainingAsked, TrainingData)):
                self._train(reply)
        except queue.Empty:
            raise self._fail(Reason.TIMEOUT, f"no answer within {timeout_seconds:g} s") from None
        except ChannelClosedError as error:
            raise self._fail(Reason.CRASH, "the sandbox closed its channel before it answered") from error
        except ProtocolError as error:
            raise self._fail(Reason.FORBIDDEN, str(error)) from error
        except TrainerError as error:
            self.end()
            self._failure = error
            raise
        self._answered = True
        return self.trainings.attested(reply) if isinstance(reply, Outcome) else reply

    def _next(self) -> Reply | Asked:
        """Return what the sandbox says next, in the time that the request has left."""
        said = self._replies.get(timeout=max(self._deadline - time.monotonic(), 0.0))
        if isinstance(said, ProtocolError):
            raise said
        return said

    def _train(self, asked: Asked) -> None:
        started = time.monotonic()
        answer = self.trainings.answer(asked)
        self._deadline += time.monotonic() - started
        if isinstance(answer, DataWanted):
            self._from_sandbox.max_bytes = MAX_DATA_BYTES
        self._answers.write(self.connection.writer, answer)

    def close(self) -> None:
        """End the sandbox and everything that it started."""
        self.end()
        for thread in self._readers:
            thread.join(timeout=1.0)
        for stream in (self.connection.writer, self.connection.reader, self.connection.output):
            with contextlib.suppress(OSError):  # what was still buffered for a process that is gone
                stream.close()

    def end(self, *, by_itself: bool = False) -> Ending:
        """End the sandbox, if it lives, and return how it ended; wait for a moment if it ends `by_itself`."""
        with self._lock:
            if self._ending is None:
                self._ending = self.connection.end(by_itself)
            return self._ending

    def _fail(self, reason: Reason, detail: str) -> SandboxFailureError:
        ending = self.end(by_itself=reason is Reason.CRASH)
        if ending.status == NOT_SET_UP and not self._answered:
            raise OSError(f"no sandbox could be set up: {self.output}")
        if self._printed_bytes > self.limits.output_allowed_bytes:
            reason, detail = Reason.OUTPUT_LIMIT, self.limits.too_much_output
        elif ending.reason is not None and reason is not Reason.FORBIDDEN:
            reason, detail = ending.reason, ending.detail
        failure = self._failure = SandboxFailureError(reason, detail)
        return failure

    def _read_replies(self) -> None:
        try:
            while self._hand_over(self._read_one()):
                pass
        except ProtocolError as error:
            self._hand_over(error)

    def _read_one(self) -> Reply | Asked:
        said = self._from_sandbox.read(self.connection.reader)
        # Before it is handed over, to whoever may want more: the larger bound is for one frame.
        self._from_sandbox.max_bytes = MAX_REPLY_BYTES
        return said

    def _hand_over(self, reply: _Said) -> bool:
        """Return whether `reply` was taken, before the session ended."""
        while True:
            try:
                self._replies.put(reply, timeout=0.2)
            except queue.Full:
                if self._ending is None:
                    continue
                return False
            return True

    def _read_output(self) -> None:
        while True:
            try:
                # Not `read`: through a buffer it would wait until it is full.
                data = os.read(self.connection.output.fileno(), 2**16)
            except (OSError, ValueError):
                return
            if not data:
                return
            self._printed_bytes += len(data)
            self._kept += data[: self.limits.output_kept_bytes - len(self._kept)]
            if self._printed_bytes > self.limits.output_allowed_bytes:
                self.end()
                return
