"""What the judge orders of the process that forks sandboxes, and what that answers: a packet each."""

from __future__ import annotations

import msgspec

from grader.report.model import Reason
from grader.sandbox.limits import Limits

MAX_PACKET_BYTES = 2**16
# What a sandbox ends with that could not be set up: the grader's fault, and no student code has run.
NOT_SET_UP = 97


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How sandboxes are made: libraries to import ahead, folders to read, and how far to go.

    `first_uid` is the first of the 64 user ids that sandboxes take, where the forking process is root's;
    `keras_home` is the group's then.
    """

    libraries: tuple[str, ...]
    keras_home: str
    hardened: bool = False
    first_uid: int | None = None
    hidden: tuple[str, ...] = ()


class Fork(msgspec.Struct, frozen=True, tag="fork", kw_only=True):
    """Make a sandbox; two descriptors come with it: its channel, and where it prints."""

    workspace: str
    prefix: str
    readable: tuple[str, ...]
    limits: Limits


class End(msgspec.Struct, frozen=True, tag="end"):
    """End a sandbox with everything that it has started.

    `ending` says that it seems to have ended by itself: then it is given the time to.
    """

    sandbox: int
    ending: bool = False


class Remove(msgspec.Struct, frozen=True, tag="remove"):
    """Remove a workspace with everything in it."""

    workspace: str


class Look(msgspec.Struct, frozen=True, tag="look"):
    """Tell what lies in a folder."""

    folder: str


Order = Fork | End | Remove | Look


class Ending(msgspec.Struct, frozen=True, kw_only=True):
    """How a sandbox ended; `reason` is `None` if it lived until it was ended from outside.

    `peak_bytes` is the most resident memory that was seen, `cpu_seconds` its processor time.
    """

    reason: Reason | None = None
    detail: str = ""
    status: int | None = None
    peak_bytes: int = 0
    cpu_seconds: float = 0.0


class Forked(msgspec.Struct, frozen=True, tag="forked"):
    """The number of the new sandbox, by which it is ended."""

    sandbox: int


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """How the sandbox ended."""

    ending: Ending


class Removed(msgspec.Struct, frozen=True, tag="removed"):
    """The workspace is gone."""


class Seen(msgspec.Struct, frozen=True, tag="seen"):
    """What lies in the folder."""

    entries: dict[str, int | str]


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The order could not be carried out; `unsafe` if a sandbox forked now would hang."""

    why: str
    unsafe: bool = False


Answer = Forked | Ended | Removed | Seen | Refused
