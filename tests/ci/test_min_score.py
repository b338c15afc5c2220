"""The score that is asked for."""

import pytest

from grader.ci.min_score import MinScore


@pytest.mark.parametrize(
    ("text", "points"),
    [("40", 40), ("12.5", 12.5), (" 60% ", 30), ("100%", 50), ("0", 0), (".5", 0.5), ("33.3 %", 16.65)],
)
def test_points_and_percent_are_read(text: str, points: float) -> None:
    assert MinScore.parse(text).points(50) == pytest.approx(points)


@pytest.mark.parametrize(
    "text", ["", "many", "-1", "nan", "inf", "1e3", "60%%", "101%", "1,5", "٤٠", "9" * 400, "40 points"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="neither a number of points"):
        MinScore.parse(text)


def test_a_score_that_is_just_reached_is_enough() -> None:
    third = MinScore.parse("33.3%")
    assert third.is_met(33.3, 100)
    assert not third.is_met(33.29, 100)
    assert MinScore.parse("70%").is_met(0.7 * 3, 3)  # 2.0999999999999996
