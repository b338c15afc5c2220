"""Judges ch07_3/e06_save_and_restore_weights."""

from __future__ import annotations

import numpy as np
import pytest

from grader.checking.expect import as_model, said
from grader.checking.finding import Finding
from grader.checking.given_models import ADAM, model_left_alone
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.models import computes_what_it_says, same_model
from grader.checking.saved_models import (
    NO_FILE,
    ONLY_IN_THIS_PROCESS,
    READ,
    WEIGHTS_NOT_RESTORED,
    file_bytes,
    given_network,
    same_weights,
)
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Model
from grader.report.model import Reason

FILE = "given.weights.h5"

WHOLE_MODEL = hint(
    "whole_model_instead_of_weights",
    "The file at `path` holds a whole model, in the old `.h5` format. Save the weights alone: "
    "`model.save_weights(...)`.",
    "`path`의 파일에 모델 전체가 옛 `.h5` 형식으로 들어 있습니다. 가중치만 저장하세요: "
    "`model.save_weights(...)`.",
    read=READ,
)
LOADED_IN_PART = hint(
    "weights_loaded_in_part",
    "The file came from a network with Dense layers of other sizes, {actual}, and `restore_weights` "
    "returned a model all the same. Some of its weights are not those of the file. Let `load_weights` raise "
    "its error: no `skip_mismatch`, no `try`.",
    "Dense 층의 크기가 {actual}인 다른 신경망의 파일인데도 `restore_weights`가 모델을 돌려주었습니다. 그 "
    "모델의 가중치 일부는 파일의 것이 아닙니다. `load_weights`가 오류를 내도록 두세요. `skip_mismatch`나 "
    "`try`를 쓰지 마세요.",
    read=READ,
)


@pytest.fixture(scope="module")
def given(student: Subject) -> Model:
    """Return a dropout model that has been trained for a moment, alive where the student's code runs."""
    model = student.make(given_network(21, compilation=ADAM))
    x = np.random.default_rng(2).random((32, 28, 28), dtype=np.float32)
    student.method(model, "fit", x, np.arange(32) % 10, verbose=0)
    return as_model(student.describe(model), "make")


@pytest.fixture(scope="module")
def path(student: Subject, given: Model) -> str:
    """Return the path of the file that the student's function wrote."""
    path = student.path(FILE)
    student.save_weights(given, path)
    return path


@check(1.0, NO_FILE)
def test_saves_the_weights(student: Subject, given: Model, path: str) -> None:
    """After `save_weights` the file at `path` holds the weights, and no more.

    `save_weights`를 부르면 `path`의 파일에 가중치만 저장됩니다.
    """
    file_bytes(student, path, Finding(NO_FILE, function="save_weights"))
    model_left_alone(student, given, "save_weights")
    try:
        found = student.open_model(path)
    except Finding as finding:
        if finding.reason is not Reason.EXCEPTION:
            raise
        return  # a file of weights is no model
    if isinstance(found, Model):
        raise Finding(WHOLE_MODEL, expected="weights only", actual=said(found))


@check(1.0, WEIGHTS_NOT_RESTORED, after="test_saves_the_weights")
def test_restores_them_bit_for_bit(student: Subject, given: Model, path: str) -> None:
    """`restore_weights` returns a new dropout model that predicts the same, bit for bit.

    `restore_weights`는 저장한 가중치를 가진 새 드롭아웃 모델을 돌려줍니다. 예측은 비트까지 똑같습니다.
    """
    restored = as_model(student.restore_weights(path), "restore_weights")
    same_model(restored, given)
    same_weights(restored, given, Finding(WEIGHTS_NOT_RESTORED, function="restore_weights"))
    computes_what_it_says(student, restored)


@check(0.5, ONLY_IN_THIS_PROCESS, after="test_restores_them_bit_for_bit")
def test_restores_them_in_another_process(student: Subject, given: Model, path: str) -> None:
    """The same comes back from the file when Python has been started anew.

    파이썬을 새로 실행해도 파일에서 똑같은 모델이 돌아옵니다.
    """
    with student.another_process() as other:
        restored = as_model(other.restore_weights(path), "restore_weights")
        same_model(restored, given)
        same_weights(restored, given, Finding(ONLY_IN_THIS_PROCESS, function="restore_weights"))


@check(0.5, LOADED_IN_PART, after="test_restores_them_bit_for_bit", hidden=True)
def test_refuses_weights_of_other_shapes(student: Subject) -> None:
    """A file of a network with Dense layers of other sizes raises an error.

    Dense 층의 크기가 다른 신경망의 파일이면 오류가 납니다.
    """
    for hidden, outputs in ((64, 10), (100, 12)):
        path = student.path(f"other-{hidden}-{outputs}.weights.h5")
        student.save_weights(student.make(given_network(hidden, hidden=hidden, outputs=outputs)), path)
        try:
            student.restore_weights(path)
        except Finding as finding:
            if finding.reason is not Reason.EXCEPTION:
                raise
        else:
            raise Finding(LOADED_IN_PART, expected="an error", actual=f"{hidden} and {outputs}")
