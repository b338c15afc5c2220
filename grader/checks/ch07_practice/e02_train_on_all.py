"""Judges ch07_practice/e02_train_on_all."""

from __future__ import annotations

import numpy as np
import pytest

from grader.checking import training_hints as hints
from grader.checking.accuracies import WRONG_ACCURACY, same_accuracy
from grader.checking.bands import ON_TEST, Bands
from grader.checking.expect import Values, arguments_left_alone, as_model, as_number
from grader.checking.given_models import ADAM, ADAM_FOR_SCORES, classifier, only_looked_at, samples
from grader.checking.hint import hint
from grader.checking.learning import learns_as_much
from grader.checking.lesson import Lesson, Split, scaled
from grader.checking.marks import check
from grader.checking.network import probabilities
from grader.checking.scores import same_model_or_its_scores
from grader.checking.subject import Subject
from grader.checking.training import (
    is_history_of,
    same_compilation,
    same_data,
    same_schedule,
    same_validation,
)
from grader.checking.trial import Trial, is_trained_model, run_trial
from grader.evidence.vocabulary import Model
from grader.language import Text

RETURNS = ("model", "history")

TEST_PIXELS_NOT_SCALED = hint(
    "test_pixels_not_scaled",
    "{actual} is the accuracy on pixels from 0 to 255. The model was trained on pixels from 0 to 1: "
    "`test_accuracy` must divide `test_input` by 255 too.",
    "{actual}은(는) 0부터 255까지의 픽셀로 잰 정확도입니다. 모델은 0과 1 사이의 픽셀로 훈련했으므로 "
    "`test_accuracy`에서도 `test_input`을 255로 나누어야 합니다.",
    read=Text(en="Practice page, evaluating the model", ko="실습 페이지, 모델 평가"),
)


# By how much a class must be ahead of the next for every library to say the same.
_CLEAR = 2e-4


def _pixels(x: Values) -> Values:
    pixels: Values = np.rint(x * 255).astype(np.uint8)
    return pixels


def _on_the_edge(model: Model) -> tuple[Values, Values]:
    """Return pixels that `model` puts into other classes if divided by 256, and the right classes."""
    pixels = np.random.default_rng(9).integers(0, 256, (4000, 28, 28), dtype=np.uint8)
    right = probabilities(model, scaled(pixels))
    other = probabilities(model, (pixels / 256).astype(np.float32))
    # Not so near to it that the last bits of a library would decide.
    is_clear = np.diff(np.sort(right, axis=1)[:, -2:])[:, 0] > _CLEAR
    chosen = is_clear & (right.argmax(axis=1) != other.argmax(axis=1))
    return pixels[chosen], right[chosen].argmax(axis=1)


@pytest.fixture(scope="module")
def rehearsal(student: Subject, reference: Subject, small_split: Split) -> Trial:
    """Return the training in miniature, on raw pixels."""
    arguments = (_pixels(small_split.train_x), small_split.train_y)
    return run_trial(student, reference, "train", arguments, returns=RETURNS)


@check(0.5, hints.FIT_NOT_CALLED)
def test_trains_the_model_of_128_units(rehearsal: Trial) -> None:
    """The model of 128 units is compiled with Adam, and with a loss that fits its output.

    뉴런이 128개인 모델을 Adam과 출력에 맞는 손실 함수로 컴파일합니다.
    """
    fit, expected = rehearsal.fit, rehearsal.reference_fit
    same_model_or_its_scores(fit.model, expected.model)
    same_compilation(fit.compilation, expected.compilation, fit.model)


@check(0.5, hints.FIT_NOT_CALLED)
def test_trains_on_all_rows_divided_by_255(rehearsal: Trial) -> None:
    """All rows are trained on for 10 epochs, with pixels from 0 to 1; the arrays are not changed.

    0과 1 사이로 바꾼 픽셀로 모든 행을 10번의 에포크 동안 훈련하고, 입력 배열은 바꾸지 않습니다.
    """
    fit, expected = rehearsal.fit, rehearsal.reference_fit
    same_data(fit, expected)
    same_validation(fit, expected)
    same_schedule(fit, expected)
    arguments_left_alone(rehearsal.observed, "train")


@check(0.5, hints.NOT_THE_HISTORY, after="test_trains_the_model_of_128_units")
def test_returns_model_and_history(rehearsal: Trial) -> None:
    """The trained model and the History of its training come back, in this order.

    훈련한 모델과 그 훈련의 History를 이 순서대로 돌려줍니다.
    """
    is_trained_model(rehearsal.model, rehearsal.fit)
    is_history_of(rehearsal.history, rehearsal.fit)


@check(1.0, WRONG_ACCURACY)
def test_measures_the_accuracy_on_raw_pixels(student: Subject) -> None:
    """`test_accuracy` divides the pixels by 255 and returns the share of rows that the model predicts right.

    `test_accuracy`는 픽셀을 255로 나누고, 모델이 맞힌 행의 비율을 돌려줍니다.
    """
    for seed, described in (
        (31, classifier(31, activation=None, compilation=ADAM_FOR_SCORES)),
        (32, classifier(32, compilation=ADAM)),
    ):
        model = as_model(student.make(described), "test_accuracy")
        drawn = [samples(described, rows, seed) for rows in (1, 50, 83)]
        for pixels, y in (*((_pixels(x), y) for x, y in drawn), _on_the_edge(described)):
            outcome = student.call("test_accuracy", model, pixels, y)
            found = as_number(outcome.value, "test_accuracy")
            same_accuracy(
                found, described, scaled(pixels), y, other_x=pixels, otherwise=TEST_PIXELS_NOT_SCALED
            )
            only_looked_at(student, model, outcome, "test_accuracy")


@check(
    0.5,
    hints.METRIC_TOO_LOW,
    after=("test_trains_on_all_rows_divided_by_255", "test_returns_model_and_history"),
)
def test_learns_fashion_mnist(student: Subject, reference: Subject, lesson: Lesson, bands: Bands) -> None:
    """Trained on the whole training set, the model becomes as good on the test set as the reference's.

    훈련 세트 전체로 훈련하면 테스트 세트에서 참고 답안만큼 좋은 모델이 됩니다.
    """
    data = lesson.dataset
    trial = run_trial(
        student,
        reference,
        "train",
        (data.train_input, data.train_target),
        returns=RETURNS,
        timeout_seconds=lesson.training_seconds,
    )

    def settings() -> None:
        same_model_or_its_scores(trial.model, trial.reference_model)
        same_data(trial.fit, trial.reference_fit)  # a part of so many rows does not show in the rehearsal

    x, y = scaled(data.test_input), data.test_target
    learns_as_much(
        bands,
        ON_TEST,
        (x, y),
        model=trial.model,
        history=trial.fit.history,
        reference=trial.reference_model,
        again=lambda seed: trial.repeated(seed).model,
        settings=settings,
    )
