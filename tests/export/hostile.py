"""Reports as a submission would like to have them: a realistic one, and any with hostile text everywhere."""

from __future__ import annotations

import re

import msgspec
from hypothesis import strategies as st

from grader.language import Text
from grader.report import (
    CheckResult,
    CheckStatus,
    ExerciseResult,
    Frame,
    Report,
    Status,
    report_of,
)
from tests.report import strategies

HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07",
    "\u202ecod.exe\u2066",
    "a" + "\u0301" * 500,
    "<script>alert(1)</script>",
    "]]><!-- & <x>",
    "![](http://127.0.0.1/x) [a](javascript:alert(1)) `x` **y** # z @everyone",
    "::error file=x::y\n::set-output name=a::b",
    '=HYPERLINK("http://127.0.0.1","x")',
    "+1",
    "-1",
    "@SUM(1)",
    "\x00\x01\x7f\x85\u2028\u2029\ufeff\ufffe\uffff",
    "\ud800",
    "{name} {0} %s $HOME `id`",
    "김 철수\t\r\n",
    "",
)
HIDDEN_VALUE = "the hidden value 31337"
_FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# As a submission is graded that nobody has read.
ENVIRONMENT = msgspec.structs.replace(strategies.ENVIRONMENT, isolation="hardened")


def is_harmless(text: str) -> bool:
    """Return whether nothing in `text` moves a cursor, reorders, or cannot be said in UTF-8."""
    return not _FORBIDDEN.search(text)


def strings_in(value: object) -> list[str]:
    """Return every string in a JSON value, the names of its fields too."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for item in pair for text in strings_in(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings_in(item)]
    return []


def check(name: str, status: CheckStatus, points: float, **more: object) -> CheckResult:
    """Return a check of `points` points, which it gives if it passed."""
    score = points if status is CheckStatus.PASSED else 0.0
    title = Text(en=f"The property {name} holds", ko=f"{name} 성질을 만족합니다")
    described = {"title": title, "name": name, "status": status, "score": score, "max_score": points}
    return CheckResult(**{**described, **more})  # type: ignore[arg-type]


def exercise(identifier: str, status: Status, *checks: CheckResult, max_score: float = 0) -> ExerciseResult:
    """Return an exercise whose points are those of its checks."""
    return ExerciseResult(
        id=identifier,
        title=Text(en=f"Title of {identifier}", ko=f"{identifier}의 제목"),
        status=status,
        reason=next((one.reason for one in checks if one.reason), None),
        score=sum(one.score for one in checks),
        max_score=max_score or sum(one.max_score for one in checks),
        seconds=0.25,
        checks=checks,
    )


def sample() -> Report:
    """Return a report with one exercise of every status, a hidden check that failed among them."""
    hidden = check(
        "test_hidden",
        CheckStatus.FAILED,
        0.5,
        title=Text(en="The hidden property holds", ko="비공개 성질을 만족합니다"),
        hidden=True,
        expected=HIDDEN_VALUE,
        actual="0",
        hint="hidden_hint",
        message=Text(en=HIDDEN_VALUE, ko=HIDDEN_VALUE),
    )
    wrong = check(
        "test_shape",
        CheckStatus.FAILED,
        1.25,
        expected="(3, 784)",
        actual="(3, 28, 28)",
        hint="not_flattened",
        message=Text(en="The images still have three axes.", ko="이미지의 축이 아직 세 개입니다."),
        frames=(Frame("exercises/ch07_1/e04.py", 3, "f", "return images"),),
    )
    return report_of(
        "kim",
        ENVIRONMENT,
        (
            exercise("ch07_1/e01_load_data", Status.PASSED, check("test_loads", CheckStatus.PASSED, 2.0)),
            exercise(
                "ch07_1/e02_class_counts", Status.FAILED, check("test_a", CheckStatus.PASSED, 1.0), hidden
            ),
            exercise(
                "ch07_1/e04_scale_and_flatten",
                Status.FAILED,
                wrong,
                check("test_blocked", CheckStatus.BLOCKED, 0.75),
            ),
            exercise(
                "ch07_1/e03_show_samples",
                Status.ERROR,
                check("test_draws", CheckStatus.ERROR, 2.0, detail="KeyError: 'axes'"),
            ),
            exercise("ch07_3/e05_dropout", Status.NOT_ATTEMPTED, max_score=3.0),
        ),
    )


def reports() -> st.SearchStrategy[Report]:
    """Any report, with hostile text wherever there is text."""
    letters = st.characters(min_codepoint=0, max_codepoint=0x10FFFF, categories=None)
    anything = st.sampled_from(HOSTILE) | st.text(letters, max_size=30)
    points = st.integers(0, 400).map(lambda quarters: quarters / 4)
    return strategies.reports(anything, points, anything)
