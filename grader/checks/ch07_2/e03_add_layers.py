"""Judges ch07_2/e03_add_layers."""

from __future__ import annotations

import pytest

from grader.checking import model_hints as hints
from grader.checking.expect import as_model
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.models import computes_what_it_says, same_model
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Model
from grader.language import Text

READ = Text(en="Section 7-2, other ways to add layers", ko="7-2절 층을 추가하는 다른 방법")

NOT_SEQUENTIAL = hint(
    "add_without_sequential",
    "The model is not a Sequential one, and only those have `add`. Begin with `model = keras.Sequential()`.",
    "Sequential 모델이 아닙니다. `add` 메서드는 Sequential 모델에만 있습니다. `model = "
    "keras.Sequential()`로 시작하세요.",
    read=READ,
)
GIVEN_AS_LIST = hint(
    "layers_given_as_list",
    "Only {actual} of the {expected} layers came through `model.add`; the others were given to `Sequential` "
    "as a list. Here begin with an empty `keras.Sequential()` and call `model.add(...)` once for each layer.",
    "{expected}개의 층 가운데 {actual}개만 `model.add`로 추가했고 나머지는 `Sequential`에 리스트로 "
    "넘겼습니다. 이 실습에서는 비어 있는 `keras.Sequential()`로 시작해서 층마다 `model.add(...)`를 한 번씩 "
    "부르세요.",
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


@check(1.0, hints.WRONG_UNITS)
def test_has_the_layers(student: Subject, model: Model, expected: Model) -> None:
    """784 inputs, Dense 100 with sigmoid, Dense 10 with softmax.

    입력 784개, 시그모이드를 쓰는 Dense 100, 소프트맥스를 쓰는 Dense 10으로 이루어져 있습니다.
    """
    same_model(model, expected)
    computes_what_it_says(student, model)


@check(1.0, GIVEN_AS_LIST)
def test_adds_every_layer(model: Model) -> None:
    """Every layer was passed through `model.add` of a Sequential model.

    모든 층을 Sequential 모델의 `model.add`로 추가했습니다.
    """
    if model.spelling != "sequential":
        raise Finding(NOT_SEQUENTIAL, expected="keras.Sequential()", actual=f"a {model.spelling} model")
    # A model in the model was given its own layers in some other way.
    layers = sum(len(layer.layers) if layer.kind == "model" else 1 for layer in model.layers)
    if model.added < layers:
        raise Finding(GIVEN_AS_LIST, expected=str(layers), actual=str(model.added))
