"""How far, how fast, how long yet."""

from __future__ import annotations

import pytest

from grader.commands.pace import Pace
from grader.language import Language


class Clock:
    """A clock that stands still unless it is told to go on."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def pace_after(graded: int, seconds: float, total: int = 200, passed_over: int = 0) -> Pace:
    clock = Clock()
    pace = Pace(total, clock)
    for _ in range(passed_over):
        pace.passed_over()
    for _ in range(graded):
        pace.graded()
    clock.seconds += seconds
    return pace


@pytest.mark.parametrize(
    ("graded", "seconds", "said"),
    [
        (12, 60, "16 min left"),
        (100, 600, "10 min left"),
        (100, 601, "11 min left"),
        (1, 120, "6 h 38 min left"),
        (199, 199, "under a minute left"),
    ],
)
def test_the_time_left(graded: int, seconds: float, said: str) -> None:
    left = pace_after(graded, seconds).left()
    assert left is not None
    assert left.in_language(Language.EN) == said


def test_no_time_is_left_at_the_end_and_none_is_known_at_the_beginning() -> None:
    assert pace_after(0, 60).left() is None
    assert pace_after(200, 60).left() is None


def test_an_earlier_run_counts_as_done_and_not_as_speed() -> None:
    pace = pace_after(10, 60, passed_over=180)
    assert pace.count == "190/200"
    left, rate = pace.left(), pace.rate()
    assert left is not None
    assert rate is not None
    assert left.ko == "1분 남음"
    assert rate.en == "10.0 per minute"


def test_what_takes_no_time_does_not_make_it_look_fast() -> None:
    pace = pace_after(2, 120)
    for _ in range(50):
        pace.passed_over()
    rate = pace.rate()
    assert pace.count == " 52/200"
    assert rate is not None
    assert rate.ko == "분당 1.0개"


def test_a_slow_batch_is_counted_by_the_hour() -> None:
    rate = pace_after(1, 600).rate()
    assert rate is not None
    assert rate.en == "6.0 per hour"


def test_no_rate_before_the_first() -> None:
    assert pace_after(0, 60).rate() is None
    assert pace_after(3, 0).rate() is None
