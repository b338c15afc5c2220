from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from grader.data import DataError, Dataset, DataSource, Profile, load

if TYPE_CHECKING:
    from pathlib import Path

    from grader.data.dataset import UInt8Array
    from tests.data.conftest import Fill


def number_of(images: UInt8Array) -> list[int]:
    """Return which image of its file each is: `fill` wrote it into the first two pixels."""
    return [int(high) * 256 + int(low) for high, low in images[:, 0, :2]]


def test_full_is_everything(tmp_path: Path, fill: Fill) -> None:
    found = load(DataSource("custom", fill(tmp_path, 40, 20)), Profile.FULL)
    assert number_of(found.train_input) == list(range(40))
    assert number_of(found.test_input) == list(range(20))
    assert found.name == "custom"


def test_small_is_the_first_of_each_class_in_their_order(tmp_path: Path, fill: Fill) -> None:
    found = load(DataSource("custom", fill(tmp_path, 5000, 1500)), Profile.SMALL)
    assert found.train_input.shape == (3000, 28, 28)
    assert found.test_input.shape == (1000, 28, 28)
    assert np.bincount(found.train_target).tolist() == [300] * 10
    assert np.bincount(found.test_target).tolist() == [100] * 10
    # `fill` has the classes in turn, so that the first of each are the first of all.
    assert number_of(found.train_input) == list(range(3000))
    assert number_of(found.test_input) == list(range(1000))


@pytest.mark.parametrize("profile", list(Profile))
def test_arrays_are_read_only_bytes(tmp_path: Path, fill: Fill, profile: Profile) -> None:
    found = load(DataSource("custom", fill(tmp_path, 3000, 1000)), profile)
    for array in (found.train_input, found.train_target, found.test_input, found.test_target):
        assert array.dtype == np.uint8
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_small_of_too_few_is_an_error(tmp_path: Path, fill: Fill) -> None:
    with pytest.raises(DataError, match="holds 299 labels of the class Ankle boot"):
        load(DataSource("custom", fill(tmp_path, 2999, 1000)), Profile.SMALL)


@pytest.mark.parametrize("name", ["fashion-mnist", "synthetic"])
def test_a_known_name_with_other_sizes_is_an_error(tmp_path: Path, fill: Fill, name: str) -> None:
    with pytest.raises(DataError, match="holds 3000 images where 60000 belong") as caught:
        load(DataSource(name, fill(tmp_path, 3000, 1000)), Profile.SMALL)
    assert caught.value.file == tmp_path / "train-images-idx3-ubyte.gz"


def test_a_dataset_leaves_the_callers_arrays_writable() -> None:
    images, labels = np.zeros((1, 28, 28), np.uint8), np.zeros(1, np.uint8)
    Dataset(images, labels, images, labels, "custom")
    assert images.flags.writeable


def test_a_profile_is_its_word() -> None:
    assert Profile("small") is Profile.SMALL
    assert Profile.FULL.value == "full"
