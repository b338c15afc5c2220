"""Judges ch07_2/e02_named_layers."""

from __future__ import annotations

import pytest

from grader.checking import model_hints as hints
from grader.checking.expect import as_model
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.models import computes_what_it_says, same_model
from grader.checking.network import steps
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Model
from grader.language import Text

READ = Text(en="Section 7-2, other ways to add layers", ko="7-2절 층을 추가하는 다른 방법")

MODEL_NAME = hint(
    "model_not_named",
    "The model should be named '{expected}', but its name is '{actual}'. The name is an argument of "
    "`Sequential` itself, after the list of layers: `keras.Sequential([...], name='{expected}')`.",
    "모델의 이름이 '{expected}'이어야 하는데 '{actual}'입니다. 이름은 층의 리스트 다음에 오는 "
    "`Sequential`의 인수입니다: `keras.Sequential([...], name='{expected}')`.",
    read=READ,
)
LAYER_NAME = hint(
    "layer_not_named",
    "The {units}-unit layer should be named '{expected}', but its name is '{actual}'. The name of a Python "
    "variable is not the name of a layer: write `Dense(..., name='{expected}')`.",
    "뉴런이 {units}개인 층의 이름이 '{expected}'이어야 하는데 '{actual}'입니다. 파이썬 변수의 이름은 층의 "
    "이름이 아닙니다. `Dense(..., name='{expected}')`이라고 쓰세요.",
    read=READ,
)
NAMES_SWAPPED = hint(
    "layer_names_swapped",
    "The two names are the wrong way round: the layer of 100 units is `hidden`, the layer of 10 units is "
    "`output`.",
    "두 이름이 서로 바뀌었습니다. 뉴런이 100개인 층이 `hidden`, 10개인 층이 `output`입니다.",
    read=READ,
)


@pytest.fixture(scope="module")
def model(student: Subject) -> Model:
    """Return the student's model."""
    return as_model(student.build_model(), "build_model")


@pytest.fixture(scope="module")
def expected(reference: Subject) -> Model:
    """Return the reference's model."""
    return as_model(reference.build_model(), "build_model")


@check(0.5, hints.WRONG_UNITS)
def test_has_the_layers(model: Model, expected: Model) -> None:
    """784 inputs, Dense 100 with sigmoid, Dense 10 with softmax.

    입력 784개, 시그모이드를 쓰는 Dense 100, 소프트맥스를 쓰는 Dense 10으로 이루어져 있습니다.
    """
    same_model(model, expected)


@check(0.5, LAYER_NAME, after="test_has_the_layers")
def test_names_the_layers(model: Model, expected: Model) -> None:
    """The layers are named `hidden` and `output`.

    층의 이름은 `hidden`과 `output`입니다.
    """
    dense, wanted = ([step for step in steps(each) if step.kind == "dense"] for each in (model, expected))
    names = [step.name for step in dense]
    if names == [step.name for step in reversed(wanted)]:
        raise Finding(NAMES_SWAPPED, expected="hidden, output", actual=", ".join(names))
    for step, other in zip(dense, wanted, strict=True):
        if step.name != other.name:
            raise Finding(LAYER_NAME, expected=other.name, actual=step.name, units=other.units)


@check(0.5, MODEL_NAME)
def test_names_the_model(model: Model, expected: Model) -> None:
    """The model is named `fashion_mnist_model`.

    모델의 이름은 `fashion_mnist_model`입니다.
    """
    if model.name != expected.name:
        raise Finding(MODEL_NAME, expected=expected.name, actual=model.name)


# After the names: Keras refuses some of them only when the model computes.
@check(0.5, hints.UNCLEAR_MODEL, after=("test_names_the_layers", "test_names_the_model"))
def test_computes_what_its_layers_say(student: Subject, model: Model) -> None:
    """The model's predictions are those of its layers, in their order.

    모델의 예측은 층을 순서대로 계산한 결과와 같습니다.
    """
    computes_what_it_says(student, model)
