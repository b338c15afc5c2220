"""The folders of sandboxes: who may use them, and how they go."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import stat
import uuid
from pathlib import Path

# So that a packet holds a listing.
MOST_LISTED, MOST_CHARACTERS = 200, 200


def open_to_group(folder: str, gid: int) -> None:
    """Let the group write to `folder` and its subfolders.

    Keras takes its data from a folder that it may write to only; Landlock refuses the writing itself.
    """
    for parent, _, _ in os.walk(folder):
        os.chown(parent, -1, gid)
        os.chmod(parent, 0o775)  # noqa: PTH101, S103 - the others can read, and no more


def copy_linked(folder: Path) -> None:
    """Put copies that everybody can read in place of the links to files under `folder`."""
    for path in folder.rglob("*"):
        if path.is_symlink() and path.is_file():
            copy = path.with_name(f".{path.name}")
            shutil.copyfile(path, copy)
            copy.chmod(0o644)
            copy.replace(path)


def make_traversable(*folders: Path) -> None:
    """Let everybody pass through `folders` to what lies deeper."""
    for path in folders:
        with contextlib.suppress(FileNotFoundError, PermissionError):
            path.chmod(stat.S_IMODE(path.stat().st_mode) | 0o011)


def make_readable(folder: Path) -> None:
    """Let everybody read what lies under `folder`."""
    for parent, _, files in os.walk(folder):
        Path(parent).chmod(stat.S_IMODE(Path(parent).stat().st_mode) | 0o055)
        for name in files:
            path = Path(parent, name)
            if not path.is_symlink():
                path.chmod(stat.S_IMODE(path.stat().st_mode) | 0o044)


def obstacle(path: Path, beyond: Path | None = None) -> Path | None:
    """Return the first folder on the way to `path`, or itself, that other users cannot pass or read.

    With `beyond`, only that folder and what lies in it are looked at.
    """
    for step in (*reversed(path.parents), path):
        if beyond is not None and not step.is_relative_to(beyond):
            continue
        mode = step.stat().st_mode
        needed = 0o001 if step != path else 0o005 if stat.S_ISDIR(mode) else 0o004
        if mode & needed != needed:
            return step
    return None


def listing(folder: str) -> dict[str, int | str]:
    """Return what lies in `folder` by name: the size of a file in bytes, or what it is if it is none."""
    found: dict[str, int | str] = {}
    with os.scandir(folder) as entries:
        for entry in itertools.islice(entries, MOST_LISTED):
            name = entry.name.encode("utf-8", "replace").decode()[:MOST_CHARACTERS]
            if entry.is_file(follow_symlinks=False):
                found[name] = entry.stat(follow_symlinks=False).st_size
            else:
                found[name] = "folder" if entry.is_dir(follow_symlinks=False) else "no regular file"
    return found


def remove_tree(folder: str) -> None:
    """Remove `folder` with everything in it, however deep."""
    with contextlib.suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
    if os.path.lexists(folder):
        with contextlib.suppress(OSError):
            _flatten(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _flatten(folder: str) -> None:
    """Move every folder within `folder` directly below it: nothing is then too deep to be removed."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        os.chmod(current, stat.S_IRWXU)  # noqa: PTH101
        for name in os.listdir(current):  # noqa: PTH208
            path = os.path.join(current, name)  # noqa: PTH118
            if os.path.isdir(path) and not os.path.islink(path):  # noqa: PTH112, PTH114
                moved = os.path.join(folder, uuid.uuid4().hex)  # noqa: PTH118
                os.rename(path, moved)  # noqa: PTH104
                waiting.append(moved)
