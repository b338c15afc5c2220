"""Threads in the place of a batch's processes, with whatever is to be done in the place of judging."""

import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from typing import Any

from grader.batch import worker
from grader.batch.lanes import Pool
from grader.batch.worker import Finished, Job

Work = Callable[[Job], Finished]


class Threads(ThreadPoolExecutor):
    """Threads in the place of processes. `end` breaks it, as a worker that dies breaks its executor."""

    def __init__(self, work: Work) -> None:
        super().__init__(4)
        self.work = work
        self.broken = threading.Event()
        self.pending: list[Future[Finished]] = []
        self.lock = threading.Lock()

    def submit(self, function: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        assert function is worker.judge
        assert not named
        if self.broken.is_set():
            raise BrokenExecutor("a worker ended")
        future: Future[Finished] = Future()
        with self.lock:
            self.pending.append(future)
        super().submit(self._do, future, arguments[0])
        return future

    def end(self) -> None:
        """Fail whatever is being done or waits."""
        with self.lock:
            for future in self.pending:
                if not future.done():
                    future.set_exception(BrokenExecutor("a worker ended"))
            self.broken.set()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002
        """End, and cancel what has not begun: nothing has where processes are first to be started."""
        with self.lock:
            for future in self.pending:
                if cancel_futures and not future.done() and future.cancel():
                    future.set_running_or_notify_cancel()
        super().shutdown(wait)

    def _do(self, future: Future[Finished], asked: Job) -> None:
        try:
            finished = self.work(asked)
        except BrokenExecutor:
            self.end()
            return
        except Exception as error:  # noqa: BLE001 - whoever asked is told
            future.set_exception(error)
            return
        with self.lock:
            if not future.done():
                future.set_result(finished)


class Opened:
    """A pool of threads, and the executors that it has opened."""

    def __init__(self, work: Work) -> None:
        self.executors: list[Threads] = []
        self.pool = Pool(self._open)
        self._work = work

    def _open(self) -> Executor:
        self.executors.append(Threads(self._work))
        return self.executors[-1]
