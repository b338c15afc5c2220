"""A report as Gradescope's `results.json`: a test per exercise, its page in Markdown, hidden checks apart.

The format: https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import msgspec

from grader.export.parts import HIDDEN_CHECKS, hidden_part, not_graded, overview, public_part, public_report
from grader.language import Text
from grader.report import ExerciseResult, Report, Status
from grader.report.markdown import exercise_page
from grader.report.safe_text import for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.language import Language

_OURS: Final = Text(en="{title} (not graded)", ko="{title} (채점하지 못함)")


class Visibility(str, Enum):
    """When students see a test, in Gradescope's words."""

    VISIBLE = "visible"
    AFTER_DUE_DATE = "after_due_date"
    AFTER_PUBLISHED = "after_published"
    HIDDEN = "hidden"


def gradescope(
    report: Report, language: Language, hidden_visibility: Visibility = Visibility.AFTER_PUBLISHED
) -> bytes:
    """Return the JSON; all of an exercise's hidden checks are one test, seen at `hidden_visibility`.

    An exercise that the grader failed at has no score and no status there, and the output says so. The score
    of the whole is given too, as Gradescope would otherwise ask for one in each test.
    """
    return msgspec.json.format(msgspec.json.encode(_results(report, language, hidden_visibility)), indent=2)


def _results(report: Report, language: Language, hidden_visibility: Visibility) -> dict[str, Any]:
    return {
        "score": round(float(report.score), 2),
        "execution_time": round(sum(exercise.seconds for exercise in report.exercises)),
        "output": overview(public_report(report), language),
        "output_format": "md",
        "visibility": Visibility.VISIBLE.value,
        # What a student's code prints may hold anything, hidden inputs among it.
        "stdout_visibility": Visibility.HIDDEN.value,
        "tests": list(_tests(report, language, hidden_visibility)),
        "extra_data": {
            "schema": report.schema,
            "submission": for_terminal(report.submission),
            "max_score": round(report.max_score, 2),
            "isolation": for_terminal(report.environment.isolation),
            "not_graded": [for_terminal(identifier) for identifier in not_graded(report)],
        },
    }


def _tests(report: Report, language: Language, hidden_visibility: Visibility) -> Iterator[dict[str, Any]]:
    for exercise in report.exercises:
        public, hidden = public_part(exercise), hidden_part(exercise)
        if public is not None:
            yield _test(public, exercise.title, language, Visibility.VISIBLE)
        if hidden is not None:
            named = HIDDEN_CHECKS.format(title=exercise.title.in_language(language))
            yield _test(hidden, named, language, hidden_visibility)


def _test(part: ExerciseResult, title: Text, language: Language, visibility: Visibility) -> dict[str, Any]:
    broken = part.status is Status.ERROR
    named = title.in_language(language)
    if broken:
        named = _OURS.format(title=named).in_language(language)
    scored = {"score": round(float(part.score), 2), "max_score": round(float(part.max_score), 2)}
    status = {"status": "passed" if part.status is Status.PASSED else "failed"}
    return {
        "name": for_terminal(named) or for_terminal(part.id),
        "name_format": "text",
        **({} if broken else {**scored, **status}),
        "output": exercise_page(part, language),
        "output_format": "md",
        "visibility": visibility.value,
        "extra_data": {
            "exercise": for_terminal(part.id),
            "status": part.status.value,
            "reason": part.reason.value if part.reason else None,
            "hints": [for_terminal(check.hint) for check in part.checks if check.hint],
        },
    }
