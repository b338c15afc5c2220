"""What a rescoring changed, in the terminal: before and after, for everyone whose score is another now."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from grader.report import wording
from grader.report._page import Page
from grader.report.safe_text import for_terminal
from grader.report.summary import points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from grader.language import Language
    from grader.report.model import Change

_ARROW: Final = "->"
_BETWEEN: Final = 2  # columns, as `Page.row` leaves them
_LEAST_NAME_WIDTH: Final = 8


def render_changes(
    changes: Sequence[Change],
    console: Console,
    language: Language,
    *,
    not_rescored: Sequence[tuple[str, str]] = (),
) -> None:
    """Print for each submission in `changes` its total and its exercises, before and after.

    `not_rescored` are pairs of submission and exercise that must run again to be scored anew.
    """
    page = Page(console, language)
    rows = [cells for _, cells in _rows(changes, language)]
    if rows:
        widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
        others = sum(width + _BETWEEN for width in widths[1:])
        widths[0] = min(widths[0], max(_LEAST_NAME_WIDTH, page.width - others))
        for style, (name, *numbers) in _rows(changes, language):
            page.row([page.shortened(page.safe(name), widths[0]), *numbers], widths, style)
        page.line()
    _not_rescored(page, not_rescored)
    submissions = len({change.submission for change in changes})
    text = (wording.NO_CHANGES, wording.CHANGED_ONE)[submissions] if submissions < 2 else wording.CHANGED
    page.wrapped(text.format(count=submissions).in_language(language), "bold")


def _rows(changes: Sequence[Change], language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a style and cells for each line: a submission's total, then its exercises."""
    ordered = sorted(changes, key=attrgetter("submission", "exercise"))
    for submission, members in groupby(ordered, key=attrgetter("submission")):
        of_one = list(members)
        totals = points(of_one[0].total_before), _ARROW, points(of_one[0].total_after)
        yield "bold", (for_terminal(submission), *totals)
        for change in of_one:
            before, after = (_said(score, language) for score in (change.before, change.after))
            yield "", (f"  {for_terminal(change.exercise)}", before, _ARROW, after)


def _not_rescored(page: Page, pairs: Sequence[tuple[str, str]]) -> None:
    if not pairs:
        return
    page.wrapped(wording.MUST_RUN_AGAIN.in_language(page.language), "yellow")
    for submission, members in groupby(sorted(pairs), key=itemgetter(0)):
        exercises = ", ".join(exercise for _, exercise in members)
        page.wrapped(f"{for_terminal(submission, 80)}: {exercises}", "", 2)
    page.line()


def _said(score: float | None, language: Language) -> str:
    return wording.NOT_SCORED.in_language(language) if score is None else points(score)
