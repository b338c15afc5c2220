"""What is counted of a class."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from grader.language import Text
from grader.report import CheckResult, Refusal, Report, Status, wording
from grader.report.class_summary import ExerciseSummary, NotGraded, summary_of_class

WHY = Text(en="This zip is damaged.", ko="압축 파일이 손상되었습니다.")


def whole(report: Report, name: str, score: float) -> Report:
    """`report` without the exercise that could not be graded, as another's."""
    kept = tuple(each for each in report.exercises if each.status is not Status.ERROR)
    return replace(report, submission=name, score=score, exercises=kept)


def test_who_was_graded(sample: Report) -> None:
    summed = summary_of_class([sample, whole(sample, "lee", 5)], [Refusal("park", WHY)])
    assert (summed.submissions, summed.graded, summed.in_part, summed.refused) == (3, 1, 1, 1)


def test_the_scores_of_those_graded_whole(sample: Report) -> None:
    reports = [sample, *(whole(sample, f"s{score}", score) for score in (8, 0, 4, 2, 6))]
    scores = summary_of_class(reports, []).scores
    assert scores is not None
    assert (scores.submissions, scores.max_score, scores.mean) == (5, 9, 4)
    assert (scores.lowest, scores.lower_quartile, scores.median) == (0, 2, 4)
    assert (scores.upper_quartile, scores.highest) == (6, 8)


def test_one_score_is_all_of_its_quartiles(sample: Report) -> None:
    scores = summary_of_class([whole(sample, "kim", 3.5)], []).scores
    assert scores is not None
    assert scores.lower_quartile == scores.median == scores.upper_quartile == scores.mean == 3.5


def test_no_scores_where_nobody_was_graded_whole(sample: Report) -> None:
    assert summary_of_class([sample], []).scores is None
    assert summary_of_class([], []).scores is None


def test_an_exercise_is_counted_by_its_outcome(sample: Report) -> None:
    passed = sample.exercises[0]
    other = (replace(passed, id="ch07_1/e04_scale_and_flatten"), replace(sample.exercises[4], id=passed.id))
    reports = [sample, sample, replace(sample, submission="lee", exercises=other)]
    found = {each.id: each for each in summary_of_class(reports, []).exercises}
    assert list(found) == sorted(exercise.id for exercise in sample.exercises)
    load = found["ch07_1/e01_load_data"]
    assert (load.passed, load.failed, load.not_attempted, load.error) == (2, 0, 1, 0)
    assert (load.rate_of_attempted, load.rate_of_all) == (1, 2 / 3)
    flatten = found["ch07_1/e04_scale_and_flatten"]
    assert (flatten.passed, flatten.failed) == (1, 2)
    broken = found["ch07_1/e03_show_samples"]
    assert broken.error == 2
    assert broken.rate_of_attempted is None
    assert broken.rate_of_all is None


def failing(report: Report, *checks: CheckResult) -> Report:
    """`report` with nothing but its failed exercise `e04`, in which `checks` failed."""
    return replace(report, exercises=(replace(report.exercises[2], checks=checks),))


def test_a_hint_counts_once_per_submission(sample: Report, flattening: CheckResult) -> None:
    twice = failing(sample, flattening, replace(flattening, name="test_other"))
    [mistake] = summary_of_class([twice, failing(sample, flattening)], []).mistakes
    assert (mistake.hint, mistake.submissions) == ("flattened_per_row", 2)
    assert mistake.exercises == ("ch07_1/e04_scale_and_flatten",)


def test_the_mistakes_of_the_class_are_those_of_all_exercises(
    sample: Report, flattening: CheckResult, exception: CheckResult
) -> None:
    elsewhere = replace(sample.exercises[3], checks=(flattening,))
    reports = [failing(sample, flattening, exception), replace(sample, exercises=(elsewhere,))]
    summed = summary_of_class(reports, [])
    assert [(each.hint, each.submissions) for each in summed.mistakes] == [
        ("flattened_per_row", 2),
        ("metrics_not_a_list", 1),
    ]
    assert len(summed.mistakes[0].exercises) == 2
    assert [len(exercise.mistakes) for exercise in summed.exercises] == [2, 1]


def test_the_text_of_a_mistake_is_the_one_most_got(sample: Report, flattening: CheckResult) -> None:
    rare = replace(flattening, message=Text(en="a rare one", ko="드문 것"))
    reports = [failing(sample, check) for check in (rare, flattening, flattening)]
    [mistake] = summary_of_class(reports, []).mistakes
    assert mistake.text == flattening.message
    assert mistake.submissions == 3


def test_who_could_not_be_graded_and_why(sample: Report) -> None:
    broken = sample.exercises[1]
    unknown = replace(broken, id="ch07_1/e04", checks=(replace(broken.checks[0], detail=None),))
    also = replace(broken, id="ch07_1/e05")
    report = replace(sample, exercises=(broken, unknown, also))
    fault = Text(en="KeyError: 'axes'", ko="KeyError: 'axes'")
    assert summary_of_class([report], [Refusal("a", WHY)]).not_graded == (
        NotGraded("a", (), WHY),
        NotGraded("kim", ("ch07_1/e03_show_samples", "ch07_1/e05"), fault),
        NotGraded("kim", ("ch07_1/e04",), wording.NOT_GRADED),
    )


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_counts_add_up_whatever_the_order(
    data: st.DataObject, reports: st.SearchStrategy[Report]
) -> None:
    members = data.draw(st.lists(reports, max_size=4))
    refusals = [Refusal(name, WHY) for name in data.draw(st.lists(st.text(max_size=5), max_size=2))]
    summed = summary_of_class(members, refusals)
    assert summed == summary_of_class(iter(members[::-1]), iter(refusals[::-1]))
    assert summed.submissions == len(members) + len(refusals)
    assert sum(map(outcomes, summed.exercises)) == sum(len(report.exercises) for report in members)
    for mistake in summed.mistakes:
        assert 1 <= mistake.submissions <= len(members)
    if summed.scores is not None:
        scores = summed.scores
        assert scores.lowest <= scores.lower_quartile <= scores.median <= scores.upper_quartile
        assert scores.upper_quartile <= scores.highest


def outcomes(exercise: ExerciseSummary) -> int:
    return exercise.passed + exercise.failed + exercise.not_attempted + exercise.error


@pytest.mark.parametrize(("passed", "failed", "rate"), [(1, 1, 0.5), (0, 3, 0.0), (3, 0, 1.0)])
def test_the_rate_of_those_that_attempted_it(passed: int, failed: int, rate: float) -> None:
    counted = ExerciseSummary("a", WHY, passed, failed, 4, 9, ())
    assert counted.rate_of_attempted == rate
    assert counted.rate_of_all == passed / (passed + failed + 4)
