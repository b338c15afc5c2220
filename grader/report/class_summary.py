"""What a class as a whole did: scores, pass rates, frequent mistakes, and who could not be graded."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.language import Text
from grader.report import summary, wording
from grader.report.mistakes import Given, Mistake, hints_given, mistakes_in, most_frequent
from grader.report.model import CheckStatus, Report, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def summary_of_class(reports: Sequence[Report], refusals: Sequence[Refusal]) -> ClassSummary:
    """Return the summary of a class; the order of `reports` and `refusals` makes no difference to it."""
    whole = [report for report in reports if not summary.counts(report)[Status.ERROR]]
    return ClassSummary(
        graded=len(whole),
        in_part=len(reports) - len(whole),
        refused=len(refusals),
        scores=_scores(whole),
        exercises=_exercises(reports),
        mistakes=mistakes_in(hints_given(reports)),
        not_graded=_not_graded(reports, refusals),
    )


def _scores(reports: Sequence[Report]) -> Scores | None:
    if not reports:
        return None
    values = sorted(report.score for report in reports)
    # One value has no quartiles to Python before 3.13.
    lower, median, upper = (
        statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    )
    return Scores(
        submissions=len(values),
        max_score=max(report.max_score for report in reports),
        mean=round(statistics.fmean(values), 2),
        lowest=round(values[0], 2),
        lower_quartile=round(lower, 2),
        median=round(median, 2),
        upper_quartile=round(upper, 2),
        highest=round(values[-1], 2),
    )


def _exercises(reports: Sequence[Report]) -> tuple[ExerciseSummary, ...]:
    results: dict[str, list[ExerciseResult]] = defaultdict(list)
    given: dict[str, list[Given]] = defaultdict(list)
    for report in reports:
        for exercise in report.exercises:
            results[exercise.id].append(exercise)
    for each in hints_given(reports):
        given[each.exercise].append(each)
    return tuple(_exercise(members, mistakes_in(given[key])) for key, members in sorted(results.items()))


def _exercise(results: Sequence[ExerciseResult], mistakes: tuple[Mistake, ...]) -> ExerciseSummary:
    found = Counter(result.status for result in results)
    return ExerciseSummary(
        id=results[0].id,
        title=most_frequent(result.title for result in results),
        passed=found[Status.PASSED],
        failed=found[Status.FAILED],
        not_attempted=found[Status.NOT_ATTEMPTED],
        error=found[Status.ERROR],
        mistakes=mistakes,
    )


def _not_graded(reports: Sequence[Report], refusals: Sequence[Refusal]) -> tuple[NotGraded, ...]:
    found = [NotGraded(refusal.submission, (), refusal.why) for refusal in refusals]
    for report in reports:
        by_cause: dict[Text, list[str]] = defaultdict(list)
        for exercise in report.exercises:
            if exercise.status is Status.ERROR:
                by_cause[_fault(exercise.checks)].append(exercise.id)
        found += [NotGraded(report.submission, tuple(ids), why) for why, ids in by_cause.items()]
    return tuple(sorted(found, key=lambda each: (each.submission, each.exercises, each.why.en)))


def _fault(checks: Sequence[CheckResult]) -> Text:
    """Return what went wrong with the grader itself, as far as it is known."""
    details = (check.detail for check in checks if check.status is CheckStatus.ERROR and check.detail)
    detail = next(details, None)
    return wording.NOT_GRADED if detail is None else Text(en=detail, ko=detail)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
