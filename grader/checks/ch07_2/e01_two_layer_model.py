"""Judges ch07_2/e01_two_layer_model."""

from __future__ import annotations

import pytest

from grader.checking import model_hints as hints
from grader.checking.expect import as_model
from grader.checking.marks import check
from grader.checking.models import computes_what_it_says, same_input, same_layers
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Model


@pytest.fixture(scope="module")
def model(student: Subject) -> Model:
    """Return the student's model."""
    return as_model(student.build_model(), "build_model")


@pytest.fixture(scope="module")
def expected(reference: Subject) -> Model:
    """Return the reference's model."""
    return as_model(reference.build_model(), "build_model")


@check(0.5, hints.WRONG_INPUT_SHAPE)
def test_takes_rows_of_784(model: Model, expected: Model) -> None:
    """The model takes flattened images of shape (784,).

    모델은 (784,) 크기의 펼친 이미지를 받습니다.
    """
    same_input(model, expected)


@check(1.0, hints.WRONG_UNITS, after="test_takes_rows_of_784")
def test_has_a_hidden_and_an_output_layer(model: Model, expected: Model) -> None:
    """Dense 100 with sigmoid, then Dense 10 with softmax: 79,510 parameters.

    시그모이드를 쓰는 Dense 100, 소프트맥스를 쓰는 Dense 10으로 이루어져 있고 매개변수는 79,510개입니다.
    """
    same_layers(model, expected)


@check(0.5, hints.UNCLEAR_MODEL, after="test_has_a_hidden_and_an_output_layer")
def test_computes_what_its_layers_say(student: Subject, model: Model) -> None:
    """The model's predictions are those of its layers, in their order.

    모델의 예측은 층을 순서대로 계산한 결과와 같습니다.
    """
    computes_what_it_says(student, model)
