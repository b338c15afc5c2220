from typing import cast

import numpy as np
import pytest
from msgspec.structs import replace

from grader.checking.finding import Finding
from grader.checking.models import computes_what_it_says, same_model
from grader.checking.network import probabilities, steps
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Layer, Model
from tests.checking.described import activation, dense, dropout, flatten, model, network


def hint_of(actual: Model, expected: Model) -> str:
    with pytest.raises(Finding) as found:
        same_model(actual, expected)
    assert found.value.message.en  # every placeholder has a value
    assert found.value.message.ko
    return found.value.hint.id


@pytest.mark.parametrize(
    "other",
    [
        model(flatten(), dense(3), activation("relu"), dense(2, inputs=3), activation("softmax")),
        model(flatten(), dense(3), Layer(kind="ReLU", name="r"), dense(2, "softmax", inputs=3)),
        model(flatten(), dense(3), Layer(kind="function:relu", name="r"), dense(2, "softmax", inputs=3)),
        model(
            Layer(kind="model", name="inner", layers=(flatten(), dense(3, "relu"))),
            dense(2, "softmax", inputs=3),
        ),
        model(Layer(kind="InputLayer", name="i"), flatten(), dense(3, "relu"), dense(2, "softmax", inputs=3)),
        model(flatten(), dense(3, "relu"), dropout(0.0), dense(2, "softmax", inputs=3)),
        model(
            Layer(kind="Reshape", name="r", config={"target_shape": "(4,)"}, input_shape=(None, 2, 2)),
            dense(3, "relu"),
            dense(2, "softmax", inputs=3),
        ),
        model(
            flatten(), dense(3, "relu"), dense(2, "softmax", inputs=3), name="named", spelling="functional"
        ),
    ],
)
def test_the_same_model_written_otherwise_is_the_same(other: Model) -> None:
    same_model(other, network())
    x = np.random.default_rng(0).random((5, 2, 2))
    np.testing.assert_allclose(probabilities(other, x), probabilities(network(), x), atol=1e-6)


@pytest.mark.parametrize(
    ("actual", "hint"),
    [
        (model(dense(3, "relu"), dense(2, "softmax", inputs=3)), "missing_flatten"),
        (model(flatten(), dense(2, "softmax")), "missing_layer"),
        (model(flatten(), dense(3, "relu"), dense(3, "relu"), dense(2, "softmax")), "extra_layer"),
        (model(flatten(), dense(5, "relu"), dense(2, "softmax")), "wrong_units"),
        (model(flatten(), dense(3, "relu"), dense(1, "softmax")), "wrong_units"),
        (model(flatten(), dense(3, "sigmoid"), dense(2, "softmax")), "wrong_activation"),
        (model(flatten(), dense(3), dense(2, "softmax")), "missing_activation"),
        (model(flatten(), dense(3, "relu"), dense(2, "softmax"), activation("softmax")), "softmax_twice"),
        (model(flatten(), dense(3, "relu"), dropout(0.3), dense(2, "softmax")), "extra_layer"),
        (model(flatten(), dense(3, "relu", use_bias=False), dense(2, "softmax")), "no_bias"),
        (
            model(flatten(), dense(3, "relu", restrained="kernel_regularizer"), dense(2, "softmax")),
            "unusual_layer_setting",
        ),
        (
            model(flatten(), Layer(kind="opaque", name="o", class_name="Mine"), dense(2, "softmax")),
            "extra_layer",
        ),
        (model(flatten(), dense(3, "relu"), dense(2, "softmax"), shape=(None, 3, 3)), "wrong_input_shape"),
        (model(flatten(), dense(3, "relu"), dense(2, "softmax"), built=False), "input_shape_missing"),
        (model(flatten(), dense(3, "relu"), dense(2, "softmax"), linear=False), "layers_not_in_a_chain"),
    ],
)
def test_the_first_difference_is_named(actual: Model, hint: str) -> None:
    assert hint_of(actual, network()) == hint


@pytest.mark.parametrize(
    ("actual", "hint"),
    [
        (network(), "missing_dropout"),
        (network(0.7), "wrong_dropout_rate"),
        (model(flatten(), dropout(0.3), dense(3, "relu"), dense(2, "softmax")), "wrong_layer_order"),
        (
            model(flatten(), dense(3, "relu"), dropout(0.3, training=True), dense(2, "softmax")),
            "dropout_always_on",
        ),
    ],
)
def test_mistakes_with_dropout_are_named(actual: Model, hint: str) -> None:
    assert hint_of(actual, network(0.3)) == hint


def test_a_model_whose_layers_have_no_weights_is_not_built_whatever_it_says() -> None:
    unbuilt = model(flatten(), replace(dense(2, "softmax"), weights=()))
    with pytest.raises(Finding) as found:
        computes_what_it_says(cast(Subject, None), unbuilt)  # which is not asked

    assert found.value.hint.id == "input_shape_missing"
    assert "keras.Input(shape=(2, 2))" in found.value.message.en


def test_flatten_where_the_input_is_flat_already_computes_nothing() -> None:
    flat = Layer(kind="Flatten", name="f", input_shape=(None, 4))
    assert [step.said for step in steps(model(flat, dense(2, "softmax"), shape=(None, 4)))] == [
        "Dense(2)",
        "softmax",
    ]


def test_values_that_do_not_fit_are_a_finding_and_no_exception_of_ours() -> None:
    with pytest.raises(Finding) as found:
        probabilities(model(dense(3), shape=(None, 2, 2)), np.zeros((1, 2, 2)))
    assert found.value.hint.id == "input_does_not_fit"


def test_no_rows_give_no_predictions() -> None:
    assert probabilities(network(), np.zeros((0, 2, 2))).shape[0] == 0
