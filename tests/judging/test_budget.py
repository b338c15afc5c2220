"""However long each call may take, a submission as a whole is waited for so long and no longer."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from grader.data import Profile
from grader.judging import budget as module
from grader.judging.budget import Budget, TimeLimits
from grader.report import Reason
from grader.sandbox import SandboxFailureError
from grader.sandbox.messages import Call, Loaded, Reply, Request
from grader.sandbox.transcript import LiveSandboxes

CALL = Call("f", (), 42)


@dataclass
class Clock:
    """Seconds that pass only where a sandbox takes them."""

    now: float = 0.0

    def monotonic(self) -> float:
        return self.now


@dataclass
class Slow:
    """Takes `seconds` for each request, or as long as it is waited for."""

    clock: Clock
    seconds: float
    waited: list[float] = field(default_factory=list)
    output: str = "printed"
    closed: bool = False

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        del request
        self.waited.append(timeout_seconds)
        self.clock.now += min(self.seconds, timeout_seconds)
        if self.seconds > timeout_seconds:
            raise SandboxFailureError(Reason.TIMEOUT, f"no answer within {timeout_seconds:g} s")
        return Loaded(())

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(module, "time", made)
    return made


def test_what_each_sandbox_takes_is_taken_from_the_whole(clock: Clock) -> None:
    slow = Slow(clock, 4.0)
    budget = Budget(LiveSandboxes(Path("work"), lambda: slow), 10.0)
    assert budget.workspace == Path("work")
    for _ in range(2):
        session = budget.open()
        session.request(CALL, 6.0)
        assert session.output == "printed"
        session.close()
        clock.now += 100  # the checks' own time is not the submission's
    assert budget.seconds_used == 8.0
    with pytest.raises(SandboxFailureError) as failure:
        budget.open().request(CALL, 6.0)
    assert failure.value.reason is Reason.TIMEOUT
    assert slow.waited == [6.0, 6.0, 2.0]
    assert slow.closed


def test_when_all_is_used_up_nothing_is_asked_any_more(clock: Clock) -> None:
    slow = Slow(clock, 60.0)
    budget = Budget(LiveSandboxes(Path("work"), lambda: slow), 5.0)
    for _ in range(3):
        with pytest.raises(SandboxFailureError) as failure:
            budget.open().request(CALL, 20.0)
        assert failure.value.reason is Reason.TIMEOUT
    assert "used up" in failure.value.detail
    assert slow.waited == [5.0]


def test_a_request_is_never_waited_for_longer_than_it_may_take_itself(clock: Clock) -> None:
    slow = Slow(clock, 1.0)
    Budget(LiveSandboxes(Path("work"), lambda: slow), 1000.0).open().request(CALL, 20.0)
    assert slow.waited == [20.0]


@pytest.mark.parametrize("profile", Profile)
def test_a_submission_may_take_longer_than_any_of_its_exercises(profile: Profile) -> None:
    limits = TimeLimits.of(profile)
    assert 0 < limits.exercise_seconds < limits.submission_seconds
