"""Judges ch07_2/e06_train_relu."""

from __future__ import annotations

import pytest

from grader.checking import training_hints as hints
from grader.checking.bands import Bands
from grader.checking.evaluation import WRONG_FIGURES, evaluates_without_training
from grader.checking.given_models import ADAM, classifier
from grader.checking.lesson import Lesson, Split
from grader.checking.marks import check
from grader.checking.plain_training import (
    learns,
    rehearsed,
    returns_model_and_history,
    trains_as_long_on_the_same_rows,
    trains_the_model,
)
from grader.checking.subject import Subject
from grader.checking.trial import Trial


@pytest.fixture(scope="module")
def rehearsal(student: Subject, reference: Subject, small_split: Split) -> Trial:
    """Return the training in miniature."""
    return rehearsed(student, reference, small_split)


@check(0.5, hints.FIT_NOT_CALLED)
def test_trains_the_relu_model(rehearsal: Trial) -> None:
    """The ReLU model is compiled with the default optimizer, the sparse loss and accuracy, and trained.

    렐루 모델을 기본 옵티마이저, sparse 손실, accuracy로 컴파일하고 훈련합니다.
    """
    trains_the_model(rehearsal)


@check(0.5, hints.WRONG_EPOCHS)
def test_trains_five_epochs_on_all_rows(rehearsal: Trial) -> None:
    """It is trained once, for 5 epochs, on all the rows, with Keras's default batch size.

    모든 행으로 5번의 에포크 동안 한 번 훈련하고, 배치 크기는 케라스의 기본값입니다.
    """
    trains_as_long_on_the_same_rows(rehearsal)


@check(0.5, hints.NOT_THE_HISTORY, after="test_trains_the_relu_model")
def test_returns_model_and_history(rehearsal: Trial) -> None:
    """The trained model and the History of its training come back, in this order.

    훈련한 모델과 그 훈련의 History를 이 순서대로 돌려줍니다.
    """
    returns_model_and_history(rehearsal)


@check(0.5, WRONG_FIGURES)
def test_evaluates_without_training(student: Subject) -> None:
    """`evaluate` returns the loss and the accuracy of the model that it is given, and does not train it.

    `evaluate`는 받은 모델의 손실과 정확도를 돌려주고, 모델을 훈련하지 않습니다.
    """
    evaluates_without_training(student, classifier(6, compilation=ADAM))


@check(
    1.0, hints.METRIC_TOO_LOW, after=("test_trains_five_epochs_on_all_rows", "test_returns_model_and_history")
)
def test_learns_fashion_mnist(student: Subject, reference: Subject, lesson: Lesson, bands: Bands) -> None:
    """On Fashion-MNIST the model becomes as good as the reference's.

    패션 MNIST에서 참고 답안만큼 좋은 모델이 됩니다.
    """
    learns(student, reference, lesson, bands, lesson.images)
