"""`grader rescore`: changed points and hints in force without a line of a submission's code being run."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.catalog import course_root
from tests.acceptance.classes import (
    FLATTEN,
    KOREAN,
    STANDARDIZE,
    Graded,
    another_programs_database,
    gradebook,
    grader,
    handed_out,
    plain,
    stored,
    verdict_ids,
)

# What a maintainer would change: a check's points, a hint's text, and what a check asks.
POINTS = (FLATTEN, "@check(1.5, NOT_FLATTENED)", "@check(2.5, NOT_FLATTENED)")
HINT = (FLATTEN, "The images still have three axes.", "There are three axes still.")
ASKS = (STANDARDIZE, "pixels = np.random.default_rng(7)", "pixels = np.random.default_rng(8)")


@dataclass(frozen=True)
class Course:
    """A copy of the course and its grader, to be changed; it cannot open a sandbox before it is told to."""

    folder: Path
    graded: Graded

    def change(self, exercise: str, before: str, after: str) -> None:
        checks = self.folder / "grader" / "checks" / f"{exercise}.py"
        source = checks.read_text(encoding="utf-8")
        assert source.count(before) == 1
        checks.write_text(source.replace(before, after), encoding="utf-8")

    def open_sandboxes(self) -> None:
        (self.folder / "grader" / "sandbox" / "launcher.py").write_bytes(_launcher().read_bytes())

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return grader(self.graded.place, *arguments, PYTHONPATH=str(self.folder))

    def rescore(self) -> "subprocess.CompletedProcess[str]":
        return self.run("rescore", "out", "-j", "1")


def _launcher() -> Path:
    return course_root() / "grader" / "sandbox" / "launcher.py"


@pytest.fixture
def course_copy(graded: Graded) -> Course:
    folder = graded.place / "course"
    for name in ("grader", "reference", "exercises"):
        shutil.copytree(course_root() / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "grader" / "sandbox" / "launcher.py").open("a", encoding="utf-8") as launcher:
        launcher.write(
            "\n\ndef open_launcher(*_: object, **__: object) -> Launcher:\n    raise OSError('no')\n"
        )
    return Course(folder, graded)


def test_points_and_hints_change_for_whom_they_concern_and_nothing_is_run(course_copy: Course) -> None:
    out = course_copy.graded.out
    earlier = gradebook(out)
    course_copy.change(*POINTS)
    course_copy.change(*HINT)
    result = course_copy.rescore()
    assert result.returncode == 0, result.stdout + result.stderr
    said = result.stdout.splitlines()
    changed = (KOREAN, "choi", "twin of choi", "park_e04_scale_and_flatten")
    rows = gradebook(out)
    for name, row in rows.items():
        gained = 1.0 if name in changed else 0.0
        if row["total"]:
            assert float(row["total"]) == float(earlier[name]["total"]) + gained, name
        assert row[FLATTEN] == earlier[name][FLATTEN] or name in changed
    before_and_after = [line.split() for line in said if "->" in line]
    totals = [words for words in before_and_after if FLATTEN not in words]
    assert len(totals) == len(changed)
    assert all(float(words[-1]) == float(words[-3]) + 1 for words in before_and_after)
    assert "The scores of 4 submissions changed." in plain(result.stdout)
    assert "There are three axes still" in handed_out(out)[f"feedback/lee/{FLATTEN}.md"].decode()
    ids = [row for row in verdict_ids(out) if row[1:3] == ("lee", FLATTEN)]
    assert [row[3] for row in ids] == [0, 1]  # the earlier verdict is kept

    before, verdicts = handed_out(out), verdict_ids(out)
    again = course_copy.rescore()
    assert again.returncode == 0
    assert "->" not in again.stdout
    assert handed_out(out) == before
    assert verdict_ids(out) == verdicts


def test_what_was_never_asked_is_listed_and_keeps_its_verdict_until_it_is_graded_again(
    course_copy: Course,
) -> None:
    out = course_copy.graded.out
    course_copy.change(*ASKS)
    before, verdicts = gradebook(out), verdict_ids(out)
    result = course_copy.rescore()
    assert result.returncode == 3, result.stderr
    said = result.stdout[result.stdout.index("earlier score") :]
    assert f"{KOREAN}: {STANDARDIZE}" in plain(said)
    assert f"lee: {STANDARDIZE}" in plain(said)
    assert "choi: " not in said
    assert gradebook(out) == before
    asked = [row for row in verdict_ids(out) if row not in verdicts and row[1] in {KOREAN, "lee"}]
    assert asked == []

    course_copy.open_sandboxes()
    batch = course_copy.run(
        "batch", "submissions", "--out", "out", "--profile", "small", "--isolation", "process", "-j", "1"
    )
    assert batch.returncode == 3, batch.stderr  # the broken archive is no better
    assert gradebook(out) == before
    again = "SELECT DISTINCT submission FROM verdicts WHERE NOT in_force AND device IS NOT NULL"
    assert sorted(stored(out, again)) == sorted([(KOREAN,), ("lee",)])


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("nowhere", "nothing has been graded there"),
        ("empty", "nothing has been graded there"),
        ("of another program", "another program"),
    ],
)
def test_where_nothing_was_graded_nothing_is_made(folder: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "of another program").mkdir()
    another_programs_database(tmp_path / "of another program" / "results.sqlite")
    before = sorted(tmp_path.rglob("*"))
    result = grader(tmp_path, "rescore", folder)
    assert result.returncode == 3
    assert said in plain(result.stderr)
    assert "Traceback" not in result.stderr
    assert sorted(tmp_path.rglob("*")) == before
