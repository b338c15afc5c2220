"""Sandboxes forked from a warm process: libraries are imported once, a sandbox is ready in milliseconds."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import threading
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec
import psutil

from grader.sandbox.control import (
    MAX_PACKET_BYTES,
    Answer,
    End,
    Ended,
    Ending,
    Fork,
    Forked,
    Look,
    Order,
    Refused,
    Remove,
    Seen,
    Settings,
)
from grader.sandbox.environment import sandbox_environment
from grader.sandbox.identity import first_uid
from grader.sandbox.place import Place
from grader.sandbox.session import Connection, ProcessSession, Room
from grader.sandbox.trainings import Trainings
from grader.sandbox.workspace import remove_tree

# What a warm process may take to end everything once its judge lets go of it.
_CLOSING_SECONDS = 5.0
_ANSWERS = msgspec.json.Decoder(Answer)


class UnsafeToForkError(ConnectionError):
    """The libraries that were imported ahead do not bear a fork."""


class ForkServerLauncher:
    """Keeps one warm process, starts it at the first need, and starts it afresh if it ends."""

    def __init__(self, place: Place, libraries: Sequence[str]) -> None:
        self._place = place
        self._libraries = tuple(libraries)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        # Sandboxes of one warm process do not outlive it: an order about one belongs to that process.
        self._generation = 0
        self._told: BinaryIO
        self._workspaces: dict[str, set[Path]] = {}

    def open(self, room: Room, owner: str) -> ProcessSession:
        """Return a fresh sandbox in `room`, whoever the owner is.

        Raises:
            OSError: if the warm process cannot be started twice in a row.
        """
        self._place.admit(room.readable)
        with self._lock:
            self._workspaces.setdefault(owner, set()).add(room.workspace)
            try:
                return self._fork(room)
            except UnsafeToForkError:
                self._libraries = ()  # from now on each sandbox imports for itself: slow is better than hung
            except OSError:
                pass  # it died: once more from the start
            self._stop()
            return self._fork(room)

    def forget(self, owner: str) -> None:
        """Remove every workspace of the owner's sandboxes; no sandbox outlives its session."""
        with self._lock:
            for workspace in self._workspaces.pop(owner, ()):
                if self._control is not None:
                    with contextlib.suppress(OSError):
                        self._ask(Remove(str(workspace)))
                remove_tree(str(workspace))  # the folder of that name out here, should there be another

    def close(self) -> None:
        """End the warm process and every sandbox."""
        with self._lock:
            self._stop()

    def _start(self) -> None:
        place = self._place
        settings = Settings(
            libraries=self._libraries,
            keras_home=str(place.keras_home),
            hardened=place.hardened,
            first_uid=first_uid(os.getpid()) if self._place.drops_privileges else None,
        )
        # Isolated: the current folder and the user's site folder are not on the import path.
        command = [*place.command(), sys.executable, "-I", "-m", "grader.sandbox.zygote"]
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control = ours
        self._told = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process that writes it
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [*command, str(theirs.fileno()), msgspec.json.encode(settings).decode()],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._told,
                env=sandbox_environment(place.keras_home, place.keras_home),
                start_new_session=True,
            )
        self._generation += 1

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
            self._told.close()
        if self._process is not None:
            try:
                self._process.wait(_CLOSING_SECONDS)
            except subprocess.TimeoutExpired:
                _kill_tree(self._process)
        self._control = self._process = None

    def _fork(self, room: Room) -> ProcessSession:
        if self._control is None:
            self._start()
        ours, theirs = socket.socketpair()
        output_read, output_write = os.pipe()
        order = Fork(
            workspace=str(room.workspace),
            prefix=uuid.uuid4().hex,
            readable=tuple(map(str, room.readable)),
            limits=room.limits,
        )
        try:
            answer = self._ask(order, [theirs.fileno(), output_write])
        except OSError:
            os.close(output_read)
            ours.close()
            raise
        finally:
            theirs.close()
            os.close(output_write)
        if not isinstance(answer, Forked):
            raise ConnectionError("the warm process answered something else")
        sandbox, generation = answer.sandbox, self._generation
        connection = Connection(
            reader=ours.makefile("rb"),
            writer=ours.makefile("wb"),
            output=os.fdopen(output_read, "rb", buffering=0),
            end=lambda ending: self._end(End(sandbox, ending), generation),
            listing=self._listing,
        )
        ours.close()  # the two streams keep it open until they are closed themselves
        return ProcessSession(connection, room.limits, Trainings(room.trainer))

    def _end(self, order: End, generation: int) -> Ending:
        with self._lock:
            if self._control is None or generation != self._generation:
                return Ending()
            try:
                answer = self._ask(order)
            except OSError:
                return Ending()  # the warm process is gone, and every sandbox with it
        return answer.ending if isinstance(answer, Ended) else Ending()

    def _listing(self, folder: str) -> dict[str, int | str]:
        with self._lock:
            answer = self._ask(Look(folder))
        return answer.entries if isinstance(answer, Seen) else {}

    def _last_words(self) -> str:
        """Return what the warm process said when it ended."""
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(1.0)
        self._told.seek(0)
        lines = self._told.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "the warm process ended"

    def _ask(self, order: Order, descriptors: Sequence[int] = ()) -> Answer:
        if self._control is None:
            raise ConnectionError("there is no warm process")
        socket.send_fds(self._control, [msgspec.json.encode(order)], descriptors)
        try:
            packet = self._control.recv(MAX_PACKET_BYTES)
        except ConnectionResetError:
            packet = b""
        if not packet:
            raise ConnectionError(self._last_words())
        answer: Answer = _ANSWERS.decode(packet)
        if isinstance(answer, Refused) and answer.unsafe:
            raise UnsafeToForkError(answer.why)
        if isinstance(answer, Refused):
            raise ConnectionError(answer.why)
        return answer


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(psutil.Error):
        for descendant in psutil.Process(process.pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                descendant.kill()
    process.kill()
    process.wait()
