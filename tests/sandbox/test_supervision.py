"""The process that forks sandboxes: what it leaves running, and what becomes of it."""

import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
import pytest

from grader.evidence.vocabulary import Scalar
from grader.sandbox import Isolation, Launcher, Limits, Room, SandboxFailureError, Session, open_launcher
from grader.sandbox.control import Answer, Fork, Order, Refused, Settings
from grader.sandbox.forkserver import ForkServerLauncher, UnsafeToForkError
from grader.sandbox.messages import Call, Load, Loaded, Outcome
from grader.sandbox.zygote import Zygote
from tests.sandbox.machine import IDENTITIES, bench, needs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="sandboxes are forked on Linux only")

SLEEPS = "import time\ndef f():\n    time.sleep(600)\n"
STARTS = (
    "import subprocess, sys\ndef f():\n    sleeps = [sys.executable, '-c', 'import time; time.sleep(600)']\n"
    "    return subprocess.Popen(sleeps, start_new_session=NEW).pid\n"
)
# Forks twice, so that its parent is not the sandbox any more.
DAEMON = (
    "import os, time\ndef f():\n    reading, writing = os.pipe()\n"
    "    if os.fork() == 0:\n        os.setsid()\n"
    "        pid = os.fork()\n        if pid: os.write(writing, str(pid).encode()); os._exit(0)\n"
    "        time.sleep(600); os._exit(0)\n    os.wait()\n    return int(os.read(reading, 20))\n"
)


class Class:
    """A launcher, and a file for each source."""

    def __init__(self, folder: Path, level: Isolation, *libraries: str) -> None:
        self._others = set(psutil.Process().children(recursive=True))
        self.folders = {name: folder / name for name in ("keras", "rooms", "submissions")}
        for path in self.folders.values():
            path.mkdir()
        self.launcher: Launcher = open_launcher(
            level,
            keras_home=self.folders["keras"],
            libraries=libraries,
            scratch=self.folders["rooms"],
            visible=[self.folders["submissions"]],
        )

    def processes(self) -> list[psutil.Process]:
        """Return what the launcher has started, and what that has started."""
        return [one for one in psutil.Process().children(recursive=True) if one not in self._others]

    def load(self, source: str) -> Session:
        file = self.folders["submissions"] / "answer.py"
        file.write_text(source)
        room = self.folders["rooms"] / "room"
        room.mkdir(exist_ok=True)
        session = self.launcher.open(Room(room, (file.parent,)), "someone")
        assert isinstance(session.request(Load(str(file), (), str(room)), 60), Loaded)
        return session


@pytest.fixture(params=["process", "bwrap"])
def kim(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Class]:
    if request.param == "bwrap":
        needs("bwrap")
    opened = Class(tmp_path, Isolation(request.param), "numpy")
    yield opened
    opened.launcher.close()


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Class]:
    """At the level at which a submission can start processes."""
    opened = Class(tmp_path, Isolation.PROCESS, "numpy")
    yield opened
    opened.launcher.close()


def called(session: Session, function: str = "f", seconds: float = 20.0) -> Outcome:
    reply = session.request(Call(function, (), 1), seconds)
    assert isinstance(reply, Outcome)
    return reply


def started_by(session: Session) -> psutil.Process:
    value = called(session).value
    assert isinstance(value, Scalar), value
    return psutil.Process(int(value.value))


@pytest.mark.parametrize("source", [STARTS.replace("NEW", "False"), STARTS.replace("NEW", "True"), DAEMON])
def test_what_a_sandbox_has_started_ends_with_it(plain: Class, source: str) -> None:
    session = plain.load(source)
    process = started_by(session)
    session.close()
    assert psutil.wait_procs([process], timeout=5)[1] == []


def test_closing_the_launcher_ends_every_sandbox(kim: Class) -> None:
    session = kim.load(SLEEPS)
    before = kim.processes()
    assert before
    kim.launcher.close()
    session.close()
    assert psutil.wait_procs(before, timeout=5)[1] == []


def test_when_the_warm_process_is_killed_its_sandboxes_end_and_the_next_one_opens(kim: Class) -> None:
    session = kim.load(SLEEPS)
    assert isinstance(kim.launcher, ForkServerLauncher)
    before = kim.processes()
    zygote = next(process for process in before if "grader.sandbox.zygote" in process.cmdline()[3:5])
    zygote.kill()
    assert psutil.wait_procs(before, timeout=5)[1] == []
    with pytest.raises(SandboxFailureError):
        called(session)
    session.close()
    again = kim.load("def f():\n    return 7\n")
    assert called(again).value == Scalar("int", "7", "int")
    again.close()


@pytest.mark.parametrize("level", ["process", "bwrap", "hardened"])
def test_when_the_judge_is_killed_nothing_of_it_lives(level: str) -> None:
    if level == "bwrap":
        needs("bwrap")
    with bench(level, IDENTITIES[-1], "numpy") as judge:
        judge.attempt("def f():\n    return 1\n")
        children = judge.ask({"order": "children"})
        # Numbers of this machine: the bench's namespace for processes is ours.
        processes = [psutil.Process(pid) for pid in children]
        assert processes
        psutil.Process(_judge_pid(judge.process.pid)).send_signal(signal.SIGKILL)
        assert psutil.wait_procs(processes, timeout=5)[1] == []


def _judge_pid(pid: int) -> int:
    """Return the bench's own pid, which bubblewrap may stand before."""
    tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return next(process.pid for process in tree if "tests.sandbox.bench" in process.cmdline()[:3])


def test_a_process_with_a_second_thread_refuses_to_fork(tmp_path: Path) -> None:
    order = Fork(workspace=str(tmp_path), prefix="", readable=(), limits=Limits())
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    answer = Zygote(Settings(libraries=(), keras_home=str(tmp_path)))._fork(order, 0, 1)
    stop.set()
    thread.join()
    assert isinstance(answer, Refused)
    assert answer.unsafe


def test_after_such_a_refusal_sandboxes_import_for_themselves(
    plain: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(plain.launcher, ForkServerLauncher)
    ask, refusals = plain.launcher._ask, [UnsafeToForkError("it computes")]

    def asked(order: Order, descriptors: Sequence[int] = ()) -> Answer:
        if refusals:
            raise refusals.pop()
        return ask(order, descriptors)

    monkeypatch.setattr(plain.launcher, "_ask", asked)
    session = plain.load("import numpy as np\ndef f():\n    return int(np.arange(3).sum())\n")
    assert called(session).value == Scalar("int", "3", "int")
    assert plain.launcher._libraries == ()
    session.close()


def test_a_sandbox_that_cannot_be_set_up_is_the_graders_fault(plain: Class) -> None:
    file = plain.folders["submissions"] / "answer.py"
    file.write_text("")
    room = plain.folders["rooms"] / "no folder"
    room.write_text("")
    with pytest.raises(OSError, match="no folder"):
        plain.launcher.open(Room(room), "someone")


def test_a_sandbox_cannot_speak_to_the_process_that_ends_it(kim: Class) -> None:
    source = (
        "import os, stat\ndef f():\n    sockets = 0\n    for number in range(256):\n"
        "        try: sockets += stat.S_ISSOCK(os.fstat(number).st_mode)\n        except OSError: pass\n"
        "    return sockets\n"
    )
    session = kim.load(source)
    assert called(session).value == Scalar("int", "1", "int")
    session.close()


def test_a_request_after_the_end_is_refused_for_good(kim: Class) -> None:
    session = kim.load("import os\ndef f():\n    os._exit(0)\n")
    for _ in range(2):
        with pytest.raises(SandboxFailureError, match="ended with exit status 0"):
            called(session)
    session.close()
