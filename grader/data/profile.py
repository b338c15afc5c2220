"""How much of the data an exercise sees."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from grader.data.dataset import CLASS_NAMES, Dataset
from grader.data.error import DataError
from grader.data.files import FILE_NAMES, SIZES
from grader.data.idx import read_pair
from grader.language import Text

if TYPE_CHECKING:
    from pathlib import Path

    from grader.data.dataset import UInt8Array
    from grader.data.locate import DataSource

SMALL_TRAIN_PER_CLASS = 300
SMALL_TEST_PER_CLASS = 100


class Profile(str, Enum):
    """Which part of a data set is used."""

    SMALL = "small"
    """The first 300 training and 100 test images of each class: for tests, demos and quick first passes."""
    FULL = "full"
    """Everything."""


def load(source: DataSource, profile: Profile) -> Dataset:
    """Return the data in `source`: all of them, or `Profile.SMALL`'s fixed part in its order of occurrence.

    Full Fashion-MNIST: uint8, (60000, 28, 28) and (10000, 28, 28). Small, of any source: (3000, 28, 28) and
    (1000, 28, 28). Labels: uint8, (n,).

    Raises:
        DataError: if a file cannot be used, holds another number of images than its name stands for, or has
            too few of a class for the small profile.
    """
    parts: list[UInt8Array] = []
    per_class = (SMALL_TRAIN_PER_CLASS, SMALL_TEST_PER_CLASS)
    for (images_name, labels_name), size, each in zip(FILE_NAMES, SIZES, per_class, strict=True):
        images, labels = read_pair(source.folder / images_name, source.folder / labels_name)
        if source.name != "custom" and len(images) != size:
            raise _wrong_size(source.folder / images_name, len(images), size)
        if profile is Profile.SMALL:
            chosen = _first_of_each_class(labels, each, source.folder / labels_name)
            images, labels = images[chosen], labels[chosen]
        parts += images, labels
    train_input, train_target, test_input, test_target = parts
    return Dataset(train_input, train_target, test_input, test_target, source.name)


def _first_of_each_class(
    labels: UInt8Array, each: int, file: Path
) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Return where the first `each` labels of every class are, in ascending order: intp, (10 * each,)."""
    places = [np.flatnonzero(labels == label)[:each] for label in range(len(CLASS_NAMES))]
    for name, found in zip(CLASS_NAMES, places, strict=True):
        if len(found) < each:
            problem = Text(
                en=f"holds {len(found)} labels of the class {name}, and the small profile takes {each}",
                ko=f"{name} 클래스의 레이블이 {len(found)}개뿐인데 small 프로필은 {each}개를 씁니다",
            )
            remedy = Text(en="use the full profile or other data", ko="full 프로필이나 다른 데이터를 쓰세요")
            raise DataError(file, problem, remedy)
    return np.sort(np.concatenate(places))


def _wrong_size(file: Path, found: int, expected: int) -> DataError:
    problem = Text(
        en=f"holds {found} images where {expected} belong",
        ko=f"이미지가 {expected}개가 아니라 {found}개입니다",
    )
    remedy = Text(
        en="delete the folder's four files and fetch them again",
        ko="폴더의 네 파일을 지우고 다시 내려받으세요",
    )
    return DataError(file, problem, remedy)
