"""A submission, brought into a folder of our own."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

from grader.catalog import Exercise
from grader.language import Text
from grader.submission import wording
from grader.submission.candidates import Candidate, Kind, is_archive
from grader.submission.error import SubmissionError, refused
from grader.submission.exercise_files import exercise_files, exercise_in_name
from grader.submission.folders import chunks_of, copy_folder
from grader.submission.model import SizeLimits, Submission
from grader.submission.tars import unpack_tar
from grader.submission.tree import NewTree
from grader.submission.zips import unpack_zip


def stage(
    candidate: Candidate,
    into: Path,
    *,
    exercise: Exercise | None = None,
    limits: SizeLimits | None = None,
) -> Submission:
    """Return the submission of `candidate`, copied or unpacked into the new folder `into`.

    Everything there is a plain file (mode 644) or folder (755) under its own path, its name in composed form;
    hidden files and what tools leave behind are left out. A single file is of `exercise`, or else of the one
    its name tells. After an error there is no folder `into`.

    Raises:
        SubmissionError: if the submission cannot be taken; nothing of it is.
        OSError: if `into` is there already, or cannot be written.
    """
    if candidate.refusal is not None:
        raise SubmissionError(candidate.refusal)
    tree = NewTree(into, limits or SizeLimits())
    try:
        notes = _fill(tree, candidate, exercise)
        return Submission(candidate.name, exercise_files(into), into, notes + _unopened(into))
    except BaseException:
        shutil.rmtree(into, ignore_errors=True)
        raise


def _fill(tree: NewTree, candidate: Candidate, exercise: Exercise | None) -> tuple[Text, ...]:
    if candidate.kind is Kind.FOLDER:
        return copy_folder(candidate.path, tree)
    if candidate.kind is Kind.ZIP:
        unpack_zip(candidate.path, tree)
    elif candidate.kind is Kind.TAR:
        unpack_tar(candidate.path, tree)
    else:
        told = exercise or exercise_in_name(candidate.path)
        if told is None:
            raise refused(wording.WHICH_EXERCISE, path=candidate.path.name)
        # Under the exercise's own name: what a student adds to it is no name of a module.
        tree.write(PurePosixPath(f"{told.id}.py"), chunks_of(candidate.path, candidate.path.name))
    return ()


def _unopened(folder: Path) -> tuple[Text, ...]:
    archives = sorted(path for path in folder.rglob("*") if is_archive(path.name) and path.is_file())
    return tuple(
        refused(wording.ARCHIVE_INSIDE, name=path.relative_to(folder).as_posix()).text
        for path in archives[:1]
    )
