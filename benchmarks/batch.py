"""What a batch adds to each submission, beyond the student's own work and the checks.

Classes of two sizes are graded by `grader batch`, and by a bare loop over the same checks with the students'
code in the same process (no sandbox, no store, no files written). What one submission more costs is the slope
between the sizes, so that starting up counts on neither side; the overhead is the difference of the slopes.
Pairs of runs, medians. `--memory` prints the peak memory of the batch's own processes for two sizes instead.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from grader.catalog import course_root, exercises

LIGHT = ("ch07_1/e02_class_counts", "ch07_1/e04_scale_and_flatten", "ch07_1/e05_standardize")

# The same checks on the same answers, with nothing around them.
BARE = """
import sys
from pathlib import Path
from grader.data import Profile
from grader.judging import Resources, Settings
from grader.judging.grading import verdict
from grader.judging.judge import with_judge
from grader.language import Language
from grader.catalog import exercises
from grader.sandbox import Isolation
from grader.submission import open_submission

resources = Resources(Settings(Profile.SMALL, Isolation.NONE, download=False))
resources.expect(exercise.reference for exercise in exercises())
folders = sorted(Path(sys.argv[1]).iterdir())
submissions = [open_submission(folder) for folder in folders]
def work(judge):
    for submission in submissions:
        for exercise in exercises():
            verdict(judge, exercise, submission)
with_judge(resources, Language.EN, work)
resources.close()
"""


def lay_out(folder: Path, count: int, identifiers: tuple[str, ...]) -> Path:
    """Write `count` submissions with the model answers of `identifiers`, no two of the same content."""
    for number in range(count):
        for identifier in identifiers:
            file = folder / f"student{number:04}" / f"{identifier}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            source = Path(course_root(), "reference", f"{identifier}.py").read_text(encoding="utf-8")
            file.write_text(f"{source}\n# {number}\n", encoding="utf-8")
    return folder


def batch(class_folder: Path, out: Path, isolation: str) -> list[str]:
    command = [sys.executable, "-m", "grader", "batch", str(class_folder), "--out", str(out)]
    return [*command, "--profile", "small", "-j", "1", "--isolation", isolation]


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def overhead(identifiers: tuple[str, ...], sizes: tuple[int, int], runs: int, isolation: str) -> None:
    slopes: dict[str, list[float]] = {"bare": [], "batch": []}
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            classes = [lay_out(folder / f"class{size}", size, identifiers) for size in sizes]
            bare = [seconds([sys.executable, "-c", BARE, str(one)]) for one in classes]
            whole = [
                seconds(batch(one, folder / f"out{number}", isolation)) for number, one in enumerate(classes)
            ]
        for kind, (few, many) in (("bare", bare), ("batch", whole)):
            slopes[kind].append((many - few) / (sizes[1] - sizes[0]))
    added = [whole - bare for whole, bare in zip(slopes["batch"], slopes["bare"], strict=True)]
    print(
        f"{len(identifiers)} exercises, isolation {isolation}: {statistics.median(slopes['batch']):.2f} s a"
        f" submission, {statistics.median(slopes['bare']):.2f} s of them its own; added: median"
        f" {statistics.median(added):.2f} s ({min(added):.2f} to {max(added):.2f}, {runs} pairs)"
    )


def memory(sizes: tuple[int, ...], isolation: str) -> None:
    """Print the largest resident memory of the batch and of its largest worker, for each class size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            command = batch(lay_out(Path(name) / "class", size, LIGHT[1:2]), Path(name) / "out", isolation)
            peaks = {"batch": 0, "workers": 0}
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            while process.poll() is None:
                _note_peaks(process.pid, peaks)
                time.sleep(0.5)
        print(
            f"{size:5} submissions: batch {peaks['batch'] / 2**20:.0f} MiB, "
            f"largest of its workers {peaks['workers'] / 2**20:.0f} MiB"
        )


def _note_peaks(pid: int, peaks: dict[str, int]) -> None:
    try:
        batch_process = psutil.Process(pid)
        peaks["batch"] = max(peaks["batch"], batch_process.memory_info().rss)
        for worker in batch_process.children():
            peaks["workers"] = max(peaks["workers"], worker.memory_info().rss)
    except psutil.NoSuchProcess:
        return


def main() -> None:
    """Print a line per kind of class."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--isolation", default="bwrap", choices=["process", "hardened", "bwrap"])
    parser.add_argument("--chapter", action="store_true", help="all exercises that train nothing long")
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    if options.memory:
        memory((50, 1000), options.isolation)
    elif options.chapter:
        overhead(tuple(one.id for one in exercises()), (1, 3), options.runs, options.isolation)
    else:
        overhead(LIGHT, (5, 45), options.runs, options.isolation)


if __name__ == "__main__":
    main()
