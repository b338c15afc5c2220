"""Each limit, when it is passed, ends the sandbox, and is told with its value."""

import pytest

from grader.sandbox.limits import Limits, amount
from tests.sandbox.machine import Bench

MIB = 2**20
SLEEP = "    __import__('time').sleep(20)\n"


def test_memory(apart: Bench) -> None:
    source = "def f():\n    kept = []\n    while True: kept.append(bytearray(b'x' * 10**7))\n"
    ended = apart.attempt(source, memory_bytes=300 * MIB)
    assert (ended.reason, ended.detail) == ("memory_limit", "more than 300 MiB of memory")
    assert ended.peak_bytes >= 300 * MIB
    assert ended.left == []


def test_memory_that_is_shared(apart: Bench) -> None:
    source = (
        "import mmap\ndef f():\n    shared = mmap.mmap(-1, 600 * 2**20)\n"
        f"    for at in range(0, len(shared), 4096): shared[at] = 1\n{SLEEP}"
    )
    assert apart.attempt(source, memory_bytes=300 * MIB).reason == "memory_limit"


def test_one_big_file(apart: Bench) -> None:
    ended = apart.attempt("def f():\n    open('big', 'wb').write(bytes(30 * 10**6))\n", disk_bytes=20 * MIB)
    assert ended.raised is not None
    assert "OSError" in ended.raised
    assert "File too large" in ended.message


@pytest.mark.parametrize("opening", ["open(f'file{n}', 'wb')", "tempfile.TemporaryFile()"])
def test_many_big_files_that_are_there_or_removed_but_open(apart: Bench, opening: str) -> None:
    source = (
        f"import tempfile\ndef f():\n    kept = []\n    for n in range(30):\n        kept.append({opening})\n"
        f"        kept[-1].write(b'x' * 10**6); kept[-1].flush()\n{SLEEP}"
    )
    ended = apart.attempt(source, disk_bytes=20 * MIB)
    assert (ended.reason, ended.detail) == ("disk_limit", "more than 20 MiB on the disk")


def test_many_empty_files(apart: Bench) -> None:
    source = f"def f():\n    for n in range(500): open(f'file{{n}}', 'w').close()\n{SLEEP}"
    ended = apart.attempt(source, files=300)
    assert (ended.reason, ended.detail) == ("disk_limit", "more than 300 files")


def test_folders_nested_deeper_than_a_path_can_say(apart: Bench) -> None:
    source = (
        "import os\ndef f():\n    for n in range(30):\n"
        f"        os.mkdir('d' * 200); os.chdir('d' * 200)\n{SLEEP}"
    )
    assert apart.attempt(source).reason == "disk_limit"


def test_seconds_of_wall_clock(apart: Bench) -> None:
    ended = apart.attempt("def f():\n    while True: pass\n", seconds=1.0)
    assert (ended.reason, ended.detail) == ("timeout", "no answer within 1 s")


def test_seconds_on_the_processor(apart: Bench) -> None:
    source = (
        "import signal\ndef f():\n    signal.signal(signal.SIGXCPU, signal.SIG_IGN)\n    while True: pass\n"
    )
    ended = apart.attempt(source, cpu_seconds=2)
    assert (ended.reason, ended.detail) == ("timeout", "more than 2 s of processor time")


def test_a_thread_bomb_is_bounded(apart: Bench) -> None:
    source = (
        "import threading, time\ndef f():\n    for _ in range(300):\n"
        "        threading.Thread(target=time.sleep, args=(20,), daemon=True).start()\n"
        f"{SLEEP}"
    )
    ended = apart.attempt(source, tasks=40)
    refused = ended.raised is not None and "can't start new thread" in ended.message
    assert refused or (ended.reason, ended.detail) == ("forbidden", "more than 40 processes and threads")
    assert ended.left == []


def test_output(apart: Bench) -> None:
    ended = apart.attempt("def f():\n    while True: print('x' * 1000)\n", output_allowed_bytes=MIB)
    assert (ended.reason, ended.detail) == ("output_limit", "more than 1 MiB of output")
    assert len(ended.output) < 70_000


@pytest.mark.parametrize(
    ("statement", "detail"),
    [
        ("os._exit(3)", "ended with exit status 3"),
        ("os.abort()", "ended by SIGABRT"),
        ("ctypes.string_at(0)", "ended by SIGSEGV"),
        ("os.kill(os.getpid(), 9)", "ended by SIGKILL"),
    ],
)
def test_a_crash_says_what_ended_it(apart: Bench, statement: str, detail: str) -> None:
    ended = apart.attempt(f"import ctypes, os\ndef f():\n    {statement}\n")
    assert (ended.reason, ended.detail) == ("crash", detail)


def test_after_every_excess_the_next_submission_is_served(apart: Bench) -> None:
    apart.attempt("def f():\n    while True: pass\n", seconds=0.5)
    assert apart.attempt("import numpy as np\ndef f():\n    return int(np.arange(4).sum())\n").value == "6"


def test_a_workspace_is_removed_however_deep_it_is(apart: Bench) -> None:
    source = (
        "import os\ndef f():\n    for n in range(1500):\n        os.mkdir('d'); os.chdir('d')\n    return n\n"
    )
    ended = apart.attempt(source, files=10_000)
    assert (ended.value, ended.kept) == ("1499", False)


def test_amounts_are_said_in_the_largest_unit_that_fits() -> None:
    assert [amount(value) for value in (12, 2048, Limits().disk_bytes, Limits().memory_bytes)] == [
        "12 bytes",
        "2 KiB",
        "512 MiB",
        "4 GiB",
    ]
