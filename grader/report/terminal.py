"""A report in the terminal: the summary of one submission, one failed check, a class."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from rich.box import SIMPLE
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from grader.language import Language, Text
from grader.report import summary, wording
from grader.report.model import CheckResult, ExerciseResult, Report, Status
from grader.report.safe_text import block, encodable, for_terminal

_FEEDBACK: Final = Path("feedback")
_SIGNS: Final = {Status.PASSED: "✓", Status.FAILED: "✗", Status.NOT_ATTEMPTED: "-", Status.ERROR: "!"}
_ASCII_SIGNS: Final = {Status.PASSED: "+", Status.FAILED: "x", Status.NOT_ATTEMPTED: "-", Status.ERROR: "!"}
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

    `feedback` is where the pages were written; None if they were not, and then the next step names the exercise.
    """
    page = _Page(console, language)
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
    page.wrapped(f"{score.in_language(language)}  ({summary.counts_line(report, language)})", "bold")
    for step in _next_steps(report, feedback):
        page.line(step.in_language(language), "bold cyan")


def render_failure(check: CheckResult, language: Language, *, width: int = 80) -> str:
    """Return one failed check as plain text: its sentence, the comparison, the cause, the student's own lines.

    A library's own message is added where no cause is known. No line is wider than `width`, but for source code.
    """
    out = io.StringIO()
    page = _Page(Console(file=out, width=width, color_system=None, legacy_windows=False), language)
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
    """Print a row per submission: name, score, counts, and the mistake that costs most points."""
    page = _Page(console, language)
    if page.width < _NARROW:
        for report in reports:
            _narrow_submission(page, report)
        return
    table = Table(box=SIMPLE, header_style="bold", pad_edge=False, expand=False)
    table.add_column(page.safe(wording.COLUMN_NAME.in_language(language)), overflow="fold", max_width=24)
    for heading in (
        wording.COLUMN_SCORE,
        wording.COLUMN_PASSED,
        wording.COLUMN_FAILED,
        wording.COLUMN_NOT_ATTEMPTED,
    ):
        table.add_column(page.safe(heading.in_language(language)), justify="right")
    table.add_column(page.safe(wording.COLUMN_HINT.in_language(language)), overflow="fold", ratio=1)
    for report in reports:
        found = summary.counts(report)
        numbers = [found[status] for status in (Status.PASSED, Status.FAILED, Status.NOT_ATTEMPTED)]
        cells = [for_terminal(report.submission, 80), _score(report), *map(str, numbers), _worst(report, language)]
        table.add_row(*(Styled(page.safe(cell)) for cell in cells))
    console.print(table)


class _Page:
    """A console that is only given harmless text that it can encode and that fits."""

    def __init__(self, console: Console, language: Language) -> None:
        self.console = console
        self.language = language
        self.width = console.width
        plain = console.legacy_windows or encodable("✓✗…", console.encoding) != "✓✗…"
        self.signs = _ASCII_SIGNS if plain else _SIGNS
        self.dots = "..." if plain else "…"

    def safe(self, text: str) -> str:
        return encodable(text, self.console.encoding)

    def line(self, text: str = "", style: str = "", *, harmless: bool = False) -> None:
        """Print one line as it is: too long a line (a path to be copied) is left to the terminal."""
        shown = text if harmless else for_terminal(text)
        self.console.print(Styled(self.safe(shown), style=style), soft_wrap=True)

    def wrapped(self, text: str, style: str = "", indent: int = 0, most_lines: int | None = None) -> None:
        """Print `text` wrapped; if it takes more than `most_lines`, shortened to them."""
        room = max(1, self.width - indent)
        lines = Styled(self.safe(for_terminal(text)), style=style).wrap(self.console, room)
        if most_lines is not None and len(lines) > most_lines:
            rest = " ".join(line.plain for line in lines[most_lines - 1 :])
            lines = lines[: most_lines - 1]
            lines.append(Styled(self.shortened(rest, room), style=style))
        for line in lines:
            line.rstrip()
            self.console.print(Styled(" " * indent) + line, soft_wrap=True)

    def labelled(self, label: str, value: str, label_width: int) -> None:
        """Print `label` and, beside it, `value` wrapped; beneath it where the value has lines of its own."""
        name = label + " " * (label_width - cell_len(label))
        shown = block(value)
        if "\n" in shown:
            self.line(f"  {label}", harmless=True)
            self.verbatim(shown, 4)
            return
        indent = 2 + label_width
        lines = Styled(self.safe(shown)).wrap(self.console, max(1, self.width - indent))
        for number, line in enumerate(lines):
            line.rstrip()
            before = f"  {name}" if number == 0 else " " * indent
            self.console.print(Styled(self.safe(before)) + line, soft_wrap=True)

    def verbatim(self, text: str, indent: int = 2) -> None:
        for line in block(text).split("\n"):
            self.line(" " * indent + line, harmless=True)

    def shortened(self, text: str, width: int) -> str:
        if cell_len(text) <= width:
            return text
        return set_cell_size(text, max(0, width - cell_len(self.dots))).rstrip() + self.dots


def _exercise(page: _Page, exercise: ExerciseResult, points_width: int, id_width: int) -> None:
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


def _narrow_exercise(page: _Page, exercise: ExerciseResult) -> None:
    style = _STYLES[exercise.status]
    title = for_terminal(exercise.title.in_language(page.language))
    page.line(f"{page.signs[exercise.status]} {for_terminal(exercise.id)}", style, harmless=True)
    page.wrapped(f"{_points(exercise)}  {title}", "dim", 2, 1)
    for text in _to_say(exercise, page.language):
        page.wrapped(text, "yellow", 2, _HINT_LINES_IF_NARROW)


def _to_say(exercise: ExerciseResult, language: Language) -> Iterator[str]:
    if exercise.status is Status.ERROR:
        yield wording.GRADERS_FAULT_SENTENCE.in_language(language)
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


def _narrow_submission(page: _Page, report: Report) -> None:
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
