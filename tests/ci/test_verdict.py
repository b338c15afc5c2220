"""Whether a job passes, and the sentence that says why."""

import msgspec
import pytest

from grader.ci.min_score import MinScore
from grader.ci.verdict import Outcome, verdict_on
from grader.language import Language
from grader.report import ExerciseResult, Report, Status, report_of

STATUSES = {
    "everything attempted is right": ([Status.PASSED, Status.NOT_ATTEMPTED], Outcome.PASSED),
    "something is wrong": ([Status.PASSED, Status.FAILED], Outcome.NOT_PASSED),
    "nothing is attempted": ([Status.NOT_ATTEMPTED], Outcome.PASSED),
    "the grader failed": ([Status.PASSED, Status.ERROR, Status.FAILED], Outcome.NONE),
    "there are no exercises": ([], Outcome.NONE),
}


def report_with(sample: Report, *statuses: Status) -> Report:
    """A report of exercises with `statuses`, of 4 points each: all of them where it passed, else half."""
    scores = {Status.PASSED: 4.0, Status.FAILED: 2.0}
    exercises: tuple[ExerciseResult, ...] = tuple(
        msgspec.structs.replace(sample.exercises[2], status=each, score=scores.get(each, 0.0), max_score=4.0)
        for each in statuses
    )
    return report_of("kim", sample.environment, exercises)


@pytest.mark.parametrize("case", STATUSES)
def test_by_itself_it_fails_only_for_what_is_wrong(sample: Report, case: str) -> None:
    statuses, outcome = STATUSES[case]
    assert verdict_on(report_with(sample, *statuses), None).outcome is outcome


@pytest.mark.parametrize(
    ("needed", "outcome"), [("6", Outcome.PASSED), ("6.1", Outcome.NOT_PASSED), ("75%", Outcome.PASSED)]
)
@pytest.mark.parametrize("language", Language)
def test_with_a_score_to_reach_only_the_score_counts_and_both_are_said(
    sample: Report, needed: str, outcome: Outcome, language: Language
) -> None:
    report = report_with(sample, Status.PASSED, Status.FAILED)
    verdict = verdict_on(report, MinScore.parse(needed))
    assert verdict.outcome is outcome
    sentence = verdict.why.in_language(language)
    asked = {"75%": "6"}.get(needed, needed)
    assert {"6", "8", asked} <= set(sentence.replace("점", " ").split())


def test_nothing_attempted_is_not_enough_where_a_score_is_asked_for(sample: Report) -> None:
    verdict = verdict_on(report_with(sample, Status.NOT_ATTEMPTED), MinScore.parse("1"))
    assert verdict.outcome is Outcome.NOT_PASSED


def test_a_fault_of_the_graders_own_is_nobodys_zero_whatever_the_score(sample: Report) -> None:
    for asked in ("0", "100%"):
        verdict = verdict_on(report_with(sample, Status.PASSED, Status.ERROR), MinScore.parse(asked))
        assert verdict.outcome is Outcome.NONE
        assert "not your mistake" in verdict.why.en
