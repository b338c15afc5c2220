import json

from hypothesis import HealthCheck, given, settings

from grader.export.prairielearn import LIMIT_BYTES, prairielearn
from grader.language import Language, Text
from grader.report import CheckStatus, Refusal, Report, Status, report_of
from tests.export.hostile import (
    ENVIRONMENT,
    HIDDEN_VALUE,
    check,
    exercise,
    is_harmless,
    reports,
    sample,
    strings_in,
)
from tests.export.schema import valid_json


def written(report: Report | Refusal) -> dict[str, object]:
    content = prairielearn(report, Language.EN)
    assert len(content) < LIMIT_BYTES
    return valid_json("prairielearn", content)


def cases(results: dict[str, object]) -> list[dict[str, object]]:
    listed = results["tests"]
    assert isinstance(listed, list)
    return listed


def test_the_score_is_the_share_of_the_points() -> None:
    results = written(sample())
    assert results["gradable"] is True
    assert results["score"] == round(3 / 8.5, 6)
    by_name = {test["description"]: test for test in cases(results)}
    wrong = by_name["Title of ch07_1/e04_scale_and_flatten"]
    assert (wrong["points"], wrong["max_points"]) == (0, 2)
    assert wrong["message"] == "The images still have three axes."
    assert "(3, 28, 28)" in str(wrong["output"])


def test_hidden_checks_show_their_points_only() -> None:
    results = written(sample())
    (hidden,) = [test for test in cases(results) if "hidden" in str(test["description"])]
    assert (hidden["points"], hidden["max_points"], hidden["output"], hidden["message"]) == (0, 0.5, "", "")
    assert not any(HIDDEN_VALUE in text or "hidden property" in text for text in strings_in(results))


def test_our_own_fault_counts_on_neither_side() -> None:
    (broken,) = [test for test in cases(written(sample())) if "e03" in str(test["name"])]
    assert (broken["points"], broken["max_points"]) == (0, 0)
    assert "not your mistake" in str(broken["message"])


def test_what_could_not_be_graded_at_all_costs_no_attempt() -> None:
    broken = exercise("ch07_1/e01_load_data", Status.ERROR, check("test_a", CheckStatus.ERROR, 2.0))
    refusal = Refusal("lee", Text(en="This is no archive.", ko="압축 파일이 아닙니다."))
    assert written(refusal)["format_errors"] == ["This is no archive."]
    for nothing in (refusal, report_of("kim", ENVIRONMENT, (broken,))):
        results = written(nothing)
        assert results["gradable"] is False
        assert "score" not in results


def test_it_stays_below_its_limit_whatever_a_submission_says() -> None:
    long = '가<&\\"\x01' * 5_000
    wrong = [
        check(f"test_{number}", CheckStatus.FAILED, 1.0, expected=long, actual=long, detail=long)
        for number in range(5)
    ]
    many = [exercise(f"ch07_1/e{number}", Status.FAILED, *wrong) for number in range(40)]
    results = written(report_of("kim", ENVIRONMENT, tuple(many)))
    assert len(cases(results)) == 40
    assert "1 MB" in str(cases(results)[0]["output"])
    titled = exercise("ch07_1/e01", Status.NOT_ATTEMPTED, max_score=1.0)
    results = written(report_of("kim", ENVIRONMENT, (titled,) * 9_000))
    assert cases(results) == []
    assert "1 MB" in str(results["output"])


@given(reports())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_hostile_gets_through(report: Report) -> None:
    results = written(report)
    assert all(is_harmless(text) for text in strings_in(results))
    assert json.loads(json.dumps(results)) == results
