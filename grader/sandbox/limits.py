"""What one sandbox may use."""

from __future__ import annotations

import os

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a sandbox may use.

    Seconds of wall clock are per request; everything else is of the sandbox as a whole. `memory_bytes` is
    resident memory, shared pages included; `files` counts folders too; `tasks` are processes and threads.
    """

    load_seconds: float = 60.0
    call_seconds: float = 20.0
    cpu_seconds: int = 3_600
    memory_bytes: int = 4 * 2**30
    disk_bytes: int = 512 * 2**20
    files: int = 2_000
    # TensorFlow alone starts 24 on 2 cores, and some for each core more.
    tasks: int = 48 + 8 * (os.cpu_count() or 1)
    output_kept_bytes: int = 64 * 2**10
    output_allowed_bytes: int = 64 * 2**20

    @property
    def too_much_memory(self) -> str:
        """What is said when that limit is passed; so with the others."""
        return f"more than {amount(self.memory_bytes)} of memory"

    @property
    def too_much_processor_time(self) -> str:
        """What is said of the seconds on the processor."""
        return f"more than {self.cpu_seconds:,} s of processor time"

    @property
    def too_much_on_disk(self) -> str:
        """What is said of the bytes of files."""
        return f"more than {amount(self.disk_bytes)} on the disk"

    @property
    def too_many_files(self) -> str:
        """What is said of the number of files."""
        return f"more than {self.files:,} files"

    @property
    def too_many_tasks(self) -> str:
        """What is said of processes and threads."""
        return f"more than {self.tasks} processes and threads"

    @property
    def too_much_output(self) -> str:
        """What is said of what is printed."""
        return f"more than {amount(self.output_allowed_bytes)} of output"


def amount(count: float) -> str:
    """Return a number of bytes as people say it: "4 GiB"."""
    for unit in ("bytes", "KiB", "MiB", "GiB"):
        if count < 2**10 or unit == "GiB":
            break
        count /= 2**10
    return f"{count:.3g} {unit}"
