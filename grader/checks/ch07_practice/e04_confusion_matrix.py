"""Judges ch07_practice/e04_confusion_matrix."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import common_hints
from grader.checking.expect import Values, as_array, as_model, finite, of_kind
from grader.checking.finding import Finding
from grader.checking.given_models import CLASSES, classifier, only_looked_at, samples
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.network import probabilities
from grader.checking.strategies import drawn_few
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Model
from grader.language import Text

READ = Text(en="Practice page, looking at the predictions", ko="실습 페이지, 예측 결과 살펴보기")
SHAPE = (CLASSES, CLASSES)

CLASSES_LEFT_OUT = hint(
    "absent_classes_left_out",
    "The table is {actual}, because a class that does not occur got no row and no column. Say which classes "
    "there are: `confusion_matrix(y, predicted, labels=range(10))`, or begin with `np.zeros((10, 10), "
    "dtype=int)`.",
    "나오지 않는 클래스의 행과 열이 빠져서 표의 크기가 {actual}입니다. 어떤 클래스가 있는지 알려 주세요: "
    "`confusion_matrix(y, predicted, labels=range(10))`. 또는 `np.zeros((10, 10), dtype=int)`에서 "
    "시작하세요.",
    read=READ,
)
COUNTS_NOT_WHOLE = hint(
    "counts_not_whole_numbers",
    "The counts are {actual}; they should be whole numbers. `np.zeros((10, 10))` holds floats: add "
    "`dtype=int`.",
    "개수는 정수여야 하는데 {actual}입니다. `np.zeros((10, 10))`은 실수 배열이므로 `dtype=int`를 넣으세요.",
    read=READ,
)
SHARES_NOT_COUNTS = hint(
    "shares_instead_of_counts",
    "The table holds shares, not counts: all together they should sum to {expected}, the number of samples. "
    "Leave out `normalize=` or the division.",
    "표에 개수가 아니라 비율이 들어 있습니다. 모두 더하면 샘플의 수인 {expected}이(가) 되어야 합니다. "
    "`normalize=`나 나눗셈을 지우세요.",
    read=READ,
)
ROWS_AND_COLUMNS_SWAPPED = hint(
    "rows_and_columns_swapped",
    "Rows and columns are swapped: the true class is the row, the predicted class the column. Pass the "
    "targets first: `confusion_matrix(y, predicted)`.",
    "행과 열이 바뀌었습니다. 행이 실제 클래스, 열이 예측한 클래스입니다. 타깃을 먼저 넘기세요: "
    "`confusion_matrix(y, predicted)`.",
    read=READ,
)
SCALED_INSIDE = hint(
    "samples_scaled_inside",
    "These are the counts for samples that were divided by 255 once more. `x` comes as the model takes it: "
    "pass it to `predict` unchanged.",
    "샘플을 한 번 더 255로 나누었을 때의 개수입니다. `x`는 모델이 받는 그대로 들어오므로 바꾸지 말고 "
    "`predict`에 넘기세요.",
    read=READ,
)
NOT_ALL_SAMPLES = hint(
    "not_all_samples_counted",
    "The counts sum to {actual}, but there are {expected} samples: each one belongs into exactly one cell.",
    "개수를 모두 더하면 {actual}인데 샘플은 {expected}개입니다. 샘플 하나가 정확히 한 칸에 들어가야 합니다.",
    read=READ,
)
WRONG_COUNTS = hint(
    "wrong_cell_counts",
    "Row {row}, column {column} should count {expected} (samples of class {row} taken for class {column}), "
    "but it says {actual}. The prediction is `np.argmax(model.predict(x), axis=-1)`.",
    "{row}행 {column}열은 {expected}(클래스가 {row}인데 {column}(이)라고 예측한 샘플의 수)이어야 하는데 "
    "{actual}입니다. 예측은 `np.argmax(model.predict(x), axis=-1)`입니다.",
    read=READ,
)


IMAGES = classifier(21)
FLAT = classifier(22, image_shape=(784,), activation=None)


@pytest.fixture(scope="module")
def model(student: Subject) -> Model:
    """Return a model that is not compiled, alive where the student's code runs."""
    return as_model(student.make(IMAGES), "confusion")


@pytest.fixture(scope="module")
def flat_model(student: Subject) -> Model:
    """Return a model of flat images that gives raw scores."""
    return as_model(student.make(FLAT), "confusion")


def _counts(described: Model, x: Values, y: Values) -> Values:
    table = np.zeros(SHAPE, dtype=np.int64)
    np.add.at(table, (y, probabilities(described, x).argmax(axis=1)), 1)
    return table


def _table(student: Subject, model: Model, x: Values, y: Values) -> Values:
    table = as_array(student.confusion(model, x, y), "confusion")
    if table.shape == SHAPE:
        return table
    smaller = table.ndim == 2 and table.shape[0] == table.shape[1] < CLASSES
    chosen = CLASSES_LEFT_OUT if smaller else common_hints.WRONG_SHAPE
    raise Finding(chosen, expected=str(SHAPE), actual=str(table.shape))


def _same_counts(student: Subject, model: Model, x: Values, y: Values) -> None:
    table, expected = _table(student, model, x, y), _counts(IMAGES, x, y)
    if np.array_equal(table, expected):
        return
    finite(table)
    chosen, total = WRONG_COUNTS, float(np.sum(table))
    if table.dtype.kind == "f" and not np.array_equal(table, np.floor(table)):
        raise Finding(SHARES_NOT_COUNTS, expected=str(len(y)), actual=f"{total:g}")
    if total != len(y):
        raise Finding(NOT_ALL_SAMPLES, expected=str(len(y)), actual=f"{total:g}")
    if np.array_equal(table, expected.T):
        chosen = ROWS_AND_COLUMNS_SWAPPED
    elif np.array_equal(table, _counts(IMAGES, x / 255, y)):
        chosen = SCALED_INSIDE
    row, column = (int(index[0]) for index in np.nonzero(table != expected))
    raise Finding(
        chosen,
        expected=str(expected[row, column]),
        actual=f"{float(table[row, column]):g}",
        row=row,
        column=column,
    )


@check(1.5, WRONG_COUNTS)
@drawn_few
@given(rows=st.integers(60, 120), seed=st.integers(0, 2**32 - 1))
def test_counts_true_by_predicted(student: Subject, model: Model, rows: int, seed: int) -> None:
    """In row t and column p stands how many samples of class t the model took for class p.

    t행 p열에는 클래스가 t인 샘플 가운데 모델이 p라고 예측한 샘플의 수가 있습니다.
    """
    _same_counts(student, model, *samples(IMAGES, rows, seed))


@check(1.0, CLASSES_LEFT_OUT)
def test_has_ten_rows_and_columns(student: Subject, flat_model: Model) -> None:
    """The table is (10, 10) and holds whole numbers, also where classes are absent.

    나오지 않는 클래스가 있어도 표는 (10, 10)이고 값은 정수입니다.
    """
    for rows in (1, 2, 5):
        of_kind(_table(student, flat_model, *samples(FLAT, rows, rows)), "iu", COUNTS_NOT_WHOLE)


@check(0.5, WRONG_COUNTS, hidden=True)
def test_leaves_the_model_alone(student: Subject, model: Model) -> None:
    """The model is not compiled or trained, and the arrays are not changed.

    모델을 컴파일하거나 훈련하지 않고, 배열도 바꾸지 않습니다.
    """
    outcome = student.call("confusion", model, *samples(IMAGES, 40, 3))
    only_looked_at(student, model, outcome, "confusion")
