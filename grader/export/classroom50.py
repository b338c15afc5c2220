"""A report as the `result.json` of Classroom 50, schema `classroom50/result/v1`.

The rules are those of its collector, `validate_result` in `collect_scores.py` of
https://github.com/foundation50/classroom50. `owner` and `assignment_type`, which it asks for too, are stamped
by its own runner.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import msgspec

from grader.export.error import ExportError
from grader.language import Text
from grader.report import ExerciseResult, Report, Status
from grader.report.safe_text import for_terminal

if TYPE_CHECKING:
    from grader.language import Language

SCHEMA: Final = "classroom50/result/v1"
# Fields of the result, by the variables in which the runner hands them over.
_FIELDS: Final = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
}
_REVIEW, _REVIEW_FALLBACK = "REVIEW_URL", "COMMIT_URL"
# Points are quarters. A factor that followed from one student's own points would differ within a class.
_FACTORS: Final = (4, 100)
_MISSING: Final = Text(
    en="The environment variables {names} are not set. Classroom 50's runner sets them: "
    "export this format from its autograder.py.",
    ko="환경 변수 {names}이(가) 없습니다. Classroom 50의 실행기가 설정하는 변수이므로, "
    "이 형식은 그 autograder.py 안에서 내보내세요.",
)
_OURS: Final = Text(en="{name} (not graded: the grader failed)", ko="{name} (채점기 문제로 채점하지 못함)")


def classroom50(
    report: Report, language: Language, environment: Mapping[str, str], now: dt.datetime
) -> bytes:
    """Return the JSON at the time `now`, a test per exercise.

    Every figure of points is four times ours (a hundred times, if there are finer ones than quarters), since
    they must be integers. An exercise that the grader failed at is worth 0 of 0: it counts on neither side.

    Raises:
        ExportError: if a variable of the runner's is not in `environment`.
    """
    missing = [name for name in _FIELDS.values() if not environment.get(name)]
    if missing:
        raise ExportError(_MISSING.format(names=", ".join(missing)))
    factor = factor_for(report)
    tests = [_test(exercise, factor, language) for exercise in report.exercises]
    result = {
        "schema": SCHEMA,
        **{field: environment[name] for field, name in _FIELDS.items()},
        "review": environment.get(_REVIEW) or environment[_REVIEW_FALLBACK],
        "datetime": now.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
    }
    return msgspec.json.format(msgspec.json.encode(result), indent=2)


def factor_for(report: Report) -> int:
    """Return by what every figure of points is multiplied: the least factor that makes them all integers."""
    figures = [points for exercise in report.exercises for points in (exercise.score, exercise.max_score)]
    quarters, hundredths = _FACTORS
    return quarters if all(float(points * quarters).is_integer() for points in figures) else hundredths


def _test(exercise: ExerciseResult, factor: int, language: Language) -> dict[str, Any]:
    broken = exercise.status is Status.ERROR
    max_score = 0 if broken else max(0, round(exercise.max_score * factor))
    score = 0 if broken else min(max_score, max(0, round(exercise.score * factor)))
    title = for_terminal(exercise.title.in_language(language))
    name = ": ".join(part for part in (for_terminal(exercise.id), title) if part)
    return {
        "test-name": _OURS.format(name=name).in_language(language) if broken else name or "?",
        "passed": not broken and score == max_score,
        "score": score,
        "max-score": max_score,
    }
