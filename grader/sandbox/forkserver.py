"""Sandboxes forked from a warm process: libraries are imported once, a sandbox is ready in milliseconds."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import uuid
from collections.abc import Sequence
from pathlib import Path

import psutil

from grader.sandbox.environment import sandbox_environment
from grader.sandbox.session import Connection, ProcessSession, Room


class ForkServerLauncher:
    """Keeps one warm process, starts it at the first need, and starts it afresh if it ends."""

    def __init__(self, keras_home: Path, libraries: Sequence[str]) -> None:
        self._keras_home = keras_home
        self._libraries = list(libraries)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def open(self, room: Room, owner: str) -> ProcessSession:
        """Return a fresh sandbox in `room`, whoever the owner is.

        Raises:
            OSError: if the warm process cannot be started twice in a row.
        """
        del owner
        with self._lock:
            try:
                return self._fork(room)
            except OSError:
                self.close()  # it died, or refused to fork: once more from the start
                return self._fork(room)

    def forget(self, owner: str) -> None:
        """Do nothing: no sandbox outlives its session."""

    def close(self) -> None:
        """End the warm process."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._control = self._process = None

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                # Isolated: the current folder and the user's site folder are not on the import path.
                [
                    sys.executable,
                    "-I",
                    "-m",
                    "grader.sandbox.zygote",
                    str(theirs.fileno()),
                    json.dumps(self._libraries),
                ],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=sandbox_environment(self._keras_home, self._keras_home),
                start_new_session=True,
            )
        self._control = ours
        return ours

    def _fork(self, room: Room) -> ProcessSession:
        control = self._control or self._start()
        ours, theirs = socket.socketpair()
        output_read, output_write = os.pipe()
        job = json.dumps({"workspace": str(room.workspace), "prefix": uuid.uuid4().hex}).encode()
        try:
            socket.send_fds(control, [job], [theirs.fileno(), output_write])
            answer = control.recv(2**16)
            if not answer:
                raise ConnectionError("the warm process ended")
        except OSError:
            os.close(output_read)
            ours.close()
            raise
        finally:
            theirs.close()
            os.close(output_write)
        pid = int(json.loads(answer)["pid"])
        connection = Connection(
            reader=ours.makefile("rb"),
            writer=ours.makefile("wb"),
            output=os.fdopen(output_read, "rb", buffering=0),
            kill=lambda: _end(pid, ours),
        )
        ours.close()  # the two streams keep it open until they are closed themselves
        return ProcessSession(connection, room.limits)


def _end(pid: int, channel: socket.socket) -> None:
    """End the sandbox `pid`, its process group, and what left that group."""
    try:
        tree = psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        tree = []
    for group in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            group(pid, signal.SIGKILL)
    for process in tree:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    try:
        channel.shutdown(socket.SHUT_RDWR)
    except OSError:  # it was closed by the other side
        return
