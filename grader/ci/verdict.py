"""Whether a repository passes: everything attempted is right, or the score is high enough."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from grader.ci import wording
from grader.ci.min_score import MinScore
from grader.language import Text
from grader.report import Report, Status, summary


class Outcome(Enum):
    """What becomes of the job. `NONE`: no verdict, by a fault that is not the student's."""

    PASSED = "passed"
    NOT_PASSED = "not passed"
    NONE = "none"


@dataclass(frozen=True)
class Verdict:
    """The outcome and the sentence that says why."""

    outcome: Outcome
    why: Text


def verdict_on(report: Report, min_score: MinScore | None) -> Verdict:
    """Return the verdict on `report`.

    Without `min_score` it passes unless something attempted failed. Where the grader itself failed in an
    exercise there is no verdict, whatever the score: what is missing from it is not the student's.
    """
    found = summary.counts(report)
    said = {"score": summary.points(report.score), "max_score": summary.points(report.max_score)}
    if not report.exercises:
        return Verdict(Outcome.NONE, wording.NO_EXERCISES)
    if found[Status.ERROR]:
        return Verdict(Outcome.NONE, wording.NOT_ALL_GRADED.format(count=found[Status.ERROR]))
    if min_score is not None:
        met = min_score.is_met(report.score, report.max_score)
        needed = summary.points(min_score.points(report.max_score))
        text = (wording.ENOUGH if met else wording.NOT_ENOUGH).format(needed=needed, **said)
        return Verdict(Outcome.PASSED if met else Outcome.NOT_PASSED, text)
    if found[Status.FAILED]:
        attempted = found[Status.FAILED] + found[Status.PASSED]
        text = wording.NOT_ALL_PASSED.format(count=found[Status.FAILED], attempted=attempted, **said)
        return Verdict(Outcome.NOT_PASSED, text)
    if found[Status.PASSED]:
        return Verdict(Outcome.PASSED, wording.ALL_PASSED.format(**said))
    return Verdict(Outcome.PASSED, wording.NOTHING_ATTEMPTED)
