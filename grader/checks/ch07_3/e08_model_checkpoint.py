"""Judges ch07_3/e08_model_checkpoint."""

from __future__ import annotations

import pytest

from grader.checking import training_hints as hints
from grader.checking.bands import Bands
from grader.checking.checkpoints import holds_best_epoch
from grader.checking.lesson import Lesson, Split
from grader.checking.marks import check
from grader.checking.subject import Subject
from grader.checking.trial import Trial, run_trial
from grader.checking.validated_training import (
    learns,
    returns_model_of_the_last_epoch,
    trains_as_the_reference,
    trains_to_the_last_epoch,
    validation_losses,
)

RETURNS = ("model", "history")
FILE = "rehearsal.keras"


@pytest.fixture(scope="module")
def rehearsal(student: Subject, reference: Subject, small_split: Split) -> Trial:
    """Return the training in miniature, on data whose best epoch depends on what is watched."""
    return run_trial(student, reference, "train", small_split.all, returns=RETURNS, file_name=FILE)


@check(1.0, hints.FIT_NOT_CALLED)
def test_trains_the_dropout_model_with_adam(rehearsal: Trial) -> None:
    """The dropout model is compiled with Adam and trained for 20 epochs with the validation data.

    드롭아웃 모델을 Adam으로 컴파일하고 검증 데이터를 넣어 20번의 에포크 동안 훈련합니다.
    """
    trains_as_the_reference(rehearsal)


@check(0.5, hints.MISSING_CALLBACK, after="test_trains_the_dropout_model_with_adam")
def test_uses_the_callback(rehearsal: Trial) -> None:
    """ModelCheckpoint watches the validation loss and saves the whole model when it is better than before.

    ModelCheckpoint가 검증 손실을 지켜보다가 더 좋아졌을 때만 모델 전체를 저장합니다.
    """
    trains_to_the_last_epoch(rehearsal)


@check(0.5, hints.NOT_THE_LAST_EPOCH, after="test_trains_the_dropout_model_with_adam")
def test_returns_the_trained_model(rehearsal: Trial, small_split: Split) -> None:
    """The model comes back as it is after the last epoch, and the History of its training after it.

    마지막 에포크까지 훈련한 모델과 그 훈련의 History를 이 순서대로 돌려줍니다.
    """
    returns_model_of_the_last_epoch(rehearsal, small_split.val_x, small_split.val_y)


@check(1.0, hints.NOT_SAVED, after=("test_uses_the_callback", "test_returns_the_trained_model"))
def test_saves_the_best_epoch(student: Subject, rehearsal: Trial, small_split: Split) -> None:
    """The file at `path` holds the whole model of the epoch with the lowest validation loss.

    `path`의 파일에는 검증 손실이 가장 낮은 에포크의 모델 전체가 들어 있습니다.
    """
    holds_best_epoch(student, student.path(FILE), small_split, validation_losses(rehearsal))


@check(1.0, hints.METRIC_TOO_LOW, after="test_saves_the_best_epoch")
def test_learns_fashion_mnist(student: Subject, reference: Subject, lesson: Lesson, bands: Bands) -> None:
    """On Fashion-MNIST the model becomes as good as the reference's, and its best epoch is in the file.

    패션 MNIST에서 참고 답안만큼 좋은 모델이 되고, 가장 좋은 에포크의 모델이 파일에 남습니다.
    """
    images = lesson.images
    trial = learns(student, reference, lesson, bands, images.all, returns=RETURNS, file_name="best.keras")
    holds_best_epoch(student, student.path("best.keras"), images, validation_losses(trial))
