"""What a sandbox's process does first: take its channel away from the student's code, limit itself, serve."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from grader.sandbox.limits import Limits
from grader.sandbox.worker import Worker, serve

# TensorFlow reserves far more address space than it uses: with less than this beyond what it may really use
# it hangs or fails to start.
ADDRESS_SPACE_BEYOND_BYTES = 12 * 2**30
DATA_BEYOND_BYTES = 2 * 2**30
OPEN_FILES = 1_024
# Between the signal that can be ignored and the one that cannot.
CPU_GRACE_SECONDS = 5


def limit_resources(limits: Limits, tasks_of_user: int | None = None) -> None:
    """Bound what the system lets a process bound, where it offers it.

    `tasks_of_user` is the number of processes and threads that this process's user may have in all.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    bounds = [
        ("RLIMIT_FSIZE", limits.disk_bytes, 0),
        ("RLIMIT_CORE", 0, 0),
        ("RLIMIT_NOFILE", OPEN_FILES, 0),
        ("RLIMIT_CPU", limits.cpu_seconds, CPU_GRACE_SECONDS),
    ]
    if sys.platform == "linux":
        bounds += [
            ("RLIMIT_AS", limits.memory_bytes + ADDRESS_SPACE_BEYOND_BYTES, 0),
            ("RLIMIT_DATA", limits.memory_bytes + DATA_BEYOND_BYTES, 0),
        ]
    if tasks_of_user is not None:
        bounds.append(("RLIMIT_NPROC", tasks_of_user, 0))
    for name, value, grace in bounds:
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        most = value + grace if hard == resource.RLIM_INFINITY else min(value + grace, hard)
        resource.setrlimit(kind, (min(value, most), most))


def run(reader: BinaryIO, writer: BinaryIO, prefix: str) -> None:
    """Serve requests on the channel until the judge closes it; then end at once."""
    sys.dont_write_bytecode = True
    serve(Worker(prefix), reader, writer)
    # Without running what student code left for the end: atexit, finalisers, threads.
    os._exit(0)


def main() -> None:
    """Serve on standard input and output.

    Student code then finds the one empty and the other turned to the output pipe.
    """
    channel_in = os.fdopen(os.dup(0), "rb")
    channel_out = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    limit_resources(Limits())
    run(channel_in, channel_out, sys.argv[1])


if __name__ == "__main__":
    main()
