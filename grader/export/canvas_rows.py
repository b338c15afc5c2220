"""The rows of a Canvas gradebook: which are students, and what each is called by.

The layout is that of Canvas's own exporter and importer (`lib/gradebook_exporter.rb`,
`lib/gradebook_importer.rb` in https://github.com/instructure/canvas-lms): these names are never translated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from grader.export.matching import Index, Students
from grader.export.sheet import Sheet, TableError
from grader.language import Text

_POINTS_POSSIBLE: Final = "Points Possible"
_NOTE: Final = re.compile(r"(?:Muted|Manual Posting.*)?", re.IGNORECASE)
_TEST_STUDENT: Final = "Student, Test"
# A download is called name_[LATE_]user_file_title (`lib/content_zipper.rb`): this is its third part.
_FILE: Final = re.compile(r"[0-9]+_")

_NO_GRADEBOOK: Final = Text(
    en="This is no gradebook of Canvas: its first row must begin with Student and ID and have a column "
    "Section. Download it in Canvas under Grades, Export.",
    ko="Canvas 성적부가 아닙니다. 첫 줄은 Student와 ID로 시작하고 Section 열이 있어야 합니다. "
    "Canvas의 성적에서 내보내기로 내려받아 주세요.",
)


@dataclass(frozen=True)
class Columns:
    """Where the columns stand that tell students apart; `sis_user` and `login` may not be there."""

    name: tuple[int, ...]
    id: int
    sis_user: int | None
    login: int | None
    section: int


def columns_of(header: tuple[str, ...]) -> Columns:
    """Return where the columns stand.

    Raises:
        TableError: if it is not the header of a gradebook.
    """
    name = (0, 1) if header[:2] == ("LastName", "FirstName") else (0,)
    identifier = len(name)
    named = len(name) == 2 or "Student" in header[0]
    if not named or header[identifier : identifier + 1] != ("ID",) or "Section" not in header:
        raise TableError(_NO_GRADEBOOK)
    section = header.index("Section")
    known = {title: column for column, title in enumerate(header[:section])}
    return Columns(name, identifier, known.get("SIS User ID"), known.get("SIS Login ID"), section)


def points_row(sheet: Sheet, columns: Columns) -> int | None:
    """Return the row that says how many points are possible, None if there is none."""
    rows = range(1, len(sheet.rows))
    return next((row for row in rows if _named_points(sheet, row) and not sheet.value(row, columns.id)), None)


def students_of(sheet: Sheet, columns: Columns) -> Students:
    """Return the students of the gradebook, to be found by ID, SIS user id, login or Canvas's own file names.

    A name that is one student's ID and another's login means both, so the matching refuses it.
    """
    found = _Found()
    labels = {row: found.add(sheet, row, columns) for row in _student_rows(sheet)}
    tests = frozenset(row for row in labels if _name(sheet, row, columns) == _TEST_STUDENT)
    return Students(labels, found.of_submission, found.of_roster, pretended=tests)


def _student_rows(sheet: Sheet) -> Iterator[int]:
    for row in range(1, len(sheet.rows)):
        note = all(_NOTE.fullmatch(cell.value.strip()) for cell in sheet.rows[row])
        # Canvas takes whoever is called so for the row of the points, so nothing must be written there.
        if not note and not _named_points(sheet, row):
            yield row


def _named_points(sheet: Sheet, row: int) -> bool:
    return _POINTS_POSSIBLE in sheet.value(row, 0)


def _name(sheet: Sheet, row: int, columns: Columns) -> str:
    return ", ".join(sheet.value(row, column) for column in columns.name)


@dataclass
class _Found:
    """Every value that a student is found by."""

    ids: Index = field(default_factory=Index)
    users: Index = field(default_factory=Index)
    logins: Index = field(default_factory=lambda: Index(folded=True))
    names: Index = field(default_factory=Index)
    downloads: dict[int, tuple[str, str]] = field(default_factory=dict)

    def add(self, sheet: Sheet, row: int, columns: Columns) -> str:
        """Take in a row and return what it is called in a list."""
        values = ((self.ids, columns.id), (self.users, columns.sis_user), (self.logins, columns.login))
        for index, column in values:
            if column is not None:
                index.add(sheet.value(row, column), row)
        name, identifier = _name(sheet, row, columns), sheet.value(row, columns.id)
        self.names.add(name, row)
        start = _letters(name)
        self.downloads[row] = (f"{start}_{identifier}_", f"{start}_late_{identifier}_")
        return f"{name} ({identifier})"

    def of_submission(self, submission: str) -> set[int]:
        return self._of_identifier(submission) or self._of_download(submission)

    def of_roster(self, student: str) -> set[int]:
        return self._of_identifier(student) or self.names.rows(student)

    def _of_identifier(self, value: str) -> set[int]:
        return self.ids.rows(value) | self.users.rows(value) | self.logins.rows(value)

    def _of_download(self, submission: str) -> set[int]:
        """Return the rows whose student may have handed in a file that Canvas has named `submission`.

        The number alone does not say it: names and titles have figures too, and may have them on purpose. So
        the student's name must stand before it; whoever took both into a name of their own fits two rows.
        """
        letters = _letters(submission)
        return {
            row
            for row, starts in self.downloads.items()
            if any(letters.startswith(start) and _FILE.match(letters, len(start)) for start in starts)
        }


def _letters(name: str) -> str:
    """Return what Canvas keeps of a name in that of a file, without what a file system may change of it."""
    composed = unicodedata.normalize("NFC", name).casefold()
    return "".join(char for char in composed if char.isalnum() or char == "_")
