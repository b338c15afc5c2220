"""The corpus of answers: right ones, and wrong ones that name the check and the hint that must catch them.

An answer is `<exercise>/right/<name>.py` or `<exercise>/wrong/<name>.py` in the folder of answers. A wrong
one begins with the lines `# check: NAME` and `# hint: IDENTIFIER`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from grader.catalog import course_root, exercises

_HEADER = re.compile(r"^# (check|hint): (\S+)$", re.MULTILINE)


class CorpusError(Exception):
    """The corpus is not there, or an answer does not say what it must; the message says which and how."""


@dataclass(frozen=True)
class Answer:
    """One file of the corpus. `check` and `hint` are set for the wrong ones."""

    exercise: str
    file: Path
    right: bool
    check: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        return f"{self.exercise}-{self.file.parent.name}-{self.file.stem}"


def corpus_folder(named: Path | None = None) -> Path:
    """Return the folder of answers: `named`, or the one in the repository that the grader runs from.

    Raises:
        CorpusError: if it is not there: an installed grader has no corpus of its own.
    """
    folder = named or course_root() / "tests" / "answers"
    if not folder.is_dir():
        raise CorpusError(
            f"There is no folder {folder}: an audit needs the repository, or the answers of one (--answers)."
        )
    return folder


def answers(folder: Path | None = None) -> list[Answer]:
    """Return every answer in `folder` (the repository's if None), in the order of their paths.

    Raises:
        CorpusError: if there is no corpus, an answer is of no exercise, or a wrong one does not say which
            check and hint must catch it.
    """
    known = {exercise.id for exercise in exercises()}
    return [_read(file, known) for file in sorted(corpus_folder(folder).glob("*/*/*/*.py"))]


def _read(file: Path, known: set[str]) -> Answer:
    exercise = f"{file.parts[-4]}/{file.parts[-3]}"
    if exercise not in known or file.parent.name not in {"right", "wrong"}:
        raise CorpusError(
            f"{file}: an answer is CHAPTER/EXERCISE/right/NAME.py or CHAPTER/EXERCISE/wrong/NAME.py"
        )
    if file.parent.name == "right":
        return Answer(exercise, file, right=True)
    named = dict(_HEADER.findall(file.read_text(encoding="utf-8")))
    if named.keys() != {"check", "hint"}:
        raise CorpusError(f"{file}: a wrong answer begins with '# check: NAME' and '# hint: IDENTIFIER'")
    return Answer(exercise, file, right=False, check=named["check"], hint=named["hint"])
