"""The process that forks sandboxes and watches them: it has imported the libraries, and done nothing else.

Exec'd afresh by the judge, so that no answer is in its memory. It carries out the orders of `control`, one
packet each over a Unix socket. It is the parent of every sandbox: it ends what uses more than it may, and
knows how each one ended. When the judge is gone, so are they all.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import pkgutil
import select
import signal
import socket
import sys
import threading

import msgspec
import psutil

import grader.evidence
from grader.evidence.keras_edition import mean_one_keras
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
    Removed,
    Seen,
    Settings,
)
from grader.sandbox.forking import Identity, fork
from grader.sandbox.grants import common_grants
from grader.sandbox.identity import UIDS_PER_LAUNCHER, adopt_orphans
from grader.sandbox.messages import asked_codec, reply_codec, request_codec
from grader.sandbox.preparation import remember_libraries
from grader.sandbox.supervised import Supervised
from grader.sandbox.workspace import listing, open_to_group, remove_tree
from grader.training.asking import answer_codec

LOOK_SECONDS = 0.05


def preload(libraries: tuple[str, ...]) -> None:
    """Import `libraries`; one that is missing will be missed where it is used."""
    mean_one_keras()
    for name in libraries:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    # A sandbox cannot read the grader's own folder: what it needs of it must be here before.
    for module in pkgutil.walk_packages(grader.evidence.__path__, "grader.evidence."):
        importlib.import_module(module.name)
    importlib.import_module("grader.sandbox.worker")
    remember_libraries()
    # What they work out about their types is kept.
    request_codec(), answer_codec(), reply_codec(), asked_codec()
    # Else a sandbox's first full collection looks at every object of the libraries, and so copies every page
    # that they lie on: 0.2 s, where a sandbox is ready in hundredths.
    gc.collect()
    gc.freeze()


def safe_to_fork() -> bool:
    """Return whether TensorFlow has run nothing yet: after its first operation a fork would hang."""
    if threading.active_count() > 1:
        return False
    if "tensorflow" not in sys.modules:
        return True
    from tensorflow.python.eager import context  # noqa: PLC0415 - the only place that tells

    return getattr(context.context(), "_context_handle", None) is None


class Zygote:
    """Carries out orders, and watches what it has made."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._grants = common_grants(settings.keras_home) if settings.hardened else None
        if settings.hardened:
            importlib.import_module("grader.sandbox.hardening")  # missing packages are told of at the start
        self._sandboxes: dict[int, Supervised] = {}
        self._uids: dict[str, int] = {}
        self._made = 0
        if settings.first_uid is not None:
            open_to_group(settings.keras_home, settings.first_uid)

    def serve(self, control: socket.socket) -> None:
        """Carry out orders until the judge is gone, or forking is safe no more; then end every sandbox."""
        decoder = msgspec.json.Decoder(Order)
        try:
            while True:
                alive = any(sandbox.ending is None for sandbox in self._sandboxes.values())
                ready, _, _ = select.select([control], [], [], LOOK_SECONDS if alive else None)
                if ready:
                    packet, descriptors, _, _ = socket.recv_fds(control, MAX_PACKET_BYTES, 2)
                    if not packet:
                        return
                    try:
                        answer = self._carry_out(decoder.decode(packet), descriptors)
                    except OSError as error:
                        answer = Refused(f"{type(error).__name__}: {error}")
                    finally:
                        for descriptor in descriptors:
                            os.close(descriptor)
                    control.send(msgspec.json.encode(answer))
                self._look()
        finally:
            for sandbox in self._sandboxes.values():
                sandbox.end()
            self._end_orphans()

    def _carry_out(self, order: Order, descriptors: list[int]) -> Answer:
        if isinstance(order, Fork):
            return self._fork(order, *descriptors)
        if isinstance(order, End):
            sandbox = self._sandboxes.pop(order.sandbox, None)
            ending = sandbox.end(order.ending) if sandbox is not None else Ending()
            self._end_orphans()
            return Ended(ending)
        if isinstance(order, Look):
            return Seen(listing(order.folder))
        if isinstance(order, Remove):
            remove_tree(order.workspace)
            self._uids.pop(order.workspace, None)
        return Removed()

    def _fork(self, order: Fork, channel: int, output: int) -> Answer:
        if not safe_to_fork():
            return Refused("a library has begun to compute: a sandbox forked now would hang", unsafe=True)
        os.makedirs(order.workspace, mode=0o700, exist_ok=True)  # noqa: PTH103 - a text on the wire
        identity = self._identity(order)
        if identity is not None:
            os.chown(order.workspace, identity.uid, identity.gid)
        pid = fork(order, channel, output, grants=self._grants, identity=identity)
        self._made += 1
        self._sandboxes[self._made] = Supervised(
            pid, order.workspace, order.limits, starts_processes=not self._settings.hardened
        )
        return Forked(self._made)

    def _identity(self, order: Fork) -> Identity | None:
        """Return whom the sandbox runs as: the same user in all sandboxes of a workspace."""
        first = self._settings.first_uid
        if first is None:
            return None
        uid = self._uids.setdefault(order.workspace, first + self._made % UIDS_PER_LAUNCHER)
        beside = sum(
            sandbox.workspace == order.workspace and sandbox.ending is None
            for sandbox in self._sandboxes.values()
        )
        return Identity(uid, first, order.limits.tasks * (beside + 1))

    def _look(self) -> None:
        for sandbox in self._sandboxes.values():
            sandbox.look()

    def _end_orphans(self) -> None:
        """End what sandboxes have left behind: nothing else is a child of this process."""
        if self._settings.hardened:
            return
        own = {sandbox.pid for sandbox in self._sandboxes.values() if sandbox.ending is None}
        for process in psutil.Process().children():
            if process.pid not in own:
                with contextlib.suppress(psutil.Error, ChildProcessError):
                    process.kill()
                    os.waitpid(process.pid, 0)


def main() -> None:
    """Serve the judge on the descriptor that is the first argument, as the second says."""
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = msgspec.json.decode(sys.argv[2], type=Settings)
    preload(settings.libraries)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the judge, which then ends this process
    adopt_orphans()
    Zygote(settings).serve(control)


if __name__ == "__main__":
    main()
