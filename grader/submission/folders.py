"""A folder that was handed in, copied."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from grader.catalog import exercise_of
from grader.language import Text
from grader.submission import wording
from grader.submission.error import refused
from grader.submission.reading import CHUNK_BYTES, is_link, open_plain
from grader.submission.tree import NewTree

_NAMED = 5  # so many names a note has room for


def copy_folder(folder: Path, tree: NewTree) -> tuple[Text, ...]:
    """Copy the plain files under `folder` into `tree`; return notes on what was left out.

    Raises:
        SubmissionError: if an exercise's file is no plain file, one cannot be read, or as `NewTree`.
        OSError: if `tree` cannot be written.
    """
    odd: list[str] = []
    for path, place, status in _entries(folder, "", tree):
        if stat.S_ISREG(status.st_mode):
            tree.write(place, chunks_of(path, str(place)))
        elif exercise_of(Path(place)) is not None:
            raise refused(wording.LINK if is_link(status) else wording.SPECIAL, name=place)
        else:
            odd.append(str(place))
    if not odd:
        return ()
    more = f", … (+{len(odd) - _NAMED})" if len(odd) > _NAMED else ""
    return (refused(wording.LEFT_OUT, names=", ".join(odd[:_NAMED]) + more).text,)


def chunks_of(path: Path, shown: str) -> Iterator[bytes]:
    """Yield the bytes of the plain file `path`.

    Raises:
        SubmissionError: if it is none, or cannot be read; it names `shown`.
    """
    with open_plain(path, shown) as file:
        while True:
            try:
                chunk = file.read(CHUNK_BYTES)
            except OSError as error:
                raise refused(wording.UNREADABLE, path=shown, why=error.strerror) from None
            if not chunk:
                return
            yield chunk


def _entries(folder: Path, above: str, tree: NewTree) -> Iterator[tuple[Path, PurePosixPath, os.stat_result]]:
    """Yield all that is under `folder` and is not itself a folder, with its place and its status."""
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        raise refused(wording.UNREADABLE, path=above or folder.name, why=error.strerror) from None
    for child in children:
        name = f"{above}/{child.name}" if above else child.name
        place = tree.place(name)
        if place is None:
            continue
        status = child.lstat()
        if stat.S_ISDIR(status.st_mode) and not is_link(status):
            yield from _entries(child, name, tree)
        else:
            yield child, place, status
