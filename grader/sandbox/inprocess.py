"""No isolation: the student's code in the judge's own process, through the same codec. For `--pdb`."""

from __future__ import annotations

import io
import os
import threading
import uuid
from pathlib import Path
from types import TracebackType

import msgspec

from grader.sandbox.messages import ListFiles, Load, Outcome, Reply, Request, reply_codec, request_codec
from grader.sandbox.session import Room, listed
from grader.sandbox.trainings import Trainings
from grader.sandbox.worker import Worker
from grader.sandbox.workspace import listing
from grader.training.asking import Trainer


class InProcessLauncher:
    """Opens sandboxes that are none."""

    def __init__(self, keras_home: Path) -> None:
        # Keras reads these when it is imported, which has not happened yet.
        os.environ.setdefault("MPLBACKEND", "Agg")
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
        os.environ["KERAS_HOME"] = str(keras_home)

    def open(self, room: Room, owner: str) -> InProcessSession:
        """Return a session in this process; files are written where paths say, the current folder stays."""
        del owner
        return InProcessSession(room.trainer)

    def forget(self, owner: str) -> None:
        """Do nothing: there is no process."""

    def close(self) -> None:
        """Do nothing: there is no process."""


# Sandboxes that are none share their generators of random numbers, and what records a `fit`: one at a time.
_TURN = threading.Lock()


class InProcessSession:
    """Calls the worker directly; what it says still goes through frames, so that evidence is the same."""

    output = ""  # printed where the judge prints

    def __init__(self, trainer: Trainer | None = None) -> None:
        self.worker = Worker(uuid.uuid4().hex)
        self._trainings = Trainings(trainer)
        self._requests, self._replies = request_codec(), reply_codec()

    @property
    def last_traceback(self) -> TracebackType | None:
        """The traceback of the last exception that student code raised."""
        return self.worker.last_traceback

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        """Return the answer to `request`, however long it takes."""
        del timeout_seconds
        if isinstance(request, ListFiles):
            return listed(listing(request.folder))
        if isinstance(request, Load):
            # The judge's own folder stays.
            request = msgspec.structs.replace(request, workspace=None, trainer=self._trainings.available)
        received = self._requests.read(io.BytesIO(self._requests.encode(request)))
        with _TURN:
            handled = self.worker.handle(received, self._trainings.answer)
        reply = self._replies.read(io.BytesIO(self._replies.encode(handled)))
        return self._trainings.attested(reply) if isinstance(reply, Outcome) else reply

    def close(self) -> None:
        """Do nothing: the objects go with the session."""
