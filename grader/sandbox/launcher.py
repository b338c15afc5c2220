"""The ways to open a sandbox, and which of them stands behind which level of isolation."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from grader.sandbox.isolation import Isolation
from grader.sandbox.session import Room, Session


class Launcher(Protocol):
    """Opens sandboxes that share libraries and a home folder for Keras."""

    def open(self, room: Room, owner: str) -> Session:
        """Return a sandbox in `room`, whose current folder is the room's workspace.

        Where starting one is slow, it may have served `owner` before, and nobody else.

        Raises:
            OSError: if none can be had at this level.
        """

    def forget(self, owner: str) -> None:
        """End what is kept for `owner`, and remove what its sandboxes have written."""

    def close(self) -> None:
        """End what the launcher itself keeps running, and every sandbox."""


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

    Raises:
        OSError: if this system does not have that level.
    """
    # Imported here: each strategy needs what another system may not have.
    if isolation is Isolation.NONE:
        from grader.sandbox.inprocess import InProcessLauncher  # noqa: PLC0415

        return InProcessLauncher(keras_home)
    if sys.platform == "linux":
        from grader.sandbox.forkserver import ForkServerLauncher  # noqa: PLC0415
        from grader.sandbox.place import Place, hardened, wrapped  # noqa: PLC0415

        place = Place(keras_home, scratch, tuple(visible))
        if isolation is Isolation.HARDENED:
            place = hardened(place)
        elif isolation is Isolation.BWRAP:
            place = wrapped(place)
        return ForkServerLauncher(place, libraries)
    if isolation.restricts_student_code:
        raise OSError(f"`{isolation.value}` is to be had on Linux only")
    from grader.sandbox.fresh import FreshProcessLauncher  # noqa: PLC0415

    return FreshProcessLauncher(keras_home)
