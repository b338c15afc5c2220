"""A fresh process per sandbox: works on every system, imports the libraries each time."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import uuid
from pathlib import Path
from typing import BinaryIO, cast

import psutil

from grader.sandbox.environment import sandbox_environment
from grader.sandbox.session import Connection, Limits, ProcessSession


class FreshProcessLauncher:
    """Starts a Python process per sandbox."""

    def __init__(self, keras_home: Path, limits: Limits) -> None:
        self._keras_home = keras_home
        self._limits = limits

    def open(self, workspace: Path) -> ProcessSession:
        """Return a fresh sandbox whose current folder is `workspace`."""
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            # Isolated: the current folder and the user's site folder are not on the import path.
            [sys.executable, "-I", "-m", "grader.sandbox.child", uuid.uuid4().hex],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=workspace,
            env=sandbox_environment(self._keras_home, workspace),
            start_new_session=True,
        )
        connection = Connection(
            reader=cast("BinaryIO", process.stdout),
            writer=cast("BinaryIO", process.stdin),
            output=cast("BinaryIO", process.stderr),
            kill=lambda: _end(process),
        )
        return ProcessSession(connection, self._limits)

    def close(self) -> None:
        """Do nothing: no process outlives its session."""


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    try:
        tree = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        tree = []
    process.kill()
    process.wait()
    for child in tree:
        with contextlib.suppress(psutil.NoSuchProcess):
            child.kill()
