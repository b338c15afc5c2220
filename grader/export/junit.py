"""A report as JUnit XML, valid against the schema of Jenkins's xUnit plugin (`junit-10.xsd`).

That schema, which pytest's `junit_family=xunit2` means too, has properties in a test suite and none in a test
case. So an exercise is a suite, a check one of its cases, and `<check>.points` one of the suite's properties.
Written with the standard library: junitparser gives `testsuites` an attribute `skipped`, which the schema
refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from grader.report import CheckResult, CheckStatus, ExerciseResult, Report, Status, summary
from grader.report.safe_text import block, for_terminal
from grader.report.terminal import render_failure

if TYPE_CHECKING:
    from grader.language import Language

# Control characters are not in XML at all; `safe_text` shows them as escapes.
_WIDTH: Final = 100


def junit(report: Report, language: Language) -> bytes:
    """Return the XML, UTF-8: a suite per exercise, a case per check."""
    root = ET.Element("testsuites", name=for_terminal(report.submission))
    suites = [_suite(exercise, report, language) for exercise in report.exercises]
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.attrib[name]) for suite in suites)))
    root.set("time", _seconds(sum(exercise.seconds for exercise in report.exercises)))
    root.extend(suites)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def check_properties(check: CheckResult) -> dict[str, str]:
    """Return what a check is worth and what came of it, by the names that properties have in JUnit XML."""
    return {
        "points": summary.points(check.score),
        "max_points": summary.points(check.max_score),
        "hint": for_terminal(check.hint or ""),
        "hidden": "true" if check.hidden else "false",
    }


def _suite(exercise: ExerciseResult, report: Report, language: Language) -> ET.Element:
    suite = ET.Element("testsuite", name=for_terminal(exercise.id), time=_seconds(exercise.seconds))
    properties = ET.SubElement(suite, "properties")
    for name, value in _properties(exercise, report, language):
        ET.SubElement(properties, "property", name=name, value=value)
    cases = list(_cases(exercise, language))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("tests", str(len(cases)))
    suite.extend(cases)
    return suite


def _properties(exercise: ExerciseResult, report: Report, language: Language) -> Iterator[tuple[str, str]]:
    yield "submission", for_terminal(report.submission)
    yield "title", for_terminal(exercise.title.in_language(language))
    yield "status", exercise.status.value
    yield "reason", exercise.reason.value if exercise.reason else ""
    scored = exercise.status is not Status.ERROR
    yield "points", summary.points(exercise.score) if scored else ""
    yield "max_points", summary.points(exercise.max_score)
    for check in exercise.checks:
        for name, value in check_properties(check).items():
            yield f"{for_terminal(check.name)}.{name}", value


def _cases(exercise: ExerciseResult, language: Language) -> Iterator[ET.Element]:
    class_name = for_terminal(exercise.id).replace("/", ".")
    for check in exercise.checks:
        name = for_terminal(check.name)
        case = ET.Element("testcase", name=name, classname=class_name, time=_seconds(check.seconds))
        _outcome(case, check, language)
        yield case
    if not exercise.checks:
        case = ET.Element("testcase", name=class_name, classname=class_name, time="0.000")
        tag = "error" if exercise.status is Status.ERROR else "skipped"
        notes = "\n".join(for_terminal(note.in_language(language)) for note in exercise.notes)
        ET.SubElement(case, tag, type=exercise.status.value, message=exercise.status.value).text = notes
        yield case


def _outcome(case: ET.Element, check: CheckResult, language: Language) -> None:
    title = for_terminal(check.title.in_language(language))
    if check.status is CheckStatus.FAILED:
        kind = for_terminal(check.hint or (check.reason.value if check.reason else "failed"))
        failure = ET.SubElement(case, "failure", type=kind, message=title)
        failure.text = render_failure(check, language, width=_WIDTH).strip()
    elif check.status is CheckStatus.BLOCKED:
        ET.SubElement(case, "skipped", type="blocked", message=title)
    elif check.status is CheckStatus.ERROR:
        error = ET.SubElement(case, "error", type="grader", message=title)
        error.text = block(check.detail or "")


def _seconds(value: float) -> str:
    return f"{value:.3f}"
