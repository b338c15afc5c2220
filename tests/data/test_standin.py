from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import pytest

from grader.data import CLASS_NAMES, Dataset, synthetic
from grader.data._drawing import GARMENTS
from grader.data._sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

# The digests of what seed 42 draws, 60,000 and 1,000 images: no platform and no version of NumPy may change
# them. If you change the drawings on purpose, change them here, and the number in `locate.standin_folder`.
FULL_DIGEST = "6074dd5ab7aa5a9f4e47a1e85723ebab15278394d6347b167bac73fb2703f178"
DIGEST = "9f2c2df2f199ebb5e0f12e9c9fbf718fcacf0801de850f95eaa38fd7da5e29cb"


@pytest.fixture(scope="module")
def drawn() -> Dataset:
    return synthetic(train=1000, test=500)


def test_shapes_and_dtypes_are_those_of_fashion_mnist(drawn: Dataset) -> None:
    assert drawn.train_input.shape == (1000, 28, 28)
    assert drawn.train_target.shape == (1000,)
    assert drawn.test_input.shape == (500, 28, 28)
    assert drawn.test_target.shape == (500,)
    for array in (drawn.train_input, drawn.train_target, drawn.test_input, drawn.test_target):
        assert array.dtype == np.uint8
        assert not array.flags.writeable
    assert drawn.name == "synthetic"


def test_classes_are_balanced(drawn: Dataset) -> None:
    assert np.bincount(drawn.train_target).tolist() == [100] * 10
    assert np.bincount(drawn.test_target).tolist() == [50] * 10


def test_order_is_shuffled(drawn: Dataset) -> None:
    assert len(np.unique(drawn.train_target[:100])) == 10


def test_there_is_one_garment_per_class_in_order() -> None:
    assert [garment.__name__ for garment in GARMENTS] == [
        name.split("/")[0].lower().replace("-", "_").replace(" ", "_") for name in CLASS_NAMES
    ]


def test_the_same_seed_draws_the_same_bytes_everywhere(drawn: Dataset) -> None:
    assert hashlib.sha256(drawn.train_input.tobytes()).hexdigest() == DIGEST


def test_the_same_seed_draws_the_same_60000_everywhere() -> None:
    # Where float64 slips in, NumPy 1 and 2 round a few pixels differently: the small set did not show it.
    whole = synthetic(test=10)
    assert whole.train_input.shape == (60_000, 28, 28)
    assert hashlib.sha256(whole.train_input.tobytes()).hexdigest() == FULL_DIGEST


@pytest.mark.parametrize("garment", GARMENTS)
def test_drawings_are_float32_all_the_way(garment: Callable[[Sheet], None]) -> None:
    sheet = Sheet(np.random.default_rng(1), 2)
    garment(sheet)
    assert sheet.canvas.dtype == np.float32


def test_the_same_seed_gives_the_same_labels(drawn: Dataset) -> None:
    again = synthetic(train=1000, test=500)
    assert (again.train_target == drawn.train_target).all()
    assert (again.test_input == drawn.test_input).all()


def test_another_seed_draws_others(drawn: Dataset) -> None:
    assert (synthetic(seed=7, train=1000, test=10).train_input != drawn.train_input).any()


def test_no_image_is_empty_or_drawn_twice(drawn: Dataset) -> None:
    images = np.concatenate([drawn.train_input, drawn.test_input])
    assert (images.max(axis=(1, 2)) > 0).all()
    assert len({image.tobytes() for image in images}) == len(images)


def test_corners_are_background_as_in_fashion_mnist(drawn: Dataset) -> None:
    assert np.median(drawn.train_input[:, 0, 0]) == 0
    assert 0.3 < (drawn.train_input == 0).mean() < 0.8


def test_the_nearest_class_mean_is_mostly_but_not_always_right(drawn: Dataset) -> None:
    # Neither noise nor trivial: a metric on these must be able to tell a mistake from none.
    train = drawn.train_input.reshape(-1, 784).astype(float)
    means = np.stack([train[drawn.train_target == label].mean(axis=0) for label in range(10)])
    test = drawn.test_input.reshape(-1, 784).astype(float)
    found = ((test[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    assert 0.4 < (found == drawn.test_target).mean() < 0.9


@pytest.mark.parametrize("n", [0, 15, -10])
def test_sizes_that_cannot_be_balanced_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match="evenly"):
        synthetic(train=n, test=10)
