"""Judges ch07_3/e09_early_stopping."""

from __future__ import annotations

import pytest

from grader.checking import training_hints as hints
from grader.checking.bands import Bands
from grader.checking.checkpoints import holds_best_epoch
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.learning import trains_as_long
from grader.checking.lesson import Lesson, Split
from grader.checking.marks import check
from grader.checking.subject import Subject
from grader.checking.training import is_history_of, same_callbacks
from grader.checking.trial import Trial, evaluates_to, is_trained_model, run_trial
from grader.checking.validated_training import learns, trains_as_the_reference, validation_losses

RETURNS = ("model", "history", "callback")

NOT_THE_STOPPER = hint(
    "not_the_early_stopping_callback",
    "The third value should be the EarlyStopping callback that was passed to `fit` (it knows the "
    "`stopped_epoch`), but it is {actual}. Keep it in a variable, pass it in `callbacks=[...]`, and return "
    "it.",
    "세 번째 값은 `fit`에 넘긴 EarlyStopping 콜백(`stopped_epoch`를 아는 객체)이어야 하는데 {actual}입니다. "
    "콜백을 변수에 담아 `callbacks=[...]`에 넣고 그 변수를 돌려주세요.",
    read=hints.CALLBACKS,
)


@pytest.fixture(scope="module")
def rehearsal(student: Subject, reference: Subject, small_split: Split) -> Trial:
    """Return the training in miniature, on data where it stops early."""
    return run_trial(
        student, reference, "train", small_split.all, returns=RETURNS, file_name="rehearsal.keras"
    )


@check(1.0, hints.FIT_NOT_CALLED)
def test_trains_the_dropout_model_with_adam(rehearsal: Trial) -> None:
    """The dropout model is compiled with Adam and trained on the given data.

    드롭아웃 모델을 Adam으로 컴파일하고 주어진 데이터로 훈련합니다.
    """
    trains_as_the_reference(rehearsal)


@check(1.0, hints.MISSING_CALLBACK)
def test_uses_both_callbacks(rehearsal: Trial) -> None:
    """Both callbacks watch the validation loss; patience is 2, and the best weights are restored.

    ModelCheckpoint와 EarlyStopping이 검증 손실을 지켜보고, patience는 2이며 가장 좋은 가중치를 복원합니다.
    """
    same_callbacks(rehearsal.fit, rehearsal.reference_fit)


@check(0.5, hints.NOT_THE_HISTORY, after="test_trains_the_dropout_model_with_adam")
def test_returns_model_history_and_callback(rehearsal: Trial) -> None:
    """The trained model, the History of its training and the EarlyStopping callback come back, in this order.

    훈련한 모델, 그 훈련의 History, EarlyStopping 콜백을 이 순서대로 돌려줍니다.
    """
    is_trained_model(rehearsal.model, rehearsal.fit)
    is_history_of(rehearsal.history, rehearsal.fit)
    returned = rehearsal.callback
    passed = [(callback.class_name, callback.state) for callback in rehearsal.fit.callbacks]
    if "stopped_epoch" not in returned.state or (returned.class_name, returned.state) not in passed:
        raise Finding(NOT_THE_STOPPER, expected="the EarlyStopping of fit", actual=f"a {returned.class_name}")


@check(
    1.0,
    hints.NOT_RESTORED,
    after=("test_uses_both_callbacks", "test_returns_model_history_and_callback"),
)
def test_stops_two_epochs_after_the_best(rehearsal: Trial, small_split: Split) -> None:
    """Training stops two epochs after the lowest validation loss, and the model goes back to that epoch.

    검증 손실이 가장 낮은 에포크에서 두 번 더 훈련한 뒤 멈추고, 모델은 그 에포크로 돌아갑니다.
    """
    _stops_where_it_should(rehearsal)
    _is_restored(rehearsal, small_split)


def _stops_where_it_should(trial: Trial) -> None:
    losses = validation_losses(trial)
    best, last = losses.index(min(losses)), trial.reference_fit.epochs - 1
    # Keras leaves 0 where training went on to the last epoch.
    stops = best + 2 if best + 2 <= last else 0
    stopped = trial.callback.state.get("stopped_epoch")
    if not (stopped == stops and len(losses) - 1 == (stops or last)):
        raise Finding(
            hints.STOPPED_ELSEWHERE,
            expected=str(stops or last),
            actual=f"{stopped} of {len(losses)} epochs",
            best=best,
        )


def _is_restored(trial: Trial, split: Split) -> None:
    lowest = min(validation_losses(trial))
    evaluates_to(trial.model, split.val_x, split.val_y, lowest, Finding(hints.NOT_RESTORED))


@check(
    0.5,
    hints.NOT_SAVED,
    after=("test_uses_both_callbacks", "test_returns_model_history_and_callback"),
)
def test_saves_the_best_epoch(student: Subject, rehearsal: Trial, small_split: Split) -> None:
    """The file at `path` holds the whole model of the epoch with the lowest validation loss.

    `path`의 파일에는 검증 손실이 가장 낮은 에포크의 모델 전체가 들어 있습니다.
    """
    holds_best_epoch(student, student.path("rehearsal.keras"), small_split, validation_losses(rehearsal))


@check(1.0, hints.METRIC_TOO_LOW, after=("test_stops_two_epochs_after_the_best", "test_saves_the_best_epoch"))
def test_learns_fashion_mnist(student: Subject, reference: Subject, lesson: Lesson, bands: Bands) -> None:
    """On Fashion-MNIST it stops as it should, the model is good, and its best epoch is in the file.

    패션 MNIST에서도 알맞은 에포크에서 멈추고, 좋은 모델이 되며, 가장 좋은 에포크의 모델이 파일에 남습니다.
    """
    images = lesson.images
    trial = learns(student, reference, lesson, bands, images.all, returns=RETURNS, file_name="best.keras")
    _stops_where_it_should(trial)
    _is_restored(trial, images)
    trains_as_long(bands, trial.fit, trial.reference_fit)
    holds_best_epoch(student, student.path("best.keras"), images, validation_losses(trial))
