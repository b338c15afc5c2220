"""Cases, and verdicts on them."""

from __future__ import annotations

from grader.audit.cases import Case, Kind
from grader.language import Text
from grader.report import CheckResult, CheckStatus, Environment, ExerciseResult, Status

FLATTEN = "ch07_1/e04_scale_and_flatten"
ENVIRONMENT = Environment(
    python="3.11.7",
    tensorflow="2.21.0",
    keras="3.15.1",
    scikit_learn="1.9.1",
    device="cpu",
    isolation="process",
    data="fashion-mnist",
    profile="small",
    seed=42,
)


def case(kind: Kind, name: str = "one", exercise: str = FLATTEN) -> Case:
    """Return a case; a wrong one is to be caught by `test_a` with the hint `a`."""
    check_and_hint = ("test_a", "a") if kind is Kind.WRONG else (None, None)
    changed = "`a` -> `b`" if kind in {Kind.MUTANT, Kind.REWRITE} else ""
    return Case(exercise, kind, name, b"pass\n", check_and_hint[0], check_and_hint[1], changed)


def result(status: Status, *failed: tuple[str, str], note: str = "") -> ExerciseResult:
    """Return a verdict with the checks `failed`, by name and hint, after one that passed."""
    broken = CheckStatus.ERROR if status is Status.ERROR else CheckStatus.FAILED
    checks = [
        check("test_first", CheckStatus.PASSED),
        *(check(name, broken, hint) for name, hint in failed),
    ]
    return ExerciseResult(
        id=FLATTEN,
        title=Text(en="Scale and flatten", ko="배율을 맞추고 펼치기"),
        status=status,
        reason=None,
        score=0.0,
        max_score=3.0,
        seconds=0.5,
        checks=tuple(checks),
        notes=(Text(en=note, ko=note),) if note else (),
    )


def check(name: str, status: CheckStatus, hint: str | None = None) -> CheckResult:
    """Return the result of a check."""
    return CheckResult(
        name=name,
        title=Text(en=name, ko=name),
        status=status,
        score=0.0,
        max_score=1.0,
        hint=hint,
        message=Text(en=f"{hint} is wrong.", ko="틀렸습니다.") if status is CheckStatus.FAILED else None,
        detail="ValueError: no" if status is CheckStatus.ERROR else None,
    )


PASSED = result(Status.PASSED)
AS_NAMED = result(Status.FAILED, ("test_a", "a"), ("test_b", "b"))
OTHERWISE = result(Status.FAILED, ("test_b", "b"), ("test_a", "a"))
BROKEN = result(Status.ERROR, ("test_a", "a"))
UNTOUCHED = result(Status.NOT_ATTEMPTED)
