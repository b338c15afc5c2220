"""Which row of a class's table is whose submission, and what became of filling it.

A name decides over somebody's grade, so a match is exact and the only one: what several rows could mean, and
a row that several submissions could mean, is listed and never written.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from grader.export.sheet import TableError, read_sheet
from grader.language import Text
from grader.report.safe_text import for_terminal

_ROSTER: Final = ("submission", "student")
_SHOWN: Final = 80  # characters of a name in a message

_NO_ROSTER: Final = Text(
    en="The roster needs the columns `submission` and `student`, named so in its first row.",
    ko="명단의 첫 줄에는 `submission`과 `student`라는 열 이름이 있어야 합니다.",
)
_TWO_STUDENTS: Final = Text(
    en="The roster names two students for the submission {submission}.",
    ko="명단에 제출물 {submission}의 학생이 두 명으로 적혀 있습니다.",
)


@dataclass(frozen=True)
class Score:
    """What is exported of one submission: points, and a comment of a few lines.

    Where not everything could be graded (`graded` is false), the points are not the student's.
    """

    submission: str
    score: float
    max_score: float
    graded: bool
    comment: str = ""


@dataclass(frozen=True)
class Filled:
    """A table with its scores filled in, and what was not.

    Attributes:
        content: the file, every byte outside the filled cells as it came.
        written: how many students' scores were filled in.
        unknown: submissions that match no row.
        ambiguous: submissions that match several rows, and those rows.
        twice: rows that several submissions match, and those submissions.
        ungraded: submissions of a row that could not be graded, or not whole.
        kept: submissions whose cell holds what a person decided, such as `EX`, or wrote.
        missing: rows of students without a submission.
    """

    content: bytes
    written: int
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()
    twice: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ungraded: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass
class Index:
    """The rows that have a value in some column. An empty value is none."""

    folded: bool = False  # upper and lower case are the same
    _rows: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, value: str, row: int) -> None:
        """Note that `row` has `value`."""
        if key := self._key(value):
            self._rows[key].add(row)

    def rows(self, value: str) -> set[int]:
        """Return the rows that have exactly `value`, however its letters are composed."""
        return set(self._rows.get(self._key(value), ()))

    def _key(self, value: str) -> str:
        composed = unicodedata.normalize("NFC", value).strip()
        return unicodedata.normalize("NFC", composed.casefold()) if self.folded else composed


@dataclass(frozen=True)
class Students:
    """The rows of a table: how to name each, and how to find them.

    Attributes:
        labels: row to what it is called in a list.
        find: returns the rows that the name of a submission may mean.
        find_listed: returns the rows that a roster's entry may mean: there a student's full name counts too.
        pretended: rows of nobody: that they have no submission need not be said.
    """

    labels: Mapping[int, str]
    find: Callable[[str], set[int]]
    find_listed: Callable[[str], set[int]]
    pretended: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Matches:
    """The one row of each score that has one, and what is to be said of the others, as in `Filled`."""

    rows: tuple[tuple[int, Score], ...]
    unknown: tuple[str, ...]
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...]
    twice: tuple[tuple[str, tuple[str, ...]], ...]
    ungraded: tuple[str, ...]
    missing: tuple[str, ...]


def matched(scores: Iterable[Score], students: Students, roster: Mapping[str, str]) -> Matches:
    """Return which score belongs to which row; `roster`, from submission to student, decides where it can."""
    listed = {unicodedata.normalize("NFC", name): student for name, student in roster.items()}
    found: list[tuple[Score, list[int]]] = []
    for score in scores:
        student = listed.get(unicodedata.normalize("NFC", score.submission))
        fits = students.find(score.submission) if student is None else students.find_listed(student)
        found.append((score, sorted(fits)))
    claims: dict[int, list[str]] = defaultdict(list)
    for score, rows in found:
        for row in rows:
            claims[row].append(score.submission)
    single = [(rows[0], score) for score, rows in found if len(rows) == 1 and len(claims[rows[0]]) == 1]
    labels = students.labels
    return Matches(
        rows=tuple((row, score) for row, score in single if _is_whole(score)),
        unknown=tuple(score.submission for score, rows in found if not rows),
        ambiguous=tuple(
            (score.submission, tuple(labels[row] for row in rows)) for score, rows in found if len(rows) > 1
        ),
        twice=tuple((labels[row], tuple(names)) for row, names in sorted(claims.items()) if len(names) > 1),
        ungraded=tuple(score.submission for _, score in single if not _is_whole(score)),
        missing=tuple(
            label for row, label in labels.items() if row not in claims and row not in students.pretended
        ),
    )


def _is_whole(score: Score) -> bool:
    return score.graded and score.max_score > 0


def filled(content: bytes, matches: Matches, *, written: int, kept: Collection[int]) -> Filled:
    """Return what became of `matches`: `content` is the file, `kept` the rows that somebody had decided."""
    return Filled(
        content=content,
        written=written,
        unknown=matches.unknown,
        ambiguous=matches.ambiguous,
        twice=matches.twice,
        ungraded=matches.ungraded,
        kept=tuple(score.submission for row, score in matches.rows if row in kept),
        missing=matches.missing,
    )


def read_roster(content: bytes) -> dict[str, str]:
    """Return from submission to student, from a CSV with the columns `submission` and `student`.

    Raises:
        TableError: if it is none, or gives a submission to two students.
    """
    sheet = read_sheet(content)
    header = [name.casefold() for name in sheet.header]
    if any(header.count(name) != 1 for name in _ROSTER):
        raise TableError(_NO_ROSTER)
    submission, student = (header.index(name) for name in _ROSTER)
    roster: dict[str, str] = {}
    for row in range(1, len(sheet.rows)):
        name = unicodedata.normalize("NFC", sheet.value(row, submission))
        said = sheet.value(row, student)
        if name and said and roster.setdefault(name, said) != said:
            raise TableError(_TWO_STUDENTS.format(submission=for_terminal(name, _SHOWN)))
    return roster
