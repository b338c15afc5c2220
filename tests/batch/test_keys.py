"""A key changes with what it stands for and with nothing else: none is judged twice, no verdict is stale."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import grimp
import msgspec
import pytest

from grader.batch import keys
from grader.batch.keys import answer_key_digest, checks_digest, environment_digest
from grader.catalog import Exercise, find
from grader.data import DataSource
from grader.report import Environment
from grader.sandbox import Limits
from grader.submission import content_digest, stage
from tests.batch.samples import ENVIRONMENT, FLATTEN
from tests.submission.archives import EXERCISE, as_folder, as_tar, as_zip

OTHER = "ch07_1/e05_standardize"


def forget() -> None:
    keys._sources.cache_clear()
    keys._data.cache_clear()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the package's sources, which the digests are taken of."""
    copied = tmp_path / "grader"
    shutil.copytree(keys._PACKAGE, copied, ignore=shutil.ignore_patterns("__pycache__", "demo_class"))
    monkeypatch.setattr(keys, "_PACKAGE", copied)
    forget()
    yield copied
    forget()


@pytest.fixture
def data(tmp_path: Path) -> DataSource:
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"):
        (folder / name).write_bytes(name.encode())
    return DataSource("fashion-mnist", folder)


def copied_exercise(package: Path, identifier: str) -> Exercise:
    """Return an exercise whose checks and reference lie beside the copy."""
    exercise = find(identifier)
    reference = package.parent / "reference.py"
    shutil.copyfile(exercise.reference, reference)
    return replace(exercise, reference=reference, checks=package / "checks" / f"{identifier}.py")


def digests(package: Path, data: DataSource, environment: Environment = ENVIRONMENT) -> dict[str, str]:
    forget()
    exercise = copied_exercise(package, FLATTEN)
    return {
        "checks": checks_digest(exercise),
        "other checks": checks_digest(copied_exercise(package, OTHER)),
        "answer key": answer_key_digest(exercise),
        "environment": environment_digest(environment, data, Limits()),
    }


def changed_by(file: Path, package: Path, data: DataSource) -> set[str]:
    """Return which digests change as `file` does."""
    before = digests(package, data)
    file.write_bytes(file.read_bytes() + b"\n# changed\n")
    after = digests(package, data)
    return {name for name in before if before[name] != after[name]}


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        (f"checks/{FLATTEN}.py", {"checks"}),
        (f"checks/{OTHER}.py", {"other checks"}),
        ("checking/common_hints.py", {"checks", "other checks"}),
        ("checking/exceptions/__init__.py", {"checks", "other checks"}),
        ("judging/recording.py", {"checks", "other checks"}),
        ("source.py", {"checks", "other checks"}),
        ("sandbox/worker.py", {"environment"}),
        ("evidence/codec.py", {"environment"}),
        ("data/profile.py", {"environment"}),
        ("report/terminal.py", set()),
        ("commands/progress.py", set()),
        ("cli/judging.py", set()),
    ],
)
def test_a_changed_module_changes_the_digest_of_what_it_decides(
    name: str, changed: set[str], package: Path, data: DataSource
) -> None:
    assert changed_by(package / name, package, data) == changed


def test_a_module_more_is_a_change_too(package: Path, data: DataSource) -> None:
    before = digests(package, data)
    (package / "sandbox" / "another.py").write_bytes(b"")
    after = digests(package, data)
    assert {name for name in before if before[name] != after[name]} == {"environment"}


def test_the_reference_is_the_answer_key_and_nothing_else_is(package: Path, data: DataSource) -> None:
    before = digests(package, data)
    exercise = copied_exercise(package, FLATTEN)
    exercise.reference.write_bytes(exercise.reference.read_bytes() + b"\n")
    assert answer_key_digest(exercise) != before["answer key"]
    assert checks_digest(exercise) == before["checks"]


@pytest.mark.parametrize(
    "changed",
    [{field: "other"} for field in ("python", "tensorflow", "keras", "scikit_learn", "isolation", "profile")]
    + [{"data": "standin"}, {"seed": 43}],
    ids=lambda changed: next(iter(changed)),
)
def test_versions_data_isolation_and_profile_are_the_environment(
    changed: dict[str, object], data: DataSource
) -> None:
    environment = msgspec.structs.replace(ENVIRONMENT, **changed)
    before = environment_digest(ENVIRONMENT, data, Limits())
    assert environment_digest(environment, data, Limits()) != before


def test_what_it_is_computed_on_is_not_known_beforehand_and_does_not_count(data: DataSource) -> None:
    on_gpu = msgspec.structs.replace(ENVIRONMENT, device="gpu")
    assert environment_digest(on_gpu, data, Limits()) == environment_digest(ENVIRONMENT, data, Limits())


def test_every_limit_counts(data: DataSource) -> None:
    before = environment_digest(ENVIRONMENT, data, Limits())
    for name, value in msgspec.structs.asdict(Limits()).items():
        limits = msgspec.structs.replace(Limits(), **{name: value + 1})
        assert environment_digest(ENVIRONMENT, data, limits) != before, name


def test_what_has_really_been_trained_is_told_apart(data: DataSource) -> None:
    before = environment_digest(ENVIRONMENT, data, Limits())
    assert environment_digest(ENVIRONMENT, data, Limits(), full_training=True) != before


def test_the_bytes_of_the_data_count_and_where_they_lie_does_not(data: DataSource, tmp_path: Path) -> None:
    before = environment_digest(ENVIRONMENT, data, Limits())
    moved = DataSource(data.name, Path(shutil.copytree(data.folder, tmp_path / "moved")))
    assert environment_digest(ENVIRONMENT, moved, Limits()) == before
    file = data.folder / "train-labels-idx1-ubyte.gz"
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    forget()
    assert environment_digest(ENVIRONMENT, data, Limits()) != before


FILES = {f"{EXERCISE}.py": b"x = 1\n", "ch07_1/helper.py": b"y = 2\n"}


def test_the_content_is_the_same_however_it_was_packed(tmp_path: Path) -> None:
    packed = [
        as_folder(tmp_path / "folder", FILES),
        as_zip(tmp_path / "packed.zip", FILES),
        as_tar(tmp_path / "packed.tar.gz", FILES),
    ]
    found = {
        content_digest(stage(candidate, tmp_path / f"{number}")) for number, candidate in enumerate(packed)
    }
    assert len(found) == 1


def test_any_file_of_a_submission_is_its_content(tmp_path: Path) -> None:
    found = {
        content_digest(stage(as_folder(tmp_path / f"folder {number}", files), tmp_path / f"{number}"))
        for number, files in enumerate(
            [
                FILES,
                {**FILES, f"{EXERCISE}.py": b"x = 2\n"},
                {**FILES, "ch07_1/helper.py": b"y = 3\n"},
                {**FILES, "notes.txt": b""},
                {f"{EXERCISE}.py": b"x = 1\n", "ch07_1/helpers.py": b"y = 2\n"},
            ]
        )
    }
    assert len(found) == 5


def test_no_two_lists_of_digests_are_joined_to_one() -> None:
    assert keys.joined(("ab", "c")) != keys.joined(("a", "bc"))
    assert keys.joined(("a", "b")) != keys.joined(("b", "a"))
    assert keys.joined(("a",)) != keys.joined(("a", ""))


def test_whatever_running_and_judging_import_is_in_a_digest() -> None:
    graph = grimp.build_graph("grader", cache_dir=None)
    needed = {"grader.judging.judge", "grader.sandbox.worker", "grader.sandbox.zygote"}
    needed |= {module for start in needed for module in graph.find_upstream_modules(start)}
    parts = {module.split(".")[1] for module in needed if "." in module}
    digested = {name.removesuffix(".py") for name in (*keys._RUNNING, *keys._JUDGING)}
    # What the catalogue reads is the reference, which is the answer key; words and their form decide nothing.
    assert parts - digested == {"catalog", "language", "report"}
