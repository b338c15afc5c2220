"""Whatever a recipe says counts: two trainings that differ in one thing alone have different digests."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import keras
import msgspec
import numpy as np
import pytest
import tensorflow as tf
from tensorflow.python.framework import config

from grader.training.network.capture import recipe_of
from grader.training.network.recipe import NetworkRecipe, Platform, RandomState, Samples
from tests.training.trainings import Training

Change = Callable[[Any, dict[str, Any], pytest.MonkeyPatch], None]
NESTED: dict[str, type[msgspec.Struct]] = {
    "training": Samples,
    "validation": Samples,
    "random": RandomState,
    "platform": Platform,
}


def fields() -> Iterator[str]:
    """Yield the name of everything that a recipe says, the parts of its parts too."""
    for field in msgspec.structs.fields(NetworkRecipe):
        yield field.name
        for part in msgspec.structs.fields(NESTED[field.name]) if field.name in NESTED else ():
            yield f"{field.name}.{part.name}"


def recipe(change: Change | None = None) -> NetworkRecipe:
    model = Training(layers=("relu", "dropout")).model()
    keras.random.uniform((1,))  # there is a generator of Keras's own
    options = Training().options(model, [])
    options["validation_batch_size"] = options["batch_size"] = 8
    with pytest.MonkeyPatch.context() as patch:
        if change is not None:
            change(model, options, patch)
        return recipe_of(model, options)[0]


def option(**changed: Any) -> Change:
    return lambda _, options, __: options.update(changed)


def attribute(owner: Any, name: str, value: Any) -> Change:
    return lambda _, __, patch: patch.setattr(owner, name, value)


def other_data(name: str) -> Change:
    return lambda _, options, __: options.update({name: options[name][::-1]})


def other_validation(change: Callable[[Any, Any], tuple[Any, ...]]) -> Change:
    return lambda _, options, __: options.update(validation_data=change(*options["validation_data"]))


def _input(model: Any, _: Any, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(model.inputs[0], "_dtype", "float64")


def _rate(model: Any, *_: Any) -> None:
    model.layers[1].rate = 0.4


def _weight(model: Any, *_: Any) -> None:
    kernel = model.layers[0].kernel
    kernel.assign(np.nextafter(np.asarray(kernel), np.float32(1)))


def _learning_rate(model: Any, *_: Any) -> None:
    model.optimizer.learning_rate.assign(0.25)


def _built(model: Any, *_: Any) -> None:
    model.optimizer.build(model.trainable_variables)


def _seed(*_: Any) -> None:
    state = random.getstate()
    drawn = np.random.get_state()  # noqa: NPY002
    tf.random.set_seed(7)
    random.setstate(state)
    np.random.set_state(drawn)  # noqa: NPY002


def _determinism(_: Any, __: Any, patch: pytest.MonkeyPatch) -> None:
    otherwise = not config.is_op_determinism_enabled()
    patch.setattr(config, "is_op_determinism_enabled", lambda: otherwise)


CHANGES: dict[str, Change] = {
    "input": _input,
    "layers": _rate,
    "variables": _weight,
    "compilation": _learning_rate,
    "optimizer": _built,
    "training.x": other_data("x"),
    "training.y": other_data("y"),
    "training.weights": option(sample_weight=np.ones(30, np.float32)),
    "validation": option(validation_data=None),
    "validation.x": other_validation(lambda x, y: (x[::-1], y)),
    "validation.y": other_validation(lambda x, y: (x, y[::-1])),
    "validation.weights": other_validation(lambda x, y: (x, y, np.ones(len(y), np.float32))),
    "batch_size": option(batch_size=9),
    "validation_batch_size": option(validation_batch_size=9),
    "epochs": option(epochs=3),
    "initial_epoch": option(initial_epoch=1),
    "validation_frequency": option(validation_freq=2),
    "shuffle": option(shuffle=False),
    "class_weights": option(class_weight={0: 2.0}),
    "callbacks": option(callbacks=[keras.callbacks.EarlyStopping()]),
    "random.python": lambda *_: random.seed(3),
    "random.numpy": lambda *_: np.random.seed(3),  # noqa: NPY002
    "random.tensorflow_seed": _seed,
    "random.tensorflow": lambda *_: tf.random.uniform((1,)) and None,
    "random.keras": lambda *_: keras.random.uniform((1,)) and None,
    "platform.tensorflow": attribute(tf, "__version__", "0"),
    "platform.keras": attribute(keras, "__version__", "0"),
    "platform.numpy": attribute(np, "__version__", "9.9.9"),
    "platform.device": attribute(tf.config, "list_physical_devices", lambda _: ["a GPU"]),
    "platform.onednn": lambda _, __, patch: patch.setenv("TF_ENABLE_ONEDNN_OPTS", "another"),
    "platform.deterministic": _determinism,
}
# Said by their parts.
WHOLES = {"training", "random", "platform"}
# A seed is where TensorFlow's generator starts: one cannot be another alone.
TOGETHER = {"random.tensorflow_seed": {"random.tensorflow"}}


def differences(one: NetworkRecipe, other: NetworkRecipe) -> set[str]:
    """Return the names of what two recipes differ in, the innermost."""
    found = set()
    for name in fields():
        whole, _, part = name.partition(".")
        first, second = getattr(one, whole), getattr(other, whole)
        if part and first is not None and second is not None:
            first, second = getattr(first, part), getattr(second, part)
        elif part or (whole in NESTED and first is not None and second is not None):
            continue
        if first != second:
            found.add(name)
    return found


@pytest.fixture(scope="module")
def honest() -> NetworkRecipe:
    return recipe()


def test_there_is_a_pair_for_everything_that_a_recipe_says() -> None:
    assert set(CHANGES) == set(fields()) - WHOLES


@pytest.mark.parametrize("name", CHANGES)
def test_it_alone_makes_another_digest(name: str, honest: NetworkRecipe) -> None:
    other = recipe(CHANGES[name])
    assert differences(honest, other) == {name} | TOGETHER.get(name, set())
    assert other.digest != honest.digest


def test_nothing_changed_is_the_same_digest(honest: NetworkRecipe) -> None:
    assert recipe().digest == honest.digest


def test_the_number_format_of_the_same_values_does_not_count(honest: NetworkRecipe) -> None:
    def spelled_otherwise(_: Any, options: dict[str, Any], __: Any) -> None:
        options["x"] = np.asfortranarray(options["x"].astype(np.float64))
        x, y = options["validation_data"]
        options["validation_data"] = [x.astype(np.float64), y]

    assert recipe(spelled_otherwise).digest == honest.digest


def test_but_that_of_integers_does(honest: NetworkRecipe) -> None:
    def narrow(_: Any, options: dict[str, Any], __: Any) -> None:
        options["y"] = options["y"].astype(np.int32)

    assert recipe(narrow).digest != honest.digest
