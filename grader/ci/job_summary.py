"""The page that a CI job shows of a graded repository, as Markdown: a table first, then what to mend."""

from __future__ import annotations

from typing import Final

from grader.ci import wording
from grader.ci.verdict import Outcome, Verdict
from grader.language import Language
from grader.report import ExerciseResult, Report, Status, summary
from grader.report import wording as words
from grader.report.markdown import exercise_section
from grader.report.safe_text import code_span, for_markdown, prose_for_markdown

ROOM_BYTES = 1_000_000
"""How many bytes of UTF-8 a summary may have: GitHub takes 1 MiB of a step, and nothing of a longer one."""

_LAST_WORDS_BYTES = 2_000  # kept free for what says that something was left out
_SIGNS: Final = {Outcome.PASSED: "✅", Outcome.NOT_PASSED: "❌", Outcome.NONE: "⚠️"}
_STATUSES: Final = {
    Status.PASSED: ("✅", words.COLUMN_PASSED),
    Status.FAILED: ("❌", words.COLUMN_FAILED),
    Status.ERROR: ("⚠️", words.COLUMN_ERROR),
    Status.NOT_ATTEMPTED: ("▫️", words.COLUMN_NOT_ATTEMPTED),
}


def job_summary(report: Report, verdict: Verdict, language: Language, room: int = ROOM_BYTES) -> str:
    """Return the page on `report`, at most `room` bytes of UTF-8 (or nothing, where that is too little).

    What does not fit is left out exercise by exercise, and the page says how many.
    """
    page = _Page(room - _LAST_WORDS_BYTES)
    if not page.add(_head(report, verdict, language)):
        return ""
    begun = [exercise for exercise in report.exercises if exercise.status is not Status.NOT_ATTEMPTED]
    page.add(_table_head(language) if begun else "")
    left_out = {exercise.id for exercise in begun if not page.add(_row(exercise, language))}
    page.add(_not_attempted(report, language))
    for exercise in begun:
        if exercise.status is not Status.PASSED and not page.add(f"\n{exercise_section(exercise, language)}"):
            left_out.add(exercise.id)
    if left_out:
        page.close(f"\n{wording.CUT.format(count=len(left_out)).in_language(language)}\n")
    return page.text


class _Page:
    """A text that grows as long as there is room."""

    def __init__(self, room: int) -> None:
        self.text = ""
        self._left = room

    def add(self, piece: str) -> bool:
        """Append `piece` as a whole, and return whether there was room for it."""
        size = len(piece.encode())
        if size > self._left:
            return False
        self._left -= size
        self.text += piece
        return True

    def close(self, piece: str) -> None:
        """Append `piece` in the room that was kept for it."""
        self.text += piece


def _head(report: Report, verdict: Verdict, language: Language) -> str:
    score = words.SCORE.format(score=summary.points(report.score), max_score=summary.points(report.max_score))
    data = words.DATA.format(data=report.environment.data, profile=report.environment.profile)
    parts = [
        f"# {score.in_language(language)}",
        f"{_SIGNS[verdict.outcome]} {prose_for_markdown(verdict.why.in_language(language))}",
        f"{summary.counts_line(report, language)}. {prose_for_markdown(data.in_language(language))}",
        *(f"- {prose_for_markdown(note.in_language(language))}" for note in report.notes),
    ]
    return "\n\n".join(parts) + "\n"


def _table_head(language: Language) -> str:
    names = (words.COLUMN_EXERCISE, wording.COLUMN_STATUS, wording.COLUMN_POINTS)
    return f"\n| {' | '.join(name.in_language(language) for name in names)} |\n| :--- | :--- | ---: |\n"


def _row(exercise: ExerciseResult, language: Language) -> str:
    sign, status = _STATUSES[exercise.status]
    # Within a table a bar ends the cell, in code too, unless it is escaped.
    name = code_span(exercise.id).replace("|", "\\|")
    title = for_markdown(exercise.title.in_language(language))
    return f"| {title} {name} | {sign} {status.in_language(language)} | {_points(exercise)} |\n"


def _not_attempted(report: Report, language: Language) -> str:
    ids = [code_span(exercise.id) for exercise in report.exercises if exercise.status is Status.NOT_ATTEMPTED]
    return f"\n{words.NOT_ATTEMPTED.in_language(language)}: {', '.join(ids)}\n" if ids else ""


def _points(exercise: ExerciseResult) -> str:
    score = "-" if exercise.status is Status.ERROR else summary.points(exercise.score)
    return f"{score} / {summary.points(exercise.max_score)}"
