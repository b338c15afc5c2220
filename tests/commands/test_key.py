"""The key is built from the reference in a copy of the course, and told stale when the two part."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import pytest

from grader.catalog import Exercise, course_root, exercises, find
from grader.commands.key_state import state_of
from grader.evidence.vocabulary import array
from grader.training.key import Key, key_of, write_key
from grader.training.key.index import KeptExercise
from grader.training.network.recipe import TrainedNetwork
from tests.acceptance.classes import grader, plain

TRAIN, CURVE = "ch07_2/e04_train_sigmoid", "ch07_1/e07_max_iter_curve"


@dataclass(frozen=True)
class Course:
    """A copy of the course and its grader, with a folder for its trainings and one to work in."""

    place: Path

    @property
    def folder(self) -> Path:
        return self.place / "course"

    @property
    def key(self) -> Path:
        return self.folder / "reference" / "key"

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return grader(
            self.place,
            *arguments,
            PYTHONPATH=str(self.folder),
            GRADER_CACHE_DIR=str(self.place / "trainings"),
        )

    def build(self, *only: str) -> "subprocess.CompletedProcess[str]":
        return self.run("key", "build", "--profile", "small", *chosen(only))

    def verify(self, *only: str, options: tuple[str, ...] = ()) -> "subprocess.CompletedProcess[str]":
        return self.run("key", "verify", "--profile", "small", *options, *chosen(only))

    def index(self) -> dict[str, KeptExercise]:
        """Return what the key says of the exercises on the small profile."""
        index = key_of(self.folder).index()
        assert index is not None
        return index.profiles["small"]

    def change_reference(self, before: str, after: str) -> None:
        file = self.folder / "reference" / f"{TRAIN}.py"
        source = file.read_text(encoding="utf-8")
        assert source.count(before) == 1
        file.write_text(source.replace(before, after), encoding="utf-8")

    def change_index(self, before: str, after: str) -> None:
        file = self.key / "index.json"
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")


def chosen(only: tuple[str, ...]) -> list[str]:
    return [word for identifier in only for word in ("--exercise", identifier)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course whose key holds two exercises, a network's and an estimator's."""
    course = Course(tmp_path_factory.mktemp("made"))
    for name in ("grader", "reference", "exercises"):
        left_out = shutil.ignore_patterns("__pycache__", "key" if name == "reference" else "")
        shutil.copytree(course_root() / name, course.folder / name, ignore=left_out)
    result = course.build(TRAIN, CURVE)
    assert result.returncode == 0, result.stdout + result.stderr
    return course


@pytest.fixture
def course(made: Course, tmp_path: Path) -> Course:
    """A copy of that course, with the trainings that it has done already."""
    shutil.copytree(made.place, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return Course(tmp_path)


def change_the_last_bit_of_networks(key: Key) -> None:
    """Put other weights in the key of the trained networks, as near as can be."""
    index = key.index()
    assert index is not None
    results = {digest: key.get(digest) for digest in index.digests}
    for digest, result in results.items():
        if isinstance(result, TrainedNetwork):
            first, *others = result.variables
            nudged = array(np.nextafter(first.value, np.float32(1)))
            results[digest] = msgspec.structs.replace(result, variables=(nudged, *others))
    write_key(key.folder, index.made_with, index.profiles, results)


def reference_of(course: Course) -> list[Exercise]:
    return [one for one in exercises(course.folder) if one.id in {TRAIN, CURVE}]


def test_the_key_holds_what_the_reference_trains(made: Course) -> None:
    small = made.index()
    assert set(small) == {TRAIN, CURVE}
    # The rehearsal, and the profile's own.
    assert [training.epochs for training in small[TRAIN].trainings.values()] == [5, 5]
    key = key_of(made.folder)
    key.check()
    assert all(key.get(digest) is not None for one in small.values() for digest in one.trainings)
    assert {file.name for file in made.key.iterdir()} == {"index.json", "trainings.zip"}


def test_a_correct_submission_trains_nothing_where_there_is_a_key(made: Course) -> None:
    answer = made.folder / "reference" / f"{TRAIN}.py"
    told = ("--profile", "small", "--json", "report", "--cache", "empty")
    assert made.run("grade", str(answer), *told).returncode == 0
    report = json.loads((made.place / "report").read_text(encoding="utf-8"))
    sources = [one["source"] for exercise in report["exercises"] for one in exercise["training"]]
    assert sources == ["key"] * 2
    assert not list((made.place / "empty").rglob("*.training*"))


def test_a_key_that_is_as_it_should_be_is_told_so(made: Course) -> None:
    result = made.verify(TRAIN, CURVE)
    assert result.returncode == 0, result.stdout
    assert "The key is what the reference asks for" in result.stdout


def test_trained_anew_the_bits_are_the_keys_and_others_are_noticed(course: Course) -> None:
    change_the_last_bit_of_networks(key_of(course.folder))
    result = course.verify(TRAIN, CURVE, options=("--retrain",))
    assert result.returncode == 1
    curve, train = result.stdout.split(f"{TRAIN}:")
    assert "other bits" not in curve
    assert train.count("comes to other bits") == 2


def test_a_changed_reference_makes_the_key_stale(course: Course) -> None:
    course.change_reference("epochs=5", "epochs=4")
    result = course.verify(TRAIN)
    said = plain(result.stdout)
    assert result.returncode == 1
    assert said.count("not in the key: ") == 2
    assert said.count("in the key, and not asked for: ") == 2
    assert said.count("the reference has changed since") == 4
    state = state_of(key_of(course.folder), reference_of(course), "")
    assert f"has changed since: {TRAIN}" in state.en
    assert TRAIN in state.ko


def test_a_change_that_trains_the_same_leaves_the_key_good(course: Course) -> None:
    course.change_reference('"""\n\nimport', '"""\n\n# A remark.\nimport')
    assert course.verify(TRAIN).returncode == 0


def test_building_again_changes_not_a_byte(course: Course) -> None:
    before = {file.name: file.read_bytes() for file in course.key.iterdir()}
    shutil.rmtree(course.place / "trainings")  # trained anew, in other times
    assert course.build(TRAIN, CURVE).returncode == 0
    assert {file.name: file.read_bytes() for file in course.key.iterdir()} == before


def test_building_one_exercise_leaves_the_others(course: Course) -> None:
    before = course.index()
    course.change_reference("epochs=5", "epochs=4")
    result = course.build(TRAIN)
    assert result.returncode == 0, result.stderr
    after = course.index()
    assert after[CURVE] == before[CURVE]
    assert not after[TRAIN].trainings.keys() & before[TRAIN].trainings.keys()
    assert course.verify(TRAIN, CURVE).returncode == 0


def test_other_versions_are_told_plainly(course: Course) -> None:
    course.change_index('"keras": "', '"keras": "1.')
    result = course.verify(TRAIN)
    assert result.returncode == 3
    assert "was made with keras 1." in result.stdout
    assert "not in the key" not in result.stdout
    assert "of no use here" in state_of(key_of(course.folder), reference_of(course), "").en
    before = (course.key / "index.json").read_bytes()
    assert course.build(TRAIN).returncode == 3  # half a key of one version, and half of another
    assert (course.key / "index.json").read_bytes() == before


def test_a_damaged_key_is_told(course: Course) -> None:
    archive = course.key / "trainings.zip"
    archive.write_bytes(archive.read_bytes()[:-100])
    result = course.verify(TRAIN)
    assert result.returncode == 1
    assert "is damaged" in plain(result.stdout)
    assert state_of(key_of(course.folder), reference_of(course), "").en.startswith("damaged")


def test_without_a_key_that_is_said(tmp_path: Path) -> None:
    assert state_of(Key(tmp_path), [find(TRAIN)], "").en.startswith("none")
