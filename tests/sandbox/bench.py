"""The process on the machine of `machine.py`: opens a sandbox for each line that it reads, and tells it."""

import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from grader.data import find_data, keras_home
from grader.data.locate import FOLDER_VARIABLE
from grader.evidence.vocabulary import Array, Error, Scalar, Sequence, String
from grader.sandbox import Isolation, Launcher, Limits, Room, SandboxFailureError, open_launcher
from grader.sandbox.messages import Call, Load, Outcome
from grader.sandbox.session import ProcessSession
from tests.sandbox.machine import Attempt, line_of


class Opened:
    """A launcher with its folders."""

    def __init__(self, level: str, libraries: list[str]) -> None:
        self.base = Path(tempfile.mkdtemp(prefix="bench-")).resolve()
        self.submissions, self.rooms = self.base / "submissions", self.base / "rooms"
        for folder in (self.submissions, self.rooms, self.base / "keras"):
            folder.mkdir()
        if FOLDER_VARIABLE in os.environ:
            keras_home(find_data(download=False), self.base / "keras")
        self.secret = self.base / "secret"
        self.secret.write_text("secret")
        self.secret.chmod(0o666)
        self.launcher: Launcher = open_launcher(
            Isolation(level),
            keras_home=self.base / "keras",
            libraries=libraries,
            scratch=self.rooms,
            visible=[self.submissions],
        )
        self.number = 0

    def attempt(self, source: str, seconds: float, limits: dict[str, int]) -> Attempt:
        self.number += 1
        file = self.submissions / f"s{self.number}" / "answer.py"
        file.parent.mkdir()
        file.write_text(source.replace("$SECRET", str(self.secret)), encoding="utf-8")
        workspace = self.rooms / f"r{self.number}"
        workspace.mkdir()
        room = Room(workspace, (file.parent,), Limits(**limits))
        session = self.launcher.open(room, "someone")
        assert isinstance(session, ProcessSession)
        try:
            told = _told(session, file, workspace, seconds)
        finally:
            session.close()
        peak_bytes, output = session.end().peak_bytes, session.output
        self.launcher.forget("someone")
        return Attempt(
            **told,
            output=output,
            peak_bytes=peak_bytes,
            kept=workspace.exists(),
            changed=[] if self.secret.read_text() == "secret" else ["secret"],
            left=_left(workspace),
        )

    def close(self) -> None:
        self.launcher.close()
        shutil.rmtree(self.base)


def _told(session: ProcessSession, file: Path, workspace: Path, seconds: float) -> dict[str, Any]:
    try:
        reply = session.request(Load(str(file), (str(file.parent),), str(workspace)), 60.0)
        if not isinstance(reply, Outcome):
            reply = session.request(Call("f", (), 1), seconds)
    except SandboxFailureError as failure:
        return {"reason": failure.reason.value, "detail": failure.detail}
    value = reply.value if isinstance(reply, Outcome) else None
    if isinstance(value, Error):
        return {"raised": " ".join((value.kind, *value.bases)), "message": value.message}
    return {"value": _plain(value)}


def _plain(value: object) -> str:
    if isinstance(value, (String, Scalar)):
        return str(value.value)
    if isinstance(value, Sequence):
        return " ".join(map(_plain, value.items))
    return str(value.value.tolist()) if isinstance(value, Array) else repr(value)


def _left(workspace: Path) -> list[int]:
    """Return the processes whose current folder is or was the workspace."""
    return [
        process.pid for process in psutil.process_iter() if _folder_of(process).startswith(str(workspace))
    ]


def _folder_of(process: psutil.Process) -> str:
    # It may have ended, or belong to an attack that went too deep for its path to be told.
    with contextlib.suppress(psutil.Error, OSError):
        return process.cwd() or ""
    return ""


def main() -> None:
    orders: dict[str, Callable[[Opened, dict[str, Any]], str]] = {
        "attempt": lambda opened, order: line_of(opened.attempt(**order)),
        "children": lambda _, __: json.dumps(
            [child.pid for child in psutil.Process().children(recursive=True)]
        ),
    }
    opened = Opened(sys.argv[1], sys.argv[2:])
    for line in sys.stdin:
        order = json.loads(line)
        print(  # noqa: T201 - to whoever started it
            orders[order.pop("order", "attempt")](opened, order), flush=True
        )
    opened.close()


if __name__ == "__main__":
    main()
