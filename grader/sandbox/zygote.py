"""The process that forks sandboxes: it has imported the libraries, and nothing else has happened in it.

Exec'd afresh by the judge, so that no answer is in its memory. It speaks to the judge over a Unix socket: a
line of JSON with two descriptors (the new sandbox's channel and its output) per sandbox, answered by a line
with its pid.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import socket
import sys
import threading
from typing import Any

from grader.sandbox import child

_MAX_LINE_BYTES = 2**16


def preload(libraries: list[str]) -> None:
    """Import `libraries`; one that is missing will be missed where it is used."""
    for name in libraries:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def safe_to_fork() -> bool:
    """Return whether TensorFlow has run nothing yet: after its first operation a fork would hang."""
    if threading.active_count() > 1:
        return False
    if "tensorflow" not in sys.modules:
        return True
    from tensorflow.python.eager import context  # noqa: PLC0415 - the only place that tells

    return getattr(context.context(), "_context_handle", None) is None


def fork(job: dict[str, Any], channel: int, output: int) -> int:
    """Return the pid of a new sandbox that serves on `channel` and prints to `output`."""
    pid = os.fork()
    if pid:
        return pid
    try:
        os.setsid()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.close(output)
        os.chdir(job["workspace"])
        os.environ["HOME"] = job["workspace"]
        with socket.socket(fileno=channel) as connection:
            reader, writer = connection.makefile("rb"), connection.makefile("wb")
            child.run(reader, writer, job["prefix"])
    finally:
        os._exit(1)


def main() -> None:
    """Fork a sandbox per request until the judge is gone."""
    control = socket.socket(fileno=int(sys.argv[1]))
    preload(json.loads(sys.argv[2]))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system reaps: nobody waits for a sandbox
    while True:
        line, descriptors, _, _ = socket.recv_fds(control, _MAX_LINE_BYTES, 2)
        if not line:
            return
        channel, output = descriptors
        if not safe_to_fork():
            return
        pid = fork(json.loads(line), channel, output)
        os.close(channel)
        os.close(output)
        control.sendall(json.dumps({"pid": pid}).encode() + b"\n")


if __name__ == "__main__":
    main()
