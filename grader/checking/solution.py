"""A solution in a sandbox: requests out, evidence or a finding back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from grader.checking import common_hints as hints
from grader.checking.finding import Finding, GraderFaultError, finding_of_error
from grader.checking.subject import SEED
from grader.evidence.build import NotBuildableError
from grader.evidence.describe import Describer
from grader.evidence.vocabulary import Error, Evidence, Mapping, Opaque, Scalar, array
from grader.report.model import TrainingRecord
from grader.sandbox.limits import Limits
from grader.sandbox.messages import (
    Argument,
    Call,
    Describe,
    Handle,
    Lent,
    ListFiles,
    Load,
    Loaded,
    Make,
    Method,
    OpenModel,
    Outcome,
    Reply,
    Request,
)
from grader.sandbox.session import SandboxFailureError, Session
from grader.training.digests import TrainerError


class Lending(Protocol):
    """Lends arrays that are too large to be sent with each request, in files of a folder."""

    folder: Path

    def lend(self, values: np.ndarray[Any, Any]) -> Lent | None:
        """Return what stands for `values` in a request; `None` if they are better sent."""


@dataclass
class Solution:
    """A solution in a sandbox of its own, opened and loaded at the first use.

    Every random generator starts at `seed` unless a call says another. `called` is what was called last.

    The first failure to load, crash or time-out is final: every later use raises the same `Finding`.
    """

    file: Path
    functions: tuple[str, ...]
    roots: tuple[Path, ...]
    open_session: Callable[[], Session]
    limits: Limits
    workspace: Path
    stubs: frozenset[str] = frozenset()
    lending: Lending | None = None
    seed: int = SEED
    trainings: list[TrainingRecord] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)
    device: str = "cpu"
    called: str | None = None
    _session: Session | None = None
    _printed: str = ""
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
        lent = None if self.lending is None else str(self.lending.folder)
        request = Load(str(self.file), tuple(map(str, self.roots)), str(self.workspace), lent=lent)
        reply = self._ask(request, self.limits.load_seconds)
        if not isinstance(reply, Loaded):
            if not isinstance(reply.value, Error):
                raise GraderFaultError("no answer to Load")
            self._final = finding_of_error(reply.value)
            raise self._final
        self._known = reply.functions
        self.device = reply.device

    def call(
        self, function: str, *arguments: Any, timeout_seconds: float | None = None, seed: int | None = None
    ) -> Outcome:
        """Return what came of calling `function`.

        Raises:
            Finding: if there is no such function, or it raised, crashed or took too long.
        """
        self.called = function
        if function in self.stubs:
            raise Finding(hints.STILL_A_STUB, function=function, expected=f"{function}(...)", actual="a stub")
        self.load()
        if function not in self._known:
            raise hints.missing_function(function, self._known)
        return self._outcome(self.request_for(function, arguments, seed), timeout_seconds)

    def request_for(self, function: str, arguments: tuple[Any, ...], seed: int | None) -> Call:
        """Return the request that a call of `function` makes."""
        return Call(function, self._arguments(arguments), self.seed if seed is None else seed)

    def method(self, target: Evidence, name: str, *arguments: Any, **options: Any) -> Outcome:
        """Return what came of calling method `name` of a live object."""
        self.load()
        named = {option: self._argument(value) for option, value in options.items()}
        request = Method(_handle(target), name, self._arguments(arguments), named, self.seed)
        return self._outcome(request, None)

    def make(self, value: Evidence) -> Any:
        """Return `value`, built where the solution runs, as evidence with a handle."""
        self.load()
        return self._outcome(Make(value, self.seed), None).value

    def describe(self, target: Evidence) -> Any:
        """Return a live object as it is now."""
        self.load()
        return self._outcome(Describe(_handle(target)), None).value

    def open_model(self, path: str) -> Any:
        """Return the model in the file at `path`, loaded where the solution runs."""
        self.load()
        return self._outcome(OpenModel(path), None).value

    def files(self) -> dict[str, int | str]:
        """Return what lies in the workspace: sizes by names; a text for what is no regular file."""
        self.load()
        value = self._outcome(ListFiles(str(self.workspace)), None).value
        items = value.items if isinstance(value, Mapping) else {}
        return {
            name: int(item.value) if isinstance(item, Scalar) else "no regular file"
            for name, item in items.items()
        }

    def path(self, name: str) -> str:
        """Return a path for a file of that name in the workspace."""
        return str(self.workspace / name)

    @property
    def output(self) -> str:
        """What the solution has printed so far."""
        return self._session.output if self._session is not None else self._printed

    @contextmanager
    def another_process(self) -> Iterator[Solution]:
        """Yield the same solution in a new sandbox over the same workspace."""
        other = Solution(
            self.file,
            self.functions,
            self.roots,
            self.open_session,
            self.limits,
            self.workspace,
            self.stubs,
            self.lending,
            self.seed,
        )
        try:
            yield other
        finally:
            other.close()

    def close(self) -> None:
        """End the sandbox."""
        if self._session is not None:
            self._printed = self._session.output
            self._session.close()
            self._session = None
            self._handles.clear()

    def _arguments(self, values: tuple[Any, ...]) -> tuple[Argument, ...]:
        return tuple(self._argument(value) for value in values)

    def _argument(self, value: Any) -> Argument:
        handle = getattr(value, "handle", None)
        if handle in self._handles:
            return Handle(handle)
        if isinstance(value, np.ndarray):
            lent = None if self.lending is None else self.lending.lend(value)
            return lent or array(value)  # of any size: what bounds evidence is distrust, and this is our own
        evidence: Evidence = value if hasattr(value, "__struct_fields__") else Describer("").describe(value)
        if isinstance(evidence, Opaque):
            raise GraderFaultError(f"{evidence.class_name} cannot be an argument")
        return evidence

    def _outcome(self, request: Request, timeout_seconds: float | None) -> Outcome:
        reply = self._ask(request, timeout_seconds or self.limits.call_seconds)
        if not isinstance(reply, Outcome):
            raise GraderFaultError("no answer to the request")
        self.trainings += reply.trainings
        self.warnings.update(text for _, text in reply.warnings)
        if isinstance(reply.value, Error):
            if reply.value.kind == NotBuildableError.__name__ and not reply.value.frames:
                raise GraderFaultError(reply.value.message)
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
            self._final = hints.sandbox_failure(failure, timeout_seconds, self.limits)
            raise self._final from failure
        except TrainerError as error:
            raise GraderFaultError(str(error)) from error


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
