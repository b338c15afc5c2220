"""The key gives back what was written, the same content gives the same bytes, and damage is as no key."""

import json
import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.evidence.vocabulary import array
from grader.training.estimator.recipe import ValidatedEstimator
from grader.training.key import Key, key_of, write_key
from grader.training.key.archive import DamagedError, write_archive
from grader.training.key.index import KeptExercise, MadeWith, made_here, summary_of
from grader.training.recipes import Result, result_codec
from tests.training.test_cache import DIGESTS, trained

SIZE = 5_000
RESULTS: dict[str, Result] = {digest: trained(number, SIZE) for number, digest in enumerate(DIGESTS)}


def kept(*digests: str) -> KeptExercise:
    return KeptExercise("0" * 64, {digest: summary_of(RESULTS[digest]) for digest in digests})


def written(folder: Path) -> Key:
    profiles = {"full": {"ch07_2/e04": kept(*DIGESTS[:2])}, "small": {"ch07_2/e04": kept(*DIGESTS[1:])}}
    write_key(folder, made_here(data="synthetic", device="cpu"), profiles, RESULTS)
    return Key(folder)


@pytest.fixture
def key(tmp_path: Path) -> Key:
    return written(tmp_path / "key")


def test_every_result_is_given_back_and_no_other(key: Key) -> None:
    assert {digest: key.get(digest) for digest in DIGESTS} == RESULTS
    assert key.get("f" * 64) is None
    key.check()


def test_the_key_of_a_course_lies_beside_its_references(tmp_path: Path) -> None:
    written(tmp_path / "reference" / "key")
    assert key_of(tmp_path).get(DIGESTS[0]) == RESULTS[DIGESTS[0]]


def test_the_index_says_which_trainings_of_what(key: Key) -> None:
    index = json.loads((key.folder / "index.json").read_text())
    assert index["made_with"]["data"] == "synthetic"
    assert index["made_with"]["libraries"]["keras"]
    training = index["profiles"]["full"]["ch07_2/e04"]["trainings"][DIGESTS[0]]
    assert (training["kind"], training["epochs"]) == ("network", 2)


def test_the_last_figures_of_a_training_are_told_and_seconds_are_not() -> None:
    scores = {"test_score": array(np.array([0.5, 0.7])), "fit_time": array(np.array([1.0, 2.0]))}
    found = ValidatedEstimator(scores=scores, cautions=(), fold_cautions=(), random=None, seconds=1.0)
    assert summary_of(found).metrics == {"test_score": 0.6}


def test_the_same_content_gives_the_same_bytes_in_whatever_order() -> None:
    first, second = BytesIO(), BytesIO()
    write_archive(first, RESULTS, result_codec)
    write_archive(second, dict(reversed(RESULTS.items())), result_codec)
    assert first.getvalue() == second.getvalue()


def test_equal_arrays_are_kept_once() -> None:
    file = BytesIO()
    same: dict[str, Result] = {digest: trained(7, SIZE) for digest in DIGESTS}
    write_archive(file, same, result_codec)
    assert sum(name.startswith("arrays/") for name in ZipFile(file).namelist()) == 1


def test_without_a_key_nothing_is_known(tmp_path: Path) -> None:
    key = Key(tmp_path / "none")
    assert key.get(DIGESTS[0]) is None
    assert key.index() is None
    key.check()


@settings(max_examples=300, deadline=None)
@given(position=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_a_damaged_archive_gives_what_was_written_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, position: int, bit: int
) -> None:
    key = written(tmp_path_factory.mktemp("key"))
    archive = key.folder / "trainings.zip"
    content = bytearray(archive.read_bytes())
    content[position % len(content)] ^= 1 << bit
    archive.write_bytes(content)
    assert all(key.get(digest) in (None, RESULTS[digest]) for digest in DIGESTS)
    with pytest.raises(DamagedError):
        key.check()


@pytest.mark.parametrize("content", [b"", b"PK", b"nothing of the kind" * 1000])
def test_what_is_no_archive_is_damage(key: Key, content: bytes) -> None:
    (key.folder / "trainings.zip").write_bytes(content)
    assert key.get(DIGESTS[0]) is None
    with pytest.raises(DamagedError):
        key.check()


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"format": 99}'])
def test_what_is_no_index_is_damage(key: Key, content: str) -> None:
    (key.folder / "index.json").write_text(content)
    with pytest.raises(DamagedError):
        key.index()


def test_an_archive_that_is_not_the_indexs_is_damage(key: Key) -> None:
    others: dict[str, Result] = {digest: trained(9) for digest in DIGESTS}
    with (key.folder / "trainings.zip").open("wb") as file:
        write_archive(file, others, result_codec)
    with pytest.raises(DamagedError, match="index"):
        key.check()


def test_a_key_is_replaced_whole_or_not_at_all(key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {file.name: file.read_bytes() for file in key.folder.iterdir()}
    with pytest.raises(LookupError):
        write_key(key.folder, made_here(), {"full": {"ch07_2/e04": kept(*DIGESTS)}}, {})

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full_disk)
    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="No space"):
        written(key.folder)
    assert {file.name: file.read_bytes() for file in key.folder.iterdir()} == before


def test_what_a_key_was_made_with_is_compared_in_words() -> None:
    made = MadeWith({"keras": "3.14.0", "numpy": "2.4.0"}, "fashion-mnist", "cpu", "Linux x86_64")
    here = MadeWith({"keras": "3.15.1", "numpy": "2.4.0"}, "synthetic", "", "Windows AMD64")
    assert made.differences(here) == (
        "keras 3.14.0 (here 3.15.1)",
        "data fashion-mnist (here synthetic)",
    )
    assert not made.differences(made)
