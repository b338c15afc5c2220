"""The corpus of answers: right ones, and wrong ones that name the check and the hint that must catch them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ANSWERS = Path(__file__).parent / "answers"
_HEADER = re.compile(r"^# (check|hint): (\S+)$", re.MULTILINE)


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


def answers() -> list[Answer]:
    """Return every answer of the corpus, in the order of their paths.

    Raises:
        ValueError: if a wrong answer does not say which check and hint must catch it.
    """
    return [_read(file) for file in sorted(ANSWERS.glob("*/*/*/*.py"))]


def _read(file: Path) -> Answer:
    exercise = f"{file.parts[-4]}/{file.parts[-3]}"
    if file.parent.name == "right":
        return Answer(exercise, file, right=True)
    named = dict(_HEADER.findall(file.read_text(encoding="utf-8")))
    if named.keys() != {"check", "hint"}:
        raise ValueError(f"{file}: a wrong answer begins with '# check: NAME' and '# hint: IDENTIFIER'")
    return Answer(exercise, file, right=False, check=named["check"], hint=named["hint"])
