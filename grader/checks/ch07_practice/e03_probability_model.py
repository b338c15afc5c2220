"""Judges ch07_practice/e03_probability_model."""

from __future__ import annotations

import numpy as np

from grader.checking.expect import Values, as_model, finite, first_values, said, same_shape
from grader.checking.finding import Finding
from grader.checking.given_models import (
    ADAM,
    ADAM_FOR_SCORES,
    classifier,
    nested,
    only_looked_at,
    samples,
    weights_of,
)
from grader.checking.hint import Hint, hint
from grader.checking.marks import check
from grader.checking.network import probabilities as outputs_of
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Array, Layer, Model
from grader.language import Text

FUNCTION = "probability_model"
READ = Text(en="Practice page, making predictions", ko="실습 페이지, 예측하기")
ATOL = 1e-4  # float32, and another order of operations

STILL_SCORES = hint(
    "still_scores",
    "The outputs are still raw scores: the first row is {actual}, but probabilities lie between 0 and 1 and "
    "sum to 1. Put a softmax after the model: `keras.Sequential([model, keras.layers.Softmax()])`.",
    "출력이 아직 점수입니다. 첫 번째 행이 {actual}인데, 확률은 0과 1 사이이고 모두 더하면 1입니다. 모델 뒤에 "
    "소프트맥스를 붙이세요: `keras.Sequential([model, keras.layers.Softmax()])`.",
    read=READ,
)
SOFTMAX_OF_SOFTMAX = hint(
    "softmax_of_softmax",
    "This model ends in a softmax already ({ending}), and a second one was put on top: it flattens the "
    "probabilities towards 0.1 each. Find out first how the model ends, and add a softmax only after raw "
    "scores.",
    "이 모델은 이미 소프트맥스로 끝나는데({ending_ko}) 소프트맥스를 한 번 더 붙였습니다. 그러면 확률이 모두 "
    "0.1 쪽으로 뭉개집니다. 모델이 어떻게 끝나는지 먼저 확인하고, 점수로 끝날 때만 소프트맥스를 붙이세요.",
    read=READ,
)
WRONG_PROBABILITIES = hint(
    "wrong_probabilities",
    "The first row should be {expected}, but it is {actual}. The probabilities are the softmax of each row "
    "of scores (not a sigmoid, and not the scores divided by their sum), computed by this very model: "
    "`clone_model` makes one with new weights.",
    "첫 번째 행이 {expected}이어야 하는데 {actual}입니다. 확률은 점수의 행마다 소프트맥스를 적용한 "
    "값입니다(시그모이드도, 합으로 나눈 값도 아님). 그리고 받은 모델을 그대로 써야 합니다. `clone_model`로 "
    "만든 모델은 가중치가 새것입니다.",
    read=READ,
)
WRONG_OUTPUT = hint(
    "not_one_output_array",
    "The new model should give one array of shape {expected}, but it gives {actual}. Build it of one chain: "
    "`keras.Sequential([model, keras.layers.Softmax()])`.",
    "새 모델은 크기가 {expected}인 배열 하나를 내보내야 하는데 {actual}을(를) 내보냅니다. 한 줄로 이어서 "
    "만드세요: `keras.Sequential([model, keras.layers.Softmax()])`.",
    read=READ,
)
WEIGHTS_NOT_SHARED = hint(
    "weights_not_shared",
    "When the weights of `model` change, the probabilities stay what they were: the new model has a copy of "
    "the weights. Use `model` itself, or its own layers, as part of the new model; do not clone it.",
    "`model`의 가중치가 바뀌어도 확률이 그대로입니다. 새 모델이 가중치의 복사본을 가지고 있습니다. 복제하지 "
    "말고 `model` 자체나 그 층을 새 모델의 일부로 쓰세요.",
    read=READ,
)

_SOFTMAX = Layer(kind="Softmax", name="")
_FUNCTION = Layer(kind="function:softmax", name="")
_ACTIVATION = Layer(kind="Activation", name="", config={"activation": "softmax"})

# How a model may end, for a person, and such a model. The commonest first: it decides what the student reads.
SCORES = (
    (Text("Dense(10)", "Dense(10)"), classifier(41, activation=None, compilation=ADAM_FOR_SCORES)),
    (Text("a functional model", "함수형 모델"), classifier(42, activation=None, spelling="functional")),
    (Text("a model as a layer", "층으로 들어간 모델"), nested(classifier(43, activation=None))),
    (Text("softmax further up", "중간의 소프트맥스"), classifier(44, hidden="softmax", activation=None)),
)
PROBABILITIES = (
    (
        Text("Dense(10, activation='softmax')", "Dense(10, activation='softmax')"),
        classifier(51, compilation=ADAM),
    ),
    (Text("a Softmax layer", "Softmax 층"), classifier(52, activation=None, ending=(_SOFTMAX,))),
    (
        Text("an Activation layer", "Activation 층"),
        classifier(53, activation=None, ending=(_ACTIVATION,), image_shape=(784,), spelling="functional"),
    ),
    (
        Text("the softmax function in a functional model", "함수형 모델의 softmax 함수"),
        classifier(54, activation=None, ending=(_FUNCTION,), spelling="functional"),
    ),
    (Text("in a model that is a layer", "층으로 들어간 모델의 끝"), nested(classifier(55))),
    (
        Text("a Softmax layer after a model", "모델 뒤의 Softmax 층"),
        nested(classifier(56, activation=None), ending=(_SOFTMAX,)),
    ),
    (
        Text("the softmax function in a model that is a layer", "층으로 들어간 모델의 softmax 함수"),
        nested(classifier(57, activation=None, ending=(_FUNCTION,))),
    ),
)


def _softmax(scores: Values) -> Values:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _predicted(student: Subject, model: Model, x: Values) -> Values:
    # A call costs a hundredth of what the first `predict` of a model does.
    outputs = student.method(model, "__call__", x).value
    if not isinstance(outputs, Array) or outputs.data is None:
        raise Finding(WRONG_OUTPUT, expected=str((len(x), 10)), actual=said(outputs))
    found = outputs.value
    same_shape(found, (len(x), 10))
    finite(found)
    return found


def _gives(found: Values, expected: Values, mistakes: tuple[tuple[Values, Hint], ...], form: Text) -> None:
    if np.allclose(found, expected, atol=ATOL):
        return
    fitting = (mistake for values, mistake in mistakes if np.allclose(found, values, atol=ATOL))
    raise Finding(
        next(fitting, WRONG_PROBABILITIES),
        expected=first_values(expected[0], 3),
        actual=first_values(found[0], 3),
        ending=form.en,
        ending_ko=form.ko,
    )


def _probabilities(student: Subject, given: Model, x: Values) -> Values:
    """Return what the model that the student's function makes of `given` predicts for `x`."""
    made = as_model(student.probability_model(given), FUNCTION)
    return _predicted(student, made, x)


@check(1.0, STILL_SCORES)
def test_scores_become_probabilities(student: Subject) -> None:
    """From raw scores the new model makes probabilities, by softmax.

    점수로 끝나는 모델에는 소프트맥스를 붙여 확률을 만듭니다.
    """
    for form, described in SCORES:
        given = as_model(student.make(described), FUNCTION)
        x, _ = samples(described, 5, 1)
        scores = outputs_of(described, x)
        mistakes = ((scores, STILL_SCORES),)
        _gives(_probabilities(student, given, x), _softmax(scores), mistakes, form)


@check(1.0, SOFTMAX_OF_SOFTMAX)
def test_probabilities_stay_as_they_are(student: Subject) -> None:
    """Where the model ends in a softmax already, in whatever form, no other one is added.

    모델이 어떤 형태로든 이미 소프트맥스로 끝나면 더 붙이지 않습니다.
    """
    for form, described in PROBABILITIES:
        given = as_model(student.make(described), FUNCTION)
        x, _ = samples(described, 5, 2)
        expected = outputs_of(described, x)
        mistakes = ((_softmax(expected), SOFTMAX_OF_SOFTMAX),)
        _gives(_probabilities(student, given, x), expected, mistakes, form)


@check(0.5, WEIGHTS_NOT_SHARED, after="test_scores_become_probabilities")
def test_shares_the_weights(student: Subject) -> None:
    """When the weights of the model change, the probabilities follow.

    모델의 가중치가 바뀌면 확률도 따라서 바뀝니다.
    """
    described, trained = (classifier(seed, activation=None) for seed in (61, 62))
    given = as_model(student.make(described), FUNCTION)
    made = as_model(student.probability_model(given), FUNCTION)
    x, _ = samples(described, 5, 3)
    before = _softmax(outputs_of(described, x))
    student.method(given, "set_weights", weights_of(trained.layers))
    mistakes = ((before, WEIGHTS_NOT_SHARED),)
    _gives(_predicted(student, made, x), _softmax(outputs_of(trained, x)), mistakes, Text("", ""))


@check(0.5, SOFTMAX_OF_SOFTMAX, hidden=True)
def test_leaves_the_model_as_it_was(student: Subject) -> None:
    """The model that comes in keeps its layers, weights and compile settings, and is not trained.

    입력으로 받은 모델의 층, 가중치, 컴파일 설정은 그대로이고, 모델을 훈련하지 않습니다.
    """
    for described in (SCORES[0][1], SCORES[1][1], PROBABILITIES[0][1]):
        given = as_model(student.make(described), FUNCTION)
        only_looked_at(student, given, student.call(FUNCTION, given), FUNCTION)
