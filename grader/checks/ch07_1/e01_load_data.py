"""Judges ch07_1/e01_load_data."""

from __future__ import annotations

import numpy as np
import pytest

from grader.checking.expect import as_array, as_items
from grader.checking.finding import Finding
from grader.checking.hint import Hint, hint
from grader.checking.lesson import Lesson, Values
from grader.checking.marks import check
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Array, Evidence, Sequence
from grader.language import Text

READ = Text(en="Section 7-1, the Fashion-MNIST data", ko="7-1절 패션 MNIST")
NAMES = ("train_input", "train_target", "test_input", "test_target")

NOT_IN_PAIRS = hint(
    "four_values_instead_of_pairs",
    "Four values in a row came back; two pairs are asked for. Put brackets around each: `return "
    "(train_input, train_target), (test_input, test_target)`.",
    "값 네 개가 한 줄로 나왔습니다. 두 쌍이 필요합니다. 괄호로 묶으세요: `return (train_input, "
    "train_target), (test_input, test_target)`.",
    read=READ,
)
ONE_PAIR_ONLY = hint(
    "one_pair_only",
    "Only one pair of arrays came back. `load_data()` of Keras gives two, the training part and the test "
    "part: return both, `(train_input, train_target), (test_input, test_target)`.",
    "배열 한 쌍만 나왔습니다. 케라스의 `load_data()`는 훈련 세트와 테스트 세트를 모두 줍니다. `(train_input, "
    "train_target), (test_input, test_target)`처럼 둘 다 돌려주세요.",
    read=READ,
)
ARRAYS_SWAPPED = hint(
    "arrays_in_another_place",
    "`{name}` has the shape {actual}, which belongs to another of the four arrays. The order is "
    "`(train_input, train_target), (test_input, test_target)`, the same in which Keras gives them.",
    "`{name}`의 크기가 {actual}인데, 이것은 네 배열 중 다른 배열의 크기입니다. 순서는 케라스가 주는 것과 "
    "같은 `(train_input, train_target), (test_input, test_target)`입니다.",
    read=READ,
)
NOT_ALL_OF_THEM = hint(
    "images_left_out",
    "`{name}` should have the shape {expected}, but it has {actual}. Return every image as it was loaded: no "
    "part of them, and not flattened yet; splitting and flattening come later in the section.",
    "`{name}`의 크기가 {expected}이어야 하는데 {actual}입니다. 불러온 이미지를 그대로 모두 돌려주세요. "
    "일부만 고르거나 펼치지 마세요. 나누기와 펼치기는 뒤에서 합니다.",
    read=READ,
)
NOT_RAW = hint(
    "not_the_raw_pixels",
    "`{name}` holds {actual}, but the data come as uint8, whole numbers from 0 to 255. Do not divide or "
    "convert them here; scaling is an exercise of its own.",
    "`{name}`의 자료형이 {actual}입니다. 원래 데이터는 uint8, 0부터 255까지의 정수입니다. 여기서는 나누거나 "
    "변환하지 마세요. 크기 조정은 다음 문제에서 합니다.",
    read=READ,
)
REORDERED = hint(
    "rows_reordered",
    "The labels in `{name}` are the right ones in another order. Leave the rows in the order in which Keras "
    "gives them: no shuffling, no sorting.",
    "`{name}`의 레이블은 맞지만 순서가 다릅니다. 섞거나 정렬하지 말고 케라스가 준 순서를 그대로 두세요.",
    read=READ,
)
OTHER_DATA = hint(
    "other_data_set",
    "The shapes are right, but `{name}` does not hold Fashion-MNIST. Load it with "
    "`keras.datasets.fashion_mnist.load_data()`; `mnist` without `fashion_` is the data set of handwritten "
    "digits.",
    "크기는 맞지만 `{name}`의 값이 패션 MNIST가 아닙니다. `keras.datasets.fashion_mnist.load_data()`로 "
    "불러오세요. `fashion_`이 없는 `mnist`는 손글씨 숫자 데이터입니다.",
    read=READ,
)


@pytest.fixture(scope="module")
def loaded(student: Subject) -> Evidence:
    """Return what the student's `load_data` returned; it is called once, 55 MB."""
    return student.load_data()


@pytest.fixture(scope="module")
def expected(full_lesson: Lesson) -> dict[str, Values]:
    """Return the four arrays by name; the reference need not load what is known."""
    return {name: getattr(full_lesson.dataset, name) for name in NAMES}


def _arrays(loaded: Evidence) -> dict[str, Array]:
    """Return the student's four arrays by name, which may be too large to have been sent."""
    inside = loaded.items if isinstance(loaded, Sequence) else ()
    if len(inside) in (2, 4) and all(isinstance(item, Array) for item in inside):
        raise Finding(
            ONE_PAIR_ONLY if len(inside) == 2 else NOT_IN_PAIRS,
            expected="(train_input, train_target), (test_input, test_target)",
            actual=f"{len(inside)} arrays",
        )
    train, test = as_items(loaded, "load_data", ("(train_input, train_target)", "(test_input, test_target)"))
    items = (*as_items(train, "load_data", NAMES[:2]), *as_items(test, "load_data", NAMES[2:]))
    # What is no array has no shape to be judged: `as_array` says so.
    return {
        name: item if isinstance(item, Array) and item.data is None else _described(item)
        for name, item in zip(NAMES, items, strict=True)
    }


def _described(item: Evidence) -> Array:
    as_array(item, "load_data")
    assert isinstance(item, Array)
    return item


@check(0.5, NOT_ALL_OF_THEM)
def test_returns_two_pairs_of_arrays(loaded: Evidence, expected: dict[str, Values]) -> None:
    """Two pairs come back: training images and labels, test images and labels, all of them.

    훈련 이미지와 레이블, 테스트 이미지와 레이블이 두 쌍으로 빠짐없이 나옵니다.
    """
    arrays = _arrays(loaded)
    shapes = [values.shape for values in expected.values()]
    for name, values in arrays.items():
        wanted = expected[name].shape
        if values.shape != wanted:
            chosen: Hint = ARRAYS_SWAPPED if values.shape in shapes else NOT_ALL_OF_THEM
            raise Finding(chosen, expected=str(wanted), actual=str(values.shape), name=name)


@check(0.5, NOT_RAW, after="test_returns_two_pairs_of_arrays")
def test_leaves_the_pixels_as_they_are(loaded: Evidence) -> None:
    """The arrays hold uint8, as loaded: neither divided nor converted.

    배열은 불러온 그대로 uint8입니다. 나누거나 변환하지 않습니다.
    """
    for name, values in _arrays(loaded).items():
        if values.dtype != "uint8":
            raise Finding(NOT_RAW, expected="uint8", actual=values.dtype, name=name)


@check(1.0, OTHER_DATA, after="test_leaves_the_pixels_as_they_are")
def test_is_fashion_mnist(loaded: Evidence, expected: dict[str, Values]) -> None:
    """Images and labels are those of Fashion-MNIST, in their order.

    이미지와 레이블은 패션 MNIST의 것이고 순서도 같습니다.
    """
    for name, values in _arrays(loaded).items():
        actual, wanted = as_array(values, "load_data"), expected[name]
        if np.array_equal(actual, wanted):
            continue
        if name.endswith("target") and np.array_equal(np.sort(actual), np.sort(wanted)):
            raise Finding(REORDERED, expected=_said(wanted), actual=_said(actual), name=name)
        raise Finding(OTHER_DATA, expected=_said(wanted), actual=_said(actual), name=name)


def _said(values: Values) -> str:
    if values.ndim == 1:
        return " ".join(str(label) for label in values[:10])
    return f"pixels of {values.mean():.4g} on average"
