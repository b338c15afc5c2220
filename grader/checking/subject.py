"""A solution of an exercise, the student's or the reference's, as a check talks to it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from grader.evidence.vocabulary import Evidence
from grader.sandbox.messages import Outcome

SEED = 42


class Subject(Protocol):
    """A solution that can be called. `subject.f(x)` is short for `subject.call("f", x).value`."""

    workspace: Path

    def __getattr__(self, name: str) -> Callable[..., Evidence]:
        """Return the solution's function `name`."""

    def call(
        self, function: str, *arguments: Any, timeout_seconds: float | None = None, seed: int | None = None
    ) -> Outcome:
        """Return what came of calling `function`; arguments are evidence, or plain values and arrays.

        Every random generator starts at `seed`, else at the subject's own: another one shows what was left to
        chance.
        """

    def method(self, target: Evidence, name: str, *arguments: Any, **options: Any) -> Outcome:
        """Return what came of calling a method of a live object of this solution's."""

    def make(self, value: Evidence) -> Any:
        """Build what `value` describes where the solution runs; return it as evidence with a handle."""

    def describe(self, target: Evidence) -> Any:
        """Return a live object of this solution's as it is now."""

    def open_model(self, path: str) -> Any:
        """Load a model file where the solution runs, and return it as evidence."""

    def files(self) -> dict[str, int | str]:
        """Return what lies in the workspace: sizes in bytes by names; a text for what is no regular file."""

    def path(self, name: str) -> str:
        """Return a path for a file of that name in the solution's workspace."""

    def another_process(self) -> AbstractContextManager[Subject]:
        """Give the same solution in a new sandbox over the same workspace; the student's only."""


def both(
    student: Subject,
    reference: Subject,
    function: str,
    *arguments: Any,
    file_name: str | None = None,
    timeout_seconds: float | None = None,
) -> tuple[Outcome, Outcome]:
    """Return what came of the same call to student and reference, run side by side.

    With `file_name`, a path of that name in each one's own workspace is the last argument.
    """

    def call(subject: Subject) -> Outcome:
        path = () if file_name is None else (subject.path(file_name),)
        return subject.call(function, *arguments, *path, timeout_seconds=timeout_seconds)

    with ThreadPoolExecutor(max_workers=1) as pool:
        expected = pool.submit(call, reference)
        observed = call(student)
        return observed, expected.result()
