"""One solution of an exercise, the student's or the reference's, as a check talks to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from grader.checking import common_hints as hints
from grader.checking.finding import Finding, GraderFaultError, finding_of_error
from grader.evidence.describe import Describer
from grader.evidence.vocabulary import Error, Evidence, Opaque
from grader.sandbox.messages import (
    Argument,
    Call,
    Describe,
    FitCall,
    Handle,
    Load,
    Loaded,
    Make,
    Method,
    OpenModel,
    Outcome,
    Reply,
    Request,
    request_codec,
)
from grader.sandbox.session import Limits, SandboxFailureError, Session

Answer = TypeVar("Answer")

SEED = 42


class Subject(Protocol):
    """A solution that can be called. `subject.f(x)` is short for `subject.call("f", x).value`."""

    workspace: Path

    def __getattr__(self, name: str) -> Callable[..., Evidence]:
        """Return the solution's function `name`."""

    def call(
        self, function: str, *arguments: Any, timeout_seconds: float | None = None, seed: int = SEED
    ) -> Outcome:
        """Return what came of calling `function`; arguments are evidence, or plain values and arrays.

        Every random generator starts at `seed`: another one shows what was left to chance.
        """

    def method(self, target: Evidence, name: str, *arguments: Any, **options: Any) -> Outcome:
        """Return what came of calling a method of a live object of this solution's."""

    def make(self, value: Evidence) -> Any:
        """Build what `value` describes where the solution runs; return it as evidence with a handle."""

    def describe(self, target: Evidence) -> Any:
        """Return a live object of this solution's as it is now."""

    def open_model(self, path: str) -> Any:
        """Load a model file where the solution runs, and return it as evidence."""

    def path(self, name: str) -> str:
        """Return a path for a file of that name in the solution's workspace."""


@dataclass
class Solution:
    """A solution in a sandbox of its own, opened and loaded at the first use.

    The first failure to load, crash or time-out is final: every later use raises the same `Finding`.
    """

    file: Path
    functions: tuple[str, ...]
    roots: tuple[Path, ...]
    open_session: Callable[[], Session]
    limits: Limits
    workspace: Path
    stubs: frozenset[str] = frozenset()
    fits: list[FitCall] = field(default_factory=list)
    _session: Session | None = None
    _final: Finding | None = None
    _handles: set[str] = field(default_factory=set)

    def __getattr__(self, name: str) -> Callable[..., Evidence]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *arguments: self.call(name, *arguments).value

    def load(self) -> None:
        """Import the solution's file, unless it has been imported.

        Raises:
            Finding: if that fails.
        """
        if self._final is not None:
            raise self._final
        if self._session is not None:
            return
        self._session = self.open_session()
        request = Load(str(self.file), tuple(map(str, self.roots)))
        reply = self._ask(request, self.limits.load_seconds)
        if not isinstance(reply, Loaded):
            error = reply.value
            self._final = (
                finding_of_error(error) if isinstance(error, Error) else GraderFaultError("no answer to Load")  # type: ignore[assignment]
            )
            raise self._final  # type: ignore[misc]
        self._known = reply.functions

    def call(
        self, function: str, *arguments: Any, timeout_seconds: float | None = None, seed: int = SEED
    ) -> Outcome:
        """Return what came of calling `function`.

        Raises:
            Finding: if there is no such function, or it raised, crashed or took too long.
        """
        if function in self.stubs:
            raise Finding(hints.STILL_A_STUB, function=function, expected=f"{function}(...)", actual="a stub")
        self.load()
        if function not in self._known:
            raise hints.missing_function(function, self._known)
        request = Call(function, self._arguments(arguments), seed)
        return self._outcome(request, timeout_seconds)

    def method(self, target: Evidence, name: str, *arguments: Any, **options: Any) -> Outcome:
        """Return what came of calling method `name` of a live object."""
        self.load()
        named = {option: self._argument(value) for option, value in options.items()}
        request = Method(_handle(target), name, self._arguments(arguments), named, SEED)
        return self._outcome(request, None)

    def make(self, value: Evidence) -> Any:
        """Return `value`, built where the solution runs, as evidence with a handle."""
        self.load()
        return self._outcome(Make(value, SEED), None).value

    def describe(self, target: Evidence) -> Any:
        """Return a live object as it is now."""
        self.load()
        return self._outcome(Describe(_handle(target)), None).value

    def open_model(self, path: str) -> Any:
        """Return the model in the file at `path`, loaded where the solution runs."""
        self.load()
        return self._outcome(OpenModel(path), None).value

    def path(self, name: str) -> str:
        """Return a path for a file of that name in the workspace."""
        return str(self.workspace / name)

    @property
    def output(self) -> str:
        """What the solution has printed so far."""
        return self._session.output if self._session is not None else ""

    @contextmanager
    def another_process(self) -> Iterator[Solution]:
        """Yield the same solution in a new sandbox over the same workspace."""
        other = Solution(
            self.file, self.functions, self.roots, self.open_session, self.limits, self.workspace, self.stubs
        )
        try:
            yield other
        finally:
            other.close()

    def close(self) -> None:
        """End the sandbox."""
        if self._session is not None:
            self._session.close()
            self._session = None
            self._handles.clear()

    def _arguments(self, values: tuple[Any, ...]) -> tuple[Argument, ...]:
        return tuple(self._argument(value) for value in values)

    def _argument(self, value: Any) -> Argument:
        handle = getattr(value, "handle", None)
        if handle in self._handles:
            return Handle(handle)
        evidence: Evidence = value if hasattr(value, "__struct_fields__") else Describer("").describe(value)
        if isinstance(evidence, Opaque):
            raise GraderFaultError(f"{evidence.class_name} cannot be an argument")
        return evidence

    def _outcome(self, request: Request, timeout_seconds: float | None) -> Outcome:
        reply = self._ask(request, timeout_seconds or self.limits.call_seconds)
        if not isinstance(reply, Outcome):
            raise GraderFaultError("no answer to the request")
        self.fits += reply.fits
        if isinstance(reply.value, Error):
            finding = finding_of_error(reply.value)
            if reply.value.kind == "SystemExit":
                self._final = finding
            # In the judge's own process, a debugger then stands where the student's code failed.
            raise finding.with_traceback(getattr(self._session, "last_traceback", None))
        _collect_handles(reply.value, self._handles)
        return reply

    def _ask(self, request: Request, timeout_seconds: float) -> Reply:
        if self._final is not None:
            raise self._final
        if self._session is None:
            raise GraderFaultError("asked before it was loaded")
        try:
            return self._session.request(request, timeout_seconds)
        except SandboxFailureError as failure:
            self._final = hints.sandbox_failure(failure.reason, timeout_seconds)
            raise self._final from failure


class Reference:
    """The reference solution: what it answered once is not asked again; its failure is the grader's fault.

    `answers` may be shared by every use of the exercise's reference.
    """

    def __init__(self, solution: Solution, answers: dict[bytes, Outcome]) -> None:
        self._solution = solution
        self._answers = answers
        self.workspace = solution.workspace

    def __getattr__(self, name: str) -> Callable[..., Evidence]:
        if name.startswith("_"):  # hypothesis asks a failing example's fixtures for `_repr_pretty_`
            raise AttributeError(name)
        return lambda *arguments: self.call(name, *arguments).value

    def call(
        self, function: str, *arguments: Any, timeout_seconds: float | None = None, seed: int = SEED
    ) -> Outcome:
        """Return what came of calling `function`.

        Raises:
            GraderFaultError: if the reference fails.
        """
        solution = self._solution
        converted = solution._arguments(arguments)  # noqa: SLF001 - the two are one module's
        ask = partial(solution.call, function, *arguments, timeout_seconds=timeout_seconds, seed=seed)
        # A live object is not said in full by the request: such an answer holds once.
        if any(isinstance(argument, Handle) for argument in converted):
            return self._trusted(ask)
        key = hashlib.blake2b(request_codec().encode(Call(function, converted, seed))).digest()
        if key not in self._answers:
            self._answers[key] = self._trusted(ask)
        return self._answers[key]

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


def _handle(target: Evidence) -> str:
    handle = getattr(target, "handle", None)
    if not handle:
        raise GraderFaultError(f"{type(target).__name__} is no live object")
    return str(handle)


def _collect_handles(value: Any, handles: set[str]) -> None:
    handle = getattr(value, "handle", None)
    if handle:
        handles.add(handle)
    for item in getattr(value, "items", ()) if not callable(getattr(value, "items", ())) else ():
        _collect_handles(item, handles)
