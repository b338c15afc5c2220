"""One sandbox as its parent process sees it: watched, ended, and its ending told."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from dataclasses import dataclass, field

import psutil

from grader.report.model import Reason
from grader.sandbox.control import NOT_SET_UP, Ending
from grader.sandbox.limits import Limits
from grader.sandbox.usage import descendants, held_open, used_by, used_under

# Walking a folder and looking for processes cost more than a look at one process.
THOROUGH_SECONDS = 0.25
# A process closes its channel first and is gone a little later; with gigabytes to give back, later still.
_ENDING_SECONDS = 0.5


@dataclass
class Supervised:
    """A child process that has been forked as a sandbox, and everything that it starts.

    `starts_processes` says whether it can: looking for descendants costs a millisecond each time.
    """

    pid: int
    workspace: str
    limits: Limits
    starts_processes: bool
    ending: Ending | None = None
    _breach: tuple[Reason, str] | None = None
    _peak_bytes: int = 0
    _next_walk: float = 0.0
    _process: psutil.Process = field(init=False)

    def __post_init__(self) -> None:
        self._process = psutil.Process(self.pid)

    def look(self) -> None:
        """Note what the sandbox uses, and end it if that is more than it may."""
        if self.ending is None and not self._reap(os.WNOHANG) and self._breach is None:
            self._breach = self._looked_for_breach()
            if self._breach is not None:
                self._kill()

    def end(self, by_itself: bool = False) -> Ending:  # noqa: FBT001, FBT002 - as the order says it
        """End the sandbox with everything that it has started, and return how it ended.

        Where it is about to end `by_itself`, its status says why: it gets a moment to do so.
        """
        deadline = time.monotonic() + (_ENDING_SECONDS if by_itself else 0.0)
        while self.ending is None and not self._reap(os.WNOHANG) and time.monotonic() < deadline:
            time.sleep(0.002)
        outside = self.ending is None and self._breach is None
        self._kill()
        if self.ending is None:
            self._reap(0)
        ending = self.ending or Ending()
        if outside and ending.status == -signal.SIGKILL:
            return Ending(status=None, peak_bytes=ending.peak_bytes, cpu_seconds=ending.cpu_seconds)
        return ending

    def _looked_for_breach(self) -> tuple[Reason, str] | None:
        limits = self.limits
        started = time.monotonic()
        thorough = started >= self._next_walk
        used = used_by(self._process)
        if self.starts_processes and thorough:
            used = sum(map(used_by, descendants(self._process)), used)
        self._peak_bytes = max(self._peak_bytes, used.memory_bytes)
        if used.memory_bytes > limits.memory_bytes:
            return Reason.MEMORY_LIMIT, limits.too_much_memory
        if used.cpu_seconds > limits.cpu_seconds:
            return Reason.TIMEOUT, limits.too_much_processor_time
        if used.tasks > limits.tasks:
            return Reason.FORBIDDEN, limits.too_many_tasks
        if not thorough:
            return None
        breach = self._walked()
        # At most a twentieth of the time is spent on it.
        self._next_walk = started + max(THOROUGH_SECONDS, 20 * (time.monotonic() - started))
        return breach

    def _walked(self) -> tuple[Reason, str] | None:
        limits = self.limits
        used = used_under(self.workspace, limits.disk_bytes, limits.files)
        if used.files > limits.files:
            return Reason.DISK_LIMIT, limits.too_many_files
        if used.disk_bytes + held_open(self._process) > limits.disk_bytes:
            return Reason.DISK_LIMIT, limits.too_much_on_disk
        return None

    def _kill(self) -> None:
        doomed = descendants(self._process) if self.starts_processes else []
        if self.ending is None:
            # Before it is reaped, its number belongs to nobody else.
            for end in (os.killpg, os.kill):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    end(self.pid, signal.SIGKILL)
        for process in doomed:
            with contextlib.suppress(psutil.Error):
                process.kill()

    def _reap(self, options: int) -> bool:
        pid, status, used = os.wait4(self.pid, options)
        if pid == 0:
            return False
        code = os.waitstatus_to_exitcode(status)
        seconds = used.ru_utime + used.ru_stime
        reason, detail = self._breach or self._told_by_status(code, seconds)
        peak_bytes = max(self._peak_bytes, used.ru_maxrss * 2**10)
        self.ending = Ending(
            reason=reason, detail=detail, status=code, peak_bytes=peak_bytes, cpu_seconds=seconds
        )
        return True

    def _told_by_status(self, code: int, cpu_seconds: float) -> tuple[Reason, str]:
        if code == -signal.SIGXCPU or (code == -signal.SIGKILL and cpu_seconds >= self.limits.cpu_seconds):
            return Reason.TIMEOUT, self.limits.too_much_processor_time
        if code == -signal.SIGXFSZ:
            return Reason.DISK_LIMIT, self.limits.too_much_on_disk
        if code == NOT_SET_UP:
            return Reason.CRASH, "not set up"
        if code < 0:
            return Reason.CRASH, f"ended by {_signal_name(-code)}"
        return Reason.CRASH, f"ended with exit status {code}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
