"""The command line that gives sandboxes a file system, process ids and a network of their own. Linux only."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from grader.sandbox.grants import graphics_devices, libraries, package_folder

# Of the grader, only what a sandbox itself runs: no checks, no references, no judge.
_OF_THE_GRADER = (
    *("__init__.py", "language.py", "versions.py"),
    *("evidence", "report", "sandbox", "training"),
)
_OF_THE_SYSTEM = (
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/bin",
    "/sbin",  # `ldconfig` finds libseccomp
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/timezone",
    "/sys/devices/system",
)
# What the process that forks sandboxes needs to hand each to a user of its own, and to watch and end it.
_CAPABILITIES = (
    "CAP_SETUID",
    "CAP_SETGID",
    "CAP_CHOWN",
    "CAP_FOWNER",
    "CAP_KILL",
    "CAP_DAC_OVERRIDE",
    "CAP_SYS_PTRACE",
    "CAP_SYS_RESOURCE",
)


class BubblewrapMissingError(OSError):
    """There is no `bwrap` on this machine."""


def bubblewrap(keras_home: Path, scratch: Path, visible: Iterable[Path], scratch_bytes: int) -> list[str]:
    """Return the command line to put before a command so that it runs apart.

    It sees the libraries, what a sandbox needs of the grader, `keras_home`, and the
    `visible` folders, all to read only; and at `scratch` an empty folder in memory of `scratch_bytes`.

    Raises:
        BubblewrapMissingError: if bubblewrap is not installed.
    """
    program = shutil.which("bwrap")
    if program is None:
        raise BubblewrapMissingError("bubblewrap (`bwrap`) is not installed")
    seen = [*map(Path, _python()), package_folder(), *visible, keras_home, scratch]
    parts: tuple[Iterable[str], ...] = (
        [program, "--new-session", *_namespaces()],
        ["--proc", "/proc", "--dev", "/dev"],
        _ways_to([*seen, *map(Path, _OF_THE_SYSTEM)]),
        chain.from_iterable(_system()),
        chain.from_iterable(("--ro-bind-try", path, path) for path in _python()),
        chain.from_iterable(("--dev-bind", path, path) for path in graphics_devices()),
        chain.from_iterable(_grader()),
        chain.from_iterable(("--ro-bind", str(path), str(path)) for path in visible),
        chain.from_iterable(_data(keras_home)),
        ["--perms", "0711", "--size", str(scratch_bytes), "--tmpfs", str(scratch)],
        ["--chdir", "/", "--"],
    )
    return list(chain.from_iterable(parts))


def _ways_to(paths: Iterable[Path]) -> Iterator[str]:
    """Make the folders on the way to `paths` first: bubblewrap by itself makes them for root alone."""
    ways = {parent for path in paths for parent in path.parents}
    for folder in sorted(ways - {Path("/")}):
        if not folder.is_symlink():
            yield from ("--perms", "0755", "--dir", str(folder))


def _namespaces() -> Iterator[str]:
    # Not `--die-with-parent`: its parent is the thread that starts it, which may end long before the judge.
    # When the judge is gone the process inside notices, and the namespace ends with it.
    if os.geteuid() == 0:
        yield from (
            "--unshare-ipc",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-uts",
            "--unshare-cgroup-try",
        )
        for capability in _CAPABILITIES:
            yield from ("--cap-add", capability)
    else:
        yield "--unshare-all"


def _system() -> Iterator[tuple[str, ...]]:
    for path in _OF_THE_SYSTEM:
        if os.path.islink(path):  # noqa: PTH114 - a text for a command line
            yield "--symlink", os.readlink(path), path  # noqa: PTH115
        else:
            yield "--ro-bind-try", path, path


def _python() -> Iterator[str]:
    for prefix in dict.fromkeys((sys.prefix, sys.base_prefix, sys.exec_prefix)):
        for name in ("bin", "lib", "lib64", "pyvenv.cfg"):
            path = os.path.join(prefix, name)  # noqa: PTH118
            yield from dict.fromkeys((path, os.path.realpath(path)))
    yield from libraries()


def _grader() -> Iterator[tuple[str, ...]]:
    package = package_folder()
    yield "--tmpfs", str(package)
    for name in _OF_THE_GRADER:
        path = str(package / name)
        yield "--ro-bind", path, path


def _data(keras_home: Path) -> Iterator[tuple[str, ...]]:
    """Keras takes its data from a folder that it may write to only: so it is in memory, its files are not."""
    yield "--tmpfs", str(keras_home)
    for path in sorted(keras_home.rglob("*")):
        if path.is_dir():
            yield "--dir", str(path)
        elif path.is_file():
            yield "--ro-bind", str(path), str(path)
