"""A gradebook as Canvas exports it, with an assignment's scores filled in, for Canvas to import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from grader.export.canvas_rows import Columns, columns_of, points_row, students_of
from grader.export.grades import grade, has_decimal_comma, number, spelled
from grader.export.matching import Filled, Score, filled, matched
from grader.export.sheet import Sheet, TableError, read_sheet
from grader.language import Text
from grader.report.safe_text import for_terminal

_TITLE_AND_ID: Final = re.compile(r"(?P<title>.*)\((?P<id>[0-9]+)\)", re.DOTALL)
# The importer takes these for totals wherever they stand in a title.
_TOTAL: Final = re.compile(r"(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)")
_READ_ONLY: Final = re.compile(r"read\s+only")
_DECIDED: Final = frozenset({"ex", "n/a"})  # excused; not assigned to this student
_SHOWN: Final = 80

_WHICH_ASSIGNMENT: Final = Text(
    en="Which assignment is meant? The gradebook has these: {assignments}. "
    "Name one by the number in its brackets.",
    ko="어느 과제인지 알 수 없습니다. 성적부에 있는 과제: {assignments}. "
    "괄호 안의 번호로 하나를 알려 주세요.",
)
_NO_POINTS: Final = Text(
    en="The gradebook does not say how many points are possible for {assignment}, "
    "so scores cannot be scaled to it.",
    ko="성적부에 {assignment} 과제의 만점이 없어서 점수를 환산할 수 없습니다.",
)


def fill(
    gradebook: bytes,
    scores: Iterable[Score],
    *,
    assignment: str | None = None,
    roster: Mapping[str, str] | None = None,
    scale: bool = True,
) -> Filled:
    """Return `gradebook` with the column of `assignment` filled in: its number, its title, or both.

    It need not be named where there is only one. With `scale` the points are brought to the points possible.
    Whoever is excused (EX) or does not have the assignment (N/A) stays so.

    Raises:
        TableError: if it is no gradebook, or it cannot be told which assignment is meant.
    """
    sheet = read_sheet(gradebook)
    columns = columns_of(sheet.header)
    possible = points_row(sheet, columns)
    column = _assignment(sheet, columns, possible, assignment)
    points = "" if possible is None else sheet.value(possible, column)
    maximum = _maximum(sheet.header[column], points) if scale else None
    comma = has_decimal_comma(points)
    matches = matched(scores, students_of(sheet, columns), roster or {})
    decided = {row for row, _ in matches.rows if sheet.value(row, column).casefold() in _DECIDED}
    values = {
        (row, column): spelled(grade(score, maximum), comma=comma)
        for row, score in matches.rows
        if row not in decided
    }
    return filled(sheet.replaced(values), matches, written=len(values), kept=decided)


def _assignment(sheet: Sheet, columns: Columns, possible: int | None, wanted: str | None) -> int:
    """Return the one column that `wanted` names, among those that Canvas lets be changed."""
    found = []
    for column in range(columns.section + 1, len(sheet.header)):
        title = sheet.header[column]
        closed = possible is not None and _READ_ONLY.search(sheet.value(possible, column))
        named = _TITLE_AND_ID.fullmatch(title)
        if named and not _TOTAL.search(title) and not closed:
            found.append((column, {title, named["title"].strip(), named["id"]}))
    meant = [column for column, names in found if wanted is None or wanted.strip() in names]
    if len(meant) != 1:
        listed = ", ".join(for_terminal(sheet.header[column], _SHOWN) for column, _ in found)
        raise TableError(_WHICH_ASSIGNMENT.format(assignments=listed or "-"))
    return meant[0]


def _maximum(assignment: str, points: str) -> Decimal:
    maximum = number(points)
    if not maximum:
        raise TableError(_NO_POINTS.format(assignment=for_terminal(assignment, _SHOWN)))
    return maximum
