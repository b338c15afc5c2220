"""The mistakes of a class: which hints were given how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.report import summary
from grader.report.model import CheckStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from grader.language import Text
    from grader.report.model import Report


@dataclass(frozen=True)
class Mistake:
    """A hint that was given: how many submissions got it, and in which exercises.

    `text` is the wording that most of them got: it holds values of theirs.
    """

    hint: str
    text: Text
    submissions: int
    exercises: tuple[str, ...]


@dataclass(frozen=True)
class Given:
    """One hint that one submission was given. Names may repeat, so a submission is its place in the class."""

    submission: int
    exercise: str
    hint: str
    text: Text


def hints_given(reports: Sequence[Report]) -> Iterator[Given]:
    """Yield each hint of each failed exercise."""
    for number, report in enumerate(reports):
        for exercise in report.exercises:
            if exercise.status is Status.FAILED:
                for check in summary.with_status(exercise, CheckStatus.FAILED):
                    text = summary.cause(check) or check.title
                    yield Given(number, exercise.id, check.hint or check.name, text)


def mistakes_in(given: Iterable[Given]) -> tuple[Mistake, ...]:
    """Return the mistakes that the hints stand for, the most frequent first."""
    by_hint: dict[str, list[Given]] = defaultdict(list)
    for each in given:
        by_hint[each.hint].append(each)
    found = (
        Mistake(
            hint=key,
            text=most_frequent(each.text for each in members),
            submissions=len({each.submission for each in members}),
            exercises=tuple(sorted({each.exercise for each in members})),
        )
        for key, members in by_hint.items()
    )
    return tuple(sorted(found, key=lambda mistake: (-mistake.submissions, mistake.hint)))


def most_frequent(texts: Iterable[Text]) -> Text:
    """Return the text that occurs most; of equals, the first in the alphabet."""
    found = Counter(texts)
    return min(found, key=lambda text: (-found[text], text.en, text.ko))
