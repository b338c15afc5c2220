"""Judges ch07_3/e01_model_fn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import model_hints
from grader.checking.expect import as_model
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.models import computes_what_it_says, same_input, same_layers, same_model
from grader.checking.network import said, steps
from grader.checking.saved_models import same_weights
from grader.checking.strategies import drawn_few
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Evidence, Layer, Model
from grader.language import Text

READ = Text(en="Section 7-3, loss curves", ko="7-3절 손실 곡선")

IGNORED = hint(
    "given_layer_ignored",
    "The layer passed as `a_layer` is not in the model. Add it between the two Dense layers: "
    "`if a_layer is not None: model.add(a_layer)`.",
    "`a_layer`로 받은 층이 모델에 없습니다. 두 Dense 층 사이에 넣으세요: "
    "`if a_layer is not None: model.add(a_layer)`.",
    read=READ,
)
MISPLACED = hint(
    "given_layer_in_the_wrong_place",
    "`a_layer` belongs after the hidden layer and before the output layer: {expected}. Now it is {actual}.",
    "`a_layer`는 은닉층 다음, 출력층 앞에 들어가야 합니다: {expected}. 지금은 {actual}입니다.",
    read=READ,
)
REPLACED = hint(
    "given_layer_replaced",
    "The model has a layer other than the one that was passed: expected {expected}, got {actual}. Add "
    "`a_layer` itself, not a layer written into the function.",
    "받은 층이 아닌 다른 층이 들어 있습니다. {expected}이어야 하는데 {actual}입니다. 함수 안에 층을 직접 "
    "쓰지 말고 `a_layer`를 그대로 넣으세요.",
    read=READ,
)
SHARED = hint(
    "model_shared_between_calls",
    "Two calls of `model_fn` gave models that share layers or weights: training one changes the other. Make "
    "the model and its layers inside the function, not at the top of the file.",
    "`model_fn`을 두 번 불러 만든 모델이 층이나 가중치를 함께 씁니다. 하나를 훈련하면 다른 하나도 바뀝니다. "
    "모델과 층을 파일 맨 위가 아니라 함수 안에서 만드세요.",
    read=READ,
)


def _layers() -> st.SearchStrategy[Layer]:
    units = st.integers(2, 90)
    return st.one_of(
        st.integers(5, 90).map(lambda share: Layer(kind="Dropout", name="", config={"rate": share / 100})),
        units.map(lambda n: Layer(kind="Dense", name="", config={"units": n, "activation": "tanh"})),
        st.just(Layer(kind="BatchNormalization", name="")),
    )


def _second_call(student: Subject) -> Evidence:
    try:
        return student.model_fn(None)
    except Finding as finding:
        if "already been configured" in (finding.detail or ""):  # Keras, of a second Input in the same model
            raise Finding(
                SHARED, reason=finding.reason, frames=finding.frames, detail=finding.detail
            ) from None
        raise


@pytest.fixture(scope="module")
def model(student: Subject) -> Model:
    """Return the student's model without a further layer."""
    return as_model(student.model_fn(), "model_fn")


@pytest.fixture(scope="module")
def expected(reference: Subject) -> Model:
    """Return the reference's model without a further layer."""
    return as_model(reference.model_fn(), "model_fn")


@check(1.0, model_hints.WRONG_UNITS)
def test_builds_the_network(student: Subject, model: Model, expected: Model) -> None:
    """Without a further layer: Flatten, Dense 100 with ReLU, Dense 10 with softmax.

    층을 받지 않으면 Flatten, 렐루를 쓰는 Dense 100, 소프트맥스를 쓰는 Dense 10으로 이루어집니다.
    """
    same_model(model, expected)
    # An explicit `None` is no layer either; and one model for all calls grows with each of them.
    if said(steps(as_model(_second_call(student), "model_fn"))) != said(steps(model)):
        raise Finding(SHARED, expected="the same layers", actual="others at the second call")


@check(0.5, SHARED, after="test_builds_the_network", hidden=True)
def test_builds_a_new_model_each_time(student: Subject, model: Model) -> None:
    """Every call returns a new model with weights of its own.

    호출할 때마다 가중치를 따로 가진 새 모델을 돌려줍니다.
    """
    other = as_model(student.model_fn(), "model_fn")
    images = np.random.default_rng(3).random((32, 28, 28), dtype=np.float32)
    student.method(model, "compile", loss="sparse_categorical_crossentropy")
    student.method(model, "fit", images, np.arange(32) % 10, verbose=0)
    same_weights(as_model(student.describe(other), "model_fn"), other, Finding(SHARED))


@check(1.0, IGNORED, after="test_builds_the_network")
@drawn_few
@given(layer=_layers())
def test_puts_the_layer_after_the_hidden_one(
    student: Subject, reference: Subject, expected: Model, layer: Layer
) -> None:
    """A layer that is given stands between the hidden layer and the output layer, whatever its kind.

    받은 층은 종류에 관계없이 은닉층과 출력층 사이에 들어갑니다.
    """
    model = as_model(student.model_fn(layer), "model_fn")
    wanted = as_model(reference.model_fn(layer), "model_fn")
    same_input(model, wanted)
    found, needed, plain = ([step.said for step in steps(each)] for each in (model, wanted, expected))
    needs, has = said(steps(wanted)), said(steps(model))
    if found == plain:
        raise Finding(IGNORED, expected=needs, actual=has)
    if found != needed:
        misplaced = sorted(found) == sorted(needed) or len(found) > len(needed)
        raise Finding(MISPLACED if misplaced else REPLACED, expected=needs, actual=has)
    if layer.kind != "BatchNormalization":
        same_layers(model, wanted)


@check(0.5, model_hints.UNCLEAR_MODEL, after="test_puts_the_layer_after_the_hidden_one")
def test_computes_what_its_layers_say(student: Subject) -> None:
    """The model's predictions are those of its layers, in their order.

    모델의 예측은 층을 순서대로 계산한 결과와 같습니다.
    """
    for layer in (None, Layer(kind="Dense", name="", config={"units": 40, "activation": "relu"})):
        computes_what_it_says(student, as_model(student.model_fn(layer), "model_fn"))
