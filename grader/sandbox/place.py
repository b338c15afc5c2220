"""Where the process that forks sandboxes runs, and what it can see there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from grader.sandbox.bubblewrap import bubblewrap
from grader.sandbox.grants import libraries
from grader.sandbox.workspace import copy_linked, make_readable, make_traversable, obstacle

# All workspaces of a launcher together, where the system can limit them; each has its own limit besides.
SCRATCH_BYTES = 2 * 2**30


@dataclass(frozen=True)
class Place:
    """Where the warm process runs, and whether its sandboxes are hardened.

    Sandboxes write under `scratch` only; what they read, but for libraries and data, is under `visible` where
    it must be made readable for them. `command` is put before the warm process's own command line; it may
    leave the sandboxes only a part of the file system to see.
    """

    keras_home: Path
    scratch: Path
    visible: tuple[Path, ...] = ()
    hardened: bool = False
    command: Callable[[], list[str]] = list
    sees_everything: bool = True

    @property
    def drops_privileges(self) -> bool:
        """Whether sandboxes run as users of their own."""
        return self.hardened and os.geteuid() == 0

    def admit(self, readable: Iterable[Path]) -> None:
        """Make sure that sandboxes can read these.

        Raises:
            OSError: if they cannot, and it is not ours to change.
        """
        if self.drops_privileges:
            make_traversable(self.scratch, self.scratch.parent, *self.visible)
        for path in readable:
            seen = next((folder for folder in self.visible if path.is_relative_to(folder)), None)
            if seen is None and not self.sees_everything:
                raise FileNotFoundError(f"{path} is not where sandboxes of this level can see it")
            if not self.drops_privileges:
                continue
            if seen is not None:
                make_readable(path)
            shut = obstacle(path, beyond=None if self.sees_everything else seen)
            if shut is not None:
                raise PermissionError(f"{shut} is closed to other users than its owner, and so to sandboxes")


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
        sees_everything=False,
        command=lambda: bubblewrap(place.keras_home, place.scratch, place.visible, SCRATCH_BYTES),
    )
