from xml.etree import ElementTree as ET

import junitparser
import pytest
import xmlschema
from hypothesis import HealthCheck, given, settings

from grader.export.junit import junit
from grader.language import Language
from grader.report import Report
from tests.export.hostile import is_harmless, reports, sample
from tests.export.schema import valid_junit


def written(report: Report) -> bytes:
    return valid_junit(junit(report, Language.EN))


def read(content: bytes) -> junitparser.JUnitXml:
    """Return what another program's reader makes of it."""
    return junitparser.JUnitXml.fromstring(content)


def properties_of(suite: junitparser.TestSuite) -> dict[str, str]:
    return {one.name: one.value for one in suite.properties()}  # type: ignore[no-untyped-call]


def suites(report: Report) -> dict[str, junitparser.TestSuite]:
    return {suite.name: suite for suite in read(written(report))}


def test_an_exercise_is_a_suite_and_a_check_a_case() -> None:
    root = read(written(sample()))
    assert (root.tests, root.failures, root.errors) == (7, 2, 1)
    suite = suites(sample())["ch07_1/e04_scale_and_flatten"]
    assert (suite.tests, suite.failures, suite.skipped) == (2, 1, 1)
    wrong, blocked = suite
    (failure,) = wrong.result
    assert isinstance(failure, junitparser.Failure)
    assert (wrong.classname, failure.type) == ("ch07_1.e04_scale_and_flatten", "not_flattened")
    assert "(3, 28, 28)" in failure.text
    assert isinstance(blocked.result[0], junitparser.Skipped)


def test_properties_say_what_checks_are_worth() -> None:
    properties = properties_of(suites(sample())["ch07_1/e02_class_counts"])
    assert properties["submission"] == "kim"
    assert (properties["points"], properties["max_points"]) == ("1", "1.5")
    assert (properties["test_a.points"], properties["test_a.hidden"]) == ("1", "false")
    assert (properties["test_hidden.max_points"], properties["test_hidden.hidden"]) == ("0.5", "true")
    assert properties["test_hidden.hint"] == "hidden_hint"


def test_our_own_fault_is_an_error_without_points_and_what_was_not_attempted_is_skipped() -> None:
    broken, empty = suites(sample())["ch07_1/e03_show_samples"], suites(sample())["ch07_3/e05_dropout"]
    assert (broken.errors, broken.failures) == (1, 0)
    assert properties_of(broken)["points"] == ""
    assert (empty.skipped, empty.failures) == (1, 0)


def test_the_schema_refuses_properties_in_a_case() -> None:
    attributes = b'name="s" tests="1" failures="0" errors="0"'
    case = b'<testcase name="c"><properties/></testcase>'
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        valid_junit(b"<?xml?><testsuite " + attributes + b">" + case + b"</testsuite>")


@given(reports())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_hostile_gets_through(report: Report) -> None:
    root = ET.fromstring(written(report))  # noqa: S314 - our own
    texts = [text for node in root.iter() for text in (node.text or "", *node.attrib.values())]
    assert all(is_harmless(text) for text in texts)
    assert {node.tag for node in root.iter()} <= {
        "testsuites",
        "testsuite",
        "properties",
        "property",
        "testcase",
        "failure",
        "error",
        "skipped",
    }
    assert len(root) == len(report.exercises)
