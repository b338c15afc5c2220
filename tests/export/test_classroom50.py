import datetime as dt

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from grader.export.classroom50 import classroom50, factor_for
from grader.export.error import ExportError
from grader.language import Language
from grader.report import Report, Status, report_of
from tests.export.hostile import ENVIRONMENT, exercise, is_harmless, reports, sample, strings_in
from tests.export.schema import valid_json

RUNNER = {
    "CLASSROOM": "dl-2026",
    "ASSIGNMENT": "chapter-7",
    "SUBMISSION_TAG": "submit/2026-03-02T09-00-00Z-abc1234",
    "COMMIT_URL": "https://github.com/o/r/commit/abc1234",
    "RELEASE_URL": "https://github.com/o/r/releases/tag/submit%2Fx",
    "REVIEW_URL": "https://github.com/o/r/compare/1...2",
}
NOW = dt.datetime(2026, 3, 2, 18, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))


def written(report: Report, environment: dict[str, str] | None = None) -> dict[str, object]:
    content = classroom50(report, Language.EN, RUNNER if environment is None else environment, NOW)
    return valid_json("classroom50", content)


def cases(result: dict[str, object]) -> list[dict[str, object]]:
    listed = result["tests"]
    assert isinstance(listed, list)
    return listed


def test_points_are_integers_four_times_ours() -> None:
    result = written(sample())
    assert (result["score"], result["max-score"]) == (12, 34)
    figures = {str(test["test-name"])[:11]: (test["score"], test["max-score"]) for test in cases(result)}
    assert figures == {
        "ch07_1/e01_": (8, 8),
        "ch07_1/e02_": (4, 6),
        "ch07_1/e04_": (0, 8),
        "ch07_1/e03_": (0, 0),
        "ch07_3/e05_": (0, 12),
    }


def test_finer_points_are_multiplied_by_a_hundred() -> None:
    third = msgspec.structs.replace(exercise("ch07_1/e01", Status.FAILED), score=0.33, max_score=1.0)
    report = report_of("kim", ENVIRONMENT, (third,))
    assert factor_for(report) == 100
    assert (written(report)["score"], written(report)["max-score"]) == (33, 100)


def test_only_a_full_score_is_passed_and_our_own_fault_is_not() -> None:
    passed = [str(test["test-name"]).partition(":")[0] for test in cases(written(sample())) if test["passed"]]
    assert passed == ["ch07_1/e01_load_data"]


def test_it_says_whose_it_is_and_when_in_utc() -> None:
    result = written(sample())
    assert result["datetime"] == "2026-03-02T09:00:00Z"
    assert (result["submission"], result["review"]) == (RUNNER["SUBMISSION_TAG"], RUNNER["REVIEW_URL"])
    without = {name: value for name, value in RUNNER.items() if name != "REVIEW_URL"}
    assert written(sample(), without)["review"] == RUNNER["COMMIT_URL"]


def test_variables_that_the_runner_has_not_set_are_named() -> None:
    with pytest.raises(ExportError, match="ASSIGNMENT, SUBMISSION_TAG"):
        classroom50(sample(), Language.EN, {**RUNNER, "ASSIGNMENT": "", "SUBMISSION_TAG": ""}, NOW)


def test_the_schema_refuses_what_the_collector_would() -> None:
    content = classroom50(sample(), Language.EN, RUNNER, NOW)
    for right, wrong in ((b'"score": 12', b'"score": 12.5'), (b"submit/", b"v1/"), (b"v1", b"v2")):
        assert right in content
        with pytest.raises(jsonschema.ValidationError):
            valid_json("classroom50", content.replace(right, wrong, 1))


@given(reports())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_hostile_gets_through_and_no_score_is_above_its_maximum(report: Report) -> None:
    result = written(report)
    assert all(is_harmless(text) for text in strings_in(result))
    for part in (result, *cases(result)):
        assert int(str(part["score"])) <= int(str(part["max-score"]))
    for figure in ("score", "max-score"):
        assert result[figure] == sum(int(str(test[figure])) for test in cases(result))
