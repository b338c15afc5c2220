"""A grading worksheet of a Moodle assignment, with grades and comments filled in, for Moodle to import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from grader.export.grades import grade, has_decimal_comma, number, spelled
from grader.export.matching import Filled, Score, filled, matched
from grader.export.moodle_rows import columns_of, students_of
from grader.export.sheet import TableError, read_sheet
from grader.language import Text
from grader.report.safe_text import for_terminal

_OURS: Final = re.compile(r'<p class="grader">(?:[^<>]|<br>)*</p>')
# What is HTML, a formula of TeX, a placeholder or a link to one of Moodle's filters; and a backslash, after
# which PHP takes the quotation mark that ends a cell for one within it.
_ACTIVE: Final = re.compile(r"""[&<>"'\\$@{}\[\]]|:(?=//)|(?<=www)\.""", re.IGNORECASE)

_ABOVE: Final = Text(
    en="The score of {submission} is {grade}, but the highest grade in the worksheet is {maximum}, and "
    "Moodle passes over what is above it. Let scores be scaled, or change the assignment's maximum grade.",
    ko="{submission}의 점수는 {grade}점인데 워크시트의 최대 성적은 {maximum}점이고, 무들은 이를 넘는 점수를 "
    "받지 않습니다. 점수를 환산하거나 과제의 최대 성적을 바꾸세요.",
)


def fill(
    worksheet: bytes,
    scores: Iterable[Score],
    *,
    roster: Mapping[str, str] | None = None,
    scale: bool = True,
    comments: bool = True,
) -> Filled:
    """Return `worksheet` with grades, and comments where it has a column for them and they are asked for.

    With `scale` the points are brought to the assignment's maximum grade. A comment that somebody wrote
    stays, and its submission is listed; the grade beside it is filled in all the same.

    Raises:
        TableError: if it is no worksheet, not one with points, or a score is above the maximum.
    """
    sheet = read_sheet(worksheet, backslashes=True)
    columns = columns_of(sheet)
    said = sheet.value(1, columns.maximum)
    maximum = number(said)
    matches = matched(scores, students_of(sheet, columns), roster or {})
    values: dict[tuple[int, int], str] = {}
    kept = set()
    for row, score in matches.rows:
        value = grade(score, maximum if scale else None)
        _check(score, value, maximum)
        values[row, columns.grade] = spelled(value, comma=has_decimal_comma(said))
        if comments and score.comment and columns.comment is not None:
            before = sheet.value(row, columns.comment)
            if before and not _OURS.fullmatch(before):
                kept.add(row)
            else:
                values[row, columns.comment] = _html(score.comment)
    return filled(sheet.replaced(values), matches, written=len(matches.rows), kept=kept)


def _check(score: Score, value: Decimal, maximum: Decimal | None) -> None:
    if maximum is not None and value > maximum:
        submission = for_terminal(score.submission, 80)
        raise TableError(_ABOVE.format(submission=submission, grade=value, maximum=maximum))


def _html(comment: str) -> str:
    """Return the lines of `comment` as a paragraph in which nothing acts, on one line of the file."""
    lines = (for_terminal(line) for line in comment.splitlines())
    literal = (_ACTIVE.sub(lambda sign: f"&#{ord(sign[0])};", line) for line in lines)
    return f'<p class="grader">{"<br>".join(literal)}</p>'
