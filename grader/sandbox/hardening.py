"""What a process gives up for good before it runs a student's code: Landlock, then seccomp. Linux only."""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Iterable

from landlock import FSAccess, Ruleset

from grader.sandbox.grants import Grants
from grader.sandbox.system_calls import system_call_filter

_READ = FSAccess.READ_FILE | FSAccess.READ_DIR


def harden(grants: Grants, workspace: str, readable: Iterable[str]) -> None:
    """Leave this process only `grants`, reading `readable`, and its workspace; no network, no other process.

    Raises:
        OSError: if the system does not offer it. Then nothing must run here.
    """
    # The package takes an error number that some other library left behind for its own.
    ctypes.set_errno(0)
    rules = Ruleset()
    _allow(rules, (*grants.readable, *readable, "/proc/self"), _READ)
    _allow(rules, grants.listed, FSAccess.READ_DIR)
    _allow(rules, grants.writable, FSAccess.READ_FILE | FSAccess.WRITE_FILE | _device_control())
    # Everything but programs and devices.
    _allow(
        rules,
        [workspace],
        FSAccess.all() & ~(FSAccess.EXECUTE | FSAccess.MAKE_CHAR | FSAccess.MAKE_BLOCK | FSAccess.MAKE_SOCK),
    )
    denied = system_call_filter()
    rules.apply()
    os.close(rules._fd)  # noqa: SLF001 - the package keeps it open
    denied.load()


def _allow(rules: Ruleset, paths: Iterable[str], access: FSAccess) -> None:
    of_a_file = access & FSAccess.all_file()
    for path in paths:
        with contextlib.suppress(FileNotFoundError, PermissionError):  # what is not there needs no grant
            rules.allow(path, rules=access if os.path.isdir(path) else of_a_file)  # noqa: PTH112 - of hundreds


def _device_control() -> FSAccess:
    return FSAccess.IOCTL_DEV & FSAccess.all()
