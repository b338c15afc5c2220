"""The time that one submission may take in all, whatever each single call of it may take."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from grader.data import Profile
from grader.report import Reason
from grader.sandbox import SandboxFailureError, Session
from grader.sandbox.messages import Reply, Request
from grader.sandbox.transcript import LiveSandboxes


@dataclass(frozen=True)
class TimeLimits:
    """How long the sandboxes of one exercise, and those of a whole submission, are waited for: wall clock."""

    exercise_seconds: float
    submission_seconds: float

    @classmethod
    def of(cls, profile: Profile) -> TimeLimits:
        """Return what leaves a slow machine ten times what the reference takes on a fast one."""
        if profile is Profile.FULL:
            return cls(exercise_seconds=1800.0, submission_seconds=7200.0)
        return cls(exercise_seconds=300.0, submission_seconds=1200.0)


@dataclass
class Budget:
    """The sandboxes of `live`, which together are waited for no longer than `seconds_left`.

    What they wait for trainings themselves does not count.
    """

    live: LiveSandboxes
    seconds_left: float
    seconds_used: float = 0.0

    @property
    def workspace(self) -> Path:
        """The folder that the sandboxes write in."""
        return self.live.workspace

    def open(self) -> Session:
        """Return a new sandbox that is waited for out of what is left."""
        return _BudgetedSession(self.live.open(), self)


class _BudgetedSession:
    def __init__(self, session: Session, budget: Budget) -> None:
        self._session = session
        self._budget = budget

    @property
    def output(self) -> str:
        return self._session.output

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        budget = self._budget
        left = budget.seconds_left - budget.seconds_used
        if left <= 0:
            raise SandboxFailureError(
                Reason.TIMEOUT, "the time for the whole exercise or submission is used up"
            )
        started, waited = time.monotonic(), budget.live.waited()
        try:
            return self._session.request(request, min(timeout_seconds, left))
        finally:
            budget.seconds_used += time.monotonic() - started - (budget.live.waited() - waited)

    def close(self) -> None:
        self._session.close()
