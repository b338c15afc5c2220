"""A submission, and how large one may be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grader.language import Text

_MIB = 1 << 20


@dataclass(frozen=True)
class Submission:
    """What one student handed in.

    Attributes:
        name: whose it is, as it is shown.
        files: the file of each exercise that is there, by the exercise's id.
        root: the folder that all of `files` lie in, and from which a file beside an exercise may be imported;
            None where the files have nothing in common.
        notes: what of the submission was left out, for those who read the report.
    """

    name: str
    files: dict[str, Path]
    root: Path | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class SizeLimits:
    """How much a submission may hold; what is over is refused, not cut.

    Attributes:
        files: files that are kept.
        entries: files and folders that are looked at, those that are left out included.
        total_bytes: bytes of all files that are kept.
        source_bytes: bytes of one `.py` file.
        depth: folders within one another, the file included.
        name_bytes: bytes of one file's or folder's name in UTF-8; what Linux, macOS and Windows can store.
        path_bytes: bytes of a path in UTF-8; macOS allows 1,024 with the folder before it.
    """

    files: int = 2_000
    entries: int = 20_000
    total_bytes: int = 256 * _MIB
    source_bytes: int = 10 * _MIB
    depth: int = 16
    name_bytes: int = 255
    path_bytes: int = 600
