"""Judges ch07_1/e05_standardize."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grader.checking.common_hints import INPUT_CHANGED
from grader.checking.expect import arguments_left_alone, as_array, as_items, finite, same_shape, same_values
from grader.checking.finding import Finding
from grader.checking.hint import Hint, hint
from grader.checking.marks import check
from grader.checking.strategies import Values, drawn
from grader.checking.subject import Subject
from grader.language import Text

READ = Text(en="Section 7-1, the linear model; StandardScaler", ko="7-1절 선형 모델, StandardScaler")

FITTED_ON_TEST = hint(
    "scaler_fitted_on_test",
    "The test part was standardised by its own mean and deviation: the scaler was fitted again. Fit once, on "
    "the training part, and write `scaler.transform(test_flat)`, without `fit_`, for the test part.",
    "테스트 세트를 테스트 세트 자신의 평균과 표준편차로 변환했습니다. 스케일러를 다시 학습한 것입니다. 훈련 "
    "세트로 한 번만 학습하고 테스트 세트에는 `fit_` 없이 `scaler.transform(test_flat)`을 쓰세요.",
    read=READ,
)
FITTED_ON_BOTH = hint(
    "scaler_fitted_on_both",
    "Mean and deviation were taken over the training and the test part together. Fit on `train_flat` alone: "
    "what the test part looks like must not be known before testing.",
    "훈련 세트와 테스트 세트를 합쳐서 평균과 표준편차를 구했습니다. `train_flat`만으로 학습하세요. 테스트 "
    "세트의 정보는 테스트하기 전에 쓰면 안 됩니다.",
    read=READ,
)
ONLY_ON_TEST = hint(
    "scaler_fitted_on_test_only",
    "Mean and deviation were taken over the test part, for both. Fit on `train_flat`: "
    "`scaler.fit(train_flat)`.",
    "두 세트 모두 테스트 세트의 평균과 표준편차로 변환했습니다. `scaler.fit(train_flat)`처럼 훈련 세트로 "
    "학습하세요.",
    read=READ,
)
PARTS_SWAPPED = hint(
    "standardized_parts_swapped",
    "Both parts are right, but the test part comes first. Return `train_std, test_std`.",
    "두 배열의 값은 맞지만 테스트 세트가 먼저 나왔습니다. `train_std, test_std` 순서로 돌려주세요.",
    read=READ,
)
NOT_TRANSFORMED = hint(
    "not_transformed",
    "The {part} part came back unchanged. `fit` only learns mean and deviation; `transform` returns the new "
    "array: `x_std = scaler.transform(x)`.",
    "{part_ko} 세트가 그대로 나왔습니다. `fit`은 평균과 표준편차를 구하기만 합니다. 변환된 배열은 "
    "`transform`이 돌려줍니다: `x_std = scaler.transform(x)`.",
    read=READ,
)
NOT_PER_COLUMN = hint(
    "not_per_column",
    "Mean and deviation were not taken column by column. Each pixel position has its own: `x.mean(axis=0)`, "
    "`x.std(axis=0)`; without `axis` there is one for all the pixels, with `axis=1` one per image.",
    "평균과 표준편차를 열마다 구하지 않았습니다. 픽셀 위치마다 따로 구해야 합니다: `x.mean(axis=0)`, "
    "`x.std(axis=0)`. `axis`가 없으면 전체에서 하나, `axis=1`이면 이미지마다 하나가 나옵니다.",
    read=READ,
)
SAMPLE_DEVIATION = hint(
    "sample_deviation",
    "The standard deviation was computed with n - 1 (`ddof=1`, the default of pandas). `StandardScaler` and "
    "`np.std` divide by n.",
    "표준편차를 n - 1로 나누어 구했습니다(`ddof=1`, 판다스의 기본값). `StandardScaler`와 `np.std`는 n으로 "
    "나눕니다.",
    read=READ,
)
ONLY_HALF = hint(
    "only_centred_or_only_scaled",
    "One of the two steps is missing: first subtract the mean of the column, then divide by its standard "
    "deviation (not by the variance).",
    "두 단계 중 하나가 빠졌습니다. 먼저 열의 평균을 빼고, 그다음 표준편차(분산이 아님)로 나누세요.",
    read=READ,
)
OTHER_SCALING = hint(
    "another_scaling",
    "The values were brought into the range 0 to 1 (`MinMaxScaler`). Asked for is mean 0 and standard "
    "deviation 1: `StandardScaler`.",
    "값을 0~1 범위로 바꾸었습니다(`MinMaxScaler`). 평균이 0, 표준편차가 1이 되도록 `StandardScaler`를 "
    "쓰세요.",
    read=READ,
)
WRONG_STANDARDIZED = hint(
    "wrong_standardized_values",
    "The {part} part should be (x - mean) / deviation, column by column, with mean and deviation of the "
    "training part: expected {expected}, got {actual}.",
    "{part_ko} 세트는 훈련 세트의 평균과 표준편차로 열마다 (x - 평균) / 표준편차를 계산한 값이어야 합니다. "
    "{expected}이어야 하는데 {actual}입니다.",
    read=READ,
)
CONSTANT_COLUMN = hint(
    "constant_column",
    "Where a column of the training part is constant, its standard deviation is 0 and the division goes "
    "wrong: {actual}. Divide such columns by 1, `std[std == 0] = 1`; a tiny number added to 0 is not enough. "
    "`StandardScaler` takes care of it.",
    "훈련 세트에서 값이 모두 같은 열은 표준편차가 0이라서 나눗셈이 잘못됩니다: {actual}. 이런 열은 `std[std "
    "== 0] = 1`처럼 1로 나누세요. 0에 아주 작은 수를 더하는 것으로는 부족합니다. `StandardScaler`는 이것을 "
    "알아서 처리합니다.",
    read=READ,
)

Pair = tuple[Values, Values]


def _by(source: Values, *arrays: Values, ddof: int = 0) -> Pair:
    mean, deviation = source.mean(axis=0), source.std(axis=0, ddof=ddof)
    first, second = ((x - mean) / deviation for x in arrays)
    return first, second


def _by_range(low: Values, high: Values, *arrays: Values) -> Pair:
    first, second = ((x - low) / (high - low) for x in arrays)
    return first, second


# What each mistake makes of the two parts; the first that fits is named.
MISTAKES: tuple[tuple[Hint, Callable[[Values, Values], Pair]], ...] = (
    (FITTED_ON_TEST, lambda train, test: (_by(train, train, train)[0], _by(test, test, test)[0])),
    (FITTED_ON_BOTH, lambda train, test: _by(np.concatenate([train, test]), train, test)),
    (ONLY_ON_TEST, lambda train, test: _by(test, train, test)),
    (PARTS_SWAPPED, lambda train, test: _by(train, test, train)),
    (SAMPLE_DEVIATION, lambda train, test: _by(train, train, test, ddof=1)),
    (NOT_PER_COLUMN, lambda train, test: _by(train.reshape(-1), train, test)),
    (
        NOT_PER_COLUMN,
        lambda train, test: (_by(train.T, train.T, train.T)[0].T, _by(test.T, test.T, test.T)[0].T),
    ),
    (OTHER_SCALING, lambda train, test: _by_range(train.min(axis=0), train.max(axis=0), train, test)),
    (OTHER_SCALING, lambda train, test: _by_range(train.min(), train.max(), train, test)),
    (ONLY_HALF, lambda train, test: (train - train.mean(axis=0), test - train.mean(axis=0))),
    (ONLY_HALF, lambda train, test: (train / train.std(axis=0), test / train.std(axis=0))),
    (
        ONLY_HALF,
        lambda train, test: _by_range(
            train.mean(axis=0), train.mean(axis=0) + train.var(axis=0), train, test
        ),
    ),
)


def parts(minimum: int = 4) -> st.SearchStrategy[Pair]:
    """Return training and test parts, `minimum` to 12 rows each of 784 pixels.

    They are multiples of 1/256, so that the mean of a constant column is exactly that constant.
    """

    def pair(drawn_values: tuple[int, int, int]) -> Pair:
        rows, test_rows, seed = drawn_values
        generator = np.random.default_rng(seed)
        train, test = (generator.integers(0, 256, (n, 784)) / 256.0 for n in (rows, test_rows))
        return train, test * 0.5

    return st.tuples(st.integers(minimum, 12), st.integers(minimum, 12), st.integers(0, 2**32 - 1)).map(pair)


def _two_parts(student: Subject, train: Values, test: Values) -> Pair:
    items = as_items(student.standardize(train, test), "standardize", ("train_std", "test_std"))
    found = as_array(items[0], "standardize"), as_array(items[1], "standardize")
    if found[0].shape != train.shape and (found[0].shape, found[1].shape) == (test.shape, train.shape):
        raise Finding(PARTS_SWAPPED, expected=str(train.shape), actual=str(found[0].shape))
    same_shape(found[0], train.shape)
    same_shape(found[1], test.shape)
    return found


def _judge(found: Pair, wanted: Pair, given_parts: Pair, part: int) -> None:
    finite(found[part])
    if _near(found[part], wanted[part]):
        return
    for chosen, mistake in MISTAKES:
        with np.errstate(all="ignore"):
            wrong = mistake(*given_parts)
        if _near(found[0], wrong[0]) and _near(found[1], wrong[1]):
            same_values(found[part], wanted[part], hint=chosen, rtol=TOLERANCE, atol=TOLERANCE)
    names = {"part": ("training", "test")[part], "part_ko": ("훈련", "테스트")[part]}
    chosen = NOT_TRANSFORMED if _near(found[part], given_parts[part]) else WRONG_STANDARDIZED
    same_values(found[part], wanted[part], hint=chosen, rtol=TOLERANCE, atol=TOLERANCE, **names)


# A float32 answer may be that far off where the pixels of a column hardly differ; every mistake is further.
TOLERANCE = 1e-3


def _near(actual: Values, expected: Values) -> bool:
    return actual.shape == expected.shape and np.allclose(actual, expected, rtol=TOLERANCE, atol=TOLERANCE)


@check(1.0, WRONG_STANDARDIZED)
@drawn
@given(pair=parts())
def test_standardizes_the_training_part(student: Subject, reference: Subject, pair: Pair) -> None:
    """Every column of the training part has mean 0 and standard deviation 1.

    훈련 세트의 모든 열은 평균이 0, 표준편차가 1입니다.
    """
    found, wanted = _two_parts(student, *pair), _two_parts(reference, *pair)
    _judge(found, wanted, pair, 0)


@check(1.0, FITTED_ON_TEST, after="test_standardizes_the_training_part")
@drawn
@given(pair=parts())
def test_transforms_the_test_part_like_the_training_part(
    student: Subject, reference: Subject, pair: Pair
) -> None:
    """The test part is standardised by the mean and deviation of the training part, not by its own.

    테스트 세트는 자신이 아니라 훈련 세트의 평균과 표준편차로 표준화합니다.
    """
    found, wanted = _two_parts(student, *pair), _two_parts(reference, *pair)
    _judge(found, wanted, pair, 1)


@check(0.5, CONSTANT_COLUMN, after="test_transforms_the_test_part_like_the_training_part", hidden=True)
@drawn
@given(pair=parts(minimum=1))
def test_divides_constant_columns_by_1(student: Subject, reference: Subject, pair: Pair) -> None:
    """A column that is constant over the training part is not divided by 0.

    훈련 세트에서 값이 모두 같은 열을 0으로 나누지 않습니다.
    """
    train, test = pair[0].copy(), pair[1]
    train[:, ::2] = 0.0  # as at the edges of the images; the test part has something there
    train[:, 1::8] = 0.5
    for actual, wanted in zip(
        _two_parts(student, train, test), _two_parts(reference, train, test), strict=True
    ):
        if not np.isfinite(actual).all():
            raise Finding(CONSTANT_COLUMN, expected="numbers", actual="nan or inf")
        same_values(actual, wanted, hint=CONSTANT_COLUMN, rtol=TOLERANCE, atol=TOLERANCE)


@check(0.5, INPUT_CHANGED, after="test_standardizes_the_training_part")
def test_leaves_both_parts_alone(student: Subject) -> None:
    """The arrays that come in stay as they are.

    입력 배열은 바뀌지 않습니다.
    """
    pixels = np.random.default_rng(7).random((9, 784))
    for dtype in (np.float64, np.float32):
        train, test = pixels[:5].astype(dtype), pixels[5:].astype(dtype)
        arguments_left_alone(student.call("standardize", train, test), "standardize")
