"""The folder that a submission is copied or unpacked into: every name looked at, every byte counted."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from grader.report.file_names import folded
from grader.submission import wording
from grader.submission.error import refused
from grader.submission.model import SizeLimits
from grader.submission.naming import readable

_FOLDER_MODE = 0o755
_FILE_MODE = 0o644
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_DRIVE = re.compile(r"[A-Za-z]:")
# What tools leave behind and nobody hands in on purpose. "Icon\r" is a folder's picture on macOS, and in
# `wheels` the repository of a course has the students' grader.
_LEFT_OUT = frozenset(
    {"__pycache__", "__MACOSX", "node_modules", "venv", "site-packages", "wheels", "Icon\r"}
)


def left_out(name: str) -> bool:
    """Tell whether a file or folder called `name` is no part of a submission: hidden, or a tool's."""
    return name.startswith(".") or name in _LEFT_OUT


class NewTree:
    """A folder that is being filled. What is written has plain permissions, and is never a link."""

    def __init__(self, root: Path, limits: SizeLimits) -> None:
        """Make the folder `root`, which must not be there yet."""
        self.limits = limits
        self._root = root
        self._entries = 0
        self._bytes = 0
        self._files: dict[str, str] = {}
        self._folders: set[str] = set()
        root.mkdir()
        root.chmod(_FOLDER_MODE)

    def place(self, name: str) -> PurePosixPath | None:
        """Return where in the tree the file or folder `name` belongs; None if it is left out.

        `name` may have slashes of either kind, and bytes that are not UTF-8 (`surrogateescape`).

        Raises:
            SubmissionError: if it leads out of the tree, or is too long, too deep, or one too many.
        """
        self._entries += 1
        if self._entries > self.limits.entries:
            raise refused(wording.TOO_MANY, limit=self.limits.entries)
        slashed = name.replace("\\", "/")
        parts = [part for part in slashed.split("/") if part not in {"", "."}]
        if slashed.startswith("/") or ".." in parts or any(map(_DRIVE.match, parts)):
            raise refused(wording.OUTSIDE, name=name)
        if not parts or any(map(left_out, parts)):
            return None
        place = PurePosixPath(*(readable(part.encode("utf-8", "surrogateescape")) for part in parts))
        self._check(place)
        return place

    def write(self, place: PurePosixPath, chunks: Iterable[bytes]) -> None:
        """Write the new file `place` piece by piece.

        Raises:
            SubmissionError: if the name is taken, or the bytes are too many.
            OSError: if the file cannot be written.
        """
        self._claim(place)
        target = self._root.joinpath(*place.parts)
        self._make_folders(place)
        limit = self.limits.source_bytes if place.suffix == ".py" else self.limits.total_bytes
        size = 0
        with os.fdopen(os.open(target, _FLAGS, _FILE_MODE), "wb") as file:
            for chunk in chunks:
                size += len(chunk)
                self._bytes += len(chunk)
                if self._bytes > self.limits.total_bytes:
                    raise refused(wording.TOO_LARGE, mib=self.limits.total_bytes >> 20)
                if size > limit:
                    raise refused(wording.SOURCE_TOO_LARGE, name=place, mib=limit >> 20)
                file.write(chunk)
        target.chmod(_FILE_MODE)  # whatever the umask took away

    def _check(self, place: PurePosixPath) -> None:
        if any(unicodedata.category(char) == "Cc" for char in str(place)):
            raise refused(wording.CONTROL, name=place)
        longest = max(len(part.encode()) for part in place.parts)
        if longest > self.limits.name_bytes or len(str(place).encode()) > self.limits.path_bytes:
            raise refused(wording.LONG_NAME, name=place)
        if len(place.parts) > self.limits.depth:
            raise refused(wording.DEEP, name=place, depth=self.limits.depth)

    def _claim(self, place: PurePosixPath) -> None:
        key = folded(str(place))
        parents = {folded(str(parent)) for parent in place.parents}
        other = self._files.get(key, str(place))
        if other != str(place):
            raise refused(wording.ONLY_CASE, name=place, other=other)
        if key in self._files or key in self._folders or not parents.isdisjoint(self._files):
            raise refused(wording.TWICE, name=place)
        if len(self._files) >= self.limits.files:
            raise refused(wording.TOO_MANY, limit=self.limits.files)
        self._files[key] = str(place)
        self._folders |= parents

    def _make_folders(self, place: PurePosixPath) -> None:
        # From the top, and each by itself: `parents=True` would not give those between the mode.
        for parent in reversed(place.parents[:-1]):
            folder = self._root.joinpath(*parent.parts)
            if not folder.exists():
                folder.mkdir()
                folder.chmod(_FOLDER_MODE)
