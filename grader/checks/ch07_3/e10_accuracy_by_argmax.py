"""Judges ch07_3/e10_accuracy_by_argmax."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import network
from grader.checking.expect import as_number
from grader.checking.finding import Finding
from grader.checking.given_models import ADAM, classifier, only_looked_at, samples
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.strategies import drawn_few
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Model
from grader.language import Text
from grader.report.model import Reason

READ = Text(en="Section 7-3, saving and restoring a model", ko="7-3절 모델 저장과 복원")
# One row more or less would be 1/80 or more; float32 stands for float64.
ATOL = 1e-4

WRONG_ACCURACY = hint(
    "wrong_accuracy",
    "Of {n} rows the model predicts {right} right, so the accuracy is {expected}; your function says "
    "{actual}. Compare `np.argmax(model.predict(x), axis=-1)` with `y`, over all rows, and take the mean.",
    "{n}개의 행 가운데 모델이 맞힌 것은 {right}개이므로 정확도는 {expected}인데 {actual}(이)라고 "
    "계산했습니다. 모든 행에서 `np.argmax(model.predict(x), axis=-1)`을 `y`와 비교한 다음 평균을 구하세요.",
    read=READ,
)
ACCURACY_IN_PERCENT = hint(
    "accuracy_in_percent",
    "{actual} is the accuracy in percent. It should be a share between 0 and 1: leave out the `* 100`.",
    "{actual}은(는) 퍼센트입니다. 0과 1 사이의 비율이어야 합니다. `* 100`을 지우세요.",
    read=READ,
)
COUNT_NOT_SHARE = hint(
    "count_instead_of_share",
    "{actual} is the number of rows that are right. Divide it by the number of rows, `len(y)`, or take "
    "`np.mean` instead of `np.sum`.",
    "{actual}은(는) 맞힌 행의 개수입니다. 행의 수 `len(y)`로 나누거나 `np.sum` 대신 `np.mean`을 쓰세요.",
    read=READ,
)
LOSS_NOT_ACCURACY = hint(
    "loss_instead_of_accuracy",
    "{actual} is the loss, not the accuracy: `evaluate` returns the loss first, then the accuracy.",
    "{actual}은(는) 정확도가 아니라 손실입니다. `evaluate`는 손실을 먼저, 정확도를 다음에 돌려줍니다.",
    read=READ,
)
NEEDS_COMPILED_MODEL = hint(
    "needs_a_compiled_model",
    "The model is not compiled (one restored from its weights alone never is), and then `evaluate` does "
    "not work. `predict` does: take the `argmax` of its rows and compare with `y`.",
    "컴파일하지 않은 모델에서는 `evaluate`를 쓸 수 없습니다(가중치만 복원한 모델이 그렇습니다). "
    "`predict`는 쓸 수 있습니다. 각 행의 `argmax`를 구해서 `y`와 비교하세요.",
    read=READ,
)


@pytest.fixture(scope="module")
def compiled(student: Subject) -> Model:
    """Return a compiled model of images, alive where the student's code runs."""
    return student.make(classifier(11, compilation=ADAM))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def uncompiled(student: Subject) -> Model:
    """Return a model of flat images without a softmax, not compiled."""
    return student.make(classifier(12, image_shape=(784,), activation=None))  # type: ignore[no-any-return]


def _same_accuracy(student: Subject, model: Model, rows: int, seed: int) -> None:
    x, y = samples(model, rows, seed)
    found = as_number(student.accuracy(model, x, y), "accuracy")
    expected = network.accuracy(model, x, y)
    if abs(found - expected) <= ATOL:
        return
    chosen = WRONG_ACCURACY
    if np.isclose(found, 100 * expected, atol=0.01):
        chosen = ACCURACY_IN_PERCENT
    elif np.isclose(found, rows * expected):
        chosen = COUNT_NOT_SHARE
    elif np.isclose(found, network.cross_entropy(model, x, y), rtol=1e-3):
        chosen = LOSS_NOT_ACCURACY
    right = round(rows * expected)
    raise Finding(chosen, expected=f"{expected:.4f}", actual=f"{found:.4f}", n=rows, right=right)


@check(1.0, WRONG_ACCURACY)
@drawn_few
@given(rows=st.integers(1, 80), seed=st.integers(0, 2**32 - 1))
def test_is_the_share_of_right_predictions(student: Subject, compiled: Model, rows: int, seed: int) -> None:
    """The accuracy is the share of all rows whose largest output stands at the target.

    정확도는 모든 행 가운데 출력이 가장 큰 위치가 타깃과 같은 행의 비율입니다.
    """
    _same_accuracy(student, compiled, rows, seed)


@check(0.5, NEEDS_COMPILED_MODEL)
def test_needs_no_compiled_model(student: Subject, uncompiled: Model) -> None:
    """A model that is not compiled, and takes flat images, has an accuracy too.

    컴파일하지 않은 모델, 펼친 이미지를 받는 모델의 정확도도 구합니다.
    """
    try:
        _same_accuracy(student, uncompiled, 40, 1)
    except Finding as finding:
        if finding.reason is Reason.EXCEPTION and "compile" in (finding.detail or ""):
            raise Finding(
                NEEDS_COMPILED_MODEL, reason=finding.reason, frames=finding.frames, detail=finding.detail
            ) from None
        raise


@check(0.5, NEEDS_COMPILED_MODEL, after="test_needs_no_compiled_model")
def test_leaves_the_model_alone(student: Subject, uncompiled: Model) -> None:
    """The model is not compiled or trained, and the arrays are not changed.

    모델을 컴파일하거나 훈련하지 않고, 배열도 바꾸지 않습니다.
    """
    outcome = student.call("accuracy", uncompiled, *samples(uncompiled, 12, 2))
    only_looked_at(student, uncompiled, outcome, "accuracy")
