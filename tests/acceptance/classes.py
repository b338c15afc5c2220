"""A class to grade through the real command line, and a look at what a batch has written and left behind."""

import csv
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psutil

from grader.catalog import find
from tests.acceptance.conftest import clean_environment

COUNTS, FLATTEN, STANDARDIZE = (
    "ch07_1/e02_class_counts",
    "ch07_1/e04_scale_and_flatten",
    "ch07_1/e05_standardize",
)
RIGHT = "def scale_and_flatten(images):\n    return images.reshape(len(images), 784) / 255\n"
NOT_FLATTENED = "def scale_and_flatten(images):\n    return images\n"
NOT_SCALED = "def scale_and_flatten(images):\n    return images.reshape(len(images), 784)\n"
KOREAN = "김 철수 (2반)"

OPTIONS = ("--profile", "small", "--isolation", "process", "-j", "1")
COMMAND = ("batch", "submissions", "--out", "out", *OPTIONS)

Found = TypeVar("Found")


@dataclass(frozen=True)
class Graded:
    """A class in `place`, the folder for its results beside it, and what the batch said."""

    place: Path
    said: "subprocess.CompletedProcess[str]"

    @property
    def submissions(self) -> Path:
        return self.place / "submissions"

    @property
    def out(self) -> Path:
        return self.place / "out"

    def again(self) -> "subprocess.CompletedProcess[str]":
        return grader(self.place, *COMMAND)

    def copied_to(self, place: Path) -> "Graded":
        """Return a copy, to do with as one likes."""
        for name in ("submissions", "out"):
            shutil.copytree(self.place / name, place / name)
        return Graded(place, self.said)


def grader(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command line in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "grader", *arguments],
        cwd=folder,
        env={**clean_environment(), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def plain(printed: str) -> str:
    """Return what was printed without its line breaks."""
    return " ".join(printed.split())


def graded_class(place: Path) -> Graded:
    """Return the class, graded once in `place` without disturbance, two at a time."""
    small_class(place / "submissions")
    return Graded(place, grader(place, *COMMAND[:-1], "2"))


def solution(identifier: str) -> str:
    """Return the source of the reference."""
    return find(identifier).reference.read_text(encoding="utf-8")


def hand_in(folder: Path, name: str, files: dict[str, str]) -> None:
    """Put the folder `name` in place, with sources by the ids of their exercises."""
    for identifier, source in files.items():
        file = folder / name / f"{identifier}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, encoding="utf-8")


def small_class(folder: Path) -> Path:
    """Return a new folder of submissions, one of every kind: seven of eight can be graded."""
    folder.mkdir()
    whole = {identifier: solution(identifier) for identifier in (COUNTS, FLATTEN, STANDARDIZE)}
    hand_in(folder, KOREAN, whole)
    for name in ("choi", "twin of choi"):
        hand_in(folder, name, {FLATTEN: NOT_SCALED, COUNTS: "def class_counts(labels):\n    return 0\n"})
    hand_in(folder, "=1+1", {FLATTEN: "1 / 0\n"})
    with zipfile.ZipFile(folder / "lee.zip", "w") as archive:
        archive.writestr(f"hw/{FLATTEN}.py", NOT_FLATTENED)
        archive.writestr(f"hw/{STANDARDIZE}.py", whole[STANDARDIZE])
    (folder / "park_e04_scale_and_flatten.py").write_text(RIGHT, encoding="utf-8")
    (folder / "empty").mkdir()
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    (folder / "members.txt").write_text("no submission\n")
    return folder


def gradebook(out: Path) -> dict[str, dict[str, str]]:
    """Return the rows of the gradebook by submission."""
    text = (out / "gradebook.csv").read_bytes().decode("utf-8-sig")
    return {row["submission"]: row for row in csv.DictReader(io.StringIO(text))}


def handed_out(out: Path) -> dict[str, bytes]:
    """Return every file that is meant for people, by its path below `out`."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith(("results.sqlite", "."))
    }


def stored(out: Path, query: str) -> list[tuple[Any, ...]]:
    """Return what the store says, or nothing as long as there is none."""
    try:
        connection = sqlite3.connect(f"{(out / 'results.sqlite').as_uri()}?mode=ro", uri=True, timeout=30)
    except sqlite3.OperationalError:
        return []
    try:
        return connection.execute(query).fetchall()
    except sqlite3.OperationalError:  # not made yet
        return []
    finally:
        connection.close()


def another_programs_database(path: Path) -> None:
    """Put a database in place that is none of ours."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()


def verdict_ids(out: Path) -> list[tuple[Any, ...]]:
    """Return every verdict that was ever given."""
    return stored(out, "SELECT id, submission, exercise, in_force FROM verdicts ORDER BY id")


def attempted(out: Path) -> int:
    """Return how many exercises have a verdict for which code was run."""
    return len(stored(out, "SELECT 1 FROM verdicts WHERE device IS NOT NULL"))


def waited_for(happened: Callable[[], Found], batch: "subprocess.Popen[str] | None" = None) -> Found:
    """Return what `happened` returns as soon as it is something, or at last if `batch` ends before."""
    deadline = time.monotonic() + 120
    while not (found := happened()) and time.monotonic() < deadline:
        if batch is not None and batch.poll() is not None:
            break
        time.sleep(0.02)
    return found


@contextmanager
def started(folder: Path, *arguments: str) -> "Iterator[subprocess.Popen[str]]":
    """Start `grader` with temporary files below `folder`; it is ended at the end if it has not by itself."""
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    batch = subprocess.Popen(
        [sys.executable, "-m", "grader", *arguments],
        cwd=folder,
        env={**clean_environment(), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield batch
    finally:
        if batch.poll() is None:
            batch.kill()
        batch.communicate()


def processes_below(folder: Path) -> list[psutil.Process]:
    """Return the processes that were started with their temporary files below `folder`, or work there."""
    found = []
    for process in psutil.process_iter():
        try:
            about = [process.cwd(), *process.cmdline(), *process.environ().values()]
        except psutil.Error:
            continue
        if process.pid != os.getpid() and any(str(folder) in one for one in about):
            found.append(process)
    return found


def workers_of(batch: "subprocess.Popen[str]") -> list[psutil.Process]:
    """Return the processes in which a batch has submissions judged."""
    try:
        children = psutil.Process(batch.pid).children()
        return [child for child in children if any("spawn_main" in word for word in child.cmdline())]
    except psutil.Error:  # one of them has just ended
        return []


def all_ended(folder: Path) -> bool:
    """Return whether no process of a batch that worked below `folder` is left, or goes within a while."""
    return waited_for(lambda: not processes_below(folder))
