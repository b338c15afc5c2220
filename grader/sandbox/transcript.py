"""What was asked of a submission's sandboxes and what they answered, kept so that it can be judged again.

A `Recorder` opens real sandboxes and writes down every exchange; a `Replay` answers the same requests from
what was written down, and runs nothing. Both stand where a launcher's sandboxes stand: a check cannot tell.
Arrays are kept apart, by digest: the same weights in a hundred submissions are one array.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec

from grader.report.model import Reason
from grader.sandbox.messages import Load, Reply, Request, reply_codec, request_codec
from grader.sandbox.session import SandboxFailureError, Session

# Beyond this the evidence of one exercise is not kept: judging it again then runs it again.
MAX_KEPT_BYTES = 512 * 2**20

_WORKSPACE = b"$WORKSPACE"


class NotRecordedError(Exception):
    """A check asked what was not asked when the transcript was made."""


class PackedReply(msgspec.Struct, frozen=True):
    """A reply as JSON, with the digests of its arrays."""

    text: bytes
    arrays: tuple[str, ...]


class Exchange(msgspec.Struct, frozen=True):
    """One request, by its digest, and the reply; or why there was none."""

    request: str
    reply: PackedReply | None = None
    reason: Reason | None = None
    detail: str = ""


class SessionTranscript(msgspec.Struct, frozen=True):
    """What one sandbox was asked, in order, and what its code printed."""

    exchanges: tuple[Exchange, ...]
    output: str


class Transcript(msgspec.Struct, frozen=True):
    """What the sandboxes of one exercise were asked, in the order in which they were opened.

    `workspace` is the folder as paths in requests and replies name it.
    """

    workspace: str
    sessions: tuple[SessionTranscript, ...]


class Sandboxes(Protocol):
    """Where the sandboxes of one exercise of one submission come from."""

    @property
    def workspace(self) -> Path:
        """The folder that they write in."""

    def open(self) -> Session:
        """Return a new sandbox over the workspace."""


@dataclass(frozen=True)
class LiveSandboxes:
    """Sandboxes as a launcher opens them."""

    workspace: Path
    open_session: Callable[[], Session]
    # How long their code has waited for trainings, all together, in seconds.
    waited: Callable[[], float] = lambda: 0.0

    def open(self) -> Session:
        """Return a new sandbox over the workspace."""
        return self.open_session()


def request_digest(request: Request, workspace: Path) -> str:
    """Return the digest by which `request` is found again, wherever the workspace lies then."""
    if isinstance(request, Load):
        return "load"  # of the one file of the exercise, from wherever it was copied to
    text, blobs = request_codec().pack(request)
    named = msgspec.json.encode(str(workspace))[1:-1]
    digest = hashlib.blake2b(text.replace(named, _WORKSPACE), digest_size=20)
    for blob in blobs:
        digest.update(len(blob).to_bytes(8, "little"))
        digest.update(blob)
    return digest.hexdigest()


def pack_reply(reply: Reply) -> tuple[PackedReply, dict[str, bytes]]:
    """Return `reply` without its arrays, and these by their digests."""
    text, blobs = reply_codec().pack(reply)
    names = tuple(hashlib.blake2b(blob, digest_size=20).hexdigest() for blob in blobs)
    return PackedReply(text, names), dict(zip(names, blobs, strict=True))


def unpack_reply(packed: PackedReply, array: Callable[[str], bytes]) -> Reply:
    """Return the reply; `array` gives the bytes of an array by its digest."""
    return reply_codec().unpack(packed.text, [array(name) for name in packed.arrays])


@dataclass
class Recorder:
    """Opens the sandboxes of `live`, and writes down what they answer."""

    live: Sandboxes
    # Not in the `repr`: hypothesis asks for that of whatever a failed check was given.
    arrays: dict[str, bytes] = field(default_factory=dict, repr=False)
    _sessions: list[_RecordingSession] = field(default_factory=list, repr=False)
    _kept_bytes: int = 0

    @property
    def workspace(self) -> Path:
        """The folder that the sandboxes write in."""
        return self.live.workspace

    def open(self) -> Session:
        """Return a new sandbox whose answers are written down."""
        session = _RecordingSession(self.live.open(), self)
        self._sessions.append(session)
        return session

    @property
    def transcript(self) -> Transcript | None:
        """What was written down; `None` if it was more than is kept."""
        if self._kept_bytes > MAX_KEPT_BYTES:
            return None
        sessions = tuple(SessionTranscript(tuple(one.exchanges), one.output) for one in self._sessions)
        return Transcript(str(self.workspace), sessions)

    def keep(self, reply: Reply, digest: str) -> Exchange:
        """Return the exchange, its arrays kept."""
        packed, arrays = pack_reply(reply)
        new = {name: data for name, data in arrays.items() if name not in self.arrays}
        self._kept_bytes += len(packed.text) + sum(map(len, new.values()))
        if self._kept_bytes > MAX_KEPT_BYTES:
            self.arrays.clear()
            return Exchange(digest)
        self.arrays.update(new)
        return Exchange(digest, packed)


class _RecordingSession:
    def __init__(self, session: Session, recorder: Recorder) -> None:
        self._session = session
        self._recorder = recorder
        self.exchanges: list[Exchange] = []

    @property
    def output(self) -> str:
        return self._session.output

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        digest = request_digest(request, self._recorder.workspace)
        try:
            reply = self._session.request(request, timeout_seconds)
        except SandboxFailureError as failure:
            self.exchanges.append(Exchange(digest, reason=failure.reason, detail=failure.detail))
            raise
        self.exchanges.append(self._recorder.keep(reply, digest))
        return reply

    def close(self) -> None:
        self._session.close()


@dataclass
class Replay:
    """Answers from `transcript`; `array` gives the bytes of an array by its digest."""

    transcript: Transcript = field(repr=False)
    array: Callable[[str], bytes] = field(repr=False)
    missed: bool = False
    _opened: int = 0

    @property
    def workspace(self) -> Path:
        """The folder as it was named: nothing is read or written there."""
        return Path(self.transcript.workspace)

    def open(self) -> Session:
        """Return the next of the recorded sandboxes; one that nothing was asked of if there is none left."""
        recorded = self.transcript.sessions[self._opened : self._opened + 1]
        self._opened += 1
        return _ReplayedSession(recorded[0] if recorded else SessionTranscript((), ""), self)


class _ReplayedSession:
    def __init__(self, recorded: SessionTranscript, replay: Replay) -> None:
        self._recorded = recorded
        self._replay = replay
        self._position = 0
        self.output = recorded.output

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        del timeout_seconds
        exchange = self._next(request_digest(request, self._replay.workspace))
        if exchange.reason is not None:
            raise SandboxFailureError(exchange.reason, exchange.detail)
        if exchange.reply is None:
            raise NotRecordedError("the reply was not kept")
        return unpack_reply(exchange.reply, self._replay.array)

    def close(self) -> None:
        """Do nothing: nothing runs."""

    def _next(self, digest: str) -> Exchange:
        """Return the next exchange of that request: asked twice, it may have been answered differently."""
        exchanges: tuple[Exchange, ...] = self._recorded.exchanges
        order: list[int] = [*range(self._position, len(exchanges)), *range(self._position)]
        for number in order:
            if exchanges[number].request == digest:
                self._position = number + 1
                return exchanges[number]
        self._replay.missed = True
        raise NotRecordedError(digest)
