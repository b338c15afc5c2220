"""What a solution asks of its sandbox, and what it makes of the answers."""

from pathlib import Path

import numpy as np
import pytest

from grader.checking.finding import Finding, GraderFaultError
from grader.checking.reference import Reference
from grader.checking.solution import Solution
from grader.evidence.describe import describer
from grader.evidence.vocabulary import Array, Error, Evidence, Null, Optimizer
from grader.report import Reason
from grader.sandbox import Limits, SandboxFailureError
from grader.sandbox.messages import Call, Handle, Load, Loaded, Outcome, Reply, Request


class Scripted:
    """A session that answers from a list, and keeps what it was asked."""

    output = "printed"

    def __init__(self, *answers: Evidence | SandboxFailureError) -> None:
        self.asked: list[Request] = []
        self.closed = False
        self._answers = list(answers)

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        del timeout_seconds
        self.asked.append(request)
        if isinstance(request, Load):
            return Loaded(("f", "train"))
        answer = self._answers.pop(0)
        if isinstance(answer, SandboxFailureError):
            raise answer
        return Outcome(value=answer)

    def close(self) -> None:
        self.closed = True


def solution(session: Scripted, stubs: frozenset[str] = frozenset()) -> Solution:
    return Solution(Path("f.py"), ("f",), (), lambda: session, Limits(), Path("w"), stubs)


def hint_of(error: pytest.ExceptionInfo[Finding]) -> str:
    return error.value.hint.id


def test_an_argument_may_be_larger_than_any_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(describer, "MAX_ARRAY_BYTES", 8)
    session = Scripted(Null())
    solution(session).call("f", np.zeros(100))
    (_, call) = session.asked
    assert isinstance(call, Call)
    assert isinstance(call.arguments[0], Array)
    assert call.arguments[0].data is not None


def test_a_live_object_goes_back_by_its_handle_and_another_ones_as_a_description() -> None:
    mine, other = (Optimizer(kind="Adam", config={}, handle=name) for name in ("mine", "other"))
    session = Scripted(mine, Null())
    student = solution(session)
    student.call("f")
    student.call("f", mine, other)
    call = session.asked[-1]
    assert isinstance(call, Call)
    assert call.arguments == (Handle("mine"), other)


def test_a_stub_is_named_without_running_anything() -> None:
    session = Scripted()
    with pytest.raises(Finding) as found:
        solution(session, stubs=frozenset({"f"})).call("f")
    assert hint_of(found) == "stub_left"
    assert session.asked == []


def test_a_misspelt_function_is_told_with_the_nearest_name() -> None:
    with pytest.raises(Finding) as found:
        solution(Scripted()).call("trian")
    assert hint_of(found) == "function_missing"
    assert "`train`" in found.value.message.en


def test_a_crash_is_final_and_the_same_finding_each_time() -> None:
    student = solution(Scripted(SandboxFailureError(Reason.CRASH, "gone")))
    findings = []
    for _ in range(3):
        with pytest.raises(Finding) as found:
            student.call("f")
        findings.append(found.value)
    assert findings[0].reason is Reason.CRASH
    assert findings[0] is findings[1] is findings[2]


def test_an_exception_is_not_final() -> None:
    student = solution(Scripted(Error(kind="ValueError", bases=(), message="no"), Null()))
    with pytest.raises(Finding):
        student.call("f")
    assert student.call("f").value == Null()


def test_what_cannot_be_built_is_the_graders_fault() -> None:
    with pytest.raises(GraderFaultError):
        solution(Scripted(Error(kind="NotBuildableError", bases=(), message="no"))).call("f")


def test_the_references_failure_is_the_graders_fault() -> None:
    with pytest.raises(GraderFaultError, match="reference failed"):
        Reference(solution(Scripted(Error(kind="ValueError", bases=(), message="no"))), {}).call("f")


def test_the_reference_is_asked_once_for_what_it_has_answered() -> None:
    session = Scripted(Null(), Null())
    reference = Reference(solution(session), {})
    for seed in (1, 1, 2):
        reference.call("f", np.arange(3), seed=seed)
    assert sum(isinstance(request, Call) for request in session.asked) == 2


def test_what_was_printed_is_kept_after_the_end() -> None:
    session = Scripted(Null())
    student = solution(session)
    student.call("f")
    student.close()
    assert session.closed
    assert student.output == "printed"
