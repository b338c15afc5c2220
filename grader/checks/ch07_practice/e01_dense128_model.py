"""Judges ch07_practice/e01_dense128_model."""

from __future__ import annotations

import pytest

from grader.checking import model_hints, training_hints
from grader.checking.expect import as_model
from grader.checking.finding import Finding
from grader.checking.marks import check
from grader.checking.models import computes_what_it_says, same_input
from grader.checking.scores import same_layers_or_scores
from grader.checking.subject import Subject
from grader.checking.training import loss_and_output_agree, measures_accuracy, same_optimizer
from grader.evidence.vocabulary import Compilation, Model


@pytest.fixture(scope="module")
def model(student: Subject) -> Model:
    """Return the student's model."""
    return as_model(student.build_model(), "build_model")


@pytest.fixture(scope="module")
def expected(reference: Subject) -> Model:
    """Return the reference's model."""
    return as_model(reference.build_model(), "build_model")


def _compilation(model: Model) -> Compilation:
    if model.compilation is None:
        raise Finding(training_hints.NOT_COMPILED, expected="model.compile(...)", actual="not compiled")
    return model.compilation


@check(0.5, model_hints.WRONG_INPUT_SHAPE)
def test_takes_images_of_28_by_28(model: Model, expected: Model) -> None:
    """The model takes images of shape (28, 28).

    모델은 (28, 28) 크기의 이미지를 받습니다.
    """
    same_input(model, expected)


@check(1.0, model_hints.WRONG_UNITS, after="test_takes_images_of_28_by_28")
def test_has_the_layers(student: Subject, model: Model, expected: Model) -> None:
    """Flatten, Dense 128 with ReLU, Dense 10.

    Flatten, 렐루를 쓰는 Dense 128, Dense 10으로 이루어져 있습니다.
    """
    same_layers_or_scores(model, expected)
    computes_what_it_says(student, model)


@check(0.5, training_hints.NOT_COMPILED)
def test_is_compiled_with_adam_and_accuracy(model: Model, expected: Model) -> None:
    """The model is compiled with Adam at its default rate, and measures the accuracy.

    모델을 기본 학습률의 Adam으로 컴파일하고 정확도를 측정합니다.
    """
    compilation = _compilation(model)
    same_optimizer(compilation.optimizer, _compilation(expected).optimizer)
    measures_accuracy(compilation)


@check(1.0, training_hints.LOGITS_MISMATCH, after="test_is_compiled_with_adam_and_accuracy")
def test_loss_and_output_agree(model: Model) -> None:
    """The sparse categorical cross-entropy is told what the last layer gives: scores or probabilities.

    sparse categorical crossentropy에 마지막 층의 출력이 점수인지 확률인지 맞게 알려 줍니다.
    """
    loss_and_output_agree(_compilation(model), model)
