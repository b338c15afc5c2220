"""How long a submission takes, from the command to the exit: medians over whole processes."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grader.catalog import course_root

GRADE = [sys.executable, "-m", "grader", "grade"]
TENSORFLOW = [sys.executable, "-c", "import tensorflow, keras"]


def seconds(command: list[str], folder: str) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=False, capture_output=True)
    return time.perf_counter() - started


def report(name: str, command: list[str], runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        times = [seconds(command, folder) for _ in range(runs)]
    print(
        f"{name:55} median {statistics.median(times):6.1f} s   "
        f"({min(times):.1f} to {max(times):.1f}, {runs} runs)"
    )


def main() -> None:
    """Print a line per kind of submission."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="the whole chapter on all of the data")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    root = course_root()
    if options.full:
        report("the whole chapter, full", [*GRADE, str(root / "reference")], 1)
        return
    report("import tensorflow, keras", TENSORFLOW, options.runs)
    report(
        "pytest, 34 untouched stubs", [sys.executable, "-m", "pytest", str(root / "exercises")], options.runs
    )
    for identifier in (
        "ch07_1/e04_scale_and_flatten",
        "ch07_2/e05_relu_flatten",
        "ch07_3/e09_early_stopping",
    ):
        file = str(Path(root, "reference", f"{identifier}.py"))
        report(f"{identifier}, small", [*GRADE, file, "--profile", "small"], options.runs)
    report(
        "the whole chapter, small",
        [*GRADE, str(root / "reference"), "--profile", "small"],
        max(1, options.runs // 2),
    )


if __name__ == "__main__":
    main()
