"""Models that a check gives to a student's function: drawn and described here, built where that code runs."""

from __future__ import annotations

import msgspec
import numpy as np
import numpy.typing as npt

from grader.checking.expect import Values, arguments_left_alone, as_model
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.network import probabilities
from grader.checking.subject import Subject
from grader.checking.training_hints import FIT_CALLED
from grader.evidence.vocabulary import Compilation, Layer, Model, Optimizer, array
from grader.sandbox.messages import Outcome

CLASSES = 10
_HIDDEN_UNITS = 12
_NAMES = {
    "layers": "층",
    "weights": "가중치",
    "compile settings": "컴파일 설정",
}

MODEL_CHANGED = hint(
    "model_changed",
    "`{function}` changed the model that it was given: its {actual} are not what they were. Whoever passed "
    "the model goes on using it. Only call it or predict with it; do not compile, train, extend or rebuild "
    "it.",
    "`{function}` 함수가 입력으로 받은 모델을 바꾸었습니다. 바뀐 것: {actual_ko}. 모델을 넘겨준 쪽에서는 그 "
    "모델을 계속 사용합니다. 호출하거나 예측에만 쓰고, 컴파일하거나 훈련하거나 층을 더하거나 고치지 마세요.",
)

ADAM = Compilation(
    optimizer=Optimizer(kind="Adam", config={"learning_rate": 0.001}),
    loss="sparse_categorical_crossentropy",
    from_logits=False,
    metrics=("accuracy",),
)
ADAM_FOR_SCORES = msgspec.structs.replace(ADAM, from_logits=True)


def dense(random: np.random.Generator, inputs: int, units: int, activation: str | None = None) -> Layer:
    """Return a Dense layer with drawn weights: for random input its outputs spread about zero."""
    kernel = random.normal(0, 2 / np.sqrt(max(inputs / 12, 4)), (inputs, units))
    kernel -= kernel.mean(axis=0)  # or else what all inputs have in common would decide
    bias = random.normal(0, 1, units)
    return Layer(
        kind="Dense",
        name="",
        config={"units": units, "activation": activation or "linear"},
        weights=(array(kernel.astype(np.float32)), array(bias.astype(np.float32))),
    )


def classifier(  # noqa: PLR0913 - one argument per thing in which given models differ
    seed: int,
    *,
    image_shape: tuple[int, ...] = (28, 28),
    hidden: str = "relu",
    activation: str | None = "softmax",
    ending: tuple[Layer, ...] = (),
    spelling: str = "sequential",
    compilation: Compilation | None = None,
) -> Model:
    """Return a small classifier with drawn weights: a hidden layer, a Dense layer of ten, and `ending`."""
    random = np.random.default_rng(seed)
    layers = (
        *((Layer(kind="Flatten", name=""),) if len(image_shape) > 1 else ()),
        dense(random, int(np.prod(image_shape)), _HIDDEN_UNITS, hidden),
        dense(random, _HIDDEN_UNITS, CLASSES, activation),
        *ending,
    )
    return Model(
        name=f"given_{seed}",
        spelling=spelling,
        built=True,
        linear=True,
        layers=layers,
        input_shape=(None, *image_shape),
        output_shape=(None, CLASSES),
        compilation=compilation,
    )


def nested(model: Model, *, ending: tuple[Layer, ...] = ()) -> Model:
    """Return a model whose first layer is the whole of `model`; `ending` follows."""
    inside = Layer(kind="model", name=model.name, input_shape=model.input_shape, layers=model.layers)
    return msgspec.structs.replace(
        model, name=f"{model.name}_nested", spelling="sequential", layers=(inside, *ending)
    )


def weights_of(layers: tuple[Layer, ...]) -> list[Values]:
    """Return the weights of `layers`, nested ones too, in the order of `model.get_weights()`."""
    return [
        weight
        for layer in layers
        for weight in (weights_of(layer.layers) if layer.layers else [each.value for each in layer.weights])
    ]


def samples(model: Model, rows: int, seed: int) -> tuple[Values, npt.NDArray[np.int64]]:
    """Return `rows` random inputs, float32 in 0..1, and labels: about two in three as `model` predicts."""
    random = np.random.default_rng(seed)
    shape = tuple(length or 1 for length in (model.input_shape or (None, 1))[1:])
    x = random.random((rows, *shape), dtype=np.float32)
    right = probabilities(model, x).argmax(axis=1)
    y = np.where(random.random(rows) < 0.6, right, random.integers(0, CLASSES, rows))
    return x, y.astype(np.int64)


def only_looked_at(student: Subject, given: Model, outcome: Outcome, function: str) -> None:
    """Raise a `Finding` if the call changed the model or an array that it was given, or trained anything."""
    arguments_left_alone(outcome, function)
    if outcome.fits:
        raise Finding(FIT_CALLED, expected="no call of fit", actual="fit called", function=function)
    model_left_alone(student, given, function)


def model_left_alone(student: Subject, given: Model, function: str) -> None:
    """Raise a `Finding` unless the live model of `given`, as `make` returned it, is still the same."""
    now = as_model(student.describe(given), function)
    for part, before, after in (
        ("layers", _layers(given.layers), _layers(now.layers)),
        ("weights", _weights(given.layers), _weights(now.layers)),
        ("compile settings", given.compilation, now.compilation),
    ):
        if before != after:
            raise Finding(
                MODEL_CHANGED,
                expected=f"{part} as they were",
                actual=part,
                function=function,
                actual_ko=_NAMES[part],
            )


def _layers(layers: tuple[Layer, ...]) -> tuple[object, ...]:
    # Not the shapes: a layer that has been called a second time no longer says which are its own.
    return tuple((layer.kind, layer.name, layer.config, _layers(layer.layers)) for layer in layers)


def _weights(layers: tuple[Layer, ...]) -> tuple[object, ...]:
    return tuple((layer.weights, _weights(layer.layers)) for layer in layers)
