"""A few submissions at a time, one exercise of each at a time, on whatever executor there is."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field, replace
from typing import Protocol
from weakref import WeakSet

from grader.batch.worker import Finished, Job, WorkerSettings, judge, start
from grader.data import DataError

# A worker that ended is our own trouble, or the machine's: its job is tried again, and not for ever.
_ATTEMPTS = 3


class Entry(Protocol):
    """One submission of the class, as the lanes see it."""

    def prepare(self) -> list[Job]:
        """Return what is to be judged of it, if anything is."""

    def began(self, job: Job) -> None:
        """Take that a job is being done now."""

    def took(self, job: Job, finished: Finished) -> None:
        """Take what came of a job."""

    def failed(self, job: Job, why: str) -> None:
        """Take that a job could not be done, which is no fault of the submission's."""

    def close(self) -> None:
        """Take that there is nothing more to come."""


class Pool:
    """The executor that jobs run on; started anew if its workers end.

    Any executor of `concurrent.futures`' interface whose workers see the same files will do.
    """

    def __init__(self, open_executor: Callable[[], Executor]) -> None:
        self._open = open_executor
        self._executor: Executor | None = None
        self._futures: WeakSet[Future[Finished]] = WeakSet()

    def submit(self, job: Job) -> Future[Finished]:
        """Return the future of `job`."""
        if self._executor is None:
            self._executor = self._open()
        try:
            future = self._executor.submit(judge, job)
        except BrokenExecutor:  # its workers ended while they had nothing to do
            self._end(wait_for_jobs=False)
            return self.submit(job)
        self._futures.add(future)
        return future

    def renew(self, broken: Future[Finished]) -> None:
        """Drop the executor whose workers have ended with the job of `broken`, unless that was done before.

        They all end together: what the others had in hand may be running on a new executor already.
        """
        if broken in self._futures:
            self._end(wait_for_jobs=False)

    def close(self) -> None:
        """End the workers, which have nothing to do any more."""
        self._end(wait_for_jobs=True)

    def kill(self) -> None:
        """End the workers at once, whatever they are doing."""
        self._end(wait_for_jobs=False)
        for process in multiprocessing.active_children():
            process.kill()

    def _end(self, *, wait_for_jobs: bool) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=wait_for_jobs, cancel_futures=True)
            self._executor = None
        self._futures = WeakSet()


def process_pool(workers: int, told: WorkerSettings) -> Pool:
    """Return a pool of that many processes of this machine."""
    return Pool(
        lambda: ProcessPoolExecutor(
            # Started afresh: what a fork would inherit of this process (threads, locks) is nobody's friend.
            workers,
            multiprocessing.get_context("spawn"),
            start,
            (told,),
        )
    )


@dataclass
class _Lane:
    number: int
    entry: Entry
    jobs: deque[Job]
    seconds_left: float
    attempts: dict[str, int] = field(default_factory=dict)


def run_lanes(entries: Iterable[Entry], pool: Pool, lanes: int, submission_seconds: float) -> None:
    """Have every job of `entries` done, `lanes` entries at a time, each within `submission_seconds`.

    Raises:
        DataError: if the data that checks need are damaged: nothing can be judged then.
    """
    _Lanes(iter(entries), pool, lanes, submission_seconds).run()


class _Lanes:
    def __init__(self, entries: Iterator[Entry], pool: Pool, lanes: int, submission_seconds: float) -> None:
        self._entries = entries
        self._pool = pool
        self._free = list(range(lanes))
        self._lanes = lanes
        self._submission_seconds = submission_seconds
        self._running: dict[Future[Finished], _Lane] = {}

    def run(self) -> None:
        while True:
            while self._free and (lane := self._next()) is not None:
                self._submit(lane)
            if not self._running:
                return
            done, _ = wait(self._running, return_when=FIRST_COMPLETED)
            for future in done:
                self._took(self._running.pop(future), future)

    def _next(self) -> _Lane | None:
        for entry in self._entries:
            jobs = entry.prepare()
            if not jobs:
                entry.close()
                continue
            number = self._free.pop()
            # Each lane begins elsewhere in the chapter: else all would come to the same exercise at the same
            # time, and each would have the reference train for it.
            first = number * len(jobs) // self._lanes
            return _Lane(number, entry, deque(jobs[first:] + jobs[:first]), self._submission_seconds)
        return None

    def _submit(self, lane: _Lane) -> None:
        job = replace(lane.jobs[0], seconds_left=min(lane.jobs[0].seconds_left, lane.seconds_left))
        self._running[self._pool.submit(job)] = lane
        lane.entry.began(job)

    def _took(self, lane: _Lane, future: Future[Finished]) -> None:
        job = lane.jobs[0]
        try:
            finished = future.result()
        except DataError:
            raise
        except BrokenExecutor:
            self._pool.renew(future)
            lane.attempts[job.exercise] = lane.attempts.get(job.exercise, 0) + 1
            if lane.attempts[job.exercise] < _ATTEMPTS:
                self._submit(lane)
                return
            lane.entry.failed(job, "the process that judged it ended before it was done")
        except Exception as error:  # noqa: BLE001 - our own fault, of whatever kind, costs one exercise
            lane.entry.failed(job, f"{type(error).__name__}: {error}")
        else:
            lane.seconds_left -= finished.seconds
            lane.entry.took(job, finished)
        lane.jobs.popleft()
        if lane.jobs:
            self._submit(lane)
            return
        lane.entry.close()
        self._free.append(lane.number)
