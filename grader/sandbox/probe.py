"""Which levels of isolation work on this machine: found out by doing, not by asking for versions."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from grader.evidence.vocabulary import Error, Evidence, Sequence, String
from grader.sandbox.grants import package_folder
from grader.sandbox.isolation import Isolation
from grader.sandbox.launcher import open_launcher
from grader.sandbox.messages import Call, Load, Loaded, Outcome
from grader.sandbox.session import Room, SandboxFailureError, Session

_ALLOWED = "writes in its own folder"

# Computes, and then tries what a submission must not be able to do: the names of what it could.
_TRIALS = """
import os, socket, subprocess, sys
import numpy as np

def computes():
    return str(int(np.arange(10).sum()))

def succeeds(trial):
    try:
        trial()
    except OSError:
        return False
    return True

def write(path):
    with open(path, "w") as file:
        file.write("x")

def read(path):
    with open(path) as file:
        return file.read(1)

def escapes(outside, own):
    trials = {
        "writes in its own folder": lambda: write("own"),
        "reads a file of the user": lambda: read(os.path.join(outside, "secret")),
        "writes outside its folder": lambda: write(os.path.join(outside, "new")),
        "changes the rights of a file": lambda: os.chmod(os.path.join(outside, "secret"), 0o600),
        "reads the grader": lambda: read(os.path.join(own, "catalog.py")),
        "opens a socket": lambda: socket.socket().close(),
        "starts a program": lambda: subprocess.run([sys.executable, "-c", ""]),
        "signals another process": lambda: os.kill(os.getppid(), 0),
    }
    return [name for name, trial in trials.items() if succeeds(trial)]
"""


_OPERATION = """
import tensorflow as tf

def computes():
    return int(tf.reduce_sum(tf.matmul(tf.ones((64, 64)), tf.ones((64, 64)))))
"""
# Opening one takes milliseconds; starting the process that it comes from may take seconds on a busy machine.
_SECONDS = 60.0
_CANARY_SECONDS = 30.0


@dataclass(frozen=True)
class Probe:
    """What was found out about one level; `told` says what it promises here, or why it does not work."""

    isolation: Isolation
    works: bool
    told: str


def probe(isolation: Isolation) -> Probe:
    """Return whether sandboxes of that level open here, compute, and hold what the level promises."""
    if isolation is Isolation.NONE:
        return Probe(isolation, works=True, told=isolation.promise.en)
    try:
        with _opened(isolation, _TRIALS, ["numpy"]) as (session, outside):
            _ask(session, "computes")
            done = _done(_ask(session, "escapes", str(outside), str(package_folder())))
    except (OSError, SandboxFailureError) as error:
        return Probe(isolation, works=False, told=str(error) or type(error).__name__)
    if isolation.restricts_student_code and done != [_ALLOWED]:
        return Probe(isolation, works=False, told=f"a submission there can do this: {', '.join(done)}")
    return Probe(isolation, works=True, told=isolation.promise.en)


def computes_after_fork(isolation: Isolation) -> float:
    """Return the seconds that the first operation on tensors takes in a sandbox forked from a warm process.

    Raises:
        SandboxFailureError: if it did not in half a minute: then TensorFlow does not bear being forked here.
        OSError: if no sandbox can be had.
    """
    with _opened(isolation, _OPERATION, ["tensorflow", "keras"]) as (session, _):
        started = time.perf_counter()
        _ask(session, "computes", seconds=_CANARY_SECONDS)
        return time.perf_counter() - started


def working(levels: Iterable[Isolation] = tuple(Isolation)) -> Iterator[Probe]:
    """Yield what is found out about each of `levels`, the strongest first."""
    for isolation in sorted(levels, key=lambda level: -level.strength):
        yield probe(isolation)


def strongest(minimum: Isolation = Isolation.NONE) -> Isolation | None:
    """Return the strongest level that works here; `None` if none does from `minimum` on."""
    levels = (level for level in Isolation if level.strength >= minimum.strength)
    return next((found.isolation for found in working(levels) if found.works), None)


@contextmanager
def _opened(isolation: Isolation, source: str, libraries: list[str]) -> Iterator[tuple[Session, Path]]:
    """Yield a sandbox that has loaded `source`, and a folder beside it that it must not reach."""
    with tempfile.TemporaryDirectory(prefix="grader-") as made:
        folder = Path(made).resolve()
        places = {name: folder / name for name in ("keras", "rooms", "submissions", "outside")}
        for place in places.values():
            place.mkdir()
        file, workspace = places["submissions"] / "trials.py", places["rooms"] / "room"
        file.write_text(source, encoding="utf-8")
        (places["outside"] / "secret").write_text("secret", encoding="utf-8")
        # Where only Landlock stands between: the rights of files would let anybody.
        for path in (folder, places["outside"], places["outside"] / "secret"):
            path.chmod(0o777)
        workspace.mkdir()
        launcher = open_launcher(
            isolation,
            keras_home=places["keras"],
            libraries=libraries,
            scratch=places["rooms"],
            visible=[places["submissions"]],
        )
        try:
            session = launcher.open(Room(workspace, (places["submissions"],)), "probe")
            try:
                load = Load(str(file), (str(file.parent),), str(workspace))
                if not isinstance(reply := session.request(load, _SECONDS), Loaded):
                    raise OSError(f"nothing can be loaded: {reply.value}")
                yield session, places["outside"]
            finally:
                session.close()
        finally:
            launcher.close()


def _ask(session: Session, function: str, *arguments: str, seconds: float = _SECONDS) -> Evidence:
    reply = session.request(Call(function, tuple(map(String, arguments)), 0), seconds)
    if not isinstance(reply, Outcome) or isinstance(reply.value, Error):
        raise OSError(f"nothing can be computed: {reply}")
    return reply.value


def _done(value: Evidence) -> list[str]:
    items = value.items if isinstance(value, Sequence) else ()
    return [item.value for item in items if isinstance(item, String)]
