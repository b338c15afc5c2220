"""What the renderings ask of a report: counts, what to fix first, what costs most."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from grader.report import wording
from grader.report.model import CheckResult, CheckStatus, ExerciseResult, Frame, Report, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grader.language import Language, Text

_FRAMES_SHOWN = 8


def counts(report: Report) -> Counter[Status]:
    """Return how many exercises came out with each status."""
    return Counter(exercise.status for exercise in report.exercises)


def counts_line(report: Report, language: Language) -> str:
    """Return the counts as a phrase, those of zero left out: "12 passed, 5 to fix"."""
    found = counts(report)
    phrases = (
        (Status.PASSED, wording.COUNT_PASSED),
        (Status.FAILED, wording.COUNT_FAILED),
        (Status.NOT_ATTEMPTED, wording.COUNT_NOT_ATTEMPTED),
        (Status.ERROR, wording.COUNT_ERROR),
    )
    said = [text.format(count=found[status]) for status, text in phrases if found[status]]
    return ", ".join(text.in_language(language) for text in said) or wording.NOTHING_GRADED.in_language(
        language
    )


def with_status(exercise: ExerciseResult, status: CheckStatus) -> list[CheckResult]:
    """Return the checks of `exercise` that came out with `status`, in their order."""
    return [check for check in exercise.checks if check.status is status]


def first_to_fix(exercise: ExerciseResult) -> Text | None:
    """Return the cause of the first failed check, else the reason why the exercise failed, else None."""
    failed = with_status(exercise, CheckStatus.FAILED)
    if failed:
        return cause(failed[0]) or failed[0].title
    return wording.REASONS[exercise.reason] if exercise.reason else None


def cause(check: CheckResult) -> Text | None:
    """Return why `check` failed as far as that is known: its message, or what its reason means."""
    if check.message is None and check.reason is not None:
        return wording.REASONS[check.reason]
    return check.message


def most_costly(report: Report) -> tuple[ExerciseResult, CheckResult] | None:
    """Return the failed check that loses most points, the first of equals; None where none failed."""
    failed = [
        (exercise, check)
        for exercise in report.exercises
        if exercise.status is Status.FAILED
        for check in with_status(exercise, CheckStatus.FAILED)
    ]
    return max(failed, key=lambda pair: pair[1].max_score - pair[1].score, default=None)


def points(value: float) -> str:
    """Return `value` with up to two decimals: "3", "41.5", "0.25"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def frame_lines(frames: Iterable[Frame], language: Language) -> list[str]:
    """Return two lines per frame, where and what; of a deep recursion its beginning and its end.

    The lines are raw: whoever shows them makes them harmless.
    """
    every = tuple(frames)
    left_out = len(every) - _FRAMES_SHOWN
    half = _FRAMES_SHOWN // 2
    kept = every if left_out <= 0 else (*every[:half], *every[-half:])
    lines = []
    for number, frame in enumerate(kept):
        if left_out > 0 and number == half:
            lines.append(wording.FRAMES_LEFT_OUT.format(count=left_out).in_language(language))
        where = wording.IN_FUNCTION.format(function=frame.function).in_language(language)
        lines.append(f"{frame.file}:{frame.line}" + (f", {where}" if frame.function != "<module>" else ""))
        if frame.source.strip():
            lines.append(f"    {frame.source.strip()}")
    return lines
