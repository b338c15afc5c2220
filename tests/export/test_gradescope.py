import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from grader.export.gradescope import Visibility, gradescope
from grader.language import Language
from grader.report import Report
from tests.export.hostile import HIDDEN_VALUE, is_harmless, reports, sample, strings_in
from tests.export.schema import valid_json


def written(report: Report, *visibility: Visibility, language: Language = Language.EN) -> dict[str, object]:
    return valid_json("gradescope", gradescope(report, language, *visibility))


def cases(results: dict[str, object]) -> dict[str, dict[str, object]]:
    listed = results["tests"]
    assert isinstance(listed, list)
    return {test["name"]: test for test in listed}


def test_an_exercise_is_a_test_with_its_points_and_its_page() -> None:
    test = cases(written(sample()))["Title of ch07_1/e04_scale_and_flatten"]
    assert (test["score"], test["max_score"], test["status"]) == (0, 2, "failed")
    assert (test["visibility"], test["output_format"]) == ("visible", "md")
    assert "The images still have three axes." in str(test["output"])
    assert cases(written(sample()))["Title of ch07_1/e01_load_data"]["status"] == "passed"


def test_hidden_checks_are_a_test_of_their_own_seen_when_grades_are_published() -> None:
    tests = cases(written(sample()))
    hidden = tests["Title of ch07_1/e02_class_counts (hidden checks)"]
    assert (hidden["visibility"], hidden["score"], hidden["max_score"]) == ("after_published", 0, 0.5)
    assert HIDDEN_VALUE in str(hidden["output"])
    asked = cases(written(sample(), Visibility.HIDDEN))
    assert asked["Title of ch07_1/e02_class_counts (hidden checks)"]["visibility"] == "hidden"


def test_what_is_visible_says_nothing_of_hidden_checks() -> None:
    results = written(sample())
    visible = [test for test in cases(results).values() if test["visibility"] == "visible"]
    shown = strings_in(results["output"]) + [text for test in visible for text in strings_in(test)]
    assert not any(
        "hidden_hint" in text or HIDDEN_VALUE in text or "hidden property" in text for text in shown
    )
    public = cases(results)["Title of ch07_1/e02_class_counts"]
    assert (public["score"], public["max_score"], public["status"]) == (1, 1, "passed")
    assert "Score: 3 of 8" in str(results["output"])
    assert (results["score"], results["stdout_visibility"]) == (3, "hidden")


def test_our_own_fault_has_neither_score_nor_status_and_is_said() -> None:
    results = written(sample())
    test = cases(results)["Title of ch07_1/e03_show_samples (not graded)"]
    assert not {"score", "max_score", "status"} & set(test)
    assert "ch07_1/e03_show_samples" in str(results["output"])
    assert "not counted as zero" in str(results["output"])
    extra = results["extra_data"]
    assert isinstance(extra, dict)
    assert extra["not_graded"] == ["ch07_1/e03_show_samples"]


def test_it_speaks_korean() -> None:
    results = written(sample(), language=Language.KO)
    assert "점수: 8점 중 3점" in str(results["output"])
    assert "ch07_1/e02_class_counts의 제목 (비공개 검사)" in cases(results)


def test_the_schema_refuses_what_gradescope_would() -> None:
    for wrong in (b"{}", b'{"tests": [{"name": "x"}]}', b'{"score": 1, "output_format": "markdown"}'):
        with pytest.raises(jsonschema.ValidationError):
            valid_json("gradescope", wrong)


@given(reports())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_hostile_gets_through(report: Report) -> None:
    results = written(report)
    assert all(is_harmless(text) for text in strings_in(results))
