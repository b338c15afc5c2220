"""Which files of a submission are exercises."""

from __future__ import annotations

import re
from pathlib import Path

from grader.catalog import Exercise, exercise_of, exercises
from grader.submission.tree import left_out

_COURSE = "exercises"
_MOST_FILES = 10_000  # of a folder that was not staged, and so not counted


def exercise_files(folder: Path) -> dict[str, Path]:
    """Return the file of each exercise that is under `folder` at any depth, by the exercise's id.

    Where an exercise is there twice, the one in a folder `exercises` is the one handed in, as the course has
    it; else the one nearer to the top.
    """

    def order(path: Path) -> tuple[bool, int, Path]:
        return _COURSE not in path.relative_to(folder).parts, len(path.parts), path

    files: dict[str, Path] = {}
    candidates = sorted(folder.rglob("*.py"), key=order)
    for path in candidates[:_MOST_FILES]:
        if any(map(left_out, path.relative_to(folder).parts)) or path.is_symlink() or not path.is_file():
            continue
        exercise = exercise_of(path)
        if exercise is not None:
            files.setdefault(exercise.id, path)
    return files


def exercise_in_name(path: Path) -> Exercise | None:
    """Return the exercise that the path of a single file names, or None.

    A file on its own often carries its writer's name as well (`kim_e04_scale_and_flatten (1).py`).
    """
    exact = exercise_of(path)
    if exact is not None:
        return exact
    named = [
        exercise
        for exercise in exercises()
        if re.search(rf"(?<![^\W_]){re.escape(exercise.reference.stem)}(?![^\W_])", path.stem)
    ]
    return named[0] if len(named) == 1 else None
