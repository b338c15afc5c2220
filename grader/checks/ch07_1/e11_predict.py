"""Judges ch07_1/e11_predict."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import common_hints
from grader.checking.expect import Values, as_array, as_int, as_model, first_values, of_kind, said, same_shape
from grader.checking.finding import Finding
from grader.checking.given_models import CLASSES, classifier, only_looked_at, samples
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.network import probabilities
from grader.checking.strategies import drawn_few
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Array, Model, Scalar
from grader.language import Text

READ = Text(en="Section 7-1, predicting", ko="7-1절 예측")
# A label whose probability is the largest but for rounding is as right as the largest.
TIE = 1e-5

STILL_PROBABILITIES = hint(
    "probabilities_not_labels",
    "`{function}` returned the ten probabilities themselves. The label is the place of the largest one: "
    "`np.argmax(probabilities, axis=-1)`.",
    "`{function}` 함수가 확률 10개를 그대로 돌려주었습니다. 레이블은 가장 큰 확률의 위치입니다: "
    "`np.argmax(probabilities, axis=-1)`.",
    read=READ,
)
ARGMAX_OVER_SAMPLES = hint(
    "argmax_over_the_samples",
    "There are ten numbers, whatever the number of samples: `argmax` went down the columns (`axis=0`) and "
    "found a sample for each class. For the class of each sample use `axis=1` (or `axis=-1`).",
    "샘플이 몇 개이든 결과가 10개입니다. `argmax`가 열 방향(`axis=0`)으로 클래스마다 샘플을 찾았습니다. "
    "샘플마다 클래스를 찾으려면 `axis=1`(또는 `axis=-1`)을 쓰세요.",
    read=READ,
)
ARGMAX_WITHOUT_AXIS = hint(
    "argmax_without_axis",
    "One number for all the samples together: `argmax` without `axis=` looks at all values as one long row. "
    "Write `np.argmax(probabilities, axis=-1)`.",
    "모든 샘플에 대해 숫자가 하나뿐입니다. `axis=` 없는 `argmax`는 모든 값을 한 줄로 보고 위치를 찾습니다. "
    "`np.argmax(probabilities, axis=-1)`이라고 쓰세요.",
    read=READ,
)
WRONG_LABELS = hint(
    "not_the_largest_probability",
    "The labels are not the places of the largest probabilities: they should begin {expected}, but they are "
    "{actual}. Take `argmax` of what `model.predict(x)` gives, and neither round nor shift it.",
    "레이블이 가장 큰 확률의 위치가 아닙니다. {expected}(으)로 시작해야 하는데 {actual}입니다. "
    "`model.predict(x)` 결과의 `argmax`를 쓰고, 반올림하거나 값을 더하지 마세요.",
    read=READ,
)
ARRAY_OF_ONE = hint(
    "array_instead_of_one_label",
    "`predict_one` returned an array, {actual}, instead of one whole number. Take its first element: "
    "`int(labels[0])`.",
    "`predict_one` 함수가 정수 하나가 아니라 배열 {actual}을(를) 돌려주었습니다. 첫 번째 원소를 꺼내세요: "
    "`int(labels[0])`.",
    read=READ,
)
WRONG_SAMPLE = hint(
    "label_of_another_sample",
    "Of {n} samples, the label of sample {i} should be {expected}, but it is {actual}. Use the index `i` "
    "that the function is given: `x[i:i + 1]`.",
    "{n}개의 샘플 가운데 {i}번 샘플의 레이블은 {expected}이어야 하는데 {actual}입니다. 함수가 받은 `i`를 "
    "쓰세요: `x[i:i + 1]`.",
    read=READ,
)


@pytest.fixture(scope="module")
def model(student: Subject) -> Model:
    """Return a model with drawn weights, alive where the student's code runs."""
    return as_model(student.make(classifier(4, image_shape=(784,))), "make")


@pytest.fixture(scope="module")
def another_model(student: Subject) -> Model:
    """Return another: Keras says best what is wrong with a sample where the model has never seen any."""
    return as_model(student.make(classifier(5, image_shape=(784,))), "make")


def _labels(student: Subject, model: Model, x: Values) -> Values:
    """Return what `predict_labels` returned, if it has the shape and kind of labels."""
    returned = student.predict_labels(model, x)
    if isinstance(returned, Scalar):
        raise Finding(ARGMAX_WITHOUT_AXIS, expected=f"({len(x)},)", actual=said(returned))
    labels = as_array(returned, "predict_labels")
    if labels.shape == (len(x), CLASSES):
        raise Finding(
            STILL_PROBABILITIES, expected=f"({len(x)},)", actual=str(labels.shape), function="predict_labels"
        )
    if labels.shape == (CLASSES,) != (len(x),):
        raise Finding(ARGMAX_OVER_SAMPLES, expected=f"({len(x)},)", actual=str(labels.shape))
    same_shape(labels, (len(x),))
    of_kind(labels, "iu")
    return labels


@check(1.5, WRONG_LABELS)
@drawn_few
@given(rows=st.sampled_from((1, 3, 33)), seed=st.integers(0, 2**32 - 1))
def test_takes_the_largest_probability(student: Subject, model: Model, rows: int, seed: int) -> None:
    """`predict_labels` returns for each sample the class of the largest probability.

    `predict_labels`는 샘플마다 확률이 가장 큰 클래스를 돌려줍니다.
    """
    x, _ = samples(model, rows, seed)
    labels, outputs = _labels(student, model, x), probabilities(model, x)
    known = (labels >= 0) & (labels < CLASSES)
    chosen = outputs[np.arange(rows), np.where(known, labels, 0)]
    if not (known & (chosen >= outputs.max(axis=1) - TIE)).all():
        raise Finding(
            WRONG_LABELS, expected=first_values(outputs.argmax(axis=1)), actual=first_values(labels)
        )


@check(1.0, WRONG_SAMPLE)
@drawn_few
@given(rows=st.integers(1, 12), place=st.floats(0, 1, exclude_max=True), seed=st.integers(0, 2**32 - 1))
def test_predicts_a_single_sample(
    student: Subject, another_model: Model, rows: int, place: float, seed: int
) -> None:
    """`predict_one` returns the label of sample `i` as one whole number.

    `predict_one`은 `i`번째 샘플의 레이블을 정수 하나로 돌려줍니다.
    """
    x, _ = samples(another_model, rows, seed)
    i = int(place * rows)
    returned = student.predict_one(another_model, x, i)
    if isinstance(returned, Array) and CLASSES in returned.shape:
        raise Finding(
            STILL_PROBABILITIES, expected="one label", actual=str(returned.shape), function="predict_one"
        )
    if isinstance(returned, Array) and returned.shape:
        raise Finding(ARRAY_OF_ONE, expected="an int", actual=f"of shape {returned.shape}")
    label, output = as_int(returned, "predict_one"), probabilities(another_model, x[i : i + 1])[0]
    if not 0 <= label < CLASSES or output[label] < output.max() - TIE:
        raise Finding(WRONG_SAMPLE, expected=str(output.argmax()), actual=str(label), n=rows, i=i)


@check(
    0.5,
    common_hints.INPUT_CHANGED,
    after=("test_takes_the_largest_probability", "test_predicts_a_single_sample"),
    hidden=True,
)
def test_leaves_the_model_alone(student: Subject, model: Model) -> None:
    """Neither function trains, compiles or changes the model, or changes the samples.

    두 함수 모두 모델을 훈련하거나 컴파일하거나 바꾸지 않고, 샘플도 바꾸지 않습니다.
    """
    x, _ = samples(model, 5, 5)
    only_looked_at(student, model, student.call("predict_labels", model, x), "predict_labels")
    only_looked_at(student, model, student.call("predict_one", model, x, 2), "predict_one")
