"""A recipe says what matters, nothing else, and only what can be said."""

from collections.abc import Callable
from functools import partial
from typing import Any

import keras
import msgspec
import numpy as np
import pytest

from grader.evidence.vocabulary import array
from grader.training.digests import NoRecipeError
from grader.training.network.capture import recipe_of
from grader.training.network.execute import train
from grader.training.network.recipe import NetworkRecipe
from tests.training.trainings import Training

PLAIN = Training()


def recipe(
    training: Training = PLAIN, change: Callable[[Any, dict[str, Any]], None] | None = None
) -> NetworkRecipe:
    model = training.model()
    options = training.options(model, [])
    if change is not None:
        change(model, options)
    return recipe_of(model, options)[0]


def replaced(**fields: Any) -> Training:
    return Training(**{**vars(PLAIN), **fields})


def test_the_same_training_has_the_same_digest_however_it_is_spelled() -> None:
    assert recipe().digest == recipe().digest == recipe(replaced(functional=True)).digest
    assert recipe().digest == recipe(replaced(shaped=False)).digest
    assert recipe(replaced(batch_size=32)).digest == recipe().digest


def test_names_and_printing_do_not_count() -> None:
    def renamed(model: Any, options: dict[str, Any]) -> None:
        model.name = "another"
        model.layers[1].name = "hidden"
        options["verbose"] = 2

    assert recipe(change=renamed).digest == recipe().digest


@pytest.mark.parametrize(
    "fields",
    [
        {"layers": ("relu",)},
        {"layers": ("dropout", "relu")},
        {"layers": ("sigmoid", "dropout")},
        {"layers": ("relu", "seeded dropout")},
        {"optimizer": "rmsprop"},
        {"batch_size": 7},
        {"epochs": 3},
        {"validation": "none"},
        {"validation": "split"},
        {"shuffle": False},
        {"weights": "labels"},
        {"seed": 2},
        {"drawn": 1},
    ],
    ids=str,
)
def test_whatever_determines_a_training_changes_its_digest(fields: dict[str, Any]) -> None:
    assert recipe(replaced(**fields)).digest != recipe().digest


def _shift(name: str) -> Callable[[Any, dict[str, Any]], None]:
    def change(_: Any, options: dict[str, Any]) -> None:
        options[name] = (
            np.nextafter(options[name], 1) if options[name].dtype.kind == "f" else options[name][::-1]
        )

    return change


def _another_rate(model: Any, _: dict[str, Any]) -> None:
    model.optimizer.learning_rate.assign(0.25)


def _one_weight(model: Any, _: dict[str, Any]) -> None:
    weights = model.get_weights()
    weights[0][0, 0] = np.nextafter(weights[0][0, 0], 1)
    model.set_weights(weights)


def _another_metric(model: Any, _: dict[str, Any]) -> None:
    metrics = ["sparse_top_k_categorical_accuracy"]
    model.compile(model.optimizer, "sparse_categorical_crossentropy", metrics=metrics)


def _callbacks(*made: Callable[[], Any]) -> Callable[[Any, dict[str, Any]], None]:
    def change(_: Any, options: dict[str, Any]) -> None:
        options["callbacks"] = [make() for make in made]

    return change


@pytest.mark.parametrize(
    "change",
    [
        _shift("x"),
        _shift("y"),
        _another_rate,
        _one_weight,
        _another_metric,
        _callbacks(keras.callbacks.EarlyStopping),
        _callbacks(lambda: keras.callbacks.EarlyStopping(patience=2)),
        _callbacks(lambda: keras.callbacks.EarlyStopping(restore_best_weights=True)),
        _callbacks(lambda: keras.callbacks.ModelCheckpoint("a.keras")),
        _callbacks(lambda: keras.callbacks.ModelCheckpoint("a.keras", save_best_only=True)),
    ],
)
def test_so_do_data_weights_settings_and_callbacks(change: Callable[[Any, dict[str, Any]], None]) -> None:
    assert recipe(change=change).digest != recipe().digest


def test_the_name_of_a_checkpoints_file_does_not_count() -> None:
    digests = {
        recipe(change=_callbacks(partial(keras.callbacks.ModelCheckpoint, name))).digest
        for name in ("a.keras", "b.keras")
    }
    assert len(digests) == 1


def relu(x: Any) -> Any:
    """Return not what the name says."""
    return x


class OwnLayer(keras.layers.Dense):  # type: ignore[misc]
    """No layer of Keras's, though it looks like one."""


class OwnCallback(keras.callbacks.Callback):  # type: ignore[misc]
    """Does nothing."""


def _generator(_: Any, options: dict[str, Any]) -> None:
    options["x"] = iter([])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_callbacks(OwnCallback), "OwnCallback"),
        (_callbacks(keras.callbacks.LambdaCallback), "LambdaCallback"),
        (_callbacks(lambda: keras.callbacks.ModelCheckpoint("{epoch}.keras")), "name of its own"),
        (_generator, "data of the type"),
        (lambda _, options: options.update(steps_per_epoch=3), "steps_per_epoch"),
    ],
)
def test_what_cannot_be_said_makes_no_recipe(change: Callable[[Any, dict[str, Any]], None], why: str) -> None:
    with pytest.raises(NoRecipeError, match=why):
        recipe(change=change)


@pytest.mark.parametrize(
    "layer",
    [
        lambda: OwnLayer(3),
        lambda: keras.layers.Lambda(lambda x: x),
        lambda: keras.layers.Dense(3, activation=lambda x: x),
        lambda: keras.layers.Dense(3, activation=relu),
    ],
)
def test_a_layer_of_ones_own_makes_no_recipe(layer: Callable[[], Any]) -> None:
    model = keras.Sequential([keras.Input((9,)), layer(), keras.layers.Dense(4)])
    model.compile("sgd", "mse")
    with pytest.raises(NoRecipeError):
        recipe_of(model, {**PLAIN.options(model, []), "x": np.zeros((3, 9)), "y": np.zeros((3, 4))})


def test_layers_of_any_size_are_refused_before_they_take_room() -> None:
    model = PLAIN.model()
    honest, arrays = recipe_of(model, PLAIN.options(model, []))
    for units in (10**9, 10**15):
        large = msgspec.structs.replace(
            honest, layers=(f'{{"kind":"Dense","config":{{"units":{units}}}}}', *honest.layers[1:])
        )
        with pytest.raises(NoRecipeError, match="other variables than the recipe says"):
            train(large, arrays)


@pytest.mark.parametrize(
    "made_up",
    [
        {"variables": ()},
        {"variables": (array(np.zeros((2, 2), np.float32)),)},
        {"layers": ('{"kind":"Lambda","config":{}}',)},
        {"layers": ('{"kind":"Dense","config":{"units":"many"}}',)},
        {"layers": ("[]",)},
        {"layers": ("no JSON",)},
        {"compilation": "{}"},
        {"callbacks": ('{"kind":"BackupAndRestore","config":{}}',)},
        {"input": '{"shape":[-1],"dtype":"float32"}'},
    ],
    ids=str,
)
def test_a_recipe_that_was_made_up_is_refused(made_up: dict[str, Any]) -> None:
    model = PLAIN.model()
    honest, arrays = recipe_of(model, PLAIN.options(model, []))
    with pytest.raises(NoRecipeError):
        train(msgspec.structs.replace(honest, **made_up), arrays)
