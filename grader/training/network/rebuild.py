"""From a recipe to a live model, ready for its training. Runs in the trainer, from descriptions alone."""

from __future__ import annotations

import json
from typing import Any

import keras

from grader.evidence.vocabulary import Array
from grader.training.digests import NoRecipeError
from grader.training.network.known import CALLBACK_STATE, CALLBACKS, LAYERS, OPTIMIZERS
from grader.training.network.layers import assign, live_variables, require_alike
from grader.training.network.parts import live_setting, only_kerass_own
from grader.training.network.recipe import NetworkRecipe

# Of a callback's state, what its constructor does not take, or takes under another name.
_NO_ARGUMENTS = frozenset({"best", "raise_error", "save_freq"})


def model_of(recipe: NetworkRecipe) -> Any:
    """Return the model of `recipe`, compiled, its variables and its optimizer's as they are said there.

    Raises:
        NoRecipeError: if the recipe does not hold together: it was made up.
    """
    try:
        return _model_of(recipe)
    except NoRecipeError:
        raise
    except Exception as error:
        raise NoRecipeError(f"{type(error).__name__}: {error}") from error


def callbacks_of(recipe: NetworkRecipe, file: str) -> list[Any]:
    """Return live callbacks as the recipe says; a checkpoint would write to `file`."""
    return [_callback(json.loads(text), file) for text in recipe.callbacks]


def _model_of(recipe: NetworkRecipe) -> Any:
    _check_shapes(recipe)
    model = _sequential(recipe)
    _assign(live_variables(model.layers), recipe.variables)
    compilation = json.loads(recipe.compilation)
    only_kerass_own(compilation)
    optimizer = _from_config(keras.optimizers, OPTIMIZERS, compilation.pop("optimizer"))
    settings = {name: keras.saving.deserialize_keras_object(value) for name, value in compilation.items()}
    model.compile(optimizer=optimizer, jit_compile=False, **settings)
    if recipe.optimizer is not None:
        optimizer.build(model.trainable_variables)
        _assign(optimizer.variables, recipe.optimizer)
    return model


def _sequential(recipe: NetworkRecipe) -> Any:
    given = json.loads(recipe.input)
    layers = [_part(text, keras.layers, LAYERS) for text in recipe.layers]
    return keras.Sequential([keras.Input(tuple(given["shape"]), dtype=given["dtype"]), *layers])


def _check_shapes(recipe: NetworkRecipe) -> None:
    """Raise unless the layers have the variables that the recipe carries, before any of them takes room.

    Made up, they could be of any size: it is by what the recipe carries that its work was estimated.
    """
    with keras.StatelessScope(initialize_variables=False):
        shapes = [tuple(variable.shape) for variable in live_variables(_sequential(recipe).layers)]
    if shapes != [one.shape for one in recipe.variables]:
        raise NoRecipeError("other variables than the recipe says")


def _assign(variables: list[Any], values: tuple[Array, ...]) -> None:
    require_alike(variables, values)
    assign(variables, values)


def _part(text: str, namespace: Any, known: frozenset[str]) -> Any:
    part = json.loads(text)
    only_kerass_own(part)
    return _from_config(namespace, known, part)


def _from_config(namespace: Any, known: frozenset[str], part: dict[str, Any]) -> Any:
    if part["kind"] not in known:
        raise NoRecipeError(f"no part of the kind {part['kind']!r}")
    return getattr(namespace, part["kind"]).from_config(part["config"])


def _callback(part: dict[str, Any], file: str) -> Any:
    kind, config = part["kind"], part["config"]
    if kind not in CALLBACKS:
        raise NoRecipeError(f"no callback of the kind {kind!r}")
    names = [name for name in CALLBACK_STATE[kind] if name in config and name not in _NO_ARGUMENTS]
    arguments = {name: live_setting(config[name]) for name in names}
    if kind == "ModelCheckpoint":
        # The ending decides what is written; what is written is not looked at here.
        arguments["filepath"] = file + (".weights.h5" if config["save_weights_only"] else ".keras")
        arguments["initial_value_threshold"] = live_setting(config["best"])
    return getattr(keras.callbacks, kind)(**arguments)
