"""A process per owner: works on every system, and imports the libraries once for each.

A process that answered to the end serves its owner's next sandbox, after a reset; one that failed is ended. A
reference never runs where a student's code has run, for the two are different owners.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import psutil

from grader.report.model import Reason
from grader.sandbox.control import Ending
from grader.sandbox.environment import sandbox_environment
from grader.sandbox.messages import Reply, Request
from grader.sandbox.session import Connection, ProcessSession, Room
from grader.sandbox.trainings import Trainings

_ENDING_SECONDS = 0.5


class FreshProcessLauncher:
    """Starts Python processes, and lends each to one sandbox at a time."""

    def __init__(self, keras_home: Path) -> None:
        self._keras_home = keras_home
        self._idle: dict[str, _Child] = {}

    def open(self, room: Room, owner: str) -> LentSession:
        """Return a sandbox for `owner` in `room`; the workspace is its folder once a file is loaded."""
        child = self._idle.pop(owner, None) or self._start(room)
        child.session.trainings = Trainings(room.trainer)
        return LentSession(child.session, lambda: self._take_back(child, owner))

    def forget(self, owner: str) -> None:
        """End the process that waits for `owner`'s next sandbox."""
        child = self._idle.pop(owner, None)
        if child is not None:
            child.session.close()

    def close(self) -> None:
        """End every process that waits."""
        for owner in list(self._idle):
            self.forget(owner)

    def _take_back(self, child: _Child, owner: str) -> None:
        if child.session.failed or owner in self._idle:
            child.session.close()
        else:
            _end_tree(child.process.pid)
            self._idle[owner] = child

    def _start(self, room: Room) -> _Child:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            # Isolated: the current folder and the user's site folder are not on the import path.
            [sys.executable, "-I", "-m", "grader.sandbox.child", uuid.uuid4().hex],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=room.workspace,
            env=sandbox_environment(self._keras_home, room.workspace),
            start_new_session=True,
        )
        connection = Connection(
            reader=cast("BinaryIO", process.stdout),
            writer=cast("BinaryIO", process.stdin),
            output=cast("BinaryIO", process.stderr),
            end=lambda ending: _end(process, ending),
        )
        return _Child(process, ProcessSession(connection, room.limits))


@dataclass(frozen=True)
class _Child:
    process: subprocess.Popen[bytes]
    session: ProcessSession


class LentSession:
    """A session with a process that goes back to its launcher when it is closed."""

    def __init__(self, session: ProcessSession, take_back: Callable[[], None]) -> None:
        self._session = session
        self._take_back = take_back
        self._printed_before = len(session.output)

    @property
    def output(self) -> str:
        """What the code has printed since this session began."""
        return self._session.output[self._printed_before :]

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        """Return the answer to `request`."""
        return self._session.request(request, timeout_seconds)

    def close(self) -> None:
        """Give the process back."""
        self._take_back()


def _end(process: subprocess.Popen[bytes], ending: bool) -> Ending:  # noqa: FBT001
    with contextlib.suppress(subprocess.TimeoutExpired):
        # What has just closed its channel is about to end by itself: then its status says why.
        code = process.wait(_ENDING_SECONDS if ending else 0)
        return Ending(reason=Reason.CRASH, detail=f"ended with status {code}", status=code)
    _end_tree(process.pid)
    process.kill()
    process.wait()
    return Ending()


def _end_tree(pid: int) -> None:
    """End every process that `pid` has started."""
    with contextlib.suppress(psutil.NoSuchProcess):
        for descendant in psutil.Process(pid).children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                descendant.kill()
