r"""The rows and columns of a Moodle grading worksheet, found by what they hold.

Headers are in the language of the site, so none of them is read. The order is fixed
(`mod/assign/gradingtable.php` in https://github.com/moodle/moodle; in brackets what depends on settings):

    identifier, [full name, [e-mail address, id number, user name, ...]], status, [group], [marker],
    grade, maximum grade, [marking state], may be changed, [last modified (submission), [online text]],
    last modified (grade), [feedback comments], ...
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from grader.export.grades import number
from grader.export.matching import Index, Students
from grader.export.sheet import Sheet, TableError
from grader.language import Text

# "Participant 12345", "참가자12345": only the number is Moodle's own, in every language the same.
_IDENTIFIER: Final = re.compile(r"(?P<word>.*[^0-9])(?P<number>[0-9]+)", re.DOTALL)
# A date in any language; `-` where there is none.
_DATE: Final = re.compile(r"-|(?=.*\d{4})(?=.*\d{1,2}[:.]\d{2}).*", re.DOTALL)
# Moodle names a download name_participant_assignsubmission_file_title, and takes each _ out of the name.
_DOWNLOAD: Final = re.compile(r"[^_]*_([0-9]+)_assignsubmission_")
_FIRST_DETAIL: Final = 2  # the column after the full name

_NO_WORKSHEET: Final = Text(
    en="This is no grading worksheet of Moodle: its first column must hold a participant's number in each "
    "row. Download it in the assignment under “Download grading worksheet”.",
    ko="무들의 채점 워크시트가 아닙니다. 첫 열의 모든 줄에 참가자 번호가 있어야 합니다. "
    "과제에서 “채점 워크시트 다운로드”로 내려받아 주세요.",
)
_NO_MAXIMUM: Final = Text(
    en="The worksheet has no column with the maximum grade after one for grades. Is the assignment graded "
    "with points? Scales cannot be filled in, nor grades that are no numbers.",
    ko="워크시트에 성적 열과 그 뒤의 최대 성적 열이 없습니다. 점수로 채점하는 과제인가요? "
    "척도나 숫자가 아닌 성적에는 점수를 넣을 수 없습니다.",
)


@dataclass(frozen=True)
class Columns:
    """Where the columns stand that are filled in; `comment` may not be there."""

    grade: int
    maximum: int
    comment: int | None


def columns_of(sheet: Sheet) -> Columns:
    """Return where the columns stand.

    Raises:
        TableError: if it is no worksheet, or not one with points.
    """
    rows = range(1, len(sheet.rows))
    found = [_IDENTIFIER.fullmatch(sheet.value(row, 0)) for row in rows]
    if not found or len({match and match["word"] for match in found}) != 1 or found[0] is None:
        raise TableError(_NO_WORKSHEET)
    columns = range(len(sheet.header))
    maximum = max((column for column in columns[2:] if _is_maximum(sheet, column)), default=None)
    if maximum is None:
        raise TableError(_NO_MAXIMUM)
    # A text that a student wrote may look like a date, but stands before the last column that must be one.
    dated = [column for column in columns if column > maximum and _is_date(sheet, column)]
    comment = dated[-1] + 1 if dated else len(columns)
    return Columns(maximum - 1, maximum, comment if comment < len(columns) else None)


def students_of(sheet: Sheet, columns: Columns) -> Students:
    """Return the students, to be found by participant number as Moodle's downloads have it, or by a detail.

    Details are the e-mail address and what else stands after the full name and tells students apart.
    """
    found = _Found()
    details = _details(sheet, columns.grade)
    labels = {row: found.add(sheet, row, details) for row in range(1, len(sheet.rows))}
    return Students(labels, found.of_submission, found.of_roster)


def _is_maximum(sheet: Sheet, column: int) -> bool:
    """Tell whether `column` holds one number in all rows, and the one before grades up to it, or nothing."""
    rows = range(1, len(sheet.rows))
    values = {number(sheet.value(row, column)) for row in rows}
    maximum = values.pop()
    if values or not maximum:
        return False
    before = [sheet.value(row, column - 1) for row in rows]
    grades = [number(value) for value in before if value]
    return all(grade is not None and grade <= maximum for grade in grades)


def _is_date(sheet: Sheet, column: int) -> bool:
    return all(_DATE.fullmatch(sheet.value(row, column)) for row in range(1, len(sheet.rows)))


def _details(sheet: Sheet, end: int) -> list[int]:
    """Return the columns before `end` by which a student can be named.

    They end with the status, which says the same of many students, or a sentence. An address is known as one
    wherever it stands.
    """
    columns = range(_FIRST_DETAIL, end)
    values = {column: [sheet.value(row, column) for row in range(1, len(sheet.rows))] for column in columns}
    addresses = [column for column in columns if _distinct(values[column]) and _are_addresses(values[column])]
    details = []
    for column in columns[:-1]:  # the last before the grade is the status, or what follows it
        if not _distinct(values[column]):
            break
        details.append(column)
    return sorted({*details, *addresses})


def _distinct(values: list[str]) -> bool:
    given = [value.casefold() for value in values if value]
    return (
        bool(given) and len(set(given)) == len(given) and not any(len(value.split()) > 1 for value in given)
    )


def _are_addresses(values: list[str]) -> bool:
    return all("@" in value for value in values if value)


@dataclass
class _Found:
    """Every value that a student is found by."""

    identifiers: Index = field(default_factory=Index)
    participants: Index = field(default_factory=Index)
    details: Index = field(default_factory=lambda: Index(folded=True))
    names: Index = field(default_factory=Index)

    def add(self, sheet: Sheet, row: int, details: list[int]) -> str:
        """Take in a row and return what it is called in a list."""
        identifier, name = sheet.value(row, 0), sheet.value(row, 1)
        self.identifiers.add(identifier, row)
        match = _IDENTIFIER.fullmatch(identifier)
        self.participants.add(match["number"] if match else "", row)
        self.names.add(name, row)
        for column in details:
            self.details.add(sheet.value(row, column), row)
        return f"{name} ({identifier})"

    def of_submission(self, submission: str) -> set[int]:
        download = _DOWNLOAD.match(unicodedata.normalize("NFC", submission))
        if download:
            return self.participants.rows(download[1])
        return self.identifiers.rows(submission) | self.details.rows(submission)

    def of_roster(self, student: str) -> set[int]:
        named = self.identifiers.rows(student) | self.participants.rows(student) | self.details.rows(student)
        return named or self.names.rows(student)
