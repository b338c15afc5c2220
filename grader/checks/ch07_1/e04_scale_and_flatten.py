"""Judges ch07_1/e04_scale_and_flatten."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from grader.checking.expect import (
    Values,
    arguments_left_alone,
    as_array,
    finite,
    of_kind,
    same_shape,
    same_values,
)
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.strategies import drawn, images
from grader.checking.subject import Subject
from grader.language import Text

READ = Text(en="Section 7-1, preparing the data", ko="7-1절 데이터 준비")

NOT_FLATTENED = hint(
    "not_flattened",
    "The images still have three axes. Each image should become one row: `.reshape(len(images), 28 * 28)`.",
    "이미지가 아직 3차원입니다. 이미지 하나가 한 행이 되어야 합니다: `.reshape(len(images), 28 * 28)`.",
    read=READ,
)
RESHAPED_PER_ROW = hint(
    "reshaped_per_row",
    "28 columns: the image was reshaped per row; 28 * 28 = 784 belongs in one axis.",
    "열이 28개입니다. 이미지를 행마다 따로 펼쳤습니다. 28 * 28 = 784개가 한 축에 들어가야 합니다.",
    read=READ,
)
FLATTENED_TOO_FAR = hint(
    "flattened_too_far",
    "Everything is in one long row: the axis of the images is gone. Keep it: `.reshape(len(images), 28 * "
    "28)`.",
    "모든 값이 한 줄이 되어 이미지 축이 사라졌습니다. `.reshape(len(images), 28 * 28)`처럼 남겨 두세요.",
    read=READ,
)
FIXED_NUMBER_OF_IMAGES = hint(
    "fixed_number_of_images",
    "For {n} images the result should have {n} rows, but it has {rows}. Use `len(images)` in the reshape "
    "instead of a fixed number; and note that -1 cannot be worked out when there is no image at all.",
    "이미지가 {n}개이면 결과도 {n}행이어야 하는데 {rows}행입니다. reshape에 고정된 수 대신 `len(images)`를 "
    "쓰세요. 이미지가 하나도 없으면 -1은 계산할 수 없습니다.",
    read=READ,
)
NOT_SCALED = hint(
    "pixels_not_scaled",
    "The largest value is {actual}: the pixels were not divided by 255.",
    "가장 큰 값이 {actual}입니다. 픽셀을 255로 나누지 않았습니다.",
    read=READ,
)
WHOLE_NUMBERS = hint(
    "whole_number_division",
    "The values are whole numbers, so everything below 255 became 0. Divide with `/`, not with `//`, and do "
    "not convert back to int.",
    "값이 정수라서 255보다 작은 픽셀이 모두 0이 되었습니다. `//`가 아니라 `/`로 나누고 정수로 되돌리지 "
    "마세요.",
    read=READ,
)
WRONG_DIVISOR = hint(
    "wrong_divisor",
    "The pixel {pixel} should become {expected}, but it became {actual}. Divide by 255, the largest pixel "
    "that is possible: not by 256, and not by the largest one in these images.",
    "픽셀 {pixel}은(는) {expected}이(가) 되어야 하는데 {actual}이(가) 되었습니다. 가능한 가장 큰 픽셀 값인 "
    "255로 나누세요. 256이나 이 이미지들의 최댓값으로 나누면 안 됩니다.",
    read=READ,
)
WRONG_ORDER = hint(
    "pixels_out_of_order",
    "The right values in the wrong order: the rows of an image should follow one another (row-major, NumPy's "
    "own order). Do not transpose, and do not pass `order='F'`.",
    "값은 맞지만 순서가 다릅니다. 이미지의 행을 차례로 이어 붙여야 합니다(넘파이의 기본 순서). 전치하거나 "
    "`order='F'`를 쓰지 마세요.",
    read=READ,
)


def _shape_hint(actual: Values, expected: tuple[int, int]) -> Finding:
    n = expected[0]
    values: dict[str, Any] = {"expected": str(expected), "actual": str(actual.shape), "n": n}
    if actual.ndim == 3:
        return Finding(NOT_FLATTENED, **values)
    if actual.ndim == 2 and actual.shape[1] == 28:
        return Finding(RESHAPED_PER_ROW, **values)
    if actual.ndim == 1:
        return Finding(FLATTENED_TOO_FAR, **values)
    return Finding(FIXED_NUMBER_OF_IMAGES, rows=actual.shape[0] if actual.ndim else 1, **values)


@check(1.5, NOT_FLATTENED)
@drawn
@given(batch=images())
@example(batch=np.full((3, 28, 28), 255, np.uint8))  # a shape of no images says least about a mistake
def test_flattens_to_784(student: Subject, batch: Values) -> None:
    """Each image becomes one row of 784 values, for any number of images.

    이미지가 몇 개이든 이미지 하나가 784개의 값을 가진 한 행이 됩니다.
    """
    flat = as_array(student.scale_and_flatten(batch), "scale_and_flatten")
    expected = (len(batch), 784)
    if flat.shape != expected:
        raise _shape_hint(flat, expected)


@check(1.0, NOT_SCALED, after="test_flattens_to_784")
@drawn
@given(batch=images(minimum=1), darkening=st.sampled_from((1, 2)))
def test_divides_by_255(student: Subject, reference: Subject, batch: Values, darkening: int) -> None:
    """Every pixel is divided by 255, and the rows of an image follow one another.

    모든 픽셀을 255로 나누고, 이미지의 행이 차례로 이어집니다.
    """
    batch = batch // np.uint8(darkening)  # without a 255, so that the largest pixel is no way to the divisor
    flat = as_array(student.scale_and_flatten(batch), "scale_and_flatten")
    expected = as_array(reference.scale_and_flatten(batch), "scale_and_flatten")
    same_shape(flat, expected.shape)
    if flat.max() > 1.5:
        raise Finding(NOT_SCALED, expected="1.0", actual=f"{flat.max():g}")
    of_kind(flat, "f", WHOLE_NUMBERS)
    finite(flat)
    highest, wanted = float(flat.max()), float(expected.max())
    if not np.isclose(highest, wanted, atol=1e-6):
        raise Finding(WRONG_DIVISOR, expected=f"{wanted:.6g}", actual=f"{highest:.6g}", pixel=batch.max())
    if np.allclose(np.sort(flat, axis=1), np.sort(expected, axis=1), atol=1e-6):
        same_values(flat, expected, hint=WRONG_ORDER)
    same_values(flat, expected)


@check(0.5, NOT_SCALED, after="test_flattens_to_784")
def test_leaves_the_images_alone(student: Subject) -> None:
    """The array that comes in stays as it is.

    입력 배열은 바뀌지 않습니다.
    """
    # Floats too: dividing uint8 in place fails, dividing floats in place works and is as wrong.
    for dtype in (np.uint8, np.float64):
        batch = np.arange(3 * 784).reshape(3, 28, 28).astype(np.uint8).astype(dtype)
        arguments_left_alone(student.call("scale_and_flatten", batch), "scale_and_flatten")
