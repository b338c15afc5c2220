"""The questions that every rendering asks of a report."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from grader.language import Language, Text
from grader.report import CheckResult, Reason, Report, Status, summary, wording


def test_counts(sample: Report) -> None:
    assert summary.counts(sample) == {
        Status.PASSED: 1,
        Status.FAILED: 2,
        Status.NOT_ATTEMPTED: 1,
        Status.ERROR: 1,
    }
    assert summary.counts_line(replace(sample, exercises=()), Language.EN) == "No exercise was graded."


def test_the_first_thing_to_fix(sample: Report, flattening: CheckResult) -> None:
    failed = sample.exercises[2]
    assert summary.first_to_fix(failed) == flattening.message
    untold = replace(failed, checks=(replace(flattening, message=None),))
    assert summary.first_to_fix(untold) == flattening.title
    late = replace(failed, checks=(replace(flattening, message=None, reason=Reason.TIMEOUT),))
    assert summary.first_to_fix(late) == wording.REASONS[Reason.TIMEOUT]
    assert (
        summary.first_to_fix(replace(failed, checks=(), reason=Reason.CRASH)) == wording.REASONS[Reason.CRASH]
    )
    assert summary.first_to_fix(sample.exercises[0]) is None


def test_what_costs_most(sample: Report, flattening: CheckResult) -> None:
    assert summary.most_costly(sample) == (sample.exercises[2], flattening)
    assert summary.most_costly(replace(sample, exercises=())) is None


@pytest.mark.parametrize(
    ("value", "said"), [(3.0, "3"), (41.5, "41.5"), (0.25, "0.25"), (1 / 3, "0.33"), (100.0, "100")]
)
def test_points(value: float, said: str) -> None:
    assert summary.points(value) == said


def test_every_reason_has_its_sentence() -> None:
    assert set(wording.REASONS) == set(Reason)


def test_every_wording_is_there_in_both_languages() -> None:
    texts = [text for text in vars(wording).values() if isinstance(text, Text)]
    for text in (*texts, *wording.REASONS.values()):
        assert text.en.strip()
        assert any("가" <= char <= "힣" for char in text.ko)
