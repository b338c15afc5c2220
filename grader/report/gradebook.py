"""The gradebook of a class as CSV: a row per submission, a column per exercise."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from grader.report import summary, wording
from grader.report.model import Report, Status
from grader.report.safe_text import BLOCK_LIMIT, for_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.language import Language, Text
    from grader.report.model import ExerciseResult, Refusal

_BEFORE: Final = ("submission",)
_AFTER: Final = ("total", "max", "note")
# Some spreadsheets read past blanks and quotes, and take the wide forms of these signs for the signs.
_FORMULA: Final = re.compile(r"""[\s"'`‘’“”]*[=+@-]""")


def gradebook(reports: Sequence[Report], refusals: Sequence[Refusal], language: Language) -> bytes:
    """Return the CSV: UTF-8 with its mark for Excel, every field quoted, rows in the order of the names.

    An exercise that was not attempted counts 0; the cell of one that could not be graded is empty, and the
    note, in `language`, says so. Names and notes never act as formulas. Equal results give equal bytes.
    """
    exercises = sorted({exercise.id for report in reports for exercise in report.exercises})
    rows = [(report.submission, _graded(report, exercises, language)) for report in reports]
    rows += [(refusal.submission, _refused(refusal.why, exercises, language)) for refusal in refusals]
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*_BEFORE, *exercises, *_AFTER])
    writer.writerows([_literal(name), *cells] for name, cells in sorted(rows))
    return out.getvalue().encode("utf-8-sig")


def _graded(report: Report, exercises: Sequence[str], language: Language) -> list[str]:
    cells = {exercise.id: _cell(exercise) for exercise in report.exercises}
    missing = ", ".join(exercise for exercise in exercises if not cells.get(exercise))
    note = wording.NOTE_NOT_GRADED.format(exercises=missing).in_language(language) if missing else ""
    scores = [cells.get(exercise, "") for exercise in exercises]
    return [*scores, summary.points(report.score), summary.points(report.max_score), _literal(note)]


def _cell(exercise: ExerciseResult) -> str:
    if exercise.status is Status.ERROR:
        return ""
    return "0" if exercise.status is Status.NOT_ATTEMPTED else summary.points(exercise.score)


def _refused(why: Text, exercises: Sequence[str], language: Language) -> list[str]:
    return [*("" for _ in exercises), "", "", _literal(why.in_language(language))]


def _literal(text: str) -> str:
    """Return `text` so that a spreadsheet shows it and computes nothing."""
    shown = unicodedata.normalize("NFC", for_terminal(text, BLOCK_LIMIT))
    return f"'{shown}" if _FORMULA.match(unicodedata.normalize("NFKC", shown)) else shown
