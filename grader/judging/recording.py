"""From what pytest reports of a check to its result in the report."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from grader.catalog import Exercise
from grader.checking.finding import Finding
from grader.checking.marks import Check
from grader.language import Text
from grader.report import CheckResult, CheckStatus, ExerciseResult, Status, TrainingRecord

PROPERTY = "grader"


class Record(msgspec.Struct, frozen=True):
    """One check's result on its way from a pytest worker to the report."""

    exercise: str
    attempted: bool
    check: CheckResult
    training: tuple[TrainingRecord, ...] = ()
    notes: tuple[Text, ...] = ()
    device: str = "cpu"


_decoder = msgspec.json.Decoder(Record)


def attach(report: pytest.TestReport, record: Record) -> None:
    """Put `record` on `report`, in a form that crosses process boundaries."""
    report.user_properties.append((PROPERTY, msgspec.json.encode(record).decode()))


def record_on(report: pytest.TestReport) -> Record | None:
    """Return the record that was put on `report`, if one was."""
    for name, value in report.user_properties:
        if name == PROPERTY:
            return _decoder.decode(str(value))
    return None


def result_of(
    check: Check,
    status: CheckStatus,
    seconds: float,
    finding: Finding | None = None,
    *,
    detail: str | None = None,
) -> CheckResult:
    """Return the result of `check`; its points are all or nothing.

    `detail` says what went wrong with ourselves.
    """
    details: dict[str, Any] = {"detail": detail}
    if finding is not None:
        details = {
            "expected": finding.expected,
            "actual": finding.actual,
            "hint": finding.hint.id,
            "message": finding.message,
            "read": finding.hint.read,
            "reason": finding.reason,
            "frames": finding.frames,
            "detail": finding.detail,
        }
    return CheckResult(
        name=check.name,
        title=check.title,
        status=status,
        score=check.points if status is CheckStatus.PASSED else 0.0,
        max_score=check.points,
        hidden=check.hidden,
        seconds=round(seconds, 3),
        **details,
    )


def finding_in(error: BaseException, check: Check) -> Finding | None:
    """Return what `error`, raised by a check, says about the student's work; `None` if the fault is ours."""
    if isinstance(error, Finding):
        return error
    if isinstance(error, AssertionError):
        detail = str(error).strip().splitlines()
        return Finding(check.hint, detail=detail[0][:300] if detail else None)
    return None


def could_not_judge(exercise: Exercise, max_score: float, why: str) -> ExerciseResult:
    """Return the verdict on `exercise` that there is none, through a fault of our own."""
    return ExerciseResult(
        id=exercise.id,
        title=exercise.title,
        status=Status.ERROR,
        reason=None,
        score=0.0,
        max_score=max_score,
        seconds=0.0,
        checks=(),
        notes=(Text(en=f"The grader failed: {why}", ko=f"채점기에 문제가 생겼습니다: {why}"),),
    )


def exercise_result(exercise: Exercise, records: list[Record], max_score: float) -> ExerciseResult:
    """Return the verdict on `exercise` from the records of its checks; none at all means not attempted."""
    checks = tuple(record.check for record in records) if any(record.attempted for record in records) else ()
    statuses = {check.status for check in checks}
    if not checks:
        status = Status.NOT_ATTEMPTED
    elif CheckStatus.ERROR in statuses:
        status = Status.ERROR
    else:
        status = Status.PASSED if statuses == {CheckStatus.PASSED} else Status.FAILED
    return ExerciseResult(
        id=exercise.id,
        title=exercise.title,
        status=status,
        reason=next((check.reason for check in checks if check.reason is not None), None),
        score=round(sum(check.score for check in checks), 2),
        max_score=max_score,
        seconds=round(sum(check.seconds for check in checks), 3),
        checks=checks,
        training=tuple(training for record in records for training in record.training),
        notes=tuple(dict.fromkeys(note for record in records for note in record.notes)),
    )
