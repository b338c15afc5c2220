"""The reference solution as a check talks to it: remembered answers, and no fault of the student's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from functools import partial
from typing import Any, TypeVar

from grader.checking.finding import Finding, GraderFaultError
from grader.checking.solution import Solution
from grader.evidence.vocabulary import Evidence
from grader.sandbox.messages import Handle, Outcome
from grader.sandbox.transcript import request_digest

Answer = TypeVar("Answer")


class RememberedAnswers(MutableMapping[str, Outcome]):
    """Answers by the digests of their requests: those that were added, and those that `find` knows.

    What was found once is not looked for again.
    """

    def __init__(self, find: Callable[[str], Outcome | None]) -> None:
        self._find = find
        self._known: dict[str, Outcome] = {}

    def __getitem__(self, request: str) -> Outcome:
        if request not in self._known:
            found = self._find(request)
            if found is None:
                raise KeyError(request)
            self._known[request] = found
        return self._known[request]

    def __setitem__(self, request: str, answer: Outcome) -> None:
        self._known[request] = answer

    def __delitem__(self, request: str) -> None:
        del self._known[request]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class Reference:
    """The reference solution: what it answered once is not asked again; its failure is the grader's fault.

    `answers` may be shared by every use of the exercise's reference.
    """

    def __init__(self, solution: Solution, answers: MutableMapping[str, Outcome]) -> None:
        self._solution = solution
        self._answers = answers
        self.workspace = solution.workspace

    def __getattr__(self, name: str) -> Callable[..., Evidence]:
        if name.startswith("_"):  # hypothesis asks a failing example's fixtures for `_repr_pretty_`
            raise AttributeError(name)
        return lambda *arguments: self.call(name, *arguments).value

    def call(
        self, function: str, *arguments: Any, timeout_seconds: float | None = None, seed: int | None = None
    ) -> Outcome:
        """Return what came of calling `function`.

        Raises:
            GraderFaultError: if the reference fails.
        """
        request = self._solution.request_for(function, arguments, seed)
        ask = partial(self._solution.call, function, *arguments, timeout_seconds=timeout_seconds, seed=seed)
        # A live object is not said in full by the request: such an answer holds once.
        if any(isinstance(argument, Handle) for argument in request.arguments):
            return self._trusted(ask)
        key = request_digest(request, self.workspace)
        known = self._answers.get(key)
        if known is None:
            known = self._answers[key] = self._trusted(ask)
        return known

    def method(self, target: Evidence, name: str, *arguments: Any, **options: Any) -> Outcome:
        """Return what came of calling a method of a live object."""
        return self._trusted(lambda: self._solution.method(target, name, *arguments, **options))

    def make(self, value: Evidence) -> Any:
        """Return `value`, built where the reference runs."""
        return self._trusted(lambda: self._solution.make(value))

    def describe(self, target: Evidence) -> Any:
        """Return a live object as it is now."""
        return self._trusted(lambda: self._solution.describe(target))

    def open_model(self, path: str) -> Any:
        """Return the model in the file at `path`."""
        return self._trusted(lambda: self._solution.open_model(path))

    def files(self) -> dict[str, int | str]:
        """Return what lies in the reference's own workspace."""
        return self._trusted(self._solution.files)

    def path(self, name: str) -> str:
        """Return a path in the reference's own workspace."""
        return self._solution.path(name)

    def close(self) -> None:
        """End the sandbox."""
        self._solution.close()

    def _trusted(self, action: Callable[[], Answer]) -> Answer:
        try:
            return action()
        except Finding as finding:
            raise GraderFaultError(f"the reference failed: {finding.detail or finding}") from finding
