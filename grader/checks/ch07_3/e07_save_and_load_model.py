"""Judges ch07_3/e07_save_and_load_model."""

from __future__ import annotations

import numpy as np
import pytest

from grader.checking.exceptions import LEGACY_H5
from grader.checking.expect import Values, as_items, as_model, as_number, said
from grader.checking.finding import Finding
from grader.checking.given_models import model_left_alone
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.models import same_model
from grader.checking.network import accuracy, cross_entropy
from grader.checking.saved_models import (
    NO_FILE,
    ONLY_IN_THIS_PROCESS,
    READ,
    WEIGHTS_NOT_RESTORED,
    file_bytes,
    given_network,
    same_weights,
    weights,
)
from grader.checking.subject import Subject
from grader.checking.trial import LOSS_ATOL
from grader.evidence.vocabulary import Compilation, Model, Optimizer

FILE = "given.keras"
SETTINGS = Compilation(
    optimizer=Optimizer(kind="Adam", config={"learning_rate": 0.002}),
    loss="sparse_categorical_crossentropy",
    from_logits=False,
    metrics=("accuracy",),
)

TOO_SMALL = hint(
    "file_without_the_weights",
    "The file at `path` has only {actual} bytes, fewer than the weights alone ({expected}). "
    "`model.save(...)` writes the whole model: layers, weights, compile settings and the state of the "
    "optimizer.",
    "`path`의 파일이 {actual}바이트로, 가중치만 담은 크기({expected})보다도 작습니다. `model.save(...)`는 "
    "층, 가중치, 컴파일 설정, 옵티마이저의 상태까지 모델 전체를 저장합니다.",
    read=READ,
)
SETTINGS_LOST = hint(
    "compile_settings_lost",
    "The model that `load_model` returned is {actual}; the one that was saved is {expected}. Save with "
    "`model.save(...)` and return `keras.models.load_model(...)` as it is: no `compile=False`, no "
    "`compile` of your own.",
    "`load_model`이 돌려준 모델은 {actual}인데 저장한 모델은 {expected}입니다. `model.save(...)`로 저장하고 "
    "`keras.models.load_model(...)`을 그대로 돌려주세요. `compile=False`를 쓰거나 다시 컴파일하지 마세요.",
    read=READ,
)
STATE_LOST = hint(
    "optimizer_state_lost",
    "The optimizer of the model that `load_model` returned has begun anew: {actual} instead of {expected}. "
    "Training does not go on where it stopped. Compiling again after loading does that; `.keras` holds the "
    "state already.",
    "`load_model`이 돌려준 모델의 옵티마이저가 처음부터 다시 시작합니다({expected}이어야 하는데 {actual}). "
    "그래서 멈춘 곳에서 이어서 훈련하지 않습니다. 불러온 뒤 다시 컴파일하면 이렇게 됩니다. `.keras` "
    "파일에는 상태가 이미 들어 있습니다.",
    read=READ,
)


@pytest.fixture(scope="module")
def given(student: Subject) -> Model:
    """Return a compiled model that has been trained for a moment, alive where the student's code runs.

    Without dropout: what a Dropout layer draws next is in no file.
    """
    model = student.make(given_network(31, hidden=60, dropout=False, compilation=SETTINGS))
    student.method(model, "fit", *_batch(1), epochs=2, verbose=0)
    return as_model(student.describe(model), "make")


@pytest.fixture(scope="module")
def path(student: Subject, given: Model) -> str:
    """Return the path of the file that the student's function wrote."""
    path = student.path(FILE)
    student.save_model(given, path)
    return path


def _batch(seed: int) -> tuple[Values, Values]:
    return np.random.default_rng(seed).random((64, 28, 28), dtype=np.float32), np.arange(64) % 10


def _came_back(student: Subject, loaded: Model, given: Model) -> None:
    same_model(loaded, given)
    same_weights(loaded, given, Finding(WEIGHTS_NOT_RESTORED, function="load_model"))
    found, wanted = _settings(loaded), _settings(given)
    if found != wanted:
        chosen = LEGACY_H5 if any(name.endswith(".h5") for name in student.files()) else SETTINGS_LOST
        raise Finding(chosen, expected=wanted, actual=found)
    made, needed = _iterations(loaded), _iterations(given)
    if made != needed:
        raise Finding(STATE_LOST, expected=f"{needed} steps", actual=f"{made} steps")


def _settings(model: Model) -> str:
    if model.compilation is None:
        return "not compiled"
    optimizer = model.compilation.optimizer
    rate = optimizer.config.get("learning_rate")
    shown = f"{rate:.4g}" if isinstance(rate, float) else str(rate)
    metrics = ", ".join(model.compilation.metrics) or "none"
    return f"compiled with {optimizer.kind}({shown}), {model.compilation.loss}, metrics {metrics}"


def _iterations(model: Model) -> int:
    return model.compilation.optimizer.iterations if model.compilation is not None else 0


@check(0.5, NO_FILE)
def test_saves_the_whole_model(student: Subject, given: Model, path: str) -> None:
    """After `save_model` the file at `path` is there, larger than the weights alone.

    `save_model`을 부르면 `path`에 가중치만 담은 것보다 큰 파일이 생깁니다.
    """
    old = any(name.endswith(".h5") for name in student.files())
    size = file_bytes(student, path, Finding(LEGACY_H5 if old else NO_FILE, function="save_model"))
    least = sum(weight.value.nbytes for weight in weights(given.layers))
    if size <= least:
        raise Finding(TOO_SMALL, expected=str(least), actual=str(size))


@check(1.0, SETTINGS_LOST, after="test_saves_the_whole_model")
def test_everything_comes_back(student: Subject, given: Model, path: str) -> None:
    """`load_model` returns the model: layers, weights, compile settings and the optimizer's steps.

    `load_model`은 층, 가중치, 컴파일 설정, 옵티마이저의 진행 상태가 같은 모델을 돌려줍니다.
    """
    _came_back(student, as_model(student.load_model(path), "load_model"), given)
    model_left_alone(student, given, "save_model")


@check(1.0, STATE_LOST, after="test_everything_comes_back")
def test_evaluates_and_goes_on_training(student: Subject, given: Model, path: str) -> None:
    """Without compiling again the loaded model evaluates, and trains on exactly as the one that was saved.

    다시 컴파일하지 않아도 평가할 수 있고, 저장한 모델과 똑같이 이어서 훈련합니다.
    """
    loaded = as_model(student.load_model(path), "load_model")
    x, y = _batch(2)
    figures = student.method(loaded, "evaluate", x, y, verbose=0).value
    loss, share = (
        as_number(item, "evaluate") for item in as_items(figures, "evaluate", ("loss", "accuracy"))
    )
    own_loss, own_share = cross_entropy(given, x, y), accuracy(given, x, y)
    if not (abs(loss - own_loss) <= LOSS_ATOL * max(1.0, own_loss) and abs(share - own_share) <= LOSS_ATOL):
        raise Finding(
            SETTINGS_LOST, expected=f"({own_loss:.4f}, {own_share:.4f})", actual=f"({loss:.4f}, {share:.4f})"
        )
    trained = []
    for model in (given, loaded):
        student.method(model, "fit", x, y, epochs=2, verbose=0)
        trained.append(as_model(student.describe(model), "load_model"))
    lost = Finding(STATE_LOST, expected="the same weights after 2 epochs more", actual="others")
    same_weights(trained[1], trained[0], lost)


@check(0.5, ONLY_IN_THIS_PROCESS, after="test_everything_comes_back")
def test_comes_back_in_another_process(student: Subject, given: Model, path: str) -> None:
    """The same comes back from the file when Python has been started anew.

    파이썬을 새로 실행해도 파일에서 똑같은 모델이 돌아옵니다.
    """
    with student.another_process() as other:
        evidence = other.load_model(path)
        if not isinstance(evidence, Model):
            raise Finding(
                ONLY_IN_THIS_PROCESS, expected="a model", actual=said(evidence), function="load_model"
            )
        _came_back(student, evidence, given)
