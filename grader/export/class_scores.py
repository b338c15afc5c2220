"""Reports as the scores and comments that are filled into a class's table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from grader.export.matching import Score
from grader.export.parts import HIDDEN_CHECKS, not_graded, plain_overview, public_part
from grader.report import Status, summary, wording
from grader.report.safe_text import for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from grader.language import Language
    from grader.report import ExerciseResult, Refusal, Report

_FIRST: Final = 5  # exercises whose first mistake is said: the feedback pages say the rest


def scores_of(reports: Iterable[Report], refusals: Iterable[Refusal], language: Language) -> Iterator[Score]:
    """Yield the score of each report, and of each refusal one that is not graded.

    Where the grader itself failed at an exercise the score is not the student's, so it is not graded either.
    """
    for report in reports:
        graded = not not_graded(report)
        yield Score(report.submission, report.score, report.max_score, graded, comment_on(report, language))
    for refusal in refusals:
        yield Score(refusal.submission, 0.0, 0.0, graded=False)


def comment_on(report: Report, language: Language) -> str:
    """Return a few lines of plain text: the score, the counts, and what to mend first in some exercises.

    Of hidden checks it says no more than that something is to be mended there.
    """
    lines = [plain_overview(report, language)]
    failed = [exercise for exercise in report.exercises if exercise.status is Status.FAILED]
    if failed:
        lines.append(f"{wording.TO_FIX.in_language(language)}:")
        lines += [f"- {_first_to_fix(exercise, language)}" for exercise in failed[:_FIRST]]
    if len(failed) > _FIRST:
        lines.append(wording.MORE.format(count=len(failed) - _FIRST).in_language(language))
    return "\n".join(lines)


def _first_to_fix(exercise: ExerciseResult, language: Language) -> str:
    title = exercise.title.in_language(language)
    public = public_part(exercise)
    if public is None or public.status is not Status.FAILED:
        return for_terminal(HIDDEN_CHECKS.format(title=title).in_language(language))
    cause = summary.first_to_fix(public)
    return for_terminal(title if cause is None else f"{title}: {cause.in_language(language)}")
