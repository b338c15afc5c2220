"""The corpus of answers: right ones, and wrong ones that name the check and the hint that must catch them.

An answer is `<exercise>/right/<name>.py` or `<exercise>/wrong/<name>.py` in the folder of answers. A wrong
one begins with the lines `# check: NAME` and `# hint: IDENTIFIER`. Where the older Keras judges an answer in
another way than Keras 3, a further line says how: `# tf_keras: right`, `# tf_keras: CHECK HINT`, or, for what
the older one cannot run, `# tf_keras: not judged`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from grader.catalog import course_root, exercises
from grader.evidence.keras_edition import is_legacy

_HEADER = re.compile(r"^# (check|hint): (\S+)$", re.MULTILINE)
_LEGACY = re.compile(r"^# tf_keras: (\S+)(?: (\S+))?$", re.MULTILINE)
_NOT_JUDGED = ("not", "judged")


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

    What makes an answer right or wrong is said of the Keras that the environment means.

    Raises:
        CorpusError: if there is no corpus, an answer is of no exercise, or a wrong one does not say which
            check and hint must catch it.
    """
    known = {exercise.id for exercise in exercises()}
    read = [_read(file, known) for file in sorted(corpus_folder(folder).glob("*/*/*/*.py"))]
    return [answer for answer in read if answer is not None]


def _read(file: Path, known: set[str]) -> Answer | None:
    exercise = f"{file.parts[-4]}/{file.parts[-3]}"
    if exercise not in known or file.parent.name not in {"right", "wrong"}:
        raise CorpusError(
            f"{file}: an answer is CHAPTER/EXERCISE/right/NAME.py or CHAPTER/EXERCISE/wrong/NAME.py"
        )
    source = file.read_text(encoding="utf-8")
    named = dict(_HEADER.findall(source))
    if file.parent.name == "wrong" and named.keys() != {"check", "hint"}:
        raise CorpusError(f"{file}: a wrong answer begins with '# check: NAME' and '# hint: IDENTIFIER'")
    legacy = _LEGACY.search(source) if is_legacy() else None
    if legacy is not None:
        if legacy.groups() == _NOT_JUDGED:
            return None
        if legacy[1] != "right" and legacy[2] is None:
            raise CorpusError(f"{file}: `# tf_keras:` is followed by 'right', 'not judged', or CHECK HINT")
        named = {} if legacy[1] == "right" else {"check": legacy[1], "hint": legacy[2]}
    elif file.parent.name == "right":
        named = {}
    return Answer(exercise, file, right=not named, check=named.get("check"), hint=named.get("hint"))
