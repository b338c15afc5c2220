"""The checks of an exercise as a pytest module that stands where the student's file stands."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from grader.catalog import Exercise
from grader.checking.marks import Check, check_of
from grader.checking.solution import Solution
from grader.checking.subject import SEED
from grader.judging import fixtures
from grader.judging.resources import Resources
from grader.sandbox.transcript import Sandboxes
from grader.source import Attempt, attempted


@dataclass(frozen=True)
class Work:
    """A student's file of an exercise, the folder that it was handed in with, and where it runs.

    The file need not exist. Without `sandboxes` it runs in new ones of the resources. Its random generators
    start at `seed` where a check does not say another.
    """

    file: Path
    root: Path
    sandboxes: Sandboxes | None = None
    seed: int = SEED


class CheckModule(pytest.Module):
    """The checks of `exercise`, applied to a student's file, which is never imported here.

    `measured` holds the figures of trainings that they have looked at.
    """

    exercise: Exercise
    resources: Resources
    attempt: Attempt
    measured: dict[str, float]

    @classmethod
    def of(
        cls, parent: pytest.Collector, path: Path, exercise: Exercise, resources: Resources
    ) -> CheckModule:
        """Return the module, which pytest shows as `path`; `begin` says whose work it judges."""
        module: CheckModule = cls.from_parent(parent, path=path)
        module.exercise, module.resources = exercise, resources
        return module

    def begin(self, work: Work) -> None:
        """Let the checks judge `work` from now on; an unreadable or missing file holds nothing."""
        try:
            source = work.file.read_bytes()
        except OSError:
            source = b""
        self.attempt = attempted(source, [function.name for function in self.exercise.functions])
        self.measured = {}
        self._work = work
        self._solution: Solution | None = None

    def open_student(self) -> Solution:
        """Return the student's solution, ready to be called.

        Raises:
            Finding: if it cannot be imported.
        """
        work = self._work
        solution = self.resources.student(
            self.exercise, work.file, work.root, work.sandboxes, self.attempt.stubs, work.seed
        )
        self._solution = solution
        try:
            solution.load()
        except Exception:
            solution.close()  # the fixture that would close it is never reached
            raise
        return solution

    @property
    def solution(self) -> Solution | None:
        """The student's solution, if it has been opened."""
        return self._solution

    def _getobj(self) -> Any:
        return importlib.import_module(self.exercise.checks_module)

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Return the check functions."""
        # Scoped to this module: nobody else's tests get a fixture called `student` from us.
        manager = self.session._fixturemanager  # noqa: SLF001 - pytest has no public way to scope fixtures
        if "node" in inspect.signature(manager.parsefactories).parameters:
            manager.parsefactories(holder=_fresh_fixtures(), node=self)
        else:  # pytest before 9.1
            manager.parsefactories(_fresh_fixtures(), self.nodeid)
        return [item for item in super().collect() if self._is_ours(item)]

    def _is_ours(self, item: pytest.Item | pytest.Collector) -> bool:
        """Return whether `item` is to run, and give it the inputs that it is to have."""
        mark = item.get_closest_marker("check")
        if mark is not None and isinstance(item, pytest.Function):
            check: Check = mark.args[0]
            item.obj = self.resources.with_inputs(self.exercise, check.name, item.obj)
            return not (check.hidden and self.resources.settings.public_only)
        return True


def _fresh_fixtures() -> ModuleType:
    """Return a module with the fixtures.

    Pytest looks at each holder once only, so every node gets its own.
    """
    holder = ModuleType(fixtures.__name__)
    vars(holder).update(vars(fixtures))
    return holder


def checks_of(exercise: Exercise) -> tuple[Check, ...]:
    """Return the checks of `exercise` in the order in which they run."""
    found = [check_of(function) for function in check_functions(exercise)]
    return tuple(check for check in found if check is not None)


def check_functions(exercise: Exercise) -> tuple[Any, ...]:
    """Return the functions that judge `exercise`, in the order in which they run."""
    module = importlib.import_module(exercise.checks_module)
    return tuple(function for name, function in vars(module).items() if name.startswith("test_"))


def points_of(exercise: Exercise) -> float:
    """Return the points that `exercise` is worth."""
    return round(sum(check.points for check in checks_of(exercise)), 2)
