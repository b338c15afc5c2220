"""A report in the terminal: the summary of one submission, one failed check."""

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
    from collections.abc import Iterator

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
    for note in report.notes:
        page.wrapped(note.in_language(language), "yellow")
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


def _said(text: Text | None, language: Language) -> str | None:
    return None if text is None else for_terminal(text.in_language(language))


def _points(exercise: ExerciseResult) -> str:
    if exercise.status is Status.ERROR:
        return f"-/{summary.points(exercise.max_score)}"
    return f"{summary.points(exercise.score)}/{summary.points(exercise.max_score)}"
