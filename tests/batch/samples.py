"""Verdicts and evidence to store: small, and each told from the next by a number."""

import hashlib
from dataclasses import replace

from grader.batch.keys import Key
from grader.batch.store import StoredWork, Verdict
from grader.language import Text
from grader.report import Environment, ExerciseResult, Status
from grader.sandbox.transcript import Exchange, PackedReply, SessionTranscript, Transcript

FLATTEN = "ch07_1/e04_scale_and_flatten"
KEY = Key("content", "checks", "answer key", "environment")
ENVIRONMENT = Environment(
    python="3.11.7",
    tensorflow="2.21.0",
    keras="3.15.1",
    scikit_learn="1.9.1",
    device="cpu",
    isolation="process",
    data="fashion-mnist",
    profile="small",
    seed=42,
)


def result(number: int = 0, exercise: str = FLATTEN, status: Status = Status.PASSED) -> ExerciseResult:
    """Return a verdict worth `number` points."""
    return ExerciseResult(
        id=exercise,
        title=Text(en="Scale and flatten", ko="배율을 맞추고 펼치기"),
        status=status,
        reason=None,
        score=float(number),
        max_score=100.0,
        seconds=0.5,
        checks=(),
    )


def verdict(number: int = 0, submission: str = "김 철수", **key: str) -> Verdict:
    """Return a verdict on a submission's work on one exercise; `key` replaces parts of its key."""
    return Verdict(submission, replace(KEY, **key), result(number), "cpu")


def arrays(number: int, count: int = 3, size: int = 20_000) -> dict[str, bytes]:
    """Return `count` arrays of `size` bytes by their digests."""
    blobs = [f"{number} {index} ".encode().ljust(size, b".") for index in range(count)]
    return {hashlib.blake2b(blob, digest_size=20).hexdigest(): blob for blob in blobs}


def work(names: dict[str, bytes]) -> StoredWork:
    """Return evidence that rests on the arrays `names`."""
    reply = PackedReply(b"{}", tuple(names))
    session = SessionTranscript((Exchange("call", reply),), "printed\n")
    return StoredWork(b"x = 1\n", Transcript("/somewhere", (session,)))
