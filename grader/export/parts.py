"""A report without its hidden checks, and what is said of a submission as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from grader.language import Text
from grader.report import CheckStatus, ExerciseResult, Report, Status, report_of, summary, wording
from grader.report.safe_text import for_markdown, for_terminal, prose_for_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.language import Language
    from grader.report import CheckResult

HIDDEN_CHECKS: Final = Text(en="{title} (hidden checks)", ko="{title} (비공개 검사)")
_NOT_GRADED: Final = Text(
    en="Not graded, through a fault of the grader's own: {exercises}. These are not counted as zero: they "
    "are missing from the score above and from its maximum. Please tell your instructor.",
    ko="채점기의 문제로 채점하지 못함: {exercises}. 0점이 아니라, 위의 점수와 만점에서 빠져 있습니다. "
    "선생님께 알려 주세요.",
)
_HIDDEN_LATER: Final = Text(
    en="Hidden checks were run too; they are not in this score.",
    ko="비공개 검사도 했습니다. 그 결과는 이 점수에 들어 있지 않습니다.",
)


def public_part(exercise: ExerciseResult) -> ExerciseResult | None:
    """Return `exercise` as if it had no hidden checks; None if it has no others."""
    hidden = hidden_checks(exercise)
    if not hidden:
        return exercise
    public = tuple(check for check in exercise.checks if not check.hidden)
    return _over(exercise, public, exercise.notes) if public else None


def hidden_part(exercise: ExerciseResult) -> ExerciseResult | None:
    """Return `exercise` as if it had hidden checks only; None if it has none."""
    hidden = hidden_checks(exercise)
    return _over(exercise, hidden, ()) if hidden else None


def hidden_checks(exercise: ExerciseResult) -> tuple[CheckResult, ...]:
    """Return the hidden checks of `exercise`."""
    return tuple(check for check in exercise.checks if check.hidden)


def _over(
    exercise: ExerciseResult, checks: tuple[CheckResult, ...], notes: tuple[Text, ...]
) -> ExerciseResult:
    status = exercise.status
    if status is not Status.ERROR:
        passed = all(check.status is CheckStatus.PASSED for check in checks)
        status = Status.PASSED if passed else Status.FAILED
    return msgspec.structs.replace(
        exercise,
        status=status,
        reason=next((check.reason for check in checks if check.reason is not None), None),
        score=round(sum(check.score for check in checks), 2),
        max_score=round(sum(check.max_score for check in checks), 2),
        checks=checks,
        notes=notes,
    )


def public_report(report: Report) -> Report:
    """Return `report` without any hidden check."""
    if not any(hidden_checks(exercise) for exercise in report.exercises):
        return report
    parts = tuple(part for part in map(public_part, report.exercises) if part is not None)
    return report_of(report.submission, report.environment, parts, (*report.notes, _HIDDEN_LATER))


def overview(report: Report, language: Language) -> str:
    """Return a few paragraphs of Markdown on the whole: the score, the counts, what was left out."""
    return "\n\n".join(_paragraphs(report, language, markdown=True))


def plain_overview(report: Report, language: Language) -> str:
    """Return what `overview` says as plain text, a sentence or two to a line."""
    return "\n".join(_paragraphs(report, language, markdown=False))


def not_graded(report: Report) -> tuple[str, ...]:
    """Return the ids of the exercises that the grader itself failed at."""
    return tuple(exercise.id for exercise in report.exercises if exercise.status is Status.ERROR)


def _paragraphs(report: Report, language: Language, *, markdown: bool) -> Iterator[str]:
    score = wording.SCORE.format(
        score=summary.points(report.score), max_score=summary.points(report.max_score)
    )
    yield f"**{score.in_language(language)}**" if markdown else score.in_language(language)
    yield summary.counts_line(report, language)
    for note in report.notes:
        text = note.in_language(language)
        yield prose_for_markdown(text) if markdown else for_terminal(text)
    missing = not_graded(report)
    if missing:
        literally = for_markdown if markdown else for_terminal
        named = ", ".join(literally(identifier, 80) for identifier in missing)
        yield _NOT_GRADED.format(exercises=named).in_language(language)
