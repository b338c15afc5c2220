"""The ways to open a sandbox, strongest promise last."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Protocol

from grader.sandbox.session import Room, Session


class Isolation(str, Enum):
    """How far student code is kept from the judge.

    `NONE` runs it in the judge's own process, for `--pdb`. `PROCESS` runs it in a process of its own, which
    protects the judge's memory and lets it outlive crashes and endless loops, and nothing more.
    """

    NONE = "none"
    PROCESS = "process"


class Launcher(Protocol):
    """Opens sandboxes that share libraries and a home folder for Keras."""

    def open(self, room: Room, owner: str) -> Session:
        """Return a sandbox in `room`, whose current folder is the room's workspace.

        Where starting one is slow, it may have served `owner` before, and nobody else.
        """

    def forget(self, owner: str) -> None:
        """End what is kept for `owner`."""

    def close(self) -> None:
        """End what the launcher itself keeps running."""


def open_launcher(
    isolation: Isolation,
    *,
    keras_home: Path,
    libraries: Sequence[str],
    scratch: Path,
    visible: Sequence[Path] = (),
) -> Launcher:
    """Return the launcher for `isolation` on this system; `libraries` are imported once, ahead of use.

    Every room's workspace lies under `scratch`, and what it may read under one of the `visible` folders.
    """
    del scratch, visible
    # Imported here: each strategy needs what another system may not have.
    if isolation is Isolation.NONE:
        from grader.sandbox.inprocess import InProcessLauncher  # noqa: PLC0415

        return InProcessLauncher(keras_home)
    if sys.platform == "linux":
        from grader.sandbox.forkserver import ForkServerLauncher  # noqa: PLC0415

        return ForkServerLauncher(keras_home, libraries)
    from grader.sandbox.fresh import FreshProcessLauncher  # noqa: PLC0415

    return FreshProcessLauncher(keras_home)
