"""Judges ch07_3/e02_history."""

from __future__ import annotations

import pytest

from grader.checking import training_hints as hints
from grader.checking.bands import Bands
from grader.checking.lesson import Lesson, Split
from grader.checking.marks import check
from grader.checking.subject import Subject
from grader.checking.trial import Trial, run_trial
from grader.checking.validated_training import (
    learns,
    returns_the_history,
    trains_as_the_reference,
    trains_to_the_last_epoch,
)

RETURNS = ("history",)


@pytest.fixture(scope="module")
def rehearsal(student: Subject, reference: Subject, small_split: Split) -> Trial:
    """Return the training in miniature."""
    return run_trial(student, reference, "train", small_split.train, returns=RETURNS)


@check(1.0, hints.FIT_NOT_CALLED)
def test_trains_for_five_epochs(rehearsal: Trial) -> None:
    """The network is compiled with the default optimizer and trained on all the given rows for 5 epochs.

    신경망을 기본 옵티마이저로 컴파일하고 주어진 모든 데이터로 5번의 에포크 동안 훈련합니다.
    """
    trains_as_the_reference(rehearsal)
    trains_to_the_last_epoch(rehearsal)


@check(0.5, hints.NOT_THE_HISTORY, after="test_trains_for_five_epochs")
def test_returns_its_history(rehearsal: Trial) -> None:
    """The History of this training comes back, with the keys `loss` and `accuracy`.

    이 훈련의 History가 `loss`와 `accuracy` 키와 함께 돌아옵니다.
    """
    returns_the_history(rehearsal)


@check(0.5, hints.METRIC_TOO_LOW, after="test_trains_for_five_epochs")
def test_learns_fashion_mnist(student: Subject, reference: Subject, lesson: Lesson, bands: Bands) -> None:
    """On Fashion-MNIST the model becomes as good as the reference's.

    패션 MNIST에서 참고 답안만큼 좋은 모델이 됩니다.
    """
    learns(student, reference, lesson, bands, lesson.images.train, returns=RETURNS)
