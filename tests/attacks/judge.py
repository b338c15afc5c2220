"""The judge that attacks are tried on: reads their names, answers with what came of each, one line of JSON.

Runs in a process of its own, as the user and with the view of the machine that it was started with.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

import msgspec
import psutil
from msgspec.structs import replace

from grader.catalog import find
from grader.data import Profile
from grader.judging import Resources, Settings, grade
from grader.report import Report, Status
from grader.sandbox import Isolation, Limits, Room, Session
from grader.sandbox.messages import Call, Load, Loaded, Outcome
from grader.submission import Submission, stage
from grader.submission.candidates import Candidate, Kind
from tests.attacks.corpus import SUBMISSIONS, USUAL_EXERCISE, Attack, attack
from tests.attacks.surroundings import SECRET_PREFIX, changes, furnish, left_behind, listing, processes

# Small, so that an attack is over soon. TensorFlow gets what it needs to work at all.
_PLAIN = Limits(
    load_seconds=6.0,
    call_seconds=6.0,
    cpu_seconds=60,
    memory_bytes=700 * 2**20,
    disk_bytes=50 * 2**20,
    files=500,
    tasks=48,
    output_allowed_bytes=4 * 2**20,
)
_KERAS = Limits(
    load_seconds=60.0,
    call_seconds=120.0,
    memory_bytes=3 * 2**30,
    disk_bytes=50 * 2**20,
    files=500,
    output_allowed_bytes=4 * 2**20,
)


# The line of the list that is about trainings, and an exercise that trains: its trainer is then warm.
TRAINING_LINE = 11
_TRAINS = "ch07_2/e04_train_sigmoid"


class WatchedResources(Resources):
    """Resources that remember which sandboxes they opened, for what was printed there."""

    def __init__(self, settings: Settings, limits: Limits, submissions: Path) -> None:
        super().__init__(settings, limits, submissions=submissions)
        self.sessions: list[Session] = []

    def open_sandbox(self, room: Room | None = None, owner: str = "student") -> Session:
        """Return a sandbox, and remember it."""
        session = super().open_sandbox(room, owner)
        self.sessions.append(session)
        return session

    @property
    def reference_process(self) -> int | None:
        """The process that the reference's sandboxes come from: they may live on."""
        launcher = self._launchers.get(Isolation.PROCESS)
        process = getattr(launcher, "_process", None)
        return None if process is None else int(process.pid)


class Judge:
    """Judges attacks at one level, one class of resources for those with Keras and one for the others."""

    def __init__(self, tree: Path, isolation: Isolation) -> None:
        self._tree = tree
        self._secret = SECRET_PREFIX + secrets.token_hex(8)
        furnish(tree, self._secret)
        os.environ |= {
            "GRADER_ATTACK_SECRET": self._secret,
            "HOME": str(tree / "home"),
            "TMPDIR": str(tree / "tmp"),
            "GRADER_CACHE_DIR": str(tree / "tmp" / "grader-cache" / "trainings"),
        }
        tempfile.tempdir = None
        self._isolation = isolation
        self._opened: dict[bool, WatchedResources] = {}

    def judge(self, attempted: Attack) -> dict[str, Any]:
        """Return the report on the attack, and what is not as it was before."""
        resources = self._resources(attempted)
        submission = self._staged(attempted, resources)
        before, running = listing(self._tree), processes(resources.reference_process)
        resources.sessions.clear()
        started = time.monotonic()
        report = self._graded(submission, attempted.exercise, resources)
        seconds = time.monotonic() - started
        printed = "".join(session.output for session in resources.sessions)
        found = {
            "report": msgspec.to_builtins(report),
            "told": printed + msgspec.json.encode(_without_source_lines(report)).decode(),
            "secret_told": self._secret in printed + msgspec.json.encode(report).decode(),
            "left_behind": left_behind(running, resources.reference_process),
            "changes": changes(before, listing(self._tree)),
            "next": self._next(attempted, resources).value,
            "seconds": round(seconds, 1),
        }
        shutil.rmtree(submission.root or "")
        return found

    def close(self) -> None:
        """End everything."""
        for resources in self._opened.values():
            resources.close()

    def _resources(self, attempted: Attack) -> WatchedResources:
        keras = attempted.exercise != USUAL_EXERCISE
        if keras not in self._opened:
            for other in self._opened.values():
                other.close()  # of two warm processes only one is needed at a time
            self._opened.clear()
            settings = Settings(profile=Profile.SMALL, isolation=self._isolation, download=False)
            opened = WatchedResources(settings, _KERAS if keras else _PLAIN, self._tree / "submissions")
            opened.expect([find(attempted.exercise).reference])
            shutil.rmtree(
                os.environ["GRADER_CACHE_DIR"], ignore_errors=True
            )  # so that the trainer has to start
            answered = self._status(find(_TRAINS).reference, _TRAINS, opened) if keras else Status.PASSED
            if {answered, self._right_answer_status(opened)} != {Status.PASSED}:
                raise RuntimeError("not even a right answer is graded right")
            _require_unprivileged(opened, self._tree)
            self._opened[keras] = opened
        return self._opened[keras]

    def _staged(self, attempted: Attack, resources: Resources) -> Submission:
        kind = Kind.FOLDER if attempted.path.is_dir() else Kind.FILE
        candidate = Candidate(attempted.student, attempted.path, kind)
        return stage(candidate, resources.new_submission_folder(), exercise=find(attempted.exercise))

    def _next(self, attempted: Attack, resources: Resources) -> Status:
        """Return what the next submission gets; after an attack on the trainer, one that trains the same."""
        if attempted.line == TRAINING_LINE and attempted.exercise != USUAL_EXERCISE:
            return self._status(find(attempted.exercise).reference, attempted.exercise, resources)
        return self._right_answer_status(resources)

    def _right_answer_status(self, resources: Resources) -> Status:
        return self._status(SUBMISSIONS / "right_answer.py", USUAL_EXERCISE, resources)

    def _status(self, file: Path, exercise: str, resources: Resources) -> Status:
        candidate = Candidate("next", file, Kind.FILE)
        submission = stage(candidate, resources.new_submission_folder(), exercise=find(exercise))
        report = self._graded(submission, exercise, resources)
        shutil.rmtree(submission.root or "")
        return report.exercises[0].status

    @staticmethod
    def _graded(submission: Submission, exercise: str, resources: Resources) -> Report:
        return grade(submission, resources, only=[find(exercise)])


def _without_source_lines(report: Report) -> Report:
    """Return `report` without what it quotes from the student's file: a line there has reached nothing."""
    results = (
        replace(result, checks=tuple(replace(check, frames=()) for check in result.checks))
        for result in report.exercises
    )
    return replace(report, exercises=tuple(results))


def _require_unprivileged(resources: Resources, tree: Path) -> None:
    """Raise unless sandboxes here are no root's, in a process-id namespace that holds nothing but this judge.

    Only then may an attack be let loose.
    """
    file = tree / "submissions" / "neighbour" / "who.py"
    file.write_text("import os\ndef who():\n    return os.getuid()\n", encoding="utf-8")
    room = Room(resources.workspace(), (file.parent,), resources.limits)
    session = resources.open_sandbox(room)
    try:
        if not isinstance(session.request(Load(str(file), (), str(room.workspace)), 30.0), Loaded):
            raise PermissionError("nobody can be asked who runs a sandbox")
        reply = session.request(Call("who", (), 0), 30.0)
    finally:
        session.close()
        file.unlink()
    uid = getattr(reply.value, "value", 0) if isinstance(reply, Outcome) else 0
    if not uid or _strangers(psutil.process_iter()):
        raise PermissionError("attacks are tried by unprivileged users, apart from everybody's processes")


def _strangers(seen: Iterable[psutil.Process]) -> list[int]:
    """Return the processes that are not this one, those that started it, or those that it started."""
    this = psutil.Process()
    own = {process.pid for process in (this, *this.parents(), *this.children(recursive=True))}
    return [process.pid for process in seen if process.pid not in own]


def main() -> None:
    """Serve until there is no more to read."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    with tempfile.TemporaryDirectory(prefix="grader-attacks-") as folder:
        _serve(Judge(Path(folder), Isolation(sys.argv[1])), answers)


def _serve(judge: Judge, answers: TextIO) -> None:
    try:
        for line in sys.stdin:
            answers.write(json.dumps(judge.judge(attack(line.strip()))) + "\n")
            answers.flush()
    finally:
        judge.close()


if __name__ == "__main__":
    main()
