"""A machine like an instructor's, whatever this one is: Python readable for everyone, as root or as a user.

What is tried there runs in a process of its own, `bench.py`; each attempt is a sandbox that it opens.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pytest

from grader.sandbox.grants import libraries
from grader.sandbox.workspace import obstacle

ROOT = Path(__file__).resolve().parents[2]
TEMPORARY = "/tmp"  # noqa: S108 - of that machine, empty
ORDINARY_USER = 12_345  # has no account anywhere
IDENTITIES = ["root", "user"] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["user"]


@dataclass(frozen=True)
class Attempt:
    """What came of calling `f` of a file: `value` as text, or what was raised, or why there was no answer."""

    value: str | None = None
    raised: str | None = None
    message: str = ""
    reason: str | None = None
    detail: str = ""
    output: str = ""
    peak_bytes: int = 0
    kept: bool = False
    changed: list[str] = field(default_factory=list)
    left: list[int] = field(default_factory=list)


class Bench:
    """Opens one sandbox after another, at one level, in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def attempt(self, source: str, *, seconds: float = 20.0, **limits: int) -> Attempt:
        """Return what came of calling `f()` of a file with that source."""
        return Attempt(**self.ask({"source": source, "seconds": seconds, "limits": limits}))

    def ask(self, order: dict[str, Any]) -> Any:
        """Return the answer to one line."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "the bench has ended"
        return json.loads(line)


@contextmanager
def bench(level: str, identity: str, *names: str) -> Iterator[Bench]:
    """Yield a bench for sandboxes of `level`, as `identity`, with those libraries imported ahead."""
    command = [*as_identity(identity), sys.executable, "-m", "tests.sandbox.bench", level, *names]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_environment()
    ) as process:
        try:
            yield Bench(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(30)


def as_identity(identity: str) -> list[str]:
    """Return the command line to put before one that is to run as root or as an ordinary user there."""
    if os.geteuid() != 0:
        return []
    view = _view()
    if identity == "root":
        return view
    number = str(ORDINARY_USER)
    return [*view, "setpriv", "--reuid", number, "--regid", number, "--clear-groups"]


def needs(program: str) -> None:
    """Skip the test where `program` is not installed, unless this is the machine that is to have it."""
    if shutil.which(program) is None and os.environ.get("CI") != "true":
        pytest.skip(f"{program} is not installed")


def _view() -> list[str]:
    """Return a command line that shows this machine with Python, data and project open to everyone."""
    needed = [Path(path) for path in (sys.prefix, sys.base_prefix, *libraries())]
    needed += [ROOT, *(Path(os.environ[name]) for name in ("FASHION_MNIST_DIR",) if name in os.environ)]
    shut = {step for path in needed if (step := obstacle(path)) is not None}
    if not shut:
        return []
    needs("bwrap")
    # The project itself may lie in the folder for temporary files, and Python in a closed folder of the
    # project: so the outer ones first, and what is needed below each is shown again.
    needed.sort(key=lambda path: len(path.parts))
    hidden = sorted({Path(TEMPORARY), *shut}, key=lambda folder: len(folder.parts))
    command: list[str] = []
    for folder in hidden:
        command += ["--perms", "1777" if folder == Path(TEMPORARY) else "0755", "--tmpfs", str(folder)]
        for path in (path for path in needed if path.is_relative_to(folder)):
            between = [parent for parent in reversed(path.parents) if parent.is_relative_to(folder)]
            for parent in between[1:]:
                command += ["--perms", "0755", "--dir", str(parent)]
            command += ["--ro-bind", str(path), str(path)]
    return ["bwrap", "--dev-bind", "/", "/", *command]


def _environment() -> dict[str, str]:
    return {**os.environ, "HOME": TEMPORARY, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def line_of(attempt: Attempt) -> str:
    """Return the attempt as a line of JSON."""
    return json.dumps(asdict(attempt))
