"""A class as CSV for people and programs: the gradebook, and every check in a row of its own."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from grader.report import CheckStatus, Status
from grader.report.gradebook import gradebook
from grader.report.safe_text import for_spreadsheet
from grader.report.summary import points

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from grader.language import Language
    from grader.report import Refusal, Report

_COLUMNS: Final = ("submission", "exercise", "check", "status", "points", "max", "hint", "hidden")
_REFUSED: Final = "refused"


def table(reports: Iterable[Report], refusals: Iterable[Refusal], language: Language) -> bytes:
    """Return the gradebook: a row per submission, a column per exercise."""
    return gradebook(reports, refusals, language)


def checks_table(reports: Iterable[Report], refusals: Iterable[Refusal]) -> bytes:
    """Return a row per check, ordered by submission, exercise and check: for programs and pivot tables.

    UTF-8 with its mark for Excel, every field quoted; nothing acts as a formula. The words in it are
    identifiers, the same in every language. An exercise without checks, as one that was not attempted, has
    one row without a check. What could not be graded has no points, and a refused submission one row.
    """
    rows = [(report.submission, list(_rows(report))) for report in reports]
    rows += [(refusal.submission, [("", "", _REFUSED, "", "", "", "")]) for refusal in refusals]
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for submission, details in sorted(rows):
        writer.writerows((for_spreadsheet(submission), *fields) for fields in details)
    return out.getvalue().encode("utf-8-sig")


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for exercise in report.exercises:
        identifier, graded = for_spreadsheet(exercise.id), exercise.status is not Status.ERROR
        if not exercise.checks:
            score = 0.0 if exercise.status is Status.NOT_ATTEMPTED else exercise.score
            yield (
                identifier,
                "",
                exercise.status.value,
                *_points(score, exercise.max_score, graded=graded),
                "",
                "",
            )
        for check in exercise.checks:
            yield (
                identifier,
                for_spreadsheet(check.name),
                check.status.value,
                *_points(
                    check.score, check.max_score, graded=graded and check.status is not CheckStatus.ERROR
                ),
                for_spreadsheet(check.hint or ""),
                "yes" if check.hidden else "no",
            )


def _points(score: float, max_score: float, *, graded: bool) -> tuple[str, str]:
    return points(score) if graded else "", points(max_score)
