"""The children of a folder that are a submission each."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from grader.catalog import exercises
from grader.language import Text
from grader.submission import wording
from grader.submission.error import SubmissionError, refused
from grader.submission.naming import distinct, readable
from grader.submission.reading import is_link
from grader.submission.tree import left_out


class Kind(Enum):
    """How a submission was handed in."""

    FOLDER = "folder"
    ZIP = ".zip"
    TAR = ".tar.gz"
    FILE = ".py"


_SUFFIXES = {
    ".zip": Kind.ZIP,
    ".tar.gz": Kind.TAR,
    ".tgz": Kind.TAR,
    ".tar": Kind.TAR,
    ".py": Kind.FILE,
}
# Handed in by somebody, and not to be ignored like a list of names is. `.alz` and `.egg` are ALZip's.
_OTHER_ARCHIVES = (".7z", ".rar", ".alz", ".egg", ".bz2", ".tbz2", ".xz", ".txz", ".zst", ".gz", ".lzh")


@dataclass(frozen=True)
class Candidate:
    """One child of a folder of submissions.

    Attributes:
        name: whose it is; no other child has the same, not even in another case.
        path: where it is.
        kind: how it was handed in; None exactly where there is a refusal.
        refusal: why it cannot be taken, in sentences.
    """

    name: str
    path: Path
    kind: Kind | None
    refusal: Text | None = None


@dataclass(frozen=True)
class Candidates:
    """What is in a folder of submissions: those to grade, by name, and the names of other files."""

    submissions: tuple[Candidate, ...]
    ignored: tuple[str, ...] = ()


def find_submissions(folder: Path) -> Candidates:
    """Return the submissions in `folder`: one per child that is a folder, an archive or a `.py` file.

    Links and devices are among them, refused. Hidden files and files of other kinds are ignored.

    Raises:
        SubmissionError: if there is no such folder, it cannot be read, there is no submission in it, or it is
            one itself.
    """
    children = _children(folder)
    ignored = [child for child in children if _is_ignored(child)]
    taken = [child for child in children if child not in ignored]
    if not taken:
        raise refused(wording.NO_SUBMISSIONS, path=folder, ignored=len(ignored))
    chapters = {exercise.reference.parent.name for exercise in exercises()}
    if all(child.name in chapters for child in taken):
        raise refused(wording.ONE_SUBMISSION, path=folder)
    raw = [os.fsencode(child.name) for child in taken]
    whole = [readable(name) for name in raw]
    short = [_stem(name) if _is_file(child) else name for name, child in zip(whole, taken, strict=True)]
    names = distinct(list(zip(short, whole, raw, strict=True)))
    candidates = [_candidate(name, child) for name, child in zip(names, taken, strict=True)]
    return Candidates(
        tuple(sorted(candidates, key=lambda candidate: candidate.name)),
        tuple(sorted(readable(os.fsencode(child.name)) for child in ignored)),
    )


def candidate_at(path: Path) -> Candidate:
    """Return the candidate that the folder or file `path` is by itself; `path` exists."""
    name = readable(os.fsencode(path.name))
    return _candidate(_stem(name) if _is_file(path) else name, path)


def is_archive(name: str) -> bool:
    """Tell whether a file called `name` is an archive, be it of a kind that is read here or not."""
    return _kind_by_name(name) in {Kind.ZIP, Kind.TAR} or _is_other_archive(name)


def _children(folder: Path) -> list[Path]:
    try:
        if not folder.is_dir():
            raise refused(wording.NOT_A_FOLDER if folder.exists() else wording.NOTHING_THERE, path=folder)
        return sorted(folder.iterdir())
    except SubmissionError:
        raise
    except (OSError, ValueError) as error:  # a NUL in the path is a ValueError
        why = getattr(error, "strerror", None) or error
        raise refused(wording.UNREADABLE, path=folder, why=why) from None


def _is_ignored(child: Path) -> bool:
    if left_out(child.name):
        return True
    return _is_file(child) and _kind_by_name(child.name) is None and not _is_other_archive(child.name)


def _is_file(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def _candidate(name: str, path: Path) -> Candidate:
    status = path.lstat()
    if stat.S_ISDIR(status.st_mode) and not is_link(status):
        return Candidate(name, path, Kind.FOLDER)
    kind = _kind_by_name(path.name) if stat.S_ISREG(status.st_mode) else None
    if kind is not None:
        return Candidate(name, path, kind)
    problem = wording.OTHER_ARCHIVE if _is_other_archive(path.name) else wording.NEITHER
    if is_link(status):
        problem = wording.LINK
    elif not stat.S_ISREG(status.st_mode):
        problem = wording.SPECIAL
    return Candidate(name, path, None, refused(problem, name=readable(os.fsencode(path.name))).text)


def _kind_by_name(name: str) -> Kind | None:
    return next((kind for suffix, kind in _SUFFIXES.items() if name.lower().endswith(suffix)), None)


def _is_other_archive(name: str) -> bool:
    return name.lower().endswith(_OTHER_ARCHIVES)


def _stem(name: str) -> str:
    suffixes = (*_SUFFIXES, *_OTHER_ARCHIVES)
    length = max((len(suffix) for suffix in suffixes if name.lower().endswith(suffix)), default=0)
    return name[: len(name) - length] or name
