"""A Keras that somebody has changed is noticed, and one that was only used is not."""

import sys
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from grader.training.network.patched import Snapshot, patched, patched_object, snapshot
from tests.training.trainings import Training

# Keras's own conversions are behind NumPy's newest.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


@pytest.fixture
def before() -> Snapshot:
    # Not once for the module: a sandbox in this process, of an earlier test, has put its record around `fit`.
    return snapshot()


def anything(*_: Any, **__: Any) -> Any:
    """Stand in the place of anything."""


def used() -> tuple[Any, list[Any]]:
    """Return a model that was trained, saved and asked, and its callbacks."""
    training = Training(stopping=("early", "plateau"), epochs=1)
    model = training.model()
    callbacks = [one("loss") for one in (keras.callbacks.EarlyStopping, keras.callbacks.ReduceLROnPlateau)]
    options = training.options(model, callbacks)
    model.fit(**options)
    model.predict(options["x"], verbose=0)
    model.summary(print_fn=anything)
    return model, callbacks


def test_using_keras_is_not_changing_it(before: Snapshot) -> None:
    model, callbacks = used()
    assert patched(before) is None
    assert patched_object([model, *model.layers, model.optimizer, *model.metrics, *callbacks]) is None


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (keras.layers.Dense, "call"),
        (keras.layers.Dense, "__call__"),
        (keras.Model, "train_step"),
        (keras.Model, "fit"),
        (keras.Sequential, "compute_loss"),
        (keras.optimizers.Adam, "update_step"),
        (keras.callbacks.EarlyStopping, "on_epoch_end"),
        (keras.callbacks.Callback, "on_batch_end"),
        (sys.modules["keras.src.losses.losses"], "sparse_categorical_crossentropy"),
        (keras.losses, "MeanSquaredError"),
        (keras.Model, "trainable_variables"),
        (tf, "function"),
        (tf.random, "shuffle"),
        (tf.GradientTape, "gradient"),
    ],
)
def test_what_takes_the_place_of_a_part_is_noticed(
    before: Snapshot, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    monkeypatch.setattr(owner, name, anything, raising=False)
    found = patched(before)
    assert found is not None
    assert found.endswith(name)
    assert patched(before, own=[anything]) is None
    monkeypatch.undo()
    assert patched(before) is None


def test_a_function_that_does_something_else_is_noticed(
    before: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keras.activations.relu, "__code__", anything.__code__)
    assert str(patched(before)).endswith("relu")


def test_so_are_other_defaults(before: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keras.optimizers.Adam.__init__, "__defaults__", (0.5,))
    assert str(patched(before)).endswith("__init__")


def test_and_another_meaning_of_a_name(before: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules["keras.src.losses"].ALL_OBJECTS_DICT, "mse", anything)
    assert str(patched(before)).endswith("mse")


@pytest.mark.parametrize(
    ("which", "name"),
    [
        (lambda model: model, "train_step"),
        (lambda model: model.layers[0], "call"),
        (lambda model: model.optimizer, "apply"),
        (lambda model: model.metrics[0], "update_state"),
    ],
)
def test_so_is_a_method_on_one_object(which: Any, name: str) -> None:
    model, _ = used()
    object.__setattr__(which(model), name, anything)
    found = patched_object([model, *model.layers, model.optimizer, *model.metrics])
    assert str(found).endswith(f".{name}")


def test_a_loss_that_was_compiled_is_no_method_of_the_model() -> None:
    model = Training(layers=("relu",)).model()
    model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    assert patched_object([model]) is None


def test_numbers_that_a_layer_holds_are_no_methods() -> None:
    model = Training(layers=("relu",)).model()
    model.layers[0].activation = np.tanh
    assert patched_object(model.layers) is None
