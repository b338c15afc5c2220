"""The course as students get it: released, installed from its wheel into a fresh environment, worked with.

The environment is fetched from the package index, so these run in a tox environment of their own.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from grader.audit.corpus import answers
from grader.catalog import exercises, find
from grader.checking.answer_key import FILE, AnswerKey, Recording
from grader.commands.survey import survey
from grader.data import Profile
from grader.data.locate import stand_in
from grader.judging import Settings
from grader.judging.collecting import checks_of
from grader.release.leaks import leaks, secrets
from tests.acceptance.conftest import clean_environment

pytestmark = pytest.mark.release

FLATTEN, HIDDEN = "ch07_1/e04_scale_and_flatten", "ch07_1/e05_standardize"
# One of the first mistakes of each, as the corpus has them.
MISTAKEN = (FLATTEN, "ch07_1/e08_train_val_split", "ch07_2/e01_two_layer_model")
# Those whose hidden checks ask the reference.
ASKING = ("ch07_1/e05_standardize", "ch07_1/e07_max_iter_curve", "ch07_3/e04_validation_loss")


@dataclass(frozen=True)
class Course:
    """A released repository, and the folder of the programs of the environment that it was installed into."""

    folder: Path
    programs: Path
    environment: dict[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Return what came of a command, as a student types it in the repository."""
        return _run([str(self.programs / command[0]), *command[1:]], self.folder, self.environment)

    def graded(self, *arguments: str) -> tuple[subprocess.CompletedProcess[str], dict[str, Any]]:
        """Return what came of pytest, and the exercises of its report by their ids."""
        done = self.run("pytest", *arguments, "--grader-json", "report.json")
        report = json.loads((self.folder / "report.json").read_text(encoding="utf-8"))
        return done, {one["id"]: one for one in report["exercises"]}

    def hand_in(self, identifier: str, source: str) -> None:
        (self.folder / "exercises" / f"{identifier}.py").write_text(source, encoding="utf-8")


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=1_500,
        check=False,
    )


def _without_data(tmp: Path) -> dict[str, str]:
    """Return an environment in which no Fashion-MNIST is found, and nothing that was trained before."""
    environment = clean_environment() | {
        "KERAS_HOME": str(tmp / "keras"),
        "XDG_CACHE_HOME": str(tmp / "cache"),
    }
    environment.pop("FASHION_MNIST_DIR", None)
    return environment


def _release(folder: Path, tmp: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "grader", "release", str(folder), "--profile", "small"]
    return _run([*command, "--cache", str(tmp / "trainings")], tmp, _without_data(tmp))


@pytest.fixture(scope="module")
def tmp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("release")


@pytest.fixture(scope="module")
def released(tmp: Path) -> Path:
    """A repository, released by the real command line."""
    done = _release(tmp / "course", tmp)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "95 points are public; 5 are hidden" in done.stdout
    return tmp / "course"


@pytest.fixture(scope="module")
def course(released: Path, tmp: Path) -> Course:
    """The repository, installed as its README says."""
    done = _run([sys.executable, "-m", "venv", ".venv"], released, clean_environment())
    assert done.returncode == 0, done.stderr
    programs = released / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    wanted = ["install", "--quiet", "-r", "requirements.txt", "-c", "constraints.txt"]
    done = _run([str(programs / "pip"), *wanted], released, clean_environment())
    assert done.returncode == 0, done.stderr
    return Course(released, programs, _without_data(tmp))


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".venv" not in path.parts
    }


def test_the_repository_holds_what_students_need(released: Path) -> None:
    files = _files(released)
    (wheel,) = (name for name in files if name.startswith("wheels/"))
    assert files["requirements.txt"].decode() == f"./{wheel}\n"
    assert set(files) == {
        *(f"exercises/{one.id}.py" for one in exercises()),
        *(f"checks/{one.id}_checks.py" for one in exercises()),
        *("README.md", "README.ko.md", "pyproject.toml", "requirements.txt", "constraints.txt", wheel),
        *(".gitignore", ".gitattributes", ".gitlab-ci.yml", ".github/workflows/grade.yml"),
        *(".vscode/settings.json", ".vscode/extensions.json", ".devcontainer/devcontainer.json"),
        ".grader/release.json",
    }
    for exercise in exercises():
        assert files[f"exercises/{exercise.id}.py"] == exercise.stub.read_bytes()
    assert not [name for name, content in files.items() if re.search(rb"@[A-Z]+@", content) and wheel != name]


def test_no_solution_and_no_hidden_check_stands_in_it_or_in_its_wheel(released: Path) -> None:
    files = _files(released)
    assert leaks(files, secrets()) == []
    (wheel,) = (released / "wheels").glob("*.whl")
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        checks = {name: archive.read(name).decode() for name in names if name.startswith("grader/checks/ch")}
    assert not [name for name in names if "/reference/" in name or "demo_class" in name or "answers" in name]
    for one in exercises():
        source = checks[f"grader/checks/{one.id}.py"]
        shown = {check.name for check in checks_of(one) if not check.hidden}
        assert set(re.findall(r"^def (test_\w+)", source, re.MULTILINE)) == shown


def test_no_answer_to_a_hidden_check_stands_in_its_answer_key(released: Path, tmp: Path) -> None:
    (wheel,) = (released / "wheels").glob("*.whl")
    with ZipFile(wheel) as archive:
        (tmp / FILE).write_bytes(archive.read(f"grader/_course/key/{FILE}"))
    key = AnswerKey(tmp)
    for identifier in ASKING:
        recorded: dict[bool, set[str]] = {}
        for public_only in (True, False):
            recording = Recording()
            settings = Settings(
                Profile.SMALL,
                data_folder=stand_in().folder,
                cache_folder=tmp / "trainings",
                public_only=public_only,
            )
            list(survey([find(identifier)], settings, recording=recording))
            recorded[public_only] = set(recording.answers(identifier))
        only_hidden = recorded[False] - recorded[True]
        assert only_hidden, "a hidden check that asks nothing shows nothing here"
        answers = key.answers(identifier)
        assert all(request in answers for request in recorded[True])
        assert not [request for request in only_hidden if request in answers]


def test_untouched_stubs_are_skipped_and_that_is_no_failure(course: Course) -> None:
    done, found = course.graded("exercises/")
    assert done.returncode == 0, done.stdout + done.stderr
    assert {one["status"] for one in found.values()} == {"not_attempted"}
    assert len(found) == 34
    assert "34 not attempted" in done.stdout
    assert course.run("grader", "ci", "report.json").returncode == 0


def test_three_wrong_answers_get_their_hints(course: Course) -> None:
    hidden = {check.name for one in MISTAKEN for check in checks_of(find(one)) if check.hidden}
    wrong = {one.exercise: one for one in answers() if not one.right and one.check not in hidden}
    stubs = {one: (course.folder / "exercises" / f"{one}.py").read_text(encoding="utf-8") for one in MISTAKEN}
    for identifier in MISTAKEN:
        course.hand_in(identifier, wrong[identifier].file.read_text(encoding="utf-8"))
    done, found = course.graded(*(f"exercises/{one}.py" for one in MISTAKEN))
    for identifier, stub in stubs.items():
        course.hand_in(identifier, stub)
    assert done.returncode == 1, done.stdout
    for identifier in MISTAKEN:
        failed = {
            check["name"]: check["hint"]
            for check in found[identifier]["checks"]
            if check["status"] == "failed"
        }
        assert failed.get(wrong[identifier].check) == wrong[identifier].hint
        assert (course.folder / "feedback" / f"{identifier}.md").is_file()


def test_the_reference_gets_every_public_point_without_fashion_mnist(course: Course) -> None:
    for exercise in exercises():
        course.hand_in(exercise.id, exercise.reference.read_text(encoding="utf-8"))
    done, found = course.graded("exercises/")
    assert done.returncode == 0, done.stdout
    assert "Score: 95 of 95" in done.stdout
    assert "synthetic (small)" in done.stdout
    assert {one["status"] for one in found.values()} == {"passed"}


def test_from_the_instructor_a_whole_repository_gets_the_hidden_points_too(course: Course, tmp: Path) -> None:
    course.hand_in(HIDDEN, find(HIDDEN).reference.read_text(encoding="utf-8"))
    command = [sys.executable, "-m", "grader", "grade", str(course.folder), "--exercise", HIDDEN]
    done = _run([*command, "--profile", "small"], tmp, _without_data(tmp))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Score: 3 of 3" in done.stdout
    assert "2.5" in course.run("grader", "list").stdout


def test_what_needs_answers_is_not_offered_and_the_rest_works(course: Course) -> None:
    offered = course.run("grader", "--help").stdout
    commands = set(re.findall(r"^  ([a-z]+) ", offered.partition("Commands:")[2], re.MULTILINE))
    assert commands == {"cache", "ci", "doctor", "export", "grade", "list"}
    assert "95" in course.run("grader", "list").stdout.splitlines()[-1]
    doctor = course.run("grader", "doctor")
    assert doctor.returncode == 0, doctor.stdout + doctor.stderr
    assert "34 exercises" in doctor.stdout


def test_released_again_over_work_it_renews_what_is_ours_alone(course: Course, tmp: Path) -> None:
    course.hand_in(FLATTEN, "def scale_and_flatten(images):\n    return images\n")
    (course.folder / "README.md").unlink()
    (course.folder / "notes.md").write_text("mine", encoding="utf-8")
    before = _files(course.folder)
    done = _release(course.folder, tmp)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"exercises/{FLATTEN}.py" in done.stdout
    after = _files(course.folder)
    assert set(after) - set(before) == {"README.md"}
    assert [name for name in before if after[name] != before[name]] in ([], [".grader/release.json"])
