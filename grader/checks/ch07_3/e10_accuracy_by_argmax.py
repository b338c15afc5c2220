"""Judges ch07_3/e10_accuracy_by_argmax."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.checking.accuracies import WRONG_ACCURACY, same_accuracy
from grader.checking.expect import as_model, as_number
from grader.checking.finding import Finding
from grader.checking.given_models import ADAM, classifier, only_looked_at, samples
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.strategies import drawn_few
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Model
from grader.language import Text
from grader.report.model import Reason

NEEDS_COMPILED_MODEL = hint(
    "needs_a_compiled_model",
    "The model is not compiled (one restored from its weights alone never is), and then `evaluate` does "
    "not work. `predict` does: take the `argmax` of its rows and compare with `y`.",
    "컴파일하지 않은 모델에서는 `evaluate`를 쓸 수 없습니다(가중치만 복원한 모델이 그렇습니다). "
    "`predict`는 쓸 수 있습니다. 각 행의 `argmax`를 구해서 `y`와 비교하세요.",
    read=Text(en="Section 7-3, saving and restoring a model", ko="7-3절 모델 저장과 복원"),
)


COMPILED = classifier(11, compilation=ADAM)
UNCOMPILED = classifier(12, image_shape=(784,), activation=None)


@pytest.fixture(scope="module")
def compiled(student: Subject) -> Model:
    """Return a compiled model of images, alive where the student's code runs."""
    return as_model(student.make(COMPILED), "accuracy")


@pytest.fixture(scope="module")
def uncompiled(student: Subject) -> Model:
    """Return a model of flat images without a softmax, not compiled."""
    return as_model(student.make(UNCOMPILED), "accuracy")


def _same_accuracy(student: Subject, model: Model, described: Model, rows: int, seed: int) -> None:
    x, y = samples(described, rows, seed)
    found = as_number(student.accuracy(model, x, y), "accuracy")
    same_accuracy(found, described, x, y)


@check(1.0, WRONG_ACCURACY)
@drawn_few
@example(rows=1, seed=1)
@example(rows=97, seed=2)
@given(rows=st.integers(1, 80), seed=st.integers(0, 2**32 - 1))
def test_is_the_share_of_right_predictions(student: Subject, compiled: Model, rows: int, seed: int) -> None:
    """The accuracy is the share of all rows whose largest output stands at the target.

    정확도는 모든 행 가운데 출력이 가장 큰 위치가 타깃과 같은 행의 비율입니다.
    """
    _same_accuracy(student, compiled, COMPILED, rows, seed)


@check(0.5, NEEDS_COMPILED_MODEL)
def test_needs_no_compiled_model(student: Subject, uncompiled: Model) -> None:
    """A model that is not compiled, and takes flat images, has an accuracy too.

    컴파일하지 않은 모델, 펼친 이미지를 받는 모델의 정확도도 구합니다.
    """
    try:
        _same_accuracy(student, uncompiled, UNCOMPILED, 40, 1)
    except Finding as finding:
        if finding.reason is Reason.EXCEPTION and "compile" in (finding.detail or ""):
            raise Finding(
                NEEDS_COMPILED_MODEL, reason=finding.reason, frames=finding.frames, detail=finding.detail
            ) from None
        raise


@check(0.5, NEEDS_COMPILED_MODEL, after="test_needs_no_compiled_model", hidden=True)
def test_leaves_the_model_alone(student: Subject, uncompiled: Model) -> None:
    """The model is not compiled or trained, and the arrays are not changed.

    모델을 컴파일하거나 훈련하지 않고, 배열도 바꾸지 않습니다.
    """
    outcome = student.call("accuracy", uncompiled, *samples(UNCOMPILED, 12, 2))
    only_looked_at(student, uncompiled, outcome, "accuracy")
