"""The fixtures that a check may ask for. Registered for check modules only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.checking.lesson import Lesson, Split, rehearsal
from grader.checking.subject import Reference, Solution
from grader.judging.collecting import CheckModule


def _module(request: pytest.FixtureRequest) -> CheckModule:
    module = request.node.getparent(CheckModule)
    assert module is not None
    return module


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
def full_lesson(request: pytest.FixtureRequest) -> Lesson:
    """Return all of the data, whatever the profile: for what is quick on 60,000 images too."""
    return _module(request).resources.full_lesson


@pytest.fixture(scope="module")
def small_split() -> Split:
    """Return the images of the rehearsal: a training of a second."""
    return rehearsal()
