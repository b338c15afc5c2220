"""Judges ch07_1/e03_show_samples."""

from __future__ import annotations

import numpy as np
import pytest

from grader.checking.expect import as_figure
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.strategies import Values
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Axes, Figure
from grader.language import Text

READ = Text(en="Section 7-1, the Fashion-MNIST data", ko="7-1절 패션 MNIST")

WRONG_NUMBER_OF_IMAGES = hint(
    "wrong_number_of_images",
    "For n = {n} the figure should show {expected} images, each on Axes of its own, but {actual} have one. "
    "Make them with `plt.subplots(1, n)` and draw image i on `axs[i]`; use the argument `n`, not a fixed "
    "number.",
    "n = {n}이면 이미지 {expected}장이 각각 자기 축(Axes)에 있어야 하는데 이미지가 있는 축은 "
    "{actual}개입니다. `plt.subplots(1, n)`으로 축을 만들고 i번째 이미지를 `axs[i]`에 그리세요. 고정된 수 "
    "대신 인수 `n`을 쓰세요.",
    read=READ,
)
IMAGES_IN_ONE_AXES = hint(
    "images_in_one_axes",
    "Several images were drawn on the same Axes, one over or beside the other. Each needs its own: "
    "`axs[i].imshow(...)`, or `plt.subplot(1, n, i + 1)` before each `plt.imshow(...)`.",
    "여러 이미지를 한 축(Axes)에 겹치거나 이어서 그렸습니다. 이미지마다 축이 필요합니다: "
    "`axs[i].imshow(...)`, 또는 `plt.imshow(...)` 앞에 `plt.subplot(1, n, i + 1)`.",
    read=READ,
)
EMPTY_AXES = hint(
    "empty_axes",
    "For n = {n} there are also {actual} empty Axes to be seen. Make only as many as there are images: "
    "`plt.subplots(1, n)`.",
    "n = {n}인데 빈 축(Axes)이 {actual}개 더 보입니다. 이미지 수만큼만 만드세요: `plt.subplots(1, n)`.",
    read=READ,
)
OTHER_IMAGES = hint(
    "other_images_shown",
    "The figure does not show the first {n} images, from left to right: image {place} is another one, or it "
    "was changed. Draw `images[i]`, with i from 0 to n - 1, as it is.",
    "그림에 처음 {n}장이 왼쪽부터 차례로 나오지 않습니다. {place}번 이미지가 다르거나 바뀌었습니다. i가 "
    "0부터 n - 1까지일 때 `images[i]`를 그대로 그리세요.",
    read=READ,
)
NOT_IN_ONE_ROW = hint(
    "not_in_one_row",
    "The images do not stand in one row. Rows come first, then columns: `plt.subplots(1, n)`, not "
    "`plt.subplots(n, 1)`.",
    "이미지가 한 줄로 놓이지 않았습니다. 행이 먼저, 열이 나중입니다. `plt.subplots(n, 1)`이 아니라 "
    "`plt.subplots(1, n)`을 쓰세요.",
    read=READ,
)
WRONG_COLORMAP = hint(
    "wrong_colormap",
    "The colour map is `{actual}`. Write `imshow(image, cmap='gray_r')`: `gray` shows white clothes on "
    "black, and without `cmap` matplotlib colours the pixels.",
    "컬러맵이 `{actual}`입니다. `imshow(image, cmap='gray_r')`라고 쓰세요. `gray`는 검은 바탕에 흰 옷이 "
    "되고, `cmap`을 빼면 픽셀에 색이 입혀집니다.",
    read=READ,
)
AXES_ON = hint(
    "axes_not_off",
    "{actual} of {n} images still have their axes. Call `axs[i].axis('off')` for each of them, inside the "
    "loop.",
    "{n}장 중 {actual}장에 축이 그대로 보입니다. 반복문 안에서 이미지마다 `axs[i].axis('off')`를 호출하세요.",
    read=READ,
)

# The same colours under matplotlib's other names for them.
GRAY_R = ("gray_r", "grey_r", "binary", "gist_yarg", "gist_gray_r", "gist_grey_r")

Drawn = tuple[Values, int, Figure]


@pytest.fixture(scope="module")
def figures(student: Subject) -> list[Drawn]:
    """Return images, n and figure: ten where n is not given, fewer, one, and more than ten."""
    generator = np.random.default_rng(5)
    found = []
    for count, n in ((11, None), (5, 3), (2, 1), (12, 12)):
        images = generator.integers(0, 256, (count, 28, 28), dtype=np.uint8)
        arguments = (images,) if n is None else (images, n)
        figure = as_figure(student.show_samples(*arguments), "show_samples")
        found.append((images, 10 if n is None else n, figure))
    return found


def _with_image(figure: Figure) -> list[Axes]:
    """Return the Axes that show something, from left to right."""
    return sorted((axes for axes in figure.axes if axes.images), key=lambda axes: axes.box[0])


def _shows(axes: Axes, image: Values) -> bool:
    actual = axes.images[0].data.value
    # Scaled pixels give the same picture: matplotlib stretches what it is given.
    return actual.shape == image.shape and (np.allclose(actual, image) or np.allclose(actual * 255, image))


@check(0.5, WRONG_NUMBER_OF_IMAGES)
def test_draws_n_images_on_axes_of_their_own(figures: list[Drawn]) -> None:
    """There are `n` images, ten where `n` is not given, each on Axes of its own.

    이미지가 `n`장(주지 않으면 열 장) 있고, 이미지마다 자기 축(Axes)이 있습니다.
    """
    for _, n, figure in figures:
        shown = _with_image(figure)
        several = any(len(axes.images) > 1 or axes.images[0].data.shape[:2] != (28, 28) for axes in shown)
        if several and len(shown) < n:
            raise Finding(IMAGES_IN_ONE_AXES, expected=f"{n} Axes", actual=f"{len(shown)} Axes")
        if len(shown) != n:
            raise Finding(WRONG_NUMBER_OF_IMAGES, expected=str(n), actual=str(len(shown)), n=n)
        empty = sum(axes.visible and not axes.images for axes in figure.axes)
        if empty:
            raise Finding(EMPTY_AXES, expected="0", actual=str(empty), n=n)


@check(0.5, OTHER_IMAGES, after="test_draws_n_images_on_axes_of_their_own")
def test_shows_the_first_images_in_one_row(figures: list[Drawn]) -> None:
    """The first `n` images stand in one row, in their order.

    처음 `n`장의 이미지가 순서대로 한 줄에 놓여 있습니다.
    """
    for images, n, figure in figures:
        shown = _with_image(figure)
        left, bottom, width, height = np.array([axes.box for axes in shown]).T
        if np.ptp(bottom + height / 2) > height.max() / 4 or (np.diff(left) < width[1:] / 2).any():
            raise Finding(NOT_IN_ONE_ROW, expected="one row", actual="another arrangement")
        for place, (axes, image) in enumerate(zip(shown, images, strict=False)):
            if not _shows(axes, image):
                raise Finding(OTHER_IMAGES, expected=f"images[{place}]", actual="another", n=n, place=place)


@check(0.5, WRONG_COLORMAP, after="test_draws_n_images_on_axes_of_their_own")
def test_draws_dark_on_white(figures: list[Drawn]) -> None:
    """The colour map is `gray_r`.

    컬러맵은 `gray_r`입니다.
    """
    for _, _, figure in figures:
        for axes in _with_image(figure):
            if axes.images[0].colormap not in GRAY_R:
                raise Finding(WRONG_COLORMAP, expected="gray_r", actual=axes.images[0].colormap)


@check(0.5, AXES_ON, after="test_draws_n_images_on_axes_of_their_own")
def test_turns_the_axes_off(figures: list[Drawn]) -> None:
    """The axes of every image are off.

    모든 이미지의 축이 꺼져 있습니다.
    """
    for _, n, figure in figures:
        on = sum(axes.visible for axes in _with_image(figure))
        if on:
            raise Finding(AXES_ON, expected="0", actual=str(on), n=n)
