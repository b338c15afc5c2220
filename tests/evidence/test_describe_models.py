"""However a model is written, its description gives the same steps, and NumPy computes what Keras does."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.checking.network import accuracy, cross_entropy, probabilities, steps
from grader.evidence.build import build
from grader.evidence.describe import Describer
from grader.evidence.vocabulary import Callback, Evidence, History, Layer, Model, Opaque, Optimizer

keras: Any = pytest.importorskip("keras")

FUNCTIONS = ("relu", "sigmoid", "tanh", "softmax")
Plan = list[tuple[str, object]]


def plans() -> st.SearchStrategy[Plan]:
    """Return chains of (kind, setting) that end in ten outputs."""
    hidden: st.SearchStrategy[tuple[str, object]] = st.one_of(
        st.tuples(st.just("dense"), st.integers(1, 8)),
        st.tuples(st.just("activation"), st.sampled_from(FUNCTIONS)),
        st.tuples(st.just("dropout"), st.sampled_from((0.1, 0.5))),
    )
    ends: st.SearchStrategy[Plan] = st.sampled_from(
        ([("dense", 10)], [("dense", 10), ("activation", "softmax")])
    )
    return st.tuples(st.lists(hidden, max_size=4), ends).map(
        lambda parts: [("flatten", None), *parts[0], *parts[1]]
    )


def layer(kind: str, setting: object, spelling: str) -> Any:
    if kind == "dense":
        return keras.layers.Dense(setting)
    if kind == "dropout":
        return keras.layers.Dropout(setting)
    if kind == "flatten":
        return keras.layers.Flatten()
    if spelling == "function":
        return getattr(keras.activations, str(setting))
    named = {"relu": keras.layers.ReLU, "softmax": keras.layers.Softmax}
    if spelling == "layer" and setting in named:
        return named[str(setting)]()
    return keras.layers.Activation(setting)


def written(plan: Plan, spelling: str) -> Any:
    """Return the model of `plan`, written in one of the ways that students write it."""
    if spelling in ("layer", "add", "nested"):
        layers = [layer(kind, setting, "layer") for kind, setting in plan]
        if spelling == "add":
            model = keras.Sequential()
            for each in (keras.Input((3, 4)), *layers):
                model.add(each)
            return model
        if spelling == "nested":
            return keras.Sequential([keras.Input((3, 4)), keras.Sequential(layers[:2]), *layers[2:]])
        return keras.Sequential([keras.Input((3, 4)), *layers])
    if spelling == "argument":
        merged: list[object] = [keras.Input((3, 4))]
        skip = False
        for (kind, setting), (next_kind, next_setting) in zip(plan, [*plan[1:], ("", None)], strict=True):
            if skip:
                skip = False
            elif kind == "dense" and next_kind == "activation":
                merged.append(keras.layers.Dense(setting, activation=next_setting))
                skip = True
            else:
                merged.append(layer(kind, setting, "layer"))
        return keras.Sequential(merged)
    source = tensor = keras.Input((3, 4))
    for kind, setting in plan:
        tensor = layer(kind, setting, "function")(tensor)
    return keras.Model(source, tensor)


def described(value: object) -> Evidence:
    return Describer("t").describe(value)


def described_model(value: object) -> Model:
    model = described(value)
    assert isinstance(model, Model)
    return model


def outline(model: Model) -> list[str]:
    return [step.said for step in steps(model)]


@settings(max_examples=12, deadline=None)
@given(plans(), st.integers(0, 99))
def test_every_spelling_has_the_same_steps_and_numpy_computes_what_keras_does(plan: Plan, seed: int) -> None:
    x = np.random.default_rng(seed).normal(size=(5, 3, 4)).astype(np.float32)
    outlines = []
    for spelling in ("layer", "add", "nested", "argument", "function"):
        keras.utils.set_random_seed(seed)
        live = written(plan, spelling)
        model = described_model(live)
        outlines.append(outline(model))
        np.testing.assert_allclose(probabilities(model, x), np.asarray(live(x)), atol=1e-5)
        assert model.linear
    assert all(each == outlines[0] for each in outlines)


@settings(max_examples=8, deadline=None)
@given(plans(), st.sampled_from(("layer", "function", "nested")), st.integers(0, 99))
def test_a_description_builds_the_same_model_again(plan: Plan, spelling: str, seed: int) -> None:
    keras.utils.set_random_seed(seed)
    model = described_model(written(plan, spelling))
    again = described_model(build(model))
    assert outline(again) == outline(model)
    x = np.random.default_rng(seed).normal(size=(5, 3, 4)).astype(np.float32)
    np.testing.assert_array_equal(probabilities(again, x), probabilities(model, x))


def test_metrics_are_those_that_keras_evaluates() -> None:
    keras.utils.set_random_seed(3)
    live = written([("flatten", None), ("dense", 10), ("activation", "softmax")], "argument")
    live.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    x = np.random.default_rng(1).normal(size=(40, 3, 4)).astype(np.float32)
    y = np.arange(40) % 10
    loss, share = live.evaluate(x, y, verbose=0)
    model = described_model(live)
    assert accuracy(model, x, y) == pytest.approx(share)
    assert cross_entropy(model, x, y) == pytest.approx(loss, rel=1e-5)


def test_compile_settings_are_told() -> None:
    live = written([("flatten", None), ("dense", 10)], "layer")
    assert described_model(live).compilation is None
    live.compile(
        optimizer=keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy", keras.metrics.SparseCategoricalAccuracy(name="acc2")],
    )
    told = described_model(live).compilation
    assert told is not None
    assert told.optimizer.kind == "SGD"
    assert told.optimizer.config["nesterov"] is True
    assert told.optimizer.config["learning_rate"] == pytest.approx(0.1)
    assert (told.loss, told.from_logits) == ("sparse_categorical_crossentropy", True)
    assert told.metrics == ("accuracy", "SparseCategoricalAccuracy:acc2")


def test_a_layer_of_the_students_own_is_opaque() -> None:
    Dense = type("Dense", (keras.layers.Dense,), {})  # noqa: N806 - it passes itself off as Keras's
    model = described_model(keras.Sequential([keras.Input((4,)), Dense(3)]))
    assert [layer.kind for layer in model.layers] == ["opaque"]
    assert [step.kind for step in steps(model)] == ["other"]


def test_a_function_of_the_students_own_is_opaque() -> None:
    own = keras.layers.Dense(3, activation=lambda x: x)
    model = described_model(keras.Sequential([keras.Input((4,)), own]))
    assert model.layers[0].config["activation"] == "opaque"


def test_a_graph_that_is_no_chain_is_told() -> None:
    source = keras.Input((4,))
    tensor = keras.layers.Add()([keras.layers.Dense(3)(source), keras.layers.Dense(3)(source)])
    assert not described_model(keras.Model(source, tensor)).linear


def test_dropout_called_with_training_is_told() -> None:
    source = keras.Input((4,))
    model = described_model(keras.Model(source, keras.layers.Dropout(0.3)(source, training=True)))
    assert steps(model)[0].always_on


def test_a_model_without_an_input_is_not_built() -> None:
    model = described_model(keras.Sequential([keras.layers.Dense(3)]))
    assert (model.built, model.parameters) == (False, 0)


def test_history_callbacks_and_optimizers() -> None:
    live = written([("flatten", None), ("dense", 10), ("activation", "softmax")], "layer")
    live.compile(loss="sparse_categorical_crossentropy")
    stop = keras.callbacks.EarlyStopping(patience=1, restore_best_weights=True)
    x, y = np.zeros((8, 3, 4), np.float32), np.zeros(8)
    history = described(live.fit(x, y, epochs=3, validation_data=(x, y), callbacks=[stop], verbose=0))
    assert isinstance(history, History)
    assert history.epochs == (0, 1, 2)
    told = described(stop)
    assert isinstance(told, Callback)
    assert (told.kind, told.config["patience"], told.config["direction"]) == ("EarlyStopping", 1, "less")
    optimizer = described(live.optimizer)
    assert isinstance(optimizer, Optimizer)
    assert (optimizer.kind, optimizer.iterations) == ("RMSprop", 3)


def test_a_history_made_up_of_nonsense_is_opaque() -> None:
    fake = keras.callbacks.History()
    fake.history, fake.epoch = {"loss": ["low"]}, []
    assert isinstance(described(fake), Opaque)


def test_a_layer_by_itself() -> None:
    told = described(keras.layers.Dropout(0.3))
    assert isinstance(told, Layer)
    assert (told.kind, told.config["rate"]) == ("Dropout", 0.3)
