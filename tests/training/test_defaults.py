"""A training under settings of one's own has no recipe."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf
from tensorflow.python.eager import context

from grader.training.digests import NoRecipeError
from grader.training.network.capture import recipe_of
from tests.training.trainings import Training

Setting = tuple[Callable[[Any], Any], Any, Any]
OPTIONS = tf.config.optimizer.set_experimental_options

SETTINGS: dict[str, Setting] = {
    "floatx": (keras.config.set_floatx, "float64", "float32"),
    "epsilon": (keras.config.set_epsilon, 1e-3, 1e-7),
    "image data format": (keras.config.set_image_data_format, "channels_first", "channels_last"),
    "dtype policy": (keras.config.set_dtype_policy, "mixed_bfloat16", "float32"),
    "run eagerly": (tf.config.run_functions_eagerly, True, False),
    "just-in-time": (tf.config.optimizer.set_jit, "autoclustering", ""),
    "graph optimizer": (OPTIONS, {"constant_folding": False}, {}),
    "TensorFloat-32": (tf.config.experimental.enable_tensor_float_32_execution, False, True),
}


@contextmanager
def set_to_another(name: str) -> Iterator[None]:
    change, other, default = SETTINGS[name]
    change(other)
    try:
        yield
    finally:
        change(default)
        # Options once given are told for ever.
        context.context()._optimizer_experimental_options.clear()


def refused(change: Callable[[Any, dict[str, Any]], None] = lambda *_: None) -> str:
    model = Training(layers=("relu",)).model()
    options = Training().options(model, [])
    change(model, options)
    with pytest.raises(NoRecipeError) as raised:
        recipe_of(model, options)
    return str(raised.value)


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_of_ones_own_have_no_recipe(name: str) -> None:
    model = Training(layers=("relu",)).model()
    options = Training().options(model, [])
    with set_to_another(name), pytest.raises(NoRecipeError):
        recipe_of(model, options)
    assert recipe_of(model, options)


def test_nor_has_a_layer_with_a_policy_of_its_own() -> None:
    model = keras.Sequential([keras.Input((3, 3)), keras.layers.Flatten(dtype="float16")])
    model.compile("sgd", "mse")
    keras.utils.set_random_seed(1)
    with pytest.raises(NoRecipeError, match="policy"):
        recipe_of(model, Training().options(model, []))


def test_nor_have_names_that_mean_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(keras.saving.get_custom_objects(), "mse", np.square)
    assert refused() == "custom objects"


def _excluded(model: Any, _: Any) -> None:
    model.optimizer.exclude_from_weight_decay(var_names=["bias"])


def _raising(_: Any, options: dict[str, Any]) -> None:
    options["callbacks"] = [keras.callbacks.TerminateOnNaN()]
    options["callbacks"][0].raise_error = True  # an argument of newer versions


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda model, _: setattr(model, "trainable", False), "not trainable"),
        (lambda model, _: setattr(model, "run_eagerly", True), "eagerly"),
        (lambda model, _: setattr(model, "_jit_compile", True), "just in time"),
        (_excluded, "weight decay"),
        (lambda _, options: options.update(initial_epoch=2), "no epochs"),
        (lambda _, options: options.update(x=np.zeros((0, 3, 3))), "no rows"),
        (lambda _, options: options.update(y=np.zeros(30), class_weight={0: 2.0}), "no integers"),
        (lambda _, options: options.update(sample_weight=np.ones(30), class_weight={0: 2.0}), "of rows"),
        (_raising, "raises"),
    ],
)
def test_nor_has_what_a_recipe_does_not_say(change: Callable[[Any, dict[str, Any]], None], why: str) -> None:
    assert why in refused(change)


def test_nor_has_an_order_that_no_seed_determines(monkeypatch: pytest.MonkeyPatch) -> None:
    def unseeded(*_: Any) -> None:
        monkeypatch.setattr(context.context(), "_seed", None)

    assert "seed" in refused(unseeded)
