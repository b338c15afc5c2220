"""From a live model and the arguments of `fit` to a recipe. Runs where the student's code runs."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from grader.training.digests import Arrays, DataDigest, NoRecipeError, canonical
from grader.training.network.callbacks import callbacks
from grader.training.network.defaults import require_defaults
from grader.training.network.known import DEFAULT_BATCH_SIZE, LAYERS
from grader.training.network.layers import build, input_config, live_layers, values_of, variables_of
from grader.training.network.parts import compilation, part
from grader.training.network.platforms import platform
from grader.training.network.randomness import random_state
from grader.training.network.recipe import NetworkRecipe
from grader.training.network.samples import class_weights, count, digests, flag, samples

# Arguments of `fit` that must be as they are by default for a recipe.
_AS_BY_DEFAULT = {"steps_per_epoch": None, "validation_steps": None}


def recipe_of(model: Any, options: dict[str, Any]) -> tuple[NetworkRecipe, Arrays]:
    """Return the recipe of `model.fit(**options)` and the arrays that it is fed.

    `options` holds every argument. A model whose input shape is not known yet is built, as `fit` does first.

    Raises:
        NoRecipeError: if it cannot be said.
    """
    for name, value in _AS_BY_DEFAULT.items():
        if options.get(name) is not value:
            raise NoRecipeError(f"`{name}` is given")
    arrays: dict[DataDigest, np.ndarray[Any, Any]] = {}
    layers = live_layers(model)
    compiled = compilation(model)
    optimizer = values_of(model.optimizer.variables) if model.optimizer.built else None
    if not model.built:
        build(model, options["x"], options["y"], options["batch_size"])
    require_defaults(model)
    training, validation = samples(options)
    random = random_state()
    if random.tensorflow_seed is None and options["shuffle"]:
        raise NoRecipeError("an order of rows that no seed determines")
    if count(options["epochs"]) <= count(options["initial_epoch"]):
        raise NoRecipeError("no epochs")
    batch_size = count(options["batch_size"] or DEFAULT_BATCH_SIZE)
    return NetworkRecipe(
        input=canonical(input_config(model)),
        layers=tuple(canonical(part(layer, sys.modules["keras"].layers, LAYERS)) for layer in layers),
        variables=variables_of(layers),
        compilation=canonical(compiled),
        optimizer=optimizer,
        training=digests(training, arrays),
        validation=digests(validation, arrays) if validation is not None else None,
        batch_size=batch_size,
        validation_batch_size=count(options["validation_batch_size"] or batch_size),
        epochs=count(options["epochs"]),
        initial_epoch=count(options["initial_epoch"]),
        validation_frequency=count(options["validation_freq"]),
        shuffle=flag(options["shuffle"]),
        class_weights=class_weights(options["class_weight"]),
        callbacks=callbacks(options["callbacks"]),
        random=random,
        platform=platform(),
    ), arrays
