"""The judge's side of the trainer's process: started at the first recipe, and afresh when it dies."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from typing import BinaryIO, cast

from grader.evidence.codec import ProtocolError
from grader.training.digests import TrainerError
from grader.training.orders import Order, Reported, finished_codec, order_codec

# Isolated: the current folder and the user's site folder are not on the import path.
COMMAND = (sys.executable, "-I", "-m", "grader.training.serve")


class TrainerProcess:
    """One process that executes one recipe at a time, whoever asks."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Prepare; `environment` must hold all that changes the bits as the sandboxes have it."""
        self._environment = dict(environment)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._told: BinaryIO | None = None

    def execute(self, order: Order, timeout_seconds: float) -> Reported:
        """Return what comes of `order`; a process that dies or hangs over it is replaced, once.

        Raises:
            TrainerError: if the second one fails too.
        """
        with self._lock:
            try:
                return self._attempt(order, timeout_seconds)
            except ProtocolError:
                self._stop()
            try:
                return self._attempt(order, timeout_seconds)
            except ProtocolError as error:
                words = self._stop()
                raise TrainerError(f"the trainer ended twice over one recipe: {words or error}") from error

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._stop()

    def _attempt(self, order: Order, timeout_seconds: float) -> Reported:
        process = self._process or self._start()
        # What hangs is ended: the channel then closes, and that is noticed like any other end.
        watch = threading.Timer(timeout_seconds, process.kill)
        watch.daemon = True
        watch.start()
        try:
            order_codec().write(cast("BinaryIO", process.stdin), order)
            return finished_codec().read(cast("BinaryIO", process.stdout))
        finally:
            watch.cancel()

    def _start(self) -> subprocess.Popen[bytes]:
        self._told = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._told,
            env=self._environment,
            start_new_session=True,
        )
        return self._process

    def _stop(self) -> str:
        """End the process, and return its last words."""
        if self._process is not None:
            self._process.kill()  # it holds nothing that is not held here
            for stream in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):  # what was still buffered for a process that is gone
                    cast("BinaryIO", stream).close()
            self._process.wait()
            self._process = None
        told, self._told = self._told, None
        return "" if told is None else _last_line(told)


def _last_line(told: BinaryIO) -> str:
    with told:
        told.seek(0)
        lines = told.read().decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:300] if lines else ""
