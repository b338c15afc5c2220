"""The mistakes of a class: which hints were given how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grader.report import summary
from grader.report.model import CheckStatus, Status

if TYPE_CHECKING:
    from grader.language import Text
    from grader.report.model import ExerciseResult


@dataclass(frozen=True)
class Mistake:
    """A hint that was given: how many submissions got it, and in which exercises.

    `text` is the wording that most of them got: it holds values of theirs.
    """

    hint: str
    text: Text
    submissions: int
    exercises: tuple[str, ...]


@dataclass
class _Occurrences:
    submissions: set[int] = field(default_factory=set)
    exercises: set[str] = field(default_factory=set)
    texts: Counter[Text] = field(default_factory=Counter)


class MistakeTally:
    """Counts hints, one exercise of one submission after the other."""

    def __init__(self) -> None:
        self._by_hint: dict[str, _Occurrences] = defaultdict(_Occurrences)

    def add(self, submission: int, exercise: ExerciseResult) -> None:
        """Count the hints of `exercise` if it failed; `submission` is a number that no other has."""
        if exercise.status is not Status.FAILED:
            return
        for check in summary.with_status(exercise, CheckStatus.FAILED):
            found = self._by_hint[check.hint or check.name]
            found.submissions.add(submission)
            found.exercises.add(exercise.id)
            found.texts[summary.cause(check) or check.title] += 1

    def mistakes(self) -> tuple[Mistake, ...]:
        """Return what was counted, the most frequent first."""
        counted = (
            Mistake(hint, most_frequent(found.texts), len(found.submissions), tuple(sorted(found.exercises)))
            for hint, found in self._by_hint.items()
        )
        return tuple(sorted(counted, key=lambda mistake: (-mistake.submissions, mistake.hint)))


def most_frequent(texts: Counter[Text]) -> Text:
    """Return the text that occurs most; of equals, the first in the alphabet."""
    return min(texts, key=lambda text: (-texts[text], text.en, text.ko))
