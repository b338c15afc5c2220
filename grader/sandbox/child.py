"""What a sandbox's process does first: take its channel away from the student's code, limit itself, serve."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from grader.sandbox.worker import Worker, serve

# TensorFlow reserves far more address space than it uses: less than this and it hangs or fails to start.
ADDRESS_SPACE_BYTES = 16 * 2**30
DATA_BYTES = 6 * 2**30
FILE_BYTES = 2**30


def limit_resources() -> None:
    """Bound address space, data, the size of a file and core dumps, where the system offers it."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    limits = [("RLIMIT_FSIZE", FILE_BYTES), ("RLIMIT_CORE", 0)]
    if sys.platform == "linux":
        limits += [("RLIMIT_AS", ADDRESS_SPACE_BYTES), ("RLIMIT_DATA", DATA_BYTES)]
    for name, value in limits:
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (bound, bound))


def run(reader: BinaryIO, writer: BinaryIO, prefix: str) -> None:
    """Serve requests on the channel until the judge closes it; then end at once."""
    limit_resources()
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
    run(channel_in, channel_out, sys.argv[1])


if __name__ == "__main__":
    main()
