"""Judges ch07_3/e04_validation_loss."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import training_hints as hints
from grader.checking.bands import Bands
from grader.checking.expect import as_int
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.lesson import Lesson, Split
from grader.checking.marks import check
from grader.checking.strategies import drawn
from grader.checking.subject import Subject
from grader.checking.training import same_optimizer
from grader.checking.trial import Trial, run_trial
from grader.checking.validated_training import (
    learns,
    returns_the_history,
    trains_as_the_reference,
    trains_to_the_last_epoch,
)

RETURNS = ("history",)
SERIES = ("loss", "accuracy", "val_loss", "val_accuracy")
HistoryDict = dict[str, list[float]]

OPTIMIZER_IGNORED = hint(
    "optimizer_argument_ignored",
    "`train(..., optimizer={name})` compiled the model with {actual}, not with {expected}. Hand the "
    "argument on: `model.compile(optimizer=optimizer, ...)`.",
    "`train(..., optimizer={name})`으로 불렀는데 {expected}이(가) 아니라 {actual}(으)로 컴파일했습니다. "
    "인수를 그대로 넘기세요: `model.compile(optimizer=optimizer, ...)`.",
    read=hints.VALIDATION,
)
OTHER_SERIES = hint(
    "best_epoch_of_another_series",
    "`best_epoch` gave {actual}, where {series} is best; the validation loss is lowest in epoch {expected}. "
    "Use `np.argmin(history_dict['val_loss'])`: a loss is better the lower it is.",
    "`best_epoch`가 {series} 값이 가장 좋은 {actual}을(를) 돌려주었습니다. 검증 손실이 가장 낮은 에포크는 "
    "{expected}입니다. 손실은 낮을수록 좋으므로 `np.argmin(history_dict['val_loss'])`를 쓰세요.",
    read=hints.VALIDATION,
)
FROM_ONE = hint(
    "epochs_counted_from_one",
    "`best_epoch` gave {actual}, but counted from 0 it is epoch {expected}. Leave out the `+ 1`.",
    "`best_epoch`가 {actual}을(를) 돌려주었는데 0부터 세면 {expected}입니다. `+ 1`을 지우세요.",
    read=hints.VALIDATION,
)
WRONG_EPOCH = hint(
    "wrong_best_epoch",
    "For {count} epochs with the validation losses {losses} `best_epoch` gave {actual} instead of "
    "{expected}. Return the index of the smallest value in `history_dict['val_loss']`.",
    "에포크가 {count}번이고 검증 손실이 {losses}일 때 `best_epoch`가 {expected}이(가) 아니라 {actual}을(를) "
    "돌려주었습니다. `history_dict['val_loss']`에서 가장 작은 값의 인덱스를 돌려주세요.",
    read=hints.VALIDATION,
)
LAST_OF_EQUALS = hint(
    "last_of_equal_epochs",
    "Several epochs have the lowest validation loss; the first of them is {expected}, and `best_epoch` gave "
    "{actual}. Compare with `<`, not with `<=`; `np.argmin` and `list.index` find the first one.",
    "검증 손실이 가장 낮은 에포크가 여럿일 때는 첫 번째인 {expected}이어야 하는데 `best_epoch`가 "
    "{actual}을(를) 돌려주었습니다. `<=`가 아니라 `<`로 비교하세요. `np.argmin`과 `list.index`는 첫 번째를 "
    "찾습니다.",
    read=hints.VALIDATION,
)
# What a wrong epoch may be the right one of.
OTHERS = (
    ("loss", np.argmin, "loss"),
    ("accuracy", np.argmax, "accuracy"),
    ("val_accuracy", np.argmax, "val_accuracy"),
    ("val_loss", np.argmax, "minus val_loss"),
    ("val_accuracy", np.argmin, "minus val_accuracy"),
)


def histories() -> st.SearchStrategy[HistoryDict]:
    """Return the histories of 1 to 30 epochs, no number twice."""

    def history(drawn_values: tuple[int, int]) -> HistoryDict:
        epochs, seed = drawn_values
        random = np.random.default_rng(seed)
        return {name: (random.permutation(epochs * 20)[:epochs] / 500).tolist() for name in SERIES}

    return st.tuples(st.integers(1, 30), st.integers(0, 2**32 - 1)).map(history)


@pytest.fixture(scope="module")
def rehearsal(student: Subject, reference: Subject, small_split: Split) -> Trial:
    """Return the training in miniature, with the optimizer left out."""
    return run_trial(student, reference, "train", small_split.all, returns=RETURNS)


def _explained(student: Subject, history: HistoryDict, actual: int, expected: int) -> Finding:
    """Return what best explains a wrong epoch: it must hold on a few more histories."""
    random = np.random.default_rng(5)
    probes = [{name: (random.permutation(240)[:12] / 500).tolist() for name in SERIES} for _ in range(4)]
    answers = [as_int(student.best_epoch(probe), "best_epoch") for probe in probes]
    if answers == [int(np.argmin(probe["val_loss"])) + 1 for probe in probes]:
        return Finding(FROM_ONE, expected=str(expected), actual=str(actual))
    for name, epoch, said in OTHERS:
        if answers == [int(epoch(probe[name])) for probe in probes]:
            return Finding(OTHER_SERIES, expected=str(expected), actual=str(actual), series=said)
    losses = history["val_loss"]
    text = ", ".join(f"{loss:g}" for loss in losses[:6]) + (", ..." if len(losses) > 6 else "")
    return Finding(WRONG_EPOCH, expected=str(expected), actual=str(actual), count=len(losses), losses=text)


@check(0.5, WRONG_EPOCH)
@drawn
@given(history=histories())
def test_finds_the_epoch_of_the_lowest_validation_loss(
    student: Subject, reference: Subject, history: HistoryDict
) -> None:
    """`best_epoch` is the epoch, counted from 0, of the lowest validation loss.

    `best_epoch`는 검증 손실이 가장 낮은 에포크를 0부터 세어 돌려줍니다.
    """
    found = as_int(student.best_epoch(history), "best_epoch")
    expected = as_int(reference.best_epoch(history), "best_epoch")
    if found != expected:
        raise _explained(student, history, found, expected)


@check(0.5, LAST_OF_EQUALS, after="test_finds_the_epoch_of_the_lowest_validation_loss", hidden=True)
@drawn
@given(history=histories(), again=st.integers(1, 3))
def test_takes_the_first_of_equal_epochs(
    student: Subject, reference: Subject, history: HistoryDict, again: int
) -> None:
    """Where several epochs have the lowest validation loss, it is the first of them.

    검증 손실이 가장 낮은 에포크가 여럿이면 첫 번째를 돌려줍니다.
    """
    tied = {name: numbers * (again + 1) for name, numbers in history.items()}
    found = as_int(student.best_epoch(tied), "best_epoch")
    expected = as_int(reference.best_epoch(tied), "best_epoch")
    if found != expected:
        raise Finding(LAST_OF_EQUALS, expected=str(expected), actual=str(found))


@check(1.0, hints.FIT_NOT_CALLED)
def test_trains_for_twenty_epochs_with_validation_data(rehearsal: Trial) -> None:
    """The network is trained with RMSprop for 20 epochs, and validated on the validation data.

    신경망을 RMSprop으로 20번의 에포크 동안 훈련 데이터로 훈련하고 검증 데이터로 검증합니다.
    """
    trains_as_the_reference(rehearsal)
    trains_to_the_last_epoch(rehearsal)


@check(0.5, OPTIMIZER_IGNORED, after="test_trains_for_twenty_epochs_with_validation_data")
def test_uses_the_given_optimizer(student: Subject, reference: Subject, small_split: Split) -> None:
    """An optimizer that is given by name takes the place of RMSprop.

    이름으로 받은 옵티마이저를 RMSprop 대신 사용합니다.
    """
    few = (small_split.train_x[:32], small_split.train_y[:32], small_split.val_x[:8], small_split.val_y[:8])
    for name in ("adam", "sgd"):
        trial = run_trial(student, reference, "train", (*few, name), returns=RETURNS)
        actual, expected = trial.fit.compilation, trial.reference_fit.compilation
        if actual is None or expected is None:
            raise Finding(hints.NOT_COMPILED, expected="model.compile(...)", actual="not compiled")
        if actual.optimizer.kind != expected.optimizer.kind:
            kind, wanted = actual.optimizer.kind, expected.optimizer.kind
            raise Finding(OPTIMIZER_IGNORED, expected=wanted, actual=kind, name=repr(name))
        same_optimizer(actual.optimizer, expected.optimizer)


@check(0.5, hints.NOT_THE_HISTORY, after="test_trains_for_twenty_epochs_with_validation_data")
def test_returns_its_history(rehearsal: Trial) -> None:
    """The History of this training comes back, with its four keys.

    이 훈련의 History가 네 개의 키와 함께 돌아옵니다.
    """
    returns_the_history(rehearsal)


@check(1.0, hints.METRIC_TOO_LOW, after="test_trains_for_twenty_epochs_with_validation_data")
def test_learns_fashion_mnist(student: Subject, reference: Subject, lesson: Lesson, bands: Bands) -> None:
    """On Fashion-MNIST the model becomes as good as the reference's.

    패션 MNIST에서 참고 답안만큼 좋은 모델이 됩니다.
    """
    learns(student, reference, lesson, bands, lesson.images.all, returns=RETURNS)
