"""How long a sandbox takes to open, answer and close at each level, TensorFlow imported ahead.

Levels that do not work on this machine are told with the reason, and left out.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from grader.sandbox import Isolation, Launcher, Room, open_launcher
from grader.sandbox.messages import Call, Load
from grader.sandbox.probe import probe
from grader.sandbox.session import ProcessSession

LIBRARIES = ("tensorflow", "keras", "sklearn.linear_model", "matplotlib.pyplot")


def main() -> None:
    """Print medians in milliseconds, and the resident memory of an idle sandbox in MiB."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    times = parser.parse_args().times
    print("level      open  load  call  close  all   MiB")
    for isolation in Isolation:
        found = probe(isolation)
        if isolation is Isolation.NONE or not found.works:
            print(f"{isolation.value}: {found.told}")
            continue
        with tempfile.TemporaryDirectory() as made:
            rows = measured(isolation, Path(made).resolve(), times)
        medians = [statistics.median(column) for column in zip(*rows, strict=True)]
        *seconds, peak = medians
        told = "  ".join(f"{1000 * value:4.1f}" for value in (*seconds, sum(seconds)))
        print(f"{isolation.value:10} {told}  {peak / 2**20:4.0f}")


def measured(isolation: Isolation, folder: Path, times: int) -> list[tuple[float, ...]]:
    """Return the seconds of each step and the peak memory, one row a sandbox."""
    for name in ("keras", "rooms", "submissions"):
        (folder / name).mkdir()
    file = folder / "submissions" / "answer.py"
    file.write_text("def f():\n    return 1\n", encoding="utf-8")
    launcher = open_launcher(
        isolation,
        keras_home=folder / "keras",
        libraries=LIBRARIES,
        scratch=folder / "rooms",
        visible=[folder / "submissions"],
    )
    try:
        one(launcher, folder, file)  # starts the warm process
        return [one(launcher, folder, file) for _ in range(times)]
    finally:
        launcher.close()


def one(launcher: Launcher, folder: Path, file: Path) -> tuple[float, ...]:
    """Return what one sandbox took."""
    room = Path(tempfile.mkdtemp(dir=folder / "rooms"))
    at = [time.perf_counter()]
    session = launcher.open(Room(room, (file.parent,)), "benchmark")
    at.append(time.perf_counter())
    session.request(Load(str(file), (), str(room)), 60.0)
    at.append(time.perf_counter())
    session.request(Call("f", (), 1), 60.0)
    at.append(time.perf_counter())
    session.close()
    launcher.forget("benchmark")
    at.append(time.perf_counter())
    peak = session.end().peak_bytes if isinstance(session, ProcessSession) else 0
    return (*(later - earlier for earlier, later in pairwise(at)), float(peak))


if __name__ == "__main__":
    main()
