"""One submission that somebody names, for `grader grade`."""

from __future__ import annotations

from pathlib import Path

from grader.catalog import Exercise, exercise_of
from grader.submission import wording
from grader.submission.candidates import candidate_at
from grader.submission.error import refused
from grader.submission.exercise_files import exercise_files
from grader.submission.model import Submission
from grader.submission.staging import stage


def open_submission(path: Path, exercise: Exercise | None = None, *, into: Path | None = None) -> Submission:
    """Return the submission at `path`: a folder, an archive, or a single `.py` file.

    A folder and a file are taken where they are. An archive is unpacked into the new folder `into`, and
    refused without one. A single file is of `exercise`, or else of the one its path names. In a folder the
    exercises are found at any depth by their path (`ch07_1/e04_scale_and_flatten.py`).

    Raises:
        SubmissionError: if there is nothing, or a file whose exercise cannot be told, or as `stage`.
        OSError: if `into` is there already, or cannot be written.
    """
    if path.is_dir():
        return Submission(path.resolve().name, exercise_files(path), path)
    if not path.is_file():
        raise refused(wording.NOTHING_THERE, path=path)
    if path.suffix == ".py":
        found = exercise or exercise_of(path)
        if found is None:
            raise refused(wording.WHICH_EXERCISE, path=path)
        return Submission(path.stem, {found.id: path}, path.parent)
    if into is None:
        raise refused(wording.NEITHER, name=path)
    return stage(candidate_at(path.resolve()), into, exercise=exercise)
