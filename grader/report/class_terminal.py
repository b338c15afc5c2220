"""A class in the terminal: a row per submission while they are few, and the summary of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from grader.report import class_phrases, summary, wording
from grader.report._page import Page
from grader.report.model import Report, Status
from grader.report.safe_text import for_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from grader.language import Language
    from grader.report.class_summary import ClassSummary, ExerciseSummary, NotGraded
    from grader.report.mistakes import Mistake

SMALL_CLASS: Final = 30
"""How many submissions still get a row each."""

_NARROW: Final = 60
_HINT_LINES_IF_NARROW: Final = 3
_HINT_LINES: Final = 2
_NAME_WIDTH: Final = 24
_LEAST_ID_WIDTH: Final = 24
# What a narrow terminal goes without, in this order.
_SPARE_COLUMNS: Final = (wording.COLUMN_RATE_OF_ALL, wording.COLUMN_FAILED, wording.COLUMN_NOT_ATTEMPTED)
_MISTAKES: Final = 10
_NOT_GRADED: Final = 20
_TEXT_LIMIT: Final = 240


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
    widths = _widths([headings, *rows])
    page.row(headings, widths, "bold")
    for report, row in zip(reports, rows, strict=True):
        page.row(row, widths)
        worst = _worst(report, language)
        if worst:
            page.wrapped(worst, "yellow", 4, _HINT_LINES)


def render_class_summary(
    summed: ClassSummary, console: Console, language: Language, *, reports: Sequence[Report] = ()
) -> None:
    """Print what the class did together, after a row for each of `reports` if they are few enough."""
    page = Page(console, language)
    if reports and len(reports) <= SMALL_CLASS:
        render_class(reports, console, language)
        page.line()
    if summed.exercises:
        _exercise_table(page, summed.exercises)
    _mistakes(page, summed.mistakes[:_MISTAKES])
    _not_graded(page, summed.not_graded)
    page.line()
    page.wrapped(class_phrases.size(summed, language), "bold")
    if summed.scores is not None:
        page.wrapped(class_phrases.scores(summed.scores, language))


def _exercise_table(page: Page, exercises: Sequence[ExerciseSummary]) -> None:
    columns = class_phrases.columns(exercises)
    if page.width < _NARROW:
        _narrow_exercises(page, exercises)
        return
    ids = [for_terminal(exercise.id) for exercise in exercises]
    for spare in (None, *_SPARE_COLUMNS):
        if spare is not None:
            del columns[spare]
        headings = [text.in_language(page.language) for text in columns]
        cells = [[value(exercise) for value in columns.values()] for exercise in exercises]
        widths = _widths([headings, *cells])
        room = page.width - sum(width + 2 for width in widths)
        if room >= _LEAST_ID_WIDTH:
            break
    title = wording.COLUMN_EXERCISE.in_language(page.language)
    id_width = min(max(map(cell_len, (title, *ids))), room)
    page.row([title, *headings], [id_width, *widths], "bold")
    for name, numbers in zip(ids, cells, strict=True):
        page.row([page.shortened(page.safe(name), id_width), *numbers], [id_width, *widths])


def _narrow_exercises(page: Page, exercises: Sequence[ExerciseSummary]) -> None:
    for exercise in exercises:
        page.wrapped(exercise.id, "bold")
        counted = (
            (wording.COUNT_PASSED, exercise.passed),
            (wording.COUNT_FAILED, exercise.failed),
            (wording.COUNT_NOT_ATTEMPTED, exercise.not_attempted),
            (wording.COUNT_ERROR, exercise.error),
        )
        said = [text.format(count=count).in_language(page.language) for text, count in counted if count]
        page.wrapped(", ".join(said), "", 2)


def _mistakes(page: Page, mistakes: Sequence[Mistake]) -> None:
    if not mistakes:
        return
    page.line()
    page.line(wording.FREQUENT_MISTAKES.in_language(page.language), "bold")
    for mistake in mistakes:
        head = f"{class_phrases.submissions(mistake, page.language)}, {_where(mistake, page.language)}"
        page.wrapped(head, "", 0, 1)
        text = for_terminal(mistake.text.in_language(page.language), _TEXT_LIMIT)
        page.wrapped(text, "yellow", 4, _HINT_LINES if page.width >= _NARROW else _HINT_LINES_IF_NARROW)


def _where(mistake: Mistake, language: Language) -> str:
    first, *others = mistake.exercises
    if not others:
        return first
    return wording.AND_OTHERS.format(exercise=first, count=len(others)).in_language(language)


def _not_graded(page: Page, not_graded: Sequence[NotGraded]) -> None:
    if not not_graded:
        return
    page.line()
    page.line(wording.CLASS_NOT_GRADED.in_language(page.language), "bold")
    for each in not_graded[:_NOT_GRADED]:
        name = for_terminal(each.submission, 2 * _NAME_WIDTH)
        where = f" ({', '.join(each.exercises)})" if each.exercises else ""
        why = for_terminal(each.why.in_language(page.language), _TEXT_LIMIT)
        page.wrapped(f"{name}{where}: {why}", "magenta", 0, _HINT_LINES_IF_NARROW)
    left_out = len(not_graded) - _NOT_GRADED
    if left_out > 0:
        page.line(wording.MORE.format(count=left_out).in_language(page.language))


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


def _score(report: Report) -> str:
    return f"{summary.points(report.score)}/{summary.points(report.max_score)}"


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
