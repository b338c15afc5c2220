"""The corpus of attacks: each says in its header which verdict it must get.

The header is comments at the top of the exercise's file:

    # line: 24                       where in the list of attacks it stands
    # verdict: failed/forbidden      status and reason; `; bwrap: passed` adds what differs there
    # why: what the attack tries, and why that is its verdict
    # exercise: ch07_2/e06_train_relu   if it is not the usual one
    # hint: wrong_type               of the first failed check, where that matters
    # note: cut                      a word of the report's notes
    # student: =1+2                  the name that it is handed in under, with Python's escapes

Where and as whom a verdict differs is named by level (`bwrap`), user (`root`), or both (`root-hardened`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SUBMISSIONS = Path(__file__).parent / "submissions"
USUAL_EXERCISE = "ch07_1/e04_scale_and_flatten"
_FIELD = re.compile(r"^# (line|verdict|why|exercise|hint|note|student): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Attack:
    """One submission: a file, or a folder with the exercise at its own path and other things beside it."""

    name: str
    path: Path
    line: int
    exercise: str
    verdict: str
    exceptions: dict[str, str]
    hint: str | None
    note: str | None
    student: str

    def expected(self, user: str, level: str) -> str:
        """Return the verdict that it must get, such as `failed/forbidden`."""
        for where in (f"{user}-{level}", level, user):
            if where in self.exceptions:
                return self.exceptions[where]
        return self.verdict


def attacks() -> list[Attack]:
    """Return every attack, by line.

    Raises:
        ValueError: if one does not say what it is.
    """
    paths = (path for path in SUBMISSIONS.iterdir() if path.name[0].isdigit())
    return sorted(map(_read, paths), key=lambda attack: (attack.line, attack.name))


def attack(name: str) -> Attack:
    """Return the attack of that name."""
    return next(found for found in attacks() if found.name == name)


def _read(path: Path) -> Attack:
    (file,) = path.glob("ch07_*/e??_*.py") if path.is_dir() else (path,)
    fields = dict(_FIELD.findall(file.read_text(encoding="utf-8")))
    if not {"line", "verdict", "why"} <= fields.keys():
        raise ValueError(f"{file}: an attack begins with '# line: N', '# verdict: WHICH' and '# why: ...'")
    verdict, *others = (part.strip() for part in fields["verdict"].split(";"))
    here = f"{file.parent.name}/{file.stem}" if path.is_dir() else USUAL_EXERCISE
    return Attack(
        name=path.stem,
        path=path,
        line=int(fields["line"]),
        exercise=fields.get("exercise", here),
        verdict=verdict,
        exceptions=dict(other.split(": ") for other in others),
        hint=fields.get("hint"),
        note=fields.get("note"),
        student=fields.get("student", path.stem).encode().decode("unicode_escape"),
    )
