"""What trainings of the reference come to under other seeds: each judged as a student's, its figures kept."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import cache

from grader.catalog import Exercise, find
from grader.judging.collecting import Work, check_functions
from grader.judging.judge import Judge, Judged, with_judge
from grader.judging.resources import Resources
from grader.language import Language

# What a check asks for that looks at what a training comes to.
_FIXTURE = "bands"


@dataclass(frozen=True)
class Measured:
    """The figures of one exercise's training, begun at `seed`, on the data of that name, on `device`."""

    exercise: str
    seed: int
    data: str
    device: str
    metrics: dict[str, float]


@cache
def is_trained(exercise: Exercise) -> bool:
    """Return whether a check of `exercise` looks at what a training comes to."""
    return any(_FIXTURE in inspect.signature(function).parameters for function in check_functions(exercise))


def measure(resources: Resources, identifier: str, seed: int) -> Measured:
    """Return what the reference of an exercise comes to when its random generators start at `seed`.

    Raises:
        GraderFaultError: if pytest itself could not run.
        DataError: if the data are damaged.
    """
    exercise = find(identifier)
    resources.expect([exercise.reference])

    def work(judge: Judge) -> Judged:
        root = exercise.reference.parent.parent
        return judge.judge(exercise, Work(exercise.reference, root, seed=seed), fixture=_FIXTURE)

    judged = with_judge(resources, Language.EN, work)
    return Measured(identifier, seed, resources.source.name, judged.device or "cpu", dict(judged.measured))
