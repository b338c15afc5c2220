"""The outcome of an audit, the schema `grader/audit/v1`."""

from __future__ import annotations

from enum import Enum

import msgspec

from grader.audit.cases import Kind
from grader.report import Environment

SCHEMA = "grader/audit/v1"


class Verdict(str, Enum):
    """What the grader said. `ERROR`: it failed itself, which is neither of the two others."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ERROR = "error"


class Deviation(str, Enum):
    """How a verdict differs from what the case says of itself.

    `OTHER_HINT`: a wrong answer is caught by another check, or with another hint, than the one it names.
    `NOT_EQUIVALENT`: a mutant is listed as equivalent, and yet rejected.
    """

    FALSE_ACCEPT = "false_accept"
    FALSE_REJECT = "false_reject"
    OTHER_HINT = "other_hint"
    SURVIVOR = "survivor"
    NOT_EQUIVALENT = "not_equivalent"
    ERROR = "error"


class AuditedCase(msgspec.Struct, frozen=True, kw_only=True):
    """One case with its verdict.

    `check`, `hint` and `message` are those of the first check that failed, `intended_check` and
    `intended_hint` those that must catch a wrong answer. `equivalent` is why a mutant is listed as
    equivalent. `seconds` is what its checks took, whenever that was.
    """

    kind: Kind
    name: str
    verdict: Verdict
    seconds: float
    deviation: Deviation | None = None
    what: str = ""
    check: str | None = None
    hint: str | None = None
    message: str | None = None
    intended_check: str | None = None
    intended_hint: str | None = None
    equivalent: str | None = None


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many cases there are of each kind, and for how many the verdict is as it must be.

    `intended` counts the wrong answers that were caught by the check and with the hint that they name.
    Equivalent mutants are not among `mutants`. `false_rejects` are those of right answers and of rewrites.
    What the grader failed to judge is counted in `errors`, and in nothing else but the number of its kind.
    """

    right: int = 0
    right_accepted: int = 0
    wrong: int = 0
    wrong_rejected: int = 0
    intended: int = 0
    mutants: int = 0
    mutants_rejected: int = 0
    equivalent: int = 0
    rewrites: int = 0
    rewrites_accepted: int = 0
    false_accepts: int = 0
    false_rejects: int = 0
    errors: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return the sums of both."""
        mine, others = msgspec.structs.asdict(self), msgspec.structs.asdict(other)
        return Counts(**{name: mine[name] + others[name] for name in mine})

    @property
    def hint_accuracy(self) -> float:
        """The share of the rejected wrong answers that were caught by the check and hint that they name."""
        return self.intended / self.wrong_rejected if self.wrong_rejected else 1.0

    @property
    def mutation_score(self) -> float:
        """The share of the mutants, equivalent ones left out, that were rejected."""
        return self.mutants_rejected / self.mutants if self.mutants else 1.0


class AuditedExercise(msgspec.Struct, frozen=True):
    """The cases of one exercise; `seconds` is what their checks took in all."""

    id: str
    seconds: float
    counts: Counts
    cases: tuple[AuditedCase, ...]


class Stale(msgspec.Struct, frozen=True):
    """An entry in the list of equivalent mutants that is none any more, and why."""

    exercise: str
    name: str
    what: str
    why: str


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """A whole audit. `below_the_bar` says, a sentence for each, what keeps it from being good enough.

    given already.
    """

    schema: str = SCHEMA
    environment: Environment
    seconds: float
    totals: Counts
    below_the_bar: tuple[str, ...]
    exercises: tuple[AuditedExercise, ...]
    stale: tuple[Stale, ...]
