"""Where the process that forks sandboxes runs, and what it can see there."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from grader.sandbox.bubblewrap import bubblewrap
from grader.sandbox.grants import libraries
from grader.sandbox.workspace import copy_linked, obstacle

# All workspaces of a launcher together, where the system can limit them; each has its own limit besides.
SCRATCH_BYTES = 2 * 2**30


@dataclass(frozen=True)
class Place:
    """Where the warm process runs, and whether its sandboxes are hardened.

    Sandboxes write under `scratch` only; what they read, but for libraries and data, is under `visible` where
    it must be made readable for them. `command` is put before the warm process's own command line.
    """

    keras_home: Path
    scratch: Path
    visible: tuple[Path, ...] = ()
    hardened: bool = False
    command: Callable[[], list[str]] = list

    @property
    def drops_privileges(self) -> bool:
        """Whether sandboxes run as users of their own."""
        return self.hardened and os.geteuid() == 0


def hardened(place: Place) -> Place:
    """Return `place` for hardened sandboxes on the machine's own file system.

    Raises:
        OSError: if they are to be users of their own, and these cannot read Python.
    """
    found = replace(place, hardened=True)
    for library in libraries() if found.drops_privileges else ():
        shut = obstacle(Path(library))
        if shut is not None:
            raise PermissionError(
                f"Python's libraries lie in {shut}, which is closed to other users than its owner"
            )
    # Where its links lead, the sandboxes' users may not go.
    copy_linked(place.keras_home)
    return found


def wrapped(place: Place) -> Place:
    """Return `place` for hardened sandboxes within bubblewrap."""
    copy_linked(place.keras_home)
    return replace(
        place,
        hardened=True,
        command=lambda: bubblewrap(place.keras_home, place.scratch, place.visible, SCRATCH_BYTES),
    )
