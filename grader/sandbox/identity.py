"""Whom a sandbox runs as where the grader is root: a user that owns its workspace, and nothing else."""

from __future__ import annotations

import ctypes
import os
import signal
from pathlib import Path

# Ids that no account has: far above those of people and services, below those of systemd's containers.
_FIRST_UID = 100_000_000
UIDS_PER_LAUNCHER = 64
_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36


def first_uid(pid: int) -> int:
    """Return the first of the 64 user ids of the sandboxes of process `pid`: no other process has them.

    Where root is one of few users (a container without the others), they may be shared.
    """
    known = max(
        (int(line.split()[2]) for line in Path("/proc/self/uid_map").read_text().splitlines()), default=0
    )
    wanted = _FIRST_UID + pid * UIDS_PER_LAUNCHER
    if wanted + UIDS_PER_LAUNCHER <= known:
        return wanted
    lowest, room = known // 2, known // 2 - UIDS_PER_LAUNCHER
    return lowest + pid * UIDS_PER_LAUNCHER % max(room, 1)


def become(uid: int, gid: int) -> None:
    """Become that user for good.

    Raises:
        OSError: if the system does not know such a user or this process may not.
    """
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)


def die_with(parent: int) -> None:
    """Have the system kill this process when `parent`, which forked it, ends; end now if it has ended."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def adopt_orphans() -> None:
    """Become the parent of what children leave behind, so that it can be ended."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def _prctl(option: int, value: int) -> None:
    call = ctypes.CDLL(None, use_errno=True).prctl
    if call(option, ctypes.c_ulong(value), 0, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
