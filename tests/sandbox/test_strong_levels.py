"""What `hardened` and `bwrap` refuse a submission, and what they leave it."""

import os
import sys
from pathlib import Path

import pytest

import grader
from tests.sandbox.machine import ROOT, Bench

PACKAGE = Path(grader.__file__).parent

READ = [
    "/etc/passwd",
    "/etc/shadow",
    "/etc/hostname",
    str(PACKAGE / "catalog.py"),
    str(PACKAGE / "checks/ch07_1/e01_load_data.py"),
    str(PACKAGE / "sandbox/worker.py"),
    str(ROOT / "reference/ch07_1/e01_load_data.py"),
    str(ROOT / "pyproject.toml"),
    "/proc/1/environ",
    "/proc/1/mem",
    "/proc/OURS/environ",
    "$SECRET",
]


@pytest.mark.parametrize("path", READ)
def test_what_is_not_granted_cannot_be_read(strong: Bench, path: str) -> None:
    path = path.replace("OURS", str(os.getpid()))
    tried = strong.attempt(f"def f():\n    return open({path!r}, 'rb').read(1)\n")
    assert tried.value is None
    assert tried.raised is not None
    assert "PermissionError" in tried.raised or "FileNotFoundError" in tried.raised


@pytest.mark.parametrize(
    "statement",
    [
        "open('$SECRET', 'w').write('x')",
        "open('$SECRET', 'a').write('x')",
        "os.truncate('$SECRET', 0)",
        "os.open('$SECRET', os.O_RDONLY | os.O_TRUNC)",
        "os.remove('$SECRET')",
        "os.rename('$SECRET', 'taken')",
        "os.link('$SECRET', 'taken')",
        "os.symlink('$SECRET', 'link'); open('link', 'w').write('x')",
        "os.chmod('$SECRET', 0o777)",
        "os.utime('$SECRET')",
        "os.chown('$SECRET', 0, 0)",
        "open(os.path.join(os.path.dirname('$SECRET'), 'new'), 'w')",
        "open('/tmp/new', 'w')",
        "open('/dev/shm/new', 'w')",
        "os.mkdir('/tmp/new')",
        "open(os.environ['KERAS_HOME'] + '/new', 'w')",
        "open(__file__, 'a').write('x')",
        "os.mkdir('shut', 0)",
        "os.umask(0o777)",
        "os.mkfifo('pipe')",
        "os.mknod('device', 0o20600, os.makedev(1, 3))",
    ],
)
def test_nothing_outside_the_workspace_is_changed(strong: Bench, statement: str) -> None:
    tried = strong.attempt(f"import os\ndef f():\n    {statement}\n    return 'done'\n")
    assert tried.value is None
    assert tried.raised is not None
    assert tried.changed == []


@pytest.mark.parametrize(
    "statement",
    [
        "socket.socket()",
        "socket.socket(socket.AF_INET6)",
        "socket.socket(type=socket.SOCK_DGRAM)",
        "socket.socket(socket.AF_UNIX)",
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        "socket.socket(socket.AF_VSOCK)",
        "socket.socketpair(type=socket.SOCK_DGRAM)[0].sendto(b'x', '/dev/log')",
        "socket.getaddrinfo('example.org', 80)",
        "urllib.request.urlopen('http://example.org')",
        "os.fork()",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "os.execv('/bin/true', ['true'])",
        "subprocess.run(['/bin/true'])",
        "multiprocessing.Process(target=print).start()",
        "os.kill(os.getppid(), 0)",
        "os.kill(-1, 0)",
        "fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())",
        "fcntl.fcntl(1, fcntl.F_SETSIG, 9)",
        "fcntl.ioctl(3, 0x8901, os.getppid().to_bytes(4, 'little'))",
        "os.killpg(os.getpgid(0), 0)",
        "os.pidfd_open(os.getpid())",
        "os.memfd_create('memory')",
        "os.listdir('/proc')",
        "os.listdir('/')",
        "os.chroot('.')",
        "os.setuid(0)",
        "os.sched_setaffinity(1, {0})",
        "resource.prlimit(os.getppid(), resource.RLIMIT_CPU)",
        "resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))",
    ],
)
def test_network_programs_and_other_processes_are_refused(strong: Bench, statement: str) -> None:
    modules = "fcntl, multiprocessing, os, resource, socket, subprocess, urllib.request"
    tried = strong.attempt(f"import {modules}\ndef f():\n    {statement}\n    return 'done'\n")
    assert tried.value is None
    assert tried.raised is not None
    assert "OSError" in tried.raised or "ValueError" in tried.raised
    assert tried.left == []


# Numbers of x86-64; those from 424 on are the same everywhere.
SYSTEM_CALLS = {
    "ptrace": 101,
    "unshare": 272,
    "mount": 165,
    "bpf": 321,
    "keyctl": 250,
    "add_key": 248,
    "perf_event_open": 298,
    "userfaultfd": 323,
    "prctl(PR_SET_PDEATHSIG)": 157,
    "process_vm_readv": 310,
    "shmget": 29,
    "io_uring_setup": 425,
    "open_tree": 428,
    "fchmodat2": 452,
    "mount_setattr": 442,
    "not_yet_known": 500,
}


@pytest.mark.skipif(os.uname().machine != "x86_64" if hasattr(os, "uname") else True, reason="other numbers")
@pytest.mark.parametrize("name", SYSTEM_CALLS)
def test_parts_of_the_kernel_that_no_exercise_needs_are_refused(strong: Bench, name: str) -> None:
    source = (
        "import ctypes, errno\ndef f():\n    system = ctypes.CDLL(None, use_errno=True)\n"
        f"    result = system.syscall({SYSTEM_CALLS[name]}, {int('PDEATHSIG' in name)}, 0, 0, 0, 0)\n"
        "    return [result, errno.errorcode[ctypes.get_errno()]]\n"
    )
    assert strong.attempt(source).value in {"-1 EPERM", "-1 ENOSYS"}


@pytest.mark.skipif(os.uname().machine != "x86_64" if hasattr(os, "uname") else True, reason="other numbers")
def test_the_calls_of_32_bit_programs_end_the_sandbox(strong: Bench) -> None:
    # int 0x80 with the number of getpid there.
    source = (
        "import ctypes, mmap\ndef f():\n"
        "    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)\n"
        "    code.write(bytes.fromhex('b814000000cd80c3'))\n"
        "    at = ctypes.addressof(ctypes.c_char.from_buffer(code))\n"
        "    return ctypes.CFUNCTYPE(ctypes.c_int)(at)()\n"
    )
    ended = strong.attempt(source)
    assert (ended.reason, ended.detail) == ("crash", "ended by SIGSYS")


def test_the_workspace_is_home_and_place_for_temporary_files(strong: Bench) -> None:
    source = (
        "import getpass, os, tempfile\nfrom pathlib import Path\ndef f():\n"
        "    here = os.getcwd()\n"
        "    Path('folder').mkdir(); Path('folder/file').write_text('x')\n"
        "    Path('folder/file').rename('file')\n"
        "    with tempfile.NamedTemporaryFile() as file: beside = os.path.dirname(file.name)\n"
        "    Path('~/kept').expanduser().write_text('x')\n"
        "    return [beside == here, str(Path.home()) == here, getpass.getuser(), *sorted(os.listdir())]\n"
    )
    assert strong.attempt(source).value == "True True student file folder kept"


def test_libraries_compute_and_threads_run(strong: Bench) -> None:
    source = (
        "import sklearn.linear_model, threading, matplotlib.pyplot as plt, os, numpy as np\ndef f():\n"
        "    done = []\n    thread = threading.Thread(target=lambda: done.append('thread'))\n"
        "    thread.start(); thread.join()\n"
        "    plt.plot([1, 2]); plt.savefig('figure.png')\n"
        "    model = sklearn.linear_model.SGDClassifier().fit([[0.0], [1.0]], [0, 1])\n"
        "    return [*done, os.path.exists('figure.png'), str(model.classes_), os.cpu_count() >= 1]\n"
    )
    assert strong.attempt(source, seconds=60).value == "thread True [0 1] True"


@pytest.mark.skipif("FASHION_MNIST_DIR" not in os.environ, reason="no data are given")
def test_keras_finds_the_data(strong: Bench) -> None:
    load = "(x, y), _ = keras.datasets.fashion_mnist.load_data()"
    source = f"def f():\n    import keras\n    {load}\n    return str(x.shape)\n"
    assert strong.attempt(source, seconds=60).value == "(60000, 28, 28)"


def test_another_submission_cannot_be_read(strong: Bench) -> None:
    first = strong.attempt("import os\ndef f():\n    return [os.getcwd(), __file__]\n")
    assert first.value is not None
    room, file = first.value.split()
    for path in (file, room):
        tried = strong.attempt(
            f"import os\ndef f():\n    return [os.listdir({path!r}), open({path!r}).read()]\n"
        )
        assert tried.raised is not None


def test_no_descriptor_but_the_channel_is_inherited(apart: Bench) -> None:
    source = (
        "import os\ndef f():\n    held = []\n    for number in range(64):\n"
        "        try: os.fstat(number)\n        except OSError: continue\n        held.append(number)\n"
        "    return len(held)\n"
    )
    assert apart.attempt(source).value == "4"


def test_no_variable_of_the_judge_is_inherited(apart: Bench) -> None:
    value = apart.attempt("import os\ndef f():\n    return list(os.environ)\n").value
    assert value is not None
    assert not {"FASHION_MNIST_DIR", "PYTHONPATH", "VIRTUAL_ENV"} & set(value.split())


@pytest.mark.skipif(sys.platform != "linux", reason="sandboxes are forked on Linux only")
def test_as_root_a_sandbox_is_a_user_of_its_own(strong: Bench) -> None:
    source = "import os\ndef f():\n    return [os.getuid(), os.geteuid(), os.getgid(), len(os.getgroups())]\n"
    value = strong.attempt(source).value
    assert value is not None
    assert "0" not in value.strip("[]").replace(",", "").split()[:3]
