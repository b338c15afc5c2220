"""What a hardened sandbox may read: the libraries, the little of the system that they need, the data."""

from __future__ import annotations

import os
import site
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import grader

_SYSTEM = (
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/share/fonts",
    "/usr/share/fontconfig",
    "/usr/share/locale",
    "/usr/share/zoneinfo",
    "/usr/local/cuda",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/timezone",
    # What TensorFlow, joblib and psutil ask about the machine.
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/stat",
    "/proc/sys/vm/overcommit_memory",
    "/proc/filesystems",
    "/sys/devices/system/cpu",
    "/sys/devices/system/node",
    "/sys/kernel/mm/transparent_hugepage",
    "/dev/zero",
    "/dev/random",
    "/dev/urandom",
)
_GRAPHICS_READ = (
    "/sys/module/nvidia",
    "/sys/bus/pci/devices",
    "/proc/driver/nvidia",
    "/sys/devices/pci0000:00",
)


@dataclass(frozen=True)
class Grants:
    """Paths to read with all that lies below, folders whose names alone may be listed, and paths to write."""

    readable: tuple[str, ...]
    listed: tuple[str, ...]
    writable: tuple[str, ...]


def common_grants(keras_home: str) -> Grants:
    """Return what every sandbox of this Python may reach; only what exists is named."""
    readable: list[str] = []
    listed: list[str] = []
    own = _own_paths()
    for folder in (*libraries(), *_SYSTEM, *_GRAPHICS_READ):
        for path, whole in _without(os.path.realpath(folder), own):
            (readable if whole else listed).append(path)
    readable.append(keras_home)
    return Grants(
        tuple(dict.fromkeys(readable)), tuple(dict.fromkeys(listed)), ("/dev/null", *graphics_devices())
    )


def libraries() -> tuple[str, ...]:
    """Return the folders that Python's own modules and every installed package lie in, links resolved."""
    folders = [
        os.path.join(prefix, "lib")  # noqa: PTH118
        for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix)
    ]
    folders += [*site.getsitepackages(), *os.environ.get("LD_LIBRARY_PATH", "").split(":")]
    # In a virtual environment this file says where the rest is.
    folders.append(os.path.join(sys.prefix, "pyvenv.cfg"))  # noqa: PTH118
    resolved = dict.fromkeys(os.path.realpath(folder) for folder in folders if folder)
    return tuple(path for path in resolved if os.path.exists(path))  # noqa: PTH110


def graphics_devices() -> tuple[str, ...]:
    """Return the device files of the graphics cards that TensorFlow could compute on."""
    return tuple(str(path) for path in sorted(Path("/dev").glob("nvidia*")))


def package_folder() -> Path:
    """Return the folder of the `grader` package that is running."""
    return Path(grader.__file__).resolve().parent


def _own_paths() -> tuple[str, ...]:
    """Return where the grader itself lies: checks, references and answers are no student's to read."""
    package = package_folder()
    own = [package, package.parent / "reference"]  # beside it where the grader runs from its repository
    try:
        files = metadata.distribution("chapter-grader").files or []
    except metadata.PackageNotFoundError:
        files = []
    own += [
        Path(str(file.locate())).resolve() for file in files if file.parts[0].startswith("chapter_grader")
    ]
    return tuple(sorted({str(path) for path in own}))


def _without(folder: str, hidden: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield paths that together are `folder` without `hidden`, each with whether it is meant as a whole.

    Landlock knows no exception within a granted folder: so a folder with something hidden is listed, and its
    other children are granted one by one.
    """
    if folder in hidden or not os.path.exists(folder):  # noqa: PTH110
        return
    if not _contains(folder, hidden):
        yield folder, True
        return
    yield folder, False
    with os.scandir(folder) as entries:
        for entry in entries:
            path = os.path.realpath(entry.path)
            if not (entry.is_symlink() and _contains(path, hidden)):
                yield from _without(path, hidden)


def _contains(folder: str, paths: Iterable[str]) -> bool:
    return any(path.startswith(folder.rstrip("/") + "/") for path in paths)
