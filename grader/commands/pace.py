"""How far a batch is, how fast it goes, and how long it will take yet."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from grader.language import Text

_UNDER_A_MINUTE: Final = Text(en="under a minute left", ko="1분 안에 끝남")
_MINUTES: Final = Text(en="{minutes} min left", ko="{minutes}분 남음")
_HOURS: Final = Text(en="{hours} h {minutes} min left", ko="{hours}시간 {minutes}분 남음")
_PER_MINUTE: Final = Text(en="{rate:.1f} per minute", ko="분당 {rate:.1f}개")
_PER_HOUR: Final = Text(en="{rate:.1f} per hour", ko="시간당 {rate:.1f}개")


class Pace:
    """The count of a batch of `total` submissions.

    The rate is over the submissions that this run has graded: those refused, or found graded already, take no
    time, and may all come first. `clock` gives seconds.
    """

    def __init__(self, total: int, clock: Callable[[], float]) -> None:
        self.total = total
        self.done = 0
        self._graded = 0
        self._clock = clock
        self._begun = clock()

    def graded(self) -> None:
        """Count one submission more that was graded."""
        self.done += 1
        self._graded += 1

    def passed_over(self) -> None:
        """Count one submission more that took no time: refused, or graded already."""
        self.done += 1

    @property
    def count(self) -> str:
        """Where the batch is, as wide for each count: " 12/200"."""
        return f"{self.done:>{len(str(self.total))}}/{self.total}"

    def rate(self) -> Text | None:
        """Return how many submissions are graded per minute, or per hour if few; None at first."""
        elapsed = self._clock() - self._begun
        if not self._graded or elapsed <= 0:
            return None
        per_minute = 60 * self._graded / elapsed
        if per_minute < 1:
            return _PER_HOUR.format(rate=60 * per_minute)
        return _PER_MINUTE.format(rate=per_minute)

    def left(self) -> Text | None:
        """Return the time left if it goes on like this; None where that is not known, or nothing is left."""
        remaining = self.total - self.done
        if not self._graded or remaining <= 0:
            return None
        seconds = (self._clock() - self._begun) * remaining / self._graded
        if seconds < 60:
            return _UNDER_A_MINUTE
        hours, minutes = divmod(math.ceil(seconds / 60), 60)
        return _HOURS.format(hours=hours, minutes=minutes) if hours else _MINUTES.format(minutes=minutes)
