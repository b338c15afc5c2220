"""The gradebook of a class as CSV: a row per submission, a column per exercise."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from grader.report import wording
from grader.report.model import Report, Status
from grader.report.safe_text import for_spreadsheet
from grader.report.summary import points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grader.language import Language
    from grader.report.model import ExerciseResult, Refusal

_BEFORE: Final = ("submission",)
_AFTER: Final = ("total", "max", "note")


def gradebook(reports: Iterable[Report], refusals: Iterable[Refusal], language: Language) -> bytes:
    """Return the CSV: UTF-8 with its mark for Excel, every field quoted, rows in the order of the names.

    An exercise that was not attempted counts 0; the cell of one that could not be graded is empty, and the
    note, in `language`, says so. Names and notes never act as formulas. Equal results give equal bytes.
    """
    # Only the cells are kept of a report, so thousands can be read one after the other.
    rows = [_row(report) for report in reports]
    rows += [_Row(refusal.submission, why=refusal.why.in_language(language)) for refusal in refusals]
    exercises = sorted({exercise for row in rows for exercise in row.cells})
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*_BEFORE, *exercises, *_AFTER])
    lines = sorted((row.name, row.fields(exercises, language)) for row in rows)
    writer.writerows(fields for _, fields in lines)
    return out.getvalue().encode("utf-8-sig")


@dataclass(frozen=True)
class _Row:
    """One submission: its cells by exercise, or `why` it could not be graded."""

    name: str
    cells: dict[str, str] = field(default_factory=dict)
    score: str = ""
    max_score: str = ""
    why: str = ""

    def fields(self, exercises: Sequence[str], language: Language) -> list[str]:
        cells = [self.cells.get(exercise, "") for exercise in exercises]
        missing = [exercise for exercise, cell in zip(exercises, cells, strict=True) if not cell]
        note = self.why
        if missing and not note:
            note = wording.NOTE_NOT_GRADED.format(exercises=", ".join(missing)).in_language(language)
        return [for_spreadsheet(self.name), *cells, self.score, self.max_score, for_spreadsheet(note)]


def _row(report: Report) -> _Row:
    cells = {exercise.id: _cell(exercise) for exercise in report.exercises}
    return _Row(report.submission, cells, points(report.score), points(report.max_score))


def _cell(exercise: ExerciseResult) -> str:
    if exercise.status is Status.ERROR:
        return ""
    return "0" if exercise.status is Status.NOT_ATTEMPTED else points(exercise.score)
