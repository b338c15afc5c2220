"""Every way to open a sandbox gives the same answers to the same requests."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from grader.evidence.vocabulary import Array, Error, Opaque, Scalar, String, array
from grader.report import Reason
from grader.sandbox import Launcher, Limits, Room, SandboxFailureError, Session
from grader.sandbox.forkserver import ForkServerLauncher
from grader.sandbox.fresh import FreshProcessLauncher
from grader.sandbox.inprocess import InProcessLauncher
from grader.sandbox.messages import Call, Load, Loaded, Outcome
from grader.sandbox.place import Place, wrapped
from tests.sandbox.machine import needs

Open = Callable[[str], Session]
needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="sandboxes are forked on Linux only")


APART = ["fresh", pytest.param("forked", marks=needs_fork)]
# `hardened` is tried where Python is readable for everyone: in `test_strong_levels.py`.
WRAPPED = pytest.param("bwrap", marks=needs_fork)


def opener(kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    monkeypatch.setenv("KERAS_HOME", str(folder))
    limits = Limits(output_kept_bytes=100)
    keras_home, rooms, submissions = (folder / name for name in ("keras", "rooms", "submissions"))
    for made in (keras_home, rooms, submissions, rooms / "room"):
        made.mkdir()
    if kind == "bwrap":
        needs("bwrap")
    launchers: dict[str, Callable[[], Launcher]] = {
        "fresh": lambda: FreshProcessLauncher(keras_home),
        "forked": lambda: ForkServerLauncher(Place(keras_home, rooms), ["numpy"]),
        "bwrap": lambda: ForkServerLauncher(wrapped(Place(keras_home, rooms, (submissions,))), ["numpy"]),
        "none": lambda: InProcessLauncher(keras_home),
    }
    launcher = launchers[kind]()
    sessions: list[Session] = []
    paths = list(sys.path)

    def opened(source: str) -> Session:
        file = submissions / "answer.py"
        file.write_text(source, encoding="utf-8")
        session = launcher.open(Room(rooms / "room", (submissions,), limits), "someone")
        sessions.append(session)
        assert isinstance(session.request(Load(str(file)), 60), Loaded)
        return session

    yield opened
    for session in sessions:
        session.close()
    launcher.close()
    sys.path[:] = paths
    sys.modules.pop("answer", None)


@pytest.fixture(params=[*APART, WRAPPED, "none"])
def load(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    yield from opener(request.param, tmp_path, monkeypatch)


@pytest.fixture(params=[*APART, WRAPPED])
def load_apart(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Only the sandboxes that are processes of their own."""
    yield from opener(request.param, tmp_path, monkeypatch)


@pytest.fixture(params=APART)
def load_loosely(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Only those in which a submission can start processes."""
    yield from opener(request.param, tmp_path, monkeypatch)


def call(session: Session, function: str, *values: np.ndarray, seconds: float = 60) -> Outcome:
    reply = session.request(Call(function, tuple(array(value) for value in values), 42), seconds)
    assert isinstance(reply, Outcome)
    return reply


def test_a_function_is_called_with_arrays_and_answers_with_evidence(load: Open) -> None:
    outcome = call(load("def double(x):\n    return 2 * x\n"), "double", np.arange(3))
    assert isinstance(outcome.value, Array)
    assert outcome.value.value.tolist() == [0, 2, 4]


def test_random_numbers_are_the_same_in_every_call(load: Open) -> None:
    session = load(
        "import random\nimport numpy as np\ndef draw():\n    return [random.random(), np.random.rand()]\n"
    )
    assert call(session, "draw").value == call(session, "draw").value


def test_a_changed_argument_is_noticed(load: Open) -> None:
    session = load("def change(x, y):\n    y += 1\n    return x\n")
    assert call(session, "change", np.zeros(2), np.zeros(2)).mutated == (1,)


def test_an_exception_comes_with_the_own_frames_only(load: Open) -> None:
    session = load("import json\ndef parse():\n    return json.loads('{')\n")
    error = call(session, "parse").value
    assert isinstance(error, Error)
    assert error.kind == "JSONDecodeError"
    assert [frame.function for frame in error.frames] == ["parse"]
    assert error.frames[0].source == "return json.loads('{')"


@pytest.mark.parametrize(
    "source",
    [
        "class Odd(Exception):\n    def __str__(self): raise RuntimeError\ndef f():\n    raise Odd\n",
        "class Odd(Exception):\n    def __str__(self): return 'x' * 10**9\ndef f():\n    raise Odd\n",
    ],
)
def test_the_text_of_a_hostile_exception_is_not_asked_for(load: Open, source: str) -> None:
    error = call(load(source), "f").value
    assert isinstance(error, Error)
    assert (error.kind, error.message) == ("Odd", "")


@pytest.mark.parametrize(
    "members",
    [
        "def __eq__(self, other): return True",
        "def __float__(self): return 1.0",
        "def __array__(self, *a, **k): raise SystemExit",
        "def __len__(self): return -1",
        "__class__ = float",
        "def __getattribute__(self, name): raise RuntimeError",
    ],
)
def test_an_object_with_false_claims_is_its_class_and_nothing_else(load: Open, members: str) -> None:
    value = call(load(f"class Sly:\n    {members}\ndef f():\n    return Sly()\n"), "f").value
    assert value == Opaque("Sly")


def test_a_list_in_itself_is_cut(load: Open) -> None:
    value = call(load("def f():\n    x = []\n    x.append(x)\n    return x\n"), "f").value
    assert "nested too deep" in repr(value)


def test_printing_is_kept_apart_and_cut(load_apart: Open) -> None:
    session = load_apart("def f():\n    print('a' * 1000)\n    return 'done'\n")
    assert call(session, "f").value == String("done")
    deadline = time.monotonic() + 10
    while not session.output and time.monotonic() < deadline:
        time.sleep(0.01)
    assert session.output.startswith("a" * 100)
    assert "901 more bytes" in session.output


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("def f():\n    while True: pass\n", Reason.TIMEOUT),
        ("import time\ndef f():\n    time.sleep(60)\n", Reason.TIMEOUT),
        ("import os\ndef f():\n    os._exit(0)\n", Reason.CRASH),
        ("import ctypes\ndef f():\n    ctypes.string_at(0)\n", Reason.CRASH),
    ],
)
def test_what_does_not_answer_is_ended_and_stays_ended(load_apart: Open, source: str, reason: Reason) -> None:
    session = load_apart(source)
    for _ in range(2):
        with pytest.raises(SandboxFailureError) as failure:
            call(session, "f", seconds=1.5)
        assert failure.value.reason is reason


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are inherited otherwise there")
def test_scribbling_over_every_descriptor_is_a_protocol_error_or_nothing(load_apart: Open) -> None:
    source = (
        "import os\ndef f():\n    for number in range(3, 256):\n"
        "        try: os.write(number, b'PASSED' * 10)\n"
        "        except OSError: pass\n    return 1\n"
    )
    with pytest.raises(SandboxFailureError) as failure:
        call(load_apart(source), "f", seconds=10)
    assert failure.value.reason is Reason.FORBIDDEN


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_nothing_is_left_running(load_loosely: Open) -> None:
    session = load_loosely(
        "import subprocess, sys\ndef f():\n"
        "    return subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']).pid\n"
    )
    value = call(session, "f").value
    assert isinstance(value, Scalar)
    pid = int(value.value)
    session.close()
    psutil.wait_procs([process for process in psutil.process_iter() if process.pid == pid], timeout=5)
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_a_module_beside_the_file_can_be_imported_but_replaces_none(load: Open, tmp_path: Path) -> None:
    (tmp_path / "submissions" / "beside.py").write_text("VALUE = 7\n")
    (tmp_path / "submissions" / "json.py").write_text("raise RuntimeError('not the real one')\n")
    session = load("import json\nfrom beside import VALUE\ndef f():\n    return json.dumps(VALUE)\n")
    assert call(session, "f").value == String("7")


def test_a_process_that_answered_serves_its_owner_again_and_remembers_nothing(tmp_path: Path) -> None:
    launcher = FreshProcessLauncher(tmp_path)
    (tmp_path / "beside.py").write_text("VALUE = 1\n")
    changes = "import beside\nbeside.VALUE = 2\ndef f():\n    return beside.VALUE\n"
    looks = "from beside import VALUE\ndef f():\n    import os\n    return [VALUE, os.getpid()]\n"
    values = []
    for number, source in enumerate((changes, looks, looks)):
        folder = tmp_path / f"work{number}"
        folder.mkdir()
        file = tmp_path / f"answer{number}.py"
        file.write_text(source)
        session = launcher.open(Room(folder), "kim")
        assert isinstance(session.request(Load(str(file), (), str(folder)), 60), Loaded)
        values.append(call(session, "f").value)
        session.close()
    launcher.close()
    assert isinstance(values[1], Array)
    assert isinstance(values[2], Array)
    assert values[1].value[0] == 1
    assert values[1] == values[2]  # the same process


def test_nobody_gets_the_process_of_another_owner_or_one_that_failed(tmp_path: Path) -> None:
    launcher = FreshProcessLauncher(tmp_path)
    file = tmp_path / "answer.py"
    file.write_text("import os\ndef f():\n    return os.getpid()\ndef end():\n    os._exit(1)\n")
    pids = set()
    for owner in ("kim", "lee", "kim", "kim"):
        session = launcher.open(Room(tmp_path), owner)
        session.request(Load(str(file)), 60)
        pids.add(repr(call(session, "f").value))
        if len(pids) == 2:  # kim's first process has served twice by now, or lee's once
            with pytest.raises(SandboxFailureError):
                call(session, "end")
        session.close()
    launcher.forget("kim")
    launcher.close()
    assert len(pids) == 3
