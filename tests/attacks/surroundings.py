"""What is around a sandbox that an attack could read, change or leave behind."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections import Counter
from pathlib import Path

import psutil

# In the judge's environment and in every file that no submission may read. What follows is drawn anew.
SECRET_PREFIX = "attack-corpus-" + "secret-"
# What an attack prints that has reached something, and what it calls a file outside its folder.
REACHED = "REACHED"
_MARK = "left-behind"

_MARKED = ("/tmp", "/var/tmp", "/dev/shm", "/")  # noqa: S108 - where an attack might leave something
_ENDING_SECONDS = 5.0
_THE_JUDGES = frozenset({"rooms", "lent", "trainer", "trainings"})


def furnish(tree: Path, secret: str) -> None:
    """Put a home, the results of a class, an answer key and somebody else's submission into `tree`.

    Everybody may read and write them: nothing but the level of isolation stands between.
    """
    tree.chmod(0o755)
    os.umask(0)
    for name in (
        "home/secret.txt",
        "home/.config/token",
        "out/results.sqlite",
        "out/gradebook.csv",
        "out/cache/training.json",
        "reference/key/answers.json",
        "submissions/neighbour/ch07_1/e04_scale_and_flatten.py",
    ):
        file = tree / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {secret}\n", encoding="utf-8")
    (tree / "tmp").mkdir()
    os.umask(0o022)


def listing(tree: Path) -> dict[str, str]:
    """Return every path that no submission may change, with what it is: rights, owner, time, content.

    The scratch folders of sandboxes are left out, what the judge itself lends and its trainer has for a home
    and a cache, and when the judge last put something into `tmp`.
    """
    found = {}
    for parent, folders, files in os.walk(tree):
        folders[:] = [name for name in folders if not (name in _THE_JUDGES and "/grader-" in parent)]
        for name in (*folders, *files):
            path = Path(parent, name)
            found[str(path)] = _state(path) if path != tree / "tmp" else ""
    marks = (name for folder in _MARKED for name in os.listdir(folder) if _MARK in name)  # noqa: PTH208
    return found | dict.fromkeys(marks, "a mark left behind")


def changes(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the paths that came, went or changed."""
    every = before.keys() | after.keys()
    return sorted(path for path in every if before.get(path) != after.get(path))


def processes(besides: int | None) -> Counter[str]:
    """Return the processes that this one can see, told by user and command, without `besides` and below."""
    left_out = {os.getpid()}
    if besides is not None and psutil.pid_exists(besides):
        left_out |= {besides, *(child.pid for child in psutil.Process(besides).children(recursive=True))}
    seen: Counter[str] = Counter()
    for process in psutil.process_iter():
        if process.pid not in left_out:
            try:
                if process.status() != psutil.STATUS_ZOMBIE:
                    seen[f"{process.uids().real} {' '.join(process.cmdline()[:5])}"] += 1
            except psutil.NoSuchProcess:
                continue
    return seen


def left_behind(before: Counter[str], besides: int | None) -> list[str]:
    """Return what runs that did not run `before`, once it had time to end."""
    deadline = time.monotonic() + _ENDING_SECONDS
    while (more := processes(besides) - before) and time.monotonic() < deadline:
        time.sleep(0.05)
    return sorted(more.elements())


def _state(path: Path) -> str:
    status = path.lstat()
    told = f"{stat.filemode(status.st_mode)} {status.st_uid} {status.st_nlink} {status.st_mtime_ns}"
    if stat.S_ISREG(status.st_mode):
        told += f" {hashlib.sha256(path.read_bytes()).hexdigest()}"
    return told
