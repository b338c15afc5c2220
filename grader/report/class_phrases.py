"""The phrases and figures about a class that every rendering of it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.report import wording
from grader.report.summary import points

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grader.language import Language, Text
    from grader.report.class_summary import ClassSummary, ExerciseSummary, Scores
    from grader.report.mistakes import Mistake


def size(summed: ClassSummary, language: Language) -> str:
    """Return how many submissions there were, and what became of them: "Submissions: 20 (20 graded)"."""
    counted = (
        (wording.COUNT_GRADED, summed.graded),
        (wording.COUNT_IN_PART, summed.in_part),
        (wording.COUNT_REFUSED, summed.refused),
    )
    said = [text.format(count=count).in_language(language) for text, count in counted if count]
    number = wording.CLASS_SIZE.format(count=summed.submissions).in_language(language)
    return f"{number} ({', '.join(said)})" if said else number


def scores(spread: Scores, language: Language) -> str:
    """Return how the scores are spread, in one sentence."""
    values = {name: points(value) for name, value in vars(spread).items()}
    return wording.CLASS_SCORES.format(**values).in_language(language)


def submissions(mistake: Mistake, language: Language) -> str:
    """Return how many submissions made `mistake`."""
    text = wording.SUBMISSION_ONE if mistake.submissions == 1 else wording.SUBMISSIONS
    return text.format(count=mistake.submissions).in_language(language)


def columns(exercises: Sequence[ExerciseSummary]) -> dict[Text, Callable[[ExerciseSummary], str]]:
    """Return the columns of a table of `exercises`: for each heading, what its cells say."""
    shown: dict[Text, Callable[[ExerciseSummary], str]] = {
        wording.COLUMN_PASSED: lambda exercise: str(exercise.passed),
        wording.COLUMN_RATE_OF_ATTEMPTED: lambda exercise: _percent(exercise.rate_of_attempted),
        wording.COLUMN_RATE_OF_ALL: lambda exercise: _percent(exercise.rate_of_all),
        wording.COLUMN_FAILED: lambda exercise: str(exercise.failed),
        wording.COLUMN_NOT_ATTEMPTED: lambda exercise: str(exercise.not_attempted),
    }
    if any(exercise.error for exercise in exercises):
        shown[wording.COLUMN_ERROR] = lambda exercise: str(exercise.error)
    return shown


def _percent(share: float | None) -> str:
    """Return `share` in percent; only all is 100%, and only none is 0%."""
    if share is None:
        return "-"
    if 0 < share < 1:
        return f"{min(99, max(1, round(100 * share)))}%"
    return f"{share:.0%}"
