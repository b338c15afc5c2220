"""A submission: one student's files, one per exercise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grader.catalog import Exercise, exercise_of

MAX_FILES = 10_000


class SubmissionError(Exception):
    """What was given is no submission: the message says why, in a sentence."""


@dataclass(frozen=True)
class Submission:
    """What one student handed in.

    Attributes:
        name: whose it is, as it is shown.
        files: the file of each exercise that is there, by the exercise's id.
        root: the folder that all of `files` lie in, and from which a file beside an exercise may be imported;
            None where the files have nothing in common.
    """

    name: str
    files: dict[str, Path]
    root: Path | None = None


def open_submission(path: Path, exercise: Exercise | None = None) -> Submission:
    """Return the submission at `path`: a folder, or a single `.py` file.

    A single file is of `exercise`, or else of the one its path names. In a folder the exercises are found at
    any depth by their path (`ch07_1/e04_scale_and_flatten.py`).

    Raises:
        SubmissionError: if there is nothing, or a file whose exercise cannot be told.
    """
    if path.is_dir():
        return Submission(path.resolve().name, _files_in(path), path)
    if not path.is_file():
        raise SubmissionError(f"there is no file or folder {path}")
    if path.suffix != ".py":
        raise SubmissionError(f"{path} is neither a folder nor a .py file")
    found = exercise or exercise_of(path)
    if found is None:
        raise SubmissionError(f"which exercise is {path}? Name it with --exercise (see `grader list`)")
    return Submission(path.stem, {found.id: path}, path.parent)


def _files_in(folder: Path) -> dict[str, Path]:
    files: dict[str, Path] = {}
    # Shallow first: where an exercise is there twice, the one nearer to the top is the one handed in.
    candidates = sorted(folder.rglob("*.py"), key=lambda path: (len(path.parts), path))
    for path in candidates[:MAX_FILES]:
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        exercise = None if hidden or path.is_symlink() or not path.is_file() else exercise_of(path)
        if exercise is not None:
            files.setdefault(exercise.id, path)
    return files
