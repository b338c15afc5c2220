"""Judges ch07_3/e05_dropout."""

from __future__ import annotations

import pytest

from grader.checking import model_hints
from grader.checking import training_hints as hints
from grader.checking.bands import Bands
from grader.checking.lesson import Lesson, Split
from grader.checking.marks import check
from grader.checking.models import same_model
from grader.checking.subject import Subject
from grader.checking.training import same_compilation, same_data, same_schedule, same_validation
from grader.checking.trial import Trial, run_trial
from grader.checking.validated_training import (
    learns,
    returns_model_of_the_last_epoch,
    trains_to_the_last_epoch,
)

RETURNS = ("model", "history")


@pytest.fixture(scope="module")
def rehearsal(student: Subject, reference: Subject, small_split: Split) -> Trial:
    """Return the training in miniature."""
    return run_trial(student, reference, "train", small_split.all, returns=RETURNS)


@check(0.5, model_hints.MISSING_DROPOUT)
def test_has_dropout_after_the_hidden_layer(rehearsal: Trial) -> None:
    """The trained network is Flatten, Dense 100 ReLU, Dropout 0.3, Dense 10 softmax.

    훈련하는 신경망은 Flatten, Dense 100 렐루, Dropout 0.3, Dense 10 소프트맥스입니다.
    """
    same_model(rehearsal.fit.model, rehearsal.reference_fit.model)


@check(1.0, hints.FIT_NOT_CALLED, after="test_has_dropout_after_the_hidden_layer")
def test_trains_for_twenty_epochs_with_adam(rehearsal: Trial) -> None:
    """The model is compiled with Adam and trained for 20 epochs on all the given data, validated on the rest.

    모델을 Adam으로 컴파일하고 주어진 훈련 데이터와 검증 데이터로 20번의 에포크 동안 훈련합니다.
    """
    fit, expected = rehearsal.fit, rehearsal.reference_fit
    same_compilation(fit.compilation, expected.compilation, fit.model)
    same_data(fit, expected)
    same_validation(fit, expected)
    same_schedule(fit, expected)
    trains_to_the_last_epoch(rehearsal)


@check(0.5, hints.NOT_THE_MODEL, after="test_trains_for_twenty_epochs_with_adam")
def test_returns_model_and_history(rehearsal: Trial, small_split: Split) -> None:
    """The model comes back as it is after the last epoch, and the History of its training after it.

    마지막 에포크까지 훈련한 모델과 그 훈련의 History를 이 순서대로 돌려줍니다.
    """
    returns_model_of_the_last_epoch(rehearsal, small_split.val_x, small_split.val_y)


@check(1.0, hints.METRIC_TOO_LOW, after="test_returns_model_and_history")
def test_learns_fashion_mnist(student: Subject, reference: Subject, lesson: Lesson, bands: Bands) -> None:
    """On Fashion-MNIST the model becomes as good as the reference's.

    패션 MNIST에서 참고 답안만큼 좋은 모델이 됩니다.
    """
    learns(student, reference, lesson, bands, lesson.images.all, returns=RETURNS)
