"""A report in the terminal: the summary of one submission, one failed check, a class."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled

from grader.report import summary, wording
from grader.report._page import Page
from grader.report.model import CheckResult, ExerciseResult, Report, Status
from grader.report.safe_text import block, for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grader.language import Language, Text

_FEEDBACK: Final = Path("feedback")
_STYLES: Final = {
    Status.PASSED: "green",
    Status.FAILED: "red",
    Status.NOT_ATTEMPTED: "dim",
    Status.ERROR: "magenta",
}
_NARROW = 60
_HINT_LINES_IF_NARROW = 3
_HINT_LINES_IN_CLASS = 2
_NAME_WIDTH = 24
_DETAIL_LINES = 12


def render_summary(
    report: Report, console: Console, language: Language, *, feedback: Path | None = _FEEDBACK
) -> None:
    """Print a line per exercise with the first thing to fix, the score, and the next step.

    `feedback` is where the pages were written; None if they were not: then the next step names the exercise.
    """
    page = Page(console, language)
    points_width = max((cell_len(_points(exercise)) for exercise in report.exercises), default=0)
    id_width = max((cell_len(for_terminal(exercise.id)) for exercise in report.exercises), default=0)
    for exercise in report.exercises:
        if page.width < _NARROW:
            _narrow_exercise(page, exercise)
        else:
            _exercise(page, exercise, points_width, id_width)
    page.line()
    score = wording.SCORE.format(
        score=summary.points(report.score), max_score=summary.points(report.max_score)
    )
    page.wrapped(score.in_language(language), "bold")
    page.wrapped(summary.counts_line(report, language))
    data = wording.DATA.format(data=report.environment.data, profile=report.environment.profile)
    page.wrapped(data.in_language(language), "dim")
    for step in _next_steps(report, feedback):
        page.line(step.in_language(language), "bold cyan")


def render_failure(check: CheckResult, language: Language, *, width: int = 80) -> str:
    """Return one failed check as plain text: its sentence, the comparison, the cause, the student's lines.

    A library's own message is added where no cause is known. Only source code is wider than `width`.
    """
    out = io.StringIO()
    page = Page(Console(file=out, width=width, color_system=None, legacy_windows=False), language)
    page.wrapped(check.title.in_language(language))
    labelled = [
        (wording.EXPECTED, check.expected),
        (wording.ACTUAL, check.actual),
        (wording.CAUSE, _said(summary.cause(check), language)),
        (wording.READ_ON, _said(check.read, language)),
    ]
    given = [(label.in_language(language), value) for label, value in labelled if value is not None]
    label_width = max((cell_len(label) for label, _ in given), default=0) + 2
    page.line()
    for label, value in given:
        page.labelled(f"{label}:", value or wording.EMPTY.in_language(language), label_width)
    if check.frames:
        page.line()
        page.verbatim("\n".join(summary.frame_lines(check.frames, language)))
    if check.detail and summary.cause(check) is None:
        page.line()
        page.verbatim("\n".join(block(check.detail).split("\n")[-_DETAIL_LINES:]))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def render_class(reports: Sequence[Report], console: Console, language: Language) -> None:
    """Print a row per submission: name, score, counts; beneath it the mistake that costs most points."""
    page = Page(console, language)
    if page.width < _NARROW:
        for report in reports:
            _narrow_submission(page, report)
        return
    columns = [wording.COLUMN_PASSED, wording.COLUMN_FAILED, wording.COLUMN_NOT_ATTEMPTED]
    if any(summary.counts(report)[Status.ERROR] for report in reports):
        columns.append(wording.COLUMN_ERROR)
    headings = [text.in_language(language) for text in (wording.COLUMN_NAME, wording.COLUMN_SCORE, *columns)]
    rows = [_submission_row(page, report, len(columns)) for report in reports]
    widths = [max(cell_len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]
    page.row(headings, widths, "bold")
    for report, row in zip(reports, rows, strict=True):
        page.row(row, widths)
        worst = _worst(report, language)
        if worst:
            page.wrapped(worst, "yellow", 4, _HINT_LINES_IN_CLASS)


def _exercise(page: Page, exercise: ExerciseResult, points_width: int, id_width: int) -> None:
    style = _STYLES[exercise.status]
    points = " " * (points_width - cell_len(_points(exercise))) + _points(exercise)
    name = for_terminal(exercise.id)
    start = f"{page.signs[exercise.status]} {points}  "
    title = for_terminal(exercise.title.in_language(page.language))
    head = f"{start}{name}{' ' * (id_width - cell_len(name))}  "
    fitting = page.shortened(page.safe(title), max(0, page.width - cell_len(head) - 1))
    line = Styled(page.safe(head), style=style) + Styled(fitting, style="" if style == "red" else "dim")
    line.rstrip()
    page.console.print(line, soft_wrap=True)
    for text in _to_say(exercise, page.language):
        page.wrapped(text, "yellow", cell_len(start), 1)


def _narrow_exercise(page: Page, exercise: ExerciseResult) -> None:
    style = _STYLES[exercise.status]
    title = for_terminal(exercise.title.in_language(page.language))
    page.line(f"{page.signs[exercise.status]} {for_terminal(exercise.id)}", style, harmless=True)
    page.wrapped(f"{_points(exercise)}  {title}", "dim", 2, 1)
    for text in _to_say(exercise, page.language):
        page.wrapped(text, "yellow", 2, _HINT_LINES_IF_NARROW)


def _to_say(exercise: ExerciseResult, language: Language) -> Iterator[str]:
    if exercise.status is Status.ERROR:
        yield wording.NOT_GRADED.in_language(language)
    elif exercise.status is Status.FAILED:
        first = summary.first_to_fix(exercise)
        if first is not None:
            yield first.in_language(language)


def _next_steps(report: Report, feedback: Path | None) -> Iterator[Text]:
    first = {status: exercise.id for exercise in reversed(report.exercises) for status in (exercise.status,)}
    if not report.exercises:
        yield wording.NOTHING_GRADED
    elif Status.FAILED in first and feedback is not None:
        yield wording.NEXT_OPEN.format(path=feedback / f"{first[Status.FAILED]}.md")
    elif Status.FAILED in first:
        yield wording.NEXT_FIX.format(path=f"{first[Status.FAILED]}.py")
    elif Status.NOT_ATTEMPTED in first:
        yield wording.NEXT_WRITE.format(path=f"{first[Status.NOT_ATTEMPTED]}.py")
    elif Status.ERROR not in first:
        yield wording.ALL_PASSED
    if Status.ERROR in first:
        yield wording.NEXT_TELL


def _submission_row(page: Page, report: Report, columns: int) -> list[str]:
    found = summary.counts(report)
    statuses = (Status.PASSED, Status.FAILED, Status.NOT_ATTEMPTED, Status.ERROR)[:columns]
    name = page.shortened(page.safe(for_terminal(report.submission)), _NAME_WIDTH)
    return [name, _score(report), *(str(found[status]) for status in statuses)]


def _narrow_submission(page: Page, report: Report) -> None:
    page.wrapped(f"{for_terminal(report.submission, 80)}  {_score(report)}", "bold")
    page.wrapped(summary.counts_line(report, page.language), "", 2)
    worst = _worst(report, page.language)
    if worst:
        page.wrapped(worst, "yellow", 2, _HINT_LINES_IF_NARROW)


def _worst(report: Report, language: Language) -> str:
    worst = summary.most_costly(report)
    if worst is None:
        return ""
    exercise, check = worst
    text = summary.cause(check) or check.title
    return for_terminal(f"{exercise.id}: {text.in_language(language)}", 160)


def _said(text: Text | None, language: Language) -> str | None:
    return None if text is None else for_terminal(text.in_language(language))


def _score(report: Report) -> str:
    return f"{summary.points(report.score)}/{summary.points(report.max_score)}"


def _points(exercise: ExerciseResult) -> str:
    if exercise.status is Status.ERROR:
        return f"-/{summary.points(exercise.max_score)}"
    return f"{summary.points(exercise.score)}/{summary.points(exercise.max_score)}"
