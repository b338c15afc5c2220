"""What a class as a whole did: scores, pass rates, frequent mistakes, and who could not be graded."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.language import Text
from grader.report import wording
from grader.report.mistakes import Mistake, MistakeTally, most_frequent
from grader.report.model import CheckStatus, Report, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from grader.report.model import CheckResult, ExerciseResult, Refusal


@dataclass(frozen=True)
class Scores:
    """How the scores are spread, in points to two decimals, over the submissions that were graded whole."""

    submissions: int
    max_score: float
    mean: float
    lowest: float
    lower_quartile: float
    median: float
    upper_quartile: float
    highest: float


@dataclass(frozen=True)
class ExerciseSummary:
    """How many submissions came out how in one exercise, and their mistakes, the most frequent first."""

    id: str
    title: Text
    passed: int
    failed: int
    not_attempted: int
    error: int
    mistakes: tuple[Mistake, ...]

    @property
    def rate_of_attempted(self) -> float | None:
        """The share that passed of those that attempted it and could be graded; None if none did."""
        return _share(self.passed, self.passed + self.failed)

    @property
    def rate_of_all(self) -> float | None:
        """The share that passed of all that could be graded; None if none could."""
        return _share(self.passed, self.passed + self.failed + self.not_attempted)


@dataclass(frozen=True)
class NotGraded:
    """What of one submission could not be graded, and why; no `exercises` means the whole submission."""

    submission: str
    exercises: tuple[str, ...]
    why: Text


@dataclass(frozen=True)
class ClassSummary:
    """A class: `graded` whole, `in_part` where the grader failed in some exercises, `refused` not at all.

    `scores` is None where no submission was graded whole.
    """

    graded: int
    in_part: int
    refused: int
    scores: Scores | None
    exercises: tuple[ExerciseSummary, ...]
    mistakes: tuple[Mistake, ...]
    not_graded: tuple[NotGraded, ...]

    @property
    def submissions(self) -> int:
        """How many submissions there were."""
        return self.graded + self.in_part + self.refused


def summary_of_class(reports: Iterable[Report], refusals: Iterable[Refusal]) -> ClassSummary:
    """Return the summary of a class; the order makes no difference to it.

    Each report is looked at once and let go, so thousands can be read one after the other.
    """
    tally = _ClassTally()
    for number, report in enumerate(reports):
        tally.add(number, report)
    refused = [NotGraded(refusal.submission, (), refusal.why) for refusal in refusals]
    not_graded = sorted(
        tally.faults + refused, key=lambda each: (each.submission, each.exercises, each.why.en)
    )
    return ClassSummary(
        graded=len(tally.scores),
        in_part=tally.in_part,
        refused=len(refused),
        scores=_scores(tally.scores, tally.max_score) if tally.scores else None,
        exercises=tuple(exercise.summary(key) for key, exercise in sorted(tally.exercises.items())),
        mistakes=tally.mistakes.mistakes(),
        not_graded=tuple(not_graded),
    )


class _ExerciseTally:
    def __init__(self) -> None:
        self.statuses: Counter[Status] = Counter()
        self.titles: Counter[Text] = Counter()
        self.mistakes = MistakeTally()

    def add(self, submission: int, result: ExerciseResult) -> None:
        self.statuses[result.status] += 1
        self.titles[result.title] += 1
        self.mistakes.add(submission, result)

    def summary(self, key: str) -> ExerciseSummary:
        return ExerciseSummary(
            id=key,
            title=most_frequent(self.titles),
            passed=self.statuses[Status.PASSED],
            failed=self.statuses[Status.FAILED],
            not_attempted=self.statuses[Status.NOT_ATTEMPTED],
            error=self.statuses[Status.ERROR],
            mistakes=self.mistakes.mistakes(),
        )


class _ClassTally:
    """What is kept of the reports: counts, and whom the grader failed. `scores` are of those graded whole."""

    def __init__(self) -> None:
        self.scores: list[float] = []
        self.max_score = 0.0
        self.in_part = 0
        self.exercises: dict[str, _ExerciseTally] = defaultdict(_ExerciseTally)
        self.mistakes = MistakeTally()
        self.faults: list[NotGraded] = []

    def add(self, submission: int, report: Report) -> None:
        for exercise in report.exercises:
            self.exercises[exercise.id].add(submission, exercise)
            self.mistakes.add(submission, exercise)
        faults = list(_faults(report))
        self.faults += faults
        if faults:
            self.in_part += 1
        else:
            self.scores.append(report.score)
            self.max_score = max(self.max_score, report.max_score)


def _scores(given: Sequence[float], max_score: float) -> Scores:
    values = sorted(given)
    # One value has no quartiles to Python before 3.13.
    lower, median, upper = (
        statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    )
    return Scores(
        submissions=len(values),
        max_score=max_score,
        mean=round(statistics.fmean(values), 2),
        lowest=round(values[0], 2),
        lower_quartile=round(lower, 2),
        median=round(median, 2),
        upper_quartile=round(upper, 2),
        highest=round(values[-1], 2),
    )


def _faults(report: Report) -> Iterator[NotGraded]:
    """Yield the exercises of `report` in which the grader failed, those with the same cause together."""
    by_cause: dict[Text, list[str]] = defaultdict(list)
    for exercise in report.exercises:
        if exercise.status is Status.ERROR:
            by_cause[_fault(exercise.checks)].append(exercise.id)
    for why, ids in by_cause.items():
        yield NotGraded(report.submission, tuple(ids), why)


def _fault(checks: Sequence[CheckResult]) -> Text:
    """Return what went wrong with the grader itself, as far as it is known."""
    details = (check.detail for check in checks if check.status is CheckStatus.ERROR and check.detail)
    detail = next(details, None)
    return wording.NOT_GRADED if detail is None else Text(en=detail, ko=detail)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
