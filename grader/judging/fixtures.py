"""The fixtures that a check may ask for. Registered for check modules only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

import pytest

from grader.catalog import Exercise
from grader.checking.bands import Bands
from grader.checking.lesson import Lesson, Split, rehearsal
from grader.checking.reference import Reference
from grader.checking.solution import Solution
from grader.judging.resources import Resources


class Judged(Protocol):
    """The module of checks that a fixture is asked in."""

    exercise: Exercise
    resources: Resources
    measured: dict[str, float]

    def open_student(self) -> Solution:
        """Return the student's solution, ready to be called."""


def _module(request: pytest.FixtureRequest) -> Judged:
    module = request.node.getparent(pytest.Module)
    return cast("Judged", module)


@pytest.fixture(scope="module")
def student(request: pytest.FixtureRequest) -> Iterator[Solution]:
    """Return the student's solution, imported in a sandbox of its own."""
    module = _module(request)
    solution = module.open_student()
    yield solution
    solution.close()


@pytest.fixture(scope="module")
def reference(request: pytest.FixtureRequest) -> Iterator[Reference]:
    """Return the reference solution, in a sandbox of its own."""
    module = _module(request)
    yield module.resources.reference(module.exercise)
    module.resources.release_reference(module.exercise)


@pytest.fixture(scope="module")
def lesson(request: pytest.FixtureRequest) -> Lesson:
    """Return the data of the profile."""
    return _module(request).resources.lesson


@pytest.fixture(scope="module")
def bands(request: pytest.FixtureRequest, student: Solution) -> Bands:
    """Return where the figures of correct trainings lie, on what the student's code computes on."""
    module = _module(request)
    distributions = module.resources.distributions(module.exercise, student.device)
    return Bands(distributions, module.resources.lesson.uncalibrated_band, module.measured)


@pytest.fixture(scope="module")
def full_lesson(request: pytest.FixtureRequest) -> Lesson:
    """Return all of the data, whatever the profile: for what is quick on 60,000 images too."""
    return _module(request).resources.full_lesson


@pytest.fixture(scope="module")
def small_split() -> Split:
    """Return the images of the rehearsal: a training of a second."""
    return rehearsal()
