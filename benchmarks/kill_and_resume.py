"""A class made from the corpus, graded; and graded again by batches that are killed at random moments.

Every submission is a few answers of `tests/answers`, right and wrong, and some are hostile (`tests/attacks`).
Three ways to the same verdicts: a batch that nobody disturbs; a batch that is killed (SIGKILL) at random
moments and started again by the same command; and, with `--alone`, each submission graded by itself. The
gradebooks are compared byte by byte, and no exercise may be judged twice that had been stored.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"


def lay_out(folder: Path, submissions: int, hostile: int, rng: random.Random) -> None:
    """Write a class of `submissions`, `hostile` of them with an attack in the place of an answer."""
    answers = answer_files()
    attacks = sorted((TESTS / "attacks" / "submissions").glob("*.py"))
    hostile_numbers = set(rng.sample(range(submissions), hostile))
    for number in range(submissions):
        chosen = {f"{file.parts[-4]}/{file.parts[-3]}": file for file in rng.sample(answers, 2)}
        if number in hostile_numbers:
            chosen["ch07_1/e04_scale_and_flatten"] = rng.choice(attacks)
        for exercise, file in chosen.items():
            target = folder / f"student {number:03}" / f"{exercise}.py"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def command(class_folder: Path, out: Path) -> list[str]:
    batch = [sys.executable, "-m", "grader", "batch", str(class_folder), "--out", str(out)]
    return [*batch, "--profile", "small", "-j", "2", "--lang", "en"]


def verdict_count(out: Path) -> int:
    """Return how many verdicts were ever stored: each judging of an exercise stores one."""
    store = out / "results.sqlite"
    if not store.is_file():
        return 0
    connection = sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        ((count,),) = connection.execute("SELECT count(*) FROM verdicts").fetchall()
    except sqlite3.OperationalError:  # killed before the tables were made
        return 0
    finally:
        connection.close()
    return int(count)


def undisturbed(class_folder: Path, out: Path) -> float:
    started = time.perf_counter()
    status = subprocess.run(command(class_folder, out), check=False, stdout=subprocess.DEVNULL).returncode
    seconds = time.perf_counter() - started
    print(f"undisturbed: exit status {status}, {verdict_count(out)} verdicts, {seconds:.0f} s")
    return seconds


def killed(class_folder: Path, out: Path, kills: int, seconds: float, rng: random.Random) -> None:
    for number in range(kills):
        process = subprocess.Popen(command(class_folder, out), stdout=subprocess.DEVNULL)
        after = rng.uniform(1.0, 2.0 * seconds / kills)
        try:
            process.wait(after)
            print(f"run {number + 1}: done before it was killed")
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        print(f"run {number + 1}: killed after {after:.1f} s, {verdict_count(out)} verdicts stored")
    started = time.perf_counter()
    status = subprocess.run(command(class_folder, out), check=False, stdout=subprocess.DEVNULL).returncode
    seconds = time.perf_counter() - started
    print(f"last run: exit status {status}, {verdict_count(out)} verdicts, {seconds:.0f} s")


def judged_twice(out: Path) -> int:
    """Return how many exercises have more than one verdict."""
    connection = sqlite3.connect(out / "results.sqlite")
    ((count,),) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM verdicts GROUP BY submission, exercise HAVING count(*) > 1)"
    ).fetchall()
    connection.close()
    return int(count)


def print_differences(one: bytes, other: bytes) -> None:
    """Print each cell in which two gradebooks differ."""
    tables = [list(csv.reader(book.decode("utf-8-sig").splitlines())) for book in (one, other)]
    for rows in zip(*tables, strict=True):
        for column, cells in zip(tables[0][0], zip(*rows, strict=True), strict=True):
            if cells[0] != cells[1]:
                print(f"{rows[0][0]}, {column}: {cells[0]} and {cells[1]}")


def print_declared(class_folder: Path, out: Path) -> None:
    """Print how many answers of the corpus got, in the batch, the verdict that they get by themselves.

    Each says in its header which check and hint must catch it; `tests/test_answers.py` holds it to that.
    """
    from grader.batch.store import Store  # noqa: PLC0415

    declared = {(f"{file.parts[-4]}/{file.parts[-3]}", file.read_bytes()): file for file in answer_files()}
    store = Store.read(out)
    answers = as_declared = 0
    for student in class_folder.iterdir():
        verdicts = store.verdicts(student.name)
        for file in student.rglob("*.py"):
            exercise = f"{file.parent.name}/{file.stem}"
            answer = declared.get((exercise, file.read_bytes()))
            if answer is None:
                continue
            answers += 1
            failed = [check for check in verdicts[exercise].result.checks if check.status == "failed"]
            caught = (failed[0].name, failed[0].hint) if failed else None
            as_declared += caught == must_be_caught(answer)
    store.close()
    print(f"{out.name}: {as_declared} of {answers} answers of the corpus have the verdict that they declare")


def must_be_caught(answer: Path) -> tuple[str, str] | None:
    """Return the check and the hint that must catch an answer; `None` for a right one."""
    named = dict(re.findall(r"^# (check|hint): (\S+)$", answer.read_text(encoding="utf-8"), re.MULTILINE))
    return (named["check"], named["hint"]) if named else None


def answer_files() -> list[Path]:
    """Return every answer of the corpus."""
    return sorted((TESTS / "answers").glob("*/*/*/*.py"))


def main() -> int:
    """Print what was found; return 1 if the ways differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--submissions", type=int, default=200)
    parser.add_argument("--hostile", type=int, default=10)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--alone", action="store_true", help="grade each submission by itself too")
    options = parser.parse_args()
    rng = random.Random(options.seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder / "class", options.submissions, options.hostile, rng)
        seconds = undisturbed(folder / "class", folder / "whole")
        killed(folder / "class", folder / "killed", options.kills, seconds, rng)
        books = [(folder / out / "gradebook.csv").read_bytes() for out in ("whole", "killed")]
        same = books[0] == books[1]
        print_differences(*books)
        for out in ("whole", "killed"):
            print_declared(folder / "class", folder / out)
        twice = judged_twice(folder / "killed")
        print(f"gradebooks of {len(books[0])} bytes equal: {same}; exercises judged twice: {twice}")
        differing = alone(folder / "class", folder / "whole") if options.alone else 0
    return 0 if same and not twice and not differing else 1


def alone(class_folder: Path, out: Path) -> int:
    """Grade each submission by itself, print whose verdicts differ from the batch's; return how many."""
    from grader.batch.store import Store  # noqa: PLC0415
    from grader.data import Profile  # noqa: PLC0415
    from grader.judging import Resources, Settings, grade  # noqa: PLC0415
    from grader.sandbox.probe import strongest  # noqa: PLC0415
    from grader.submission import candidate_at, stage  # noqa: PLC0415

    store = Store.read(out)
    isolation = strongest()
    assert isolation is not None
    resources = Resources(Settings(Profile.SMALL, isolation, download=False))
    differing = 0
    started = time.perf_counter()
    for folder in sorted(class_folder.iterdir()):
        submission = stage(candidate_at(folder), resources.new_submission_folder())
        report = grade(submission, resources)
        stored = store.verdicts(folder.name)
        for exercise in report.exercises:
            both = [
                (
                    one.status,
                    one.reason,
                    one.score,
                    [(check.name, check.status, check.hint) for check in one.checks],
                )
                for one in (exercise, stored[exercise.id].result)
            ]
            if both[0] != both[1]:
                differing += 1
                print(f"{folder.name} {exercise.id}: alone {both[0]}, in the batch {both[1]}")
    print(f"alone: {differing} exercises differ; {time.perf_counter() - started:.0f} s")
    resources.close()
    store.close()
    return differing


if __name__ == "__main__":
    sys.exit(main())
