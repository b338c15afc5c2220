"""What a batch shows while it works: a bar on a terminal, else a plain line per finished submission."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from threading import Lock
from typing import Final, Protocol

from rich.cells import cell_len
from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text as Styled

from grader.batch.session import Progress
from grader.commands.pace import Pace
from grader.language import Language, Text
from grader.report.safe_text import encodable, for_terminal
from grader.report.summary import points

_NOT_GRADED: Final = Text(en="not graded: {why}", ko="채점하지 못함: {why}")
_IN_HAND: Final = Text(en="Now: {names}", ko="지금: {names}")
_NAME_LENGTH: Final = 40
_BAR_WIDTH: Final = 30
_LEAST_BAR_WIDTH: Final = 5


class Display(Progress, Protocol):
    """What shows the progress of a batch. The methods may be called from several threads."""

    def start(self, total_submissions: int) -> None:
        """Begin."""

    def close(self) -> None:
        """Leave the terminal as it was. May be called twice, and before `start`."""


def progress_on(
    console: Console, language: Language, *, clock: Callable[[], float] = time.monotonic
) -> Display:
    """Return the display that suits `console`."""
    if console.is_terminal and not console.is_dumb_terminal:
        return BarProgress(console, language, clock)
    return LineProgress(console, language, clock)


class LineProgress:
    """A line for each finished submission, written at once: for a log file or a pipe."""

    def __init__(self, console: Console, language: Language, clock: Callable[[], float]) -> None:
        self._console = console
        self._language = language
        self._clock = clock
        self._lock = Lock()
        self._pace = Pace(0, clock)

    def start(self, total_submissions: int) -> None:
        """Begin to count."""
        self._pace = Pace(total_submissions, self._clock)

    def already_done(self, name: str) -> None:  # noqa: ARG002 - its line was printed by the earlier run
        """Count it."""
        with self._lock:
            self._pace.passed_over()

    def began(self, name: str, exercise_id: str) -> None:
        """Say nothing: a line per exercise would be too many."""

    def exercise_done(self, name: str) -> None:
        """Say nothing."""

    def submission_done(self, name: str, score: float, max_score: float) -> None:
        """Print the count, the name, the score and the time left."""
        with self._lock:
            self._pace.graded()
            left = self._pace.left()
            end = (left.in_language(self._language),) if left is not None else ()
            self._print(self._pace.count, _shown(name), f"{points(score)}/{points(max_score)}", *end)

    def not_graded(self, name: str, why: Text) -> None:
        """Print the count, the name and the reason."""
        with self._lock:
            self._pace.passed_over()
            self._print(self._pace.count, _shown(name), _refusal(why, self._language))

    def close(self) -> None:
        """Do nothing: every line stands already."""

    def _print(self, *parts: str) -> None:
        _print(self._console, "  " + "  ".join(parts))


class BarProgress:
    """A bar with count, rate and time left, and beneath it the names in hand; refusals stay above it."""

    def __init__(self, console: Console, language: Language, clock: Callable[[], float]) -> None:
        self._console = console
        self._language = language
        self._clock = clock
        # Never held while something is printed: the thread in which rich redraws waits for it.
        self._lock = Lock()
        self._pace = Pace(0, clock)
        self._in_hand: dict[str, str] = {}
        self._live = Live(console=console, get_renderable=self._drawn, refresh_per_second=2, transient=True)

    def start(self, total_submissions: int) -> None:
        """Draw the bar."""
        self._pace = Pace(total_submissions, self._clock)
        self._live.start(refresh=True)

    def already_done(self, name: str) -> None:
        """Move the bar on."""
        with self._lock:
            self._pace.passed_over()
            self._in_hand.pop(name, None)

    def began(self, name: str, exercise_id: str) -> None:
        """Show the submission and its exercise among those in hand."""
        with self._lock:
            self._in_hand[name] = exercise_id

    def exercise_done(self, name: str) -> None:
        """Show the submission without an exercise until the next one begins."""
        with self._lock:
            self._in_hand[name] = ""

    def submission_done(self, name: str, score: float, max_score: float) -> None:  # noqa: ARG002 - the bar has no room for scores
        """Move the bar on."""
        with self._lock:
            self._pace.graded()
            self._in_hand.pop(name, None)

    def not_graded(self, name: str, why: Text) -> None:
        """Move the bar on, and print above it who could not be graded."""
        with self._lock:
            self._pace.passed_over()
            self._in_hand.pop(name, None)
        _print(self._console, f"{_shown(name)}: {_refusal(why, self._language)}")

    def close(self) -> None:
        """Take the bar away."""
        self._live.stop()

    def _drawn(self) -> Group:
        with self._lock:
            facts = [self._pace.count.strip()]
            facts += [
                said.in_language(self._language) for said in (self._pace.rate(), self._pace.left()) if said
            ]
            bar = ProgressBar(max(1, self._pace.total), self._pace.done)
            names = ", ".join(
                f"{_shown(name)} ({for_terminal(exercise)})" if exercise else _shown(name)
                for name, exercise in self._in_hand.items()
            )
        lines = [self._bar_line(bar, "  ".join(facts))]
        if names:
            lines.append(self._cut(_IN_HAND.format(names=names).in_language(self._language)))
        return Group(*lines)

    def _bar_line(self, bar: ProgressBar, facts: str) -> Table | Styled:
        room = self._console.width - cell_len(facts) - 2
        if room < _LEAST_BAR_WIDTH:
            return self._cut(facts)
        bar.width = min(_BAR_WIDTH, room)
        line = Table.grid(padding=(0, 2, 0, 0))
        line.add_row(bar, Styled(_encodable(self._console, facts), no_wrap=True))
        return line

    def _cut(self, text: str) -> Styled:
        shown = Styled(_encodable(self._console, text), no_wrap=True)
        shown.truncate(self._console.width, overflow="crop")
        return shown


def _print(console: Console, text: str) -> None:
    console.print(_encodable(console, text), soft_wrap=True, markup=False, highlight=False, emoji=False)


def _shown(name: str) -> str:
    return unicodedata.normalize("NFC", for_terminal(name, _NAME_LENGTH))


def _refusal(why: Text, language: Language) -> str:
    return _NOT_GRADED.format(why=for_terminal(why.in_language(language))).in_language(language)


def _encodable(console: Console, text: str) -> str:
    return encodable(text, console.encoding)
