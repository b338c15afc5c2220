"""What a sandbox uses, measured from outside: memory, processor time, tasks, files."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass

import psutil

_BLOCK_BYTES = 512  # what `st_blocks` counts, whatever the file system


@dataclass(frozen=True)
class Usage:
    """Resident bytes, seconds of processor time and number of tasks of some processes together."""

    memory_bytes: int = 0
    cpu_seconds: float = 0.0
    tasks: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.memory_bytes + other.memory_bytes,
            self.cpu_seconds + other.cpu_seconds,
            self.tasks + other.tasks,
        )


@dataclass(frozen=True)
class DiskUsage:
    """Bytes that files take up, and their number, folders included."""

    disk_bytes: int = 0
    files: int = 0


def used_by(process: psutil.Process) -> Usage:
    """Return what one process uses, and what its ended children used; nothing if it is gone."""
    try:
        with process.oneshot():
            times = process.cpu_times()
            return Usage(
                process.memory_info().rss,
                times.user + times.system + times.children_user + times.children_system,
                process.num_threads(),
            )
    except psutil.Error:
        return Usage()


def descendants(process: psutil.Process) -> list[psutil.Process]:
    """Return every process that `process` has started and that it is still an ancestor of."""
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def used_under(folder: str, limit_bytes: int, limit_files: int) -> DiskUsage:
    """Return what lies under `folder`; counting stops once one of the limits is passed."""
    total_bytes = count = 0
    try:
        for status in _entries(folder):
            total_bytes += status.st_blocks * _BLOCK_BYTES
            count += 1
            if total_bytes > limit_bytes or count > limit_files:
                break
    except OSError:
        # Shut, or nested deeper than a path can say: what cannot be counted counts as too many.
        return DiskUsage(total_bytes, limit_files + 1)
    return DiskUsage(total_bytes, count)


def held_open(process: psutil.Process) -> int:
    """Return the bytes of files that `process` has removed and keeps open: no folder shows them."""
    held = 0
    folder = f"/proc/{process.pid}/fd"
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - only names
            with contextlib.suppress(OSError):
                status = os.stat(f"{folder}/{name}")  # noqa: PTH116 - not a path to build upon
                if stat.S_ISREG(status.st_mode) and status.st_nlink == 0:
                    held += status.st_blocks * _BLOCK_BYTES
    return held


def _entries(folder: str) -> Iterator[os.stat_result]:
    """Yield the status of everything under `folder`, following no link; a vanished entry is passed over."""
    waiting = [folder]
    while waiting:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                with contextlib.suppress(FileNotFoundError):
                    yield entry.stat(follow_symlinks=False)
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
