"""The report of one graded submission, the schema `grader/report/v1`; what is said of several beside it."""

from __future__ import annotations

from enum import Enum

import msgspec

from grader.language import Text

SCHEMA = "grader/report/v1"


class Status(str, Enum):
    """What became of an exercise. `ERROR` is the grader's own fault and is never scored as zero."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_ATTEMPTED = "not_attempted"
    ERROR = "error"


class CheckStatus(str, Enum):
    """What became of a check. `BLOCKED`: what it builds on failed, and that was said already."""

    PASSED = "passed"
    FAILED = "failed"
    BLOCKED = "blocked"
    ERROR = "error"


class Reason(str, Enum):
    """Why a submission's code could not be judged to its end."""

    EXCEPTION = "exception"
    CRASH = "crash"
    TIMEOUT = "timeout"
    MEMORY_LIMIT = "memory_limit"
    DISK_LIMIT = "disk_limit"
    OUTPUT_LIMIT = "output_limit"
    FORBIDDEN = "forbidden"
    IMPORT_ERROR = "import_error"
    SYNTAX_ERROR = "syntax_error"


class Frame(msgspec.Struct, frozen=True):
    """One line of the student's own file in a traceback."""

    file: str
    line: int
    function: str
    source: str


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """The result of one check.

    `title` is the sentence that the check asserts; a `hidden` one is kept from students until it is graded.
    The rest is set when it failed: `expected` and `actual`; `hint`, a stable identifier, and `message`, its
    text with this student's values filled in; `read`, where to read on; `function`, which of the student's
    functions was called last; `frames`, the student's own lines in a traceback; `detail`, what a library
    said.
    """

    name: str
    title: Text
    status: CheckStatus
    score: float
    max_score: float
    expected: str | None = None
    actual: str | None = None
    hint: str | None = None
    message: Text | None = None
    read: Text | None = None
    reason: Reason | None = None
    hidden: bool = False
    function: str | None = None
    frames: tuple[Frame, ...] = ()
    detail: str | None = None
    seconds: float = 0.0


class TrainingRecord(msgspec.Struct, frozen=True):
    """One training of the exercise: what was called, its recipe's digest, and who ran it.

    `source` is `key` (the answer key), `cache`, `trainer`, or `sandbox`, beside the student's code, and then
    `why` says why. `recipe` is None where there is none. `epochs` are those of a network, else 0; `seconds`
    is what the training took, whenever that was.
    """

    recipe: str | None
    source: str
    epochs: int
    seconds: float
    what: str = "fit"
    why: str = ""


class ExerciseResult(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict on one exercise. `notes` say what was cut or skipped and why."""

    id: str
    title: Text
    status: Status
    reason: Reason | None
    score: float
    max_score: float
    seconds: float
    checks: tuple[CheckResult, ...]
    training: tuple[TrainingRecord, ...] = ()
    notes: tuple[Text, ...] = ()


class Environment(msgspec.Struct, frozen=True, kw_only=True):
    """Where the report was made. `data` names the data set, `profile` how much of it."""

    python: str
    tensorflow: str
    keras: str
    scikit_learn: str
    device: str
    isolation: str
    data: str
    profile: str
    seed: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict on one submission, an `ExerciseResult` per exercise in the order of the catalogue.

    `notes` say what of the submission was left out and why.
    """

    schema: str = SCHEMA
    submission: str
    score: float
    max_score: float
    environment: Environment
    exercises: tuple[ExerciseResult, ...]
    notes: tuple[Text, ...] = ()


class Refusal(msgspec.Struct, frozen=True):
    """A submission that could not be graded at all, and why."""

    submission: str
    why: Text


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """The score of one exercise before and after a rescoring, and the submission's total.

    `before` and `after` are None where the exercise could not be graded.
    """

    submission: str
    exercise: str
    before: float | None
    after: float | None
    total_before: float
    total_after: float


def report_of(
    submission: str,
    environment: Environment,
    exercises: tuple[ExerciseResult, ...],
    notes: tuple[Text, ...] = (),
) -> Report:
    """Return the report over `exercises`; scores add up, and an `ERROR` counts on neither side of the sum."""
    scored = [exercise for exercise in exercises if exercise.status is not Status.ERROR]
    return Report(
        submission=submission,
        score=round(sum(exercise.score for exercise in scored), 2),
        max_score=round(sum(exercise.max_score for exercise in scored), 2),
        environment=environment,
        exercises=exercises,
        notes=notes,
    )
