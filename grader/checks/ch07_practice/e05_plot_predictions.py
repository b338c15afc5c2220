"""Judges ch07_practice/e05_plot_predictions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from grader.checking.expect import Values, arguments_left_alone, as_figure
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.prediction_plots import (
    CLASS_NAMES,
    bars_in_order,
    cells,
    class_ticks,
    classes_named,
    hue,
    sample_charted,
    sample_shown,
    texts_of,
    with_bars,
    with_images,
)
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Axes, Figure
from grader.language import Text
from grader.sandbox.messages import Outcome

FUNCTION = "plot_predictions"
READ = Text(en="Practice page, looking at the predictions", ko="실습 페이지, 예측 결과 살펴보기")

WRONG_NUMBER_OF_SAMPLES = hint(
    "wrong_number_of_samples",
    "For rows={rows} and cols={cols} there should be {expected} Axes with an image and as many with bars, "
    "but there are {actual}. Give each sample two Axes of its own, for example of `plt.subplots(rows, 2 * "
    "cols)`, and use `rows` and `cols`, not fixed numbers.",
    "rows={rows}, cols={cols}이면 이미지가 있는 축과 막대가 있는 축이 각각 {expected}개여야 하는데 "
    "{actual}입니다. 샘플마다 축을 두 개씩 만드세요. 예: `plt.subplots(rows, 2 * cols)`. 고정된 수 대신 "
    "`rows`와 `cols`를 쓰세요.",
    read=READ,
)
AXES_SQUEEZED = hint(
    "array_of_axes_squeezed",
    "With rows={rows} and cols={cols} the array of Axes has one axis only: `plt.subplots` leaves out axes of "
    "length 1. Keep both with `plt.subplots(rows, 2 * cols, squeeze=False)`.",
    "rows={rows}, cols={cols}이면 Axes 배열이 1차원입니다. `plt.subplots`는 길이가 1인 차원을 없앱니다. "
    "`plt.subplots(rows, 2 * cols, squeeze=False)`로 2차원을 유지하세요.",
    read=READ,
)
WRONG_GRID = hint(
    "wrong_grid_of_samples",
    "The images should stand in {expected}, but they stand in {actual}. Rows come first: `plt.subplots(rows, "
    "2 * cols)`, `plt.subplot(rows, 2 * cols, place)`.",
    "이미지가 {expected}로 놓여야 하는데 {actual}로 놓였습니다(행 x 열). 행을 먼저 씁니다: "
    "`plt.subplots(rows, 2 * cols)`, `plt.subplot(rows, 2 * cols, 번호)`.",
    read=READ,
)
OTHER_SAMPLES = hint(
    "other_samples_shown",
    "Sample {number} is not among the images. Draw the first rows * cols images, each one once and as it is: "
    "`imshow(images[i])`.",
    "{number}번 샘플의 이미지가 없습니다. 처음 rows * cols개의 이미지를 하나씩 그대로 그리세요: "
    "`imshow(images[i])`.",
    read=READ,
)
BARS_NOT_PROBABILITIES = hint(
    "bars_not_the_probabilities",
    "No bar chart shows the ten probabilities of sample {number}, in the order of the classes. Draw them "
    "all: `bar(range(10), probabilities[i])`.",
    "{number}번 샘플의 확률 열 개를 클래스 순서대로 보여 주는 막대그래프가 없습니다. 모두 그리세요: "
    "`bar(range(10), probabilities[i])`.",
    read=READ,
)
BARS_OF_ANOTHER_SAMPLE = hint(
    "bars_of_another_sample",
    "Image {number} is followed by the bars of sample {actual}. Use the same index for the image and its "
    "probabilities.",
    "{number}번 이미지 다음에 {actual}번 샘플의 막대그래프가 있습니다. 이미지와 확률에 같은 인덱스를 쓰세요.",
    read=READ,
)
NO_CAPTION = hint(
    "caption_missing",
    "Image {number} has no caption. Write the name of the predicted class with `ax.set_xlabel(name, "
    "color=...)` or `ax.set_title(name, color=...)`.",
    "{number}번 이미지에 설명이 없습니다. 예측한 클래스의 이름을 `ax.set_xlabel(이름, color=...)`이나 "
    "`ax.set_title(이름, color=...)`로 적으세요.",
    read=READ,
)
WRONG_CAPTION_COLOR = hint(
    "wrong_caption_color",
    "Sample {number} is of class {target} and predicted as {predicted}, so its caption should be {expected}, "
    "but it is {actual}. Blue for right, red for wrong: `color='blue' if predicted == target else 'red'`.",
    "{number}번 샘플은 클래스 {target}이고 {predicted}(으)로 예측했으므로 설명이 {expected}이어야 하는데 "
    "{actual}입니다. 맞으면 파란색, 틀리면 빨간색입니다: `color='blue' if predicted == target else 'red'`.",
    read=READ,
)
CAPTION_WITHOUT_NAME = hint(
    "caption_without_the_name",
    "The caption of image {number} should hold the name of the predicted class, {expected}, but it is "
    "{actual}. The predicted class is the one with the largest probability: "
    "`class_names[np.argmax(probabilities[i])]`.",
    "{number}번 이미지의 설명에는 예측한 클래스의 이름 {expected}이(가) 있어야 하는데 {actual}입니다. 예측한 "
    "클래스는 확률이 가장 큰 클래스입니다: `class_names[np.argmax(probabilities[i])]`.",
    read=READ,
)
WRONG_BAR_COLOR = hint(
    "wrong_bar_color",
    "Sample {number} is of class {target} and predicted as {predicted}: bar {bar} should be {expected}, but "
    "it is {actual}. Color the predicted bar red first, then the true one blue: where both are the same bar, "
    "it ends blue.",
    "{number}번 샘플은 클래스 {target}이고 {predicted}(으)로 예측했습니다. {bar}번 막대가 {expected}이어야 "
    "하는데 {actual}입니다. 예측한 막대를 먼저 빨간색으로, 실제 클래스의 막대를 그다음 파란색으로 칠하세요. "
    "둘이 같은 막대이면 파란색으로 남습니다.",
    read=READ,
)
BARS_NOT_MARKED = hint(
    "bars_not_marked",
    "In the chart of sample {number} bar {bar} has the same colour as the bar of the true or predicted "
    "class, which then cannot be told from the others. Give the other bars a colour like gray: "
    "`bar(range(10), row, color='gray')`.",
    "{number}번 샘플의 막대그래프에서 {bar}번 막대가 실제 클래스나 예측한 클래스의 막대와 같은 색이라서 "
    "구별할 수 없습니다. 나머지 막대는 회색 같은 색으로 그리세요: `bar(range(10), row, color='gray')`.",
    read=READ,
)
CLASS_NAMES_MISSING = hint(
    "class_names_missing",
    "The ticks of the last bar chart should be the ten class names in the order of the labels, but they are: "
    "{actual}. Write `ax.set_xticks(range(10), class_names, rotation=90)` (lying bars: `set_yticks`).",
    "마지막 막대그래프의 눈금에는 클래스 이름 열 개가 레이블 순서대로 있어야 하는데 지금은 {actual}입니다. "
    "`ax.set_xticks(range(10), class_names, rotation=90)`(가로 막대는 `set_yticks`)을 쓰세요.",
    read=READ,
)


@dataclass(frozen=True)
class Case:
    """What was drawn, and the figure that came of it."""

    images: Values
    probabilities: Values
    targets: Values
    rows: int
    cols: int
    outcome: Outcome

    @property
    def figure(self) -> Figure:
        """Return the figure."""
        return as_figure(self.outcome.value, FUNCTION)

    @property
    def samples(self) -> int:
        """Return how many samples are to be drawn."""
        return self.rows * self.cols

    def charts(self) -> Iterator[tuple[int, int, int, Axes, Axes]]:
        """Return sample, target, prediction, and the Axes of image and bars, for each image on the figure."""
        for left, right in zip(with_images(self.figure), with_bars(self.figure), strict=False):
            number = sample_shown(left, self.images)
            if number is not None:
                predicted = int(self.probabilities[number].argmax())
                yield number, int(self.targets[number]), predicted, left, right


def _case(student: Subject, seed: int, rows: int, cols: int, *, default: bool = False) -> Case:
    random = np.random.default_rng(seed)
    n = rows * cols + 2
    images = random.integers(0, 256, (n, 28, 28), dtype=np.uint8)
    probabilities = random.dirichlet(np.full(10, 0.4), n)
    others = (probabilities.argmax(axis=1) + random.integers(1, 10, n)) % 10
    # Right and wrong in turn: both occur wherever two are drawn.
    targets = np.where((np.arange(n) + seed) % 2 == 0, probabilities.argmax(axis=1), others)
    pixels: Values = images if seed % 2 else images / 255.0
    grid = () if default else (rows, cols)
    try:
        outcome = student.call(FUNCTION, pixels, probabilities, targets, *grid)
    except Finding as finding:
        if "too many indices" not in (finding.detail or ""):
            raise
        raise Finding(
            AXES_SQUEEZED,
            reason=finding.reason,
            frames=finding.frames,
            detail=finding.detail,
            rows=rows,
            cols=cols,
        ) from None
    return Case(pixels, probabilities, targets, rows, cols, outcome)


@pytest.fixture(scope="module")
def cases(student: Subject) -> list[Case]:
    """Return figures of one sample (right, then wrong), one row, one column, and the default."""
    shapes = ((2, 1, 1), (3, 1, 1), (4, 1, 3), (5, 3, 1))
    return [*(_case(student, *shape) for shape in shapes), _case(student, 6, 5, 3, default=True)]


@check(1.0, WRONG_NUMBER_OF_SAMPLES)
def test_draws_an_image_for_each_sample(cases: list[Case]) -> None:
    """The first rows * cols images stand in `rows` rows and `cols` columns, and beside each a bar chart.

    처음 rows * cols개의 이미지가 `rows`행 `cols`열로 놓이고, 이미지마다 막대그래프가 있습니다.
    """
    for case in cases:
        shown = with_images(case.figure)
        counts = (len(shown), len(with_bars(case.figure)))
        if counts != (case.samples, case.samples):
            said = f"{counts[0]} + {counts[1]}"
            raise Finding(
                WRONG_NUMBER_OF_SAMPLES,
                expected=str(case.samples),
                actual=said,
                rows=case.rows,
                cols=case.cols,
            )
        numbers = {sample_shown(axes, case.images) for axes in shown}
        missing = next((number for number in range(case.samples) if number not in numbers), None)
        if missing is not None:
            raise Finding(
                OTHER_SAMPLES, expected=f"images[{missing}]", actual="another image", number=missing
            )
        left, bottom, width, height = np.array([axes.box for axes in shown]).T
        grid = (cells(list(bottom), float(height.max())), cells(list(left), float(width.max())))
        if grid != (case.rows, case.cols):
            raise Finding(WRONG_GRID, expected=f"{case.rows} x {case.cols}", actual=f"{grid[0]} x {grid[1]}")
        arguments_left_alone(case.outcome, FUNCTION)


@check(0.5, BARS_NOT_PROBABILITIES, after="test_draws_an_image_for_each_sample")
def test_bars_are_the_probabilities(cases: list[Case]) -> None:
    """Beside each image stand the ten probabilities of the same sample, in the order of the classes.

    이미지마다 같은 샘플의 확률 열 개가 클래스 순서대로 막대로 그려져 있습니다.
    """
    for case in cases:
        for number, _, _, _, chart in case.charts():
            found = sample_charted(chart, case.probabilities)
            if found is None:
                raise Finding(
                    BARS_NOT_PROBABILITIES,
                    expected=f"probabilities[{number}]",
                    actual="others",
                    number=number,
                )
            if found != number:
                raise Finding(BARS_OF_ANOTHER_SAMPLE, expected=str(number), actual=str(found), number=number)


@check(0.25, WRONG_CAPTION_COLOR, after="test_draws_an_image_for_each_sample")
def test_captions_are_blue_or_red(cases: list[Case]) -> None:
    """The caption of an image is blue if the prediction is right and red if it is wrong.

    이미지의 설명은 예측이 맞으면 파란색, 틀리면 빨간색입니다.
    """
    for case in cases:
        for number, target, predicted, picture, chart in case.charts():
            captions = texts_of(picture) or texts_of(chart)
            if not captions:
                raise Finding(NO_CAPTION, expected="a caption", actual="none", number=number)
            expected = "blue" if predicted == target else "red"
            hues = {hue(color) for _, color in captions}
            # A text in another colour beside it, such as a number, says nothing wrong.
            if hues - {"other"} != {expected}:
                found = next((color for _, color in captions if hue(color) != expected), "")
                raise Finding(
                    WRONG_CAPTION_COLOR,
                    expected=expected,
                    actual=found,
                    number=number,
                    target=target,
                    predicted=predicted,
                )


@check(0.5, WRONG_BAR_COLOR, after="test_bars_are_the_probabilities")
def test_bars_are_blue_or_red(cases: list[Case]) -> None:
    """The true bar is blue, the predicted one too if it is right, or else red; no other bar has their colour.

    실제 클래스의 막대는 파란색, 예측한 클래스의 막대는 맞으면 파란색, 틀리면 빨간색입니다. 다른 막대는
    그 색이 아닙니다.
    """
    for case in cases:
        for number, target, predicted, _, chart in case.charts():
            bars = bars_in_order(chart)
            values: dict[str, Any] = {"number": number, "target": target, "predicted": predicted}
            for bar, expected in ((predicted, "blue" if predicted == target else "red"), (target, "blue")):
                if hue(bars[bar].color) != expected:
                    raise Finding(
                        WRONG_BAR_COLOR, expected=expected, actual=bars[bar].color, bar=bar, **values
                    )
            marked = {bars[target].color, bars[predicted].color}
            for place, bar_drawn in enumerate(bars):
                if place not in (target, predicted) and bar_drawn.color in marked:
                    raise Finding(
                        BARS_NOT_MARKED,
                        expected="another colour",
                        actual=bar_drawn.color,
                        bar=place,
                        **values,
                    )


@check(0.5, CLASS_NAMES_MISSING, after="test_draws_an_image_for_each_sample")
def test_names_the_classes_on_the_last_chart(cases: list[Case]) -> None:
    """On the last bar chart the class names stand at the bars, in the order of the labels.

    마지막 막대그래프에는 막대마다 클래스 이름이 레이블 순서대로 있습니다.
    """
    wanted = [name.lower() for name in CLASS_NAMES]
    for case in cases:
        names = class_ticks(with_bars(case.figure)[-1])
        if [name.lower() for name in names] != wanted:
            raise Finding(
                CLASS_NAMES_MISSING,
                expected=", ".join(CLASS_NAMES[:3]) + ", ...",
                actual=", ".join(names[:4]) + (", ..." if len(names) > 4 else "") or "-",
            )


@check(
    0.25,
    CAPTION_WITHOUT_NAME,
    # Another order of the names gives other captions too: that is said once.
    after=("test_captions_are_blue_or_red", "test_names_the_classes_on_the_last_chart"),
)
def test_captions_name_the_predicted_class(cases: list[Case]) -> None:
    """The caption of an image holds the name of the class that is predicted.

    이미지의 설명에 예측한 클래스의 이름이 있습니다.
    """
    for case in cases:
        for number, _, predicted, picture, chart in case.charts():
            caption = " ".join(text for text, _ in texts_of(picture) or texts_of(chart))
            if CLASS_NAMES[predicted] not in classes_named(caption):
                raise Finding(
                    CAPTION_WITHOUT_NAME, expected=CLASS_NAMES[predicted], actual=caption, number=number
                )
