"""What a class costs whose trainings are shared, on all of Fashion-MNIST, and each submission on its own.

Submissions are put together from the corpus (`tests/answers`): a right answer for each exercise, drawn at
random, and with `--wrong SHARE` that share of them wrong. `--same` leaves answers as they are, so that two
students may have handed in the same file; else each file ends in a statement of its own. `--usual` leaves
out the right answers that no recipe can say, with classes, functions as callbacks, or pipelines as data: in a
class they are rare, in the corpus they are not, and each of them trains for real.

`--alone N` then grades the first N of them each on its own, with every training for real, and compares the
verdicts: status, points and hint of every check.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from grader.catalog import course_root, exercises

ANSWERS = Path("tests", "answers")
UNUSUAL = re.compile(r"^class |tf\.data|Dataset|LambdaCallback|CSVLogger|tf\.nn\.", re.MULTILINE)
GRADER = [sys.executable, "-m", "grader"]


def put_together(folder: Path, options: argparse.Namespace) -> list[Path]:
    """Write the submissions, and return their folders."""
    generator = random.Random(options.seed)  # noqa: S311 - no secret
    made = []
    for number in range(options.submissions):
        submission = folder / f"student{number:04}"
        for exercise in exercises():
            kind = "wrong" if generator.random() < options.wrong else "right"
            answers = sorted((course_root() / ANSWERS / exercise.id / kind).glob("*.py"))
            if options.usual and kind == "right":
                answers = [
                    answer for answer in answers if not UNUSUAL.search(answer.read_text(encoding="utf-8"))
                ]
            if kind == "right":
                answers.append(exercise.reference)
            file = submission / f"{exercise.id}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            source = generator.choice(answers).read_text(encoding="utf-8")
            file.write_text(source if options.same else f"{source}\nstudent = {number}\n", encoding="utf-8")
        made.append(submission)
    return made


def run(*words: str, cache: Path) -> float:
    """Return how many seconds the command took."""
    started = time.perf_counter()
    found = subprocess.run(
        [*GRADER, *words],
        capture_output=True,
        check=False,
        env={**os.environ, "GRADER_CACHE_DIR": str(cache)},
    )
    if found.returncode not in (0, 1):
        sys.exit(found.stderr.decode())
    return time.perf_counter() - started


def verdicts(report: Path) -> dict[str, Any]:
    """Return what a report says of each check, without times and where a training ran."""
    told = json.loads(report.read_text(encoding="utf-8"))
    return {
        exercise["id"]: [
            exercise["status"],
            exercise["score"],
            [(check["name"], check["status"], check["hint"]) for check in exercise["checks"]],
        ]
        for exercise in told["exercises"]
    }


def compare(submissions: list[Path], out: Path, options: argparse.Namespace, cache: Path) -> list[float]:
    """Grade each of `submissions` on its own; return the seconds, and say where a verdict differs."""
    seconds = []
    for submission in submissions:
        report = out / f"{submission.name}-alone.json"
        words = ["grade", str(submission), "--full-training", "--profile", options.profile]
        seconds.append(run(*words, "--isolation", options.isolation, "--json", str(report), cache=cache))
        alone, together = verdicts(report), verdicts(out / "reports" / f"{submission.name}.json")
        differing = [name for name, verdict in alone.items() if verdict != together[name]]
        print(
            f"{submission.name} alone: {seconds[-1]:.0f} s, verdicts that differ: {differing or 'none'}",
            flush=True,
        )
    return seconds


def main() -> None:
    """Print what the class took together, and what each of some submissions takes alone."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--submissions", type=int, default=100)
    parser.add_argument("--wrong", type=float, default=0.0)
    parser.add_argument("--same", action="store_true")
    parser.add_argument("--usual", action="store_true")
    parser.add_argument("--alone", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--profile", default="full", choices=["small", "full"])
    parser.add_argument("--isolation", default="bwrap", choices=["process", "hardened", "bwrap"])
    parser.add_argument(
        "--cache", type=Path, help="trainings that are there already; else none but the key's"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache = options.cache or folder / "cache"
        submissions = put_together(folder / "class", options)
        words = ["batch", str(folder / "class"), "--out", str(folder / "out"), "-j", options.jobs]
        together = run(*words, "--profile", options.profile, "--isolation", options.isolation, cache=cache)
        each = together / len(submissions)
        print(f"{len(submissions)} together: {together:.0f} s, {each:.2f} s each", flush=True)
        alone = compare(submissions[: options.alone], folder / "out", options, cache)
    if alone:
        median = statistics.median(alone)
        print(f"alone: median {median:.0f} s, {median / each:.0f} times as long")


if __name__ == "__main__":
    main()
