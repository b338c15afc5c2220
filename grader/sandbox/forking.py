"""From the warm process to a sandbox: what the new process does before any student code. Linux only."""

from __future__ import annotations

import os
import signal
import socket
import sys
import tempfile
import traceback
from dataclasses import dataclass

from grader.sandbox import child
from grader.sandbox.control import NOT_SET_UP, Fork
from grader.sandbox.environment import home_variables
from grader.sandbox.grants import Grants
from grader.sandbox.identity import become, die_with


@dataclass(frozen=True)
class Identity:
    """The user and group of a sandbox, and how many tasks that user may have in all its sandboxes."""

    uid: int
    gid: int
    tasks: int


def fork(order: Fork, channel: int, output: int, *, grants: Grants | None, identity: Identity | None) -> int:
    """Return the pid of a new sandbox that serves on `channel` and prints to `output`.

    With `grants` it is hardened; with `identity` it becomes that user.
    """
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    try:
        _take_places(channel, output)
        _settle(order, parent, grants, identity)
    except BaseException:  # noqa: BLE001 - whatever it was, no student code may run now
        traceback.print_exc(limit=3)
        sys.stderr.flush()
        os._exit(NOT_SET_UP)
    try:
        with socket.socket(fileno=channel) as connection:
            reader, writer = connection.makefile("rb"), connection.makefile("wb")
            child.run(reader, writer, order.prefix)
    finally:
        os._exit(1)


def _take_places(channel: int, output: int) -> None:
    """Leave the session and every descriptor of the parent but the channel."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.closerange(3, channel)
    os.closerange(channel + 1, os.sysconf("SC_OPEN_MAX"))


def _settle(order: Fork, parent: int, grants: Grants | None, identity: Identity | None) -> None:
    if identity is not None:
        become(identity.uid, identity.gid)
    # After the change of user, which would undo it.
    die_with(parent)
    os.umask(0o022)
    os.chdir(order.workspace)
    os.environ.update(home_variables(order.workspace))
    tempfile.tempdir = None
    child.limit_resources(order.limits, identity.tasks if identity is not None else None)
    if grants is not None:
        from grader.sandbox.hardening import harden  # noqa: PLC0415 - needs packages that a lower level does not

        harden(grants, order.workspace, order.readable)
