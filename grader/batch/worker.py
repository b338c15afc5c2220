"""What a worker of the batch does: judge one exercise after another, for whoever handed it in.

A worker writes nothing but its own temporary files. It reads the store, for what the reference has answered
before and for evidence to judge again; what it finds out goes back with the verdict.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import tempfile
import threading
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from multiprocessing import connection, util
from pathlib import Path

from grader.batch.keys import Key
from grader.batch.store import Store, StoredWork
from grader.catalog import Exercise, exercises, find
from grader.checking.finding import GraderFaultError
from grader.checking.reference import RememberedAnswers
from grader.judging import Resources, Settings
from grader.judging.budget import Budget
from grader.judging.collecting import Work
from grader.judging.judge import Judge, Judged, with_judge
from grader.language import Language
from grader.sandbox import Limits
from grader.sandbox.messages import Outcome
from grader.sandbox.transcript import Recorder, Replay


@dataclass(frozen=True)
class WorkerSettings:
    """What every worker of a batch is told once: `out` holds the store, `work` is for temporary files."""

    settings: Settings
    limits: Limits
    language: Language
    out: Path
    work: Path

    @property
    def submissions(self) -> Path:
        """The folder that submissions are copied to."""
        return self.work / "submissions"


@dataclass(frozen=True)
class Job:
    """One exercise of one submission.

    `file` lies below `root`, the folder of the submission. With `replay_only` nothing is run: the verdict
    comes from stored evidence, or there is none. `basis` is the digest of what the reference's answers depend
    on; `seconds_left` is how long the submission's sandboxes may still be waited for.
    """

    exercise: str
    key: Key
    basis: str
    file: Path
    root: Path
    seconds_left: float
    replay_only: bool = False


@dataclass(frozen=True)
class Finished:
    """What came of a job. `judged` is `None` if the stored evidence was not enough.

    `work` is new evidence, `arrays` and `answers` what is not in the store yet.
    """

    judged: Judged | None
    seconds: float = 0.0
    work: StoredWork | None = None
    arrays: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, Outcome] = field(default_factory=dict)


class _Answers(RememberedAnswers):
    """The answers of one exercise's reference: this worker's own, and those that are stored."""

    def __init__(self, store: Store, exercise: str) -> None:
        super().__init__(lambda request: store.answer(exercise, self._basis, request))
        self._basis = ""
        self.new: dict[str, Outcome] = {}

    def rest_on(self, basis: str) -> None:
        """Give answers that depend on `basis` from now on, and no others."""
        if basis != self._basis:
            self._basis = basis
            self._known.clear()
            self.new.clear()

    def __setitem__(self, request: str, answer: Outcome) -> None:
        super().__setitem__(request, answer)
        self.new[request] = answer

    def take_new(self) -> dict[str, Outcome]:
        """Return what was answered since the last call."""
        taken, self.new = self.new, {}
        return taken


class Worker:
    """Judges jobs in a pytest session that lasts as long as the worker."""

    def __init__(self, told: WorkerSettings) -> None:
        self._told = told
        self._jobs: queue.SimpleQueue[tuple[Job, Future[Finished]] | None] = queue.SimpleQueue()
        self._ended = threading.Event()
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def judge(self, job: Job) -> Finished:
        """Return what came of `job`."""
        future: Future[Finished] = Future()
        self._jobs.put((job, future))
        while not future.done():
            if self._ended.is_set():
                raise GraderFaultError(f"the worker ended: {self._error}")
            wait([future], timeout=1.0)
        return future.result()

    def close(self) -> None:
        """End the session and its sandboxes."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            self._serve_all()
        except Exception as error:  # noqa: BLE001 - whoever waits for an answer is told
            self._error = error
        finally:
            self._ended.set()

    def _serve_all(self) -> None:
        told = self._told
        # Opened in the thread that uses it: SQLite wants it so.
        self._store = Store.read(told.out)
        self._answers: dict[str, _Answers] = {}
        resources = Resources(
            told.settings, told.limits, submissions=told.submissions, answers=self._answers_of
        )
        resources.expect(exercise.reference for exercise in exercises())
        try:
            with_judge(resources, told.language, lambda judge: self._serve(judge, resources))
        finally:
            resources.close()
            self._store.close()

    def _serve(self, judge: Judge, resources: Resources) -> None:
        while (asked := self._jobs.get()) is not None:
            job, future = asked
            try:
                future.set_result(self._judge(job, judge, resources))
            except Exception as error:  # noqa: BLE001 - whoever asked is told
                future.set_exception(error)

    def _judge(self, job: Job, judge: Judge, resources: Resources) -> Finished:
        exercise = find(job.exercise)
        answers = self._answers_of(exercise)
        answers.rest_on(job.basis)
        stored = self._store.work(job.exercise, job.key)
        if stored is not None and stored.transcript is not None:
            replay = Replay(stored.transcript, self._store.array)
            judged = judge.judge(exercise, Work(job.file, job.root, replay))
            if not replay.missed:
                return Finished(judged, answers=answers.take_new())
        if job.replay_only:
            return Finished(None)
        budget = Budget(resources.sandboxes(job.root), job.seconds_left)
        recorder = Recorder(budget)
        judged = judge.judge(exercise, Work(job.file, job.root, recorder))
        resources.forget_student()
        arrays = {name: data for name, data in recorder.arrays.items() if not self._store.has_array(name)}
        work = StoredWork(job.file.read_bytes(), recorder.transcript)
        return Finished(judged, budget.seconds_used, work, arrays, answers.take_new())

    def _answers_of(self, exercise: Exercise) -> _Answers:
        return self._answers.setdefault(exercise.id, _Answers(self._store, exercise.id))


_worker: Worker | None = None


def start(told: WorkerSettings) -> None:
    """Make this process a worker: what an executor runs once in each of its processes."""
    global _worker  # noqa: PLW0603 - an executor's initializer has no other way to leave something behind
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the batch's own to answer
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    tempfile.tempdir = str(told.work)  # so that whatever a killed worker leaves behind is found and removed
    _worker = Worker(told)
    util.Finalize(_worker, _worker.close, exitpriority=10)


def judge(job: Job) -> Finished:
    """Return what came of `job`, judged by this process's worker."""
    if _worker is None:
        raise RuntimeError("the worker was not started")
    return _worker.judge(job)


def _end_with(sentinel: int) -> None:
    """End this process as soon as the batch's own process has ended, however that happened."""
    connection.wait([sentinel])
    os._exit(1)
