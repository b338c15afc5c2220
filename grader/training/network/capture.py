"""From a live model and the arguments of `fit` to a recipe. Runs where the student's code runs."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import numpy as np

from grader.evidence.describe.keras_models import function_name
from grader.evidence.vocabulary import Array, array
from grader.training.digests import NoRecipeError, data_digest
from grader.training.network.defaults import require_defaults
from grader.training.network.randomness import random_state
from grader.training.network.recipe import NetworkRecipe, Platform, Samples

LAYERS = frozenset(
    {
        "Activation",
        "BatchNormalization",
        "Dense",
        "Dropout",
        "Flatten",
        "GaussianNoise",
        "LayerNormalization",
        "LeakyReLU",
        "ReLU",
        "Rescaling",
        "Reshape",
        "Softmax",
    }
)
OPTIMIZERS = frozenset({"SGD", "Adagrad", "RMSprop", "Adam", "AdamW", "Adamax", "Nadam", "Adadelta"})
CALLBACKS = frozenset({"EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau", "TerminateOnNaN"})
# What a callback carries from one training into the next, and what it is set to.
CALLBACK_STATE = {
    "EarlyStopping": (
        "monitor",
        "mode",
        "min_delta",
        "patience",
        "baseline",
        "restore_best_weights",
        "start_from_epoch",
    ),
    "ModelCheckpoint": ("monitor", "mode", "save_best_only", "save_weights_only", "save_freq", "best"),
    "ReduceLROnPlateau": ("monitor", "mode", "factor", "min_lr", "min_delta", "patience", "cooldown"),
    "TerminateOnNaN": ("raise_error",),
}
_DEFAULT_BATCH_SIZE = 32
# Arguments of `fit` that must be as they are by default for a recipe.
_AS_BY_DEFAULT = {"steps_per_epoch": None, "validation_steps": None}


def recipe_of(model: Any, options: dict[str, Any]) -> tuple[NetworkRecipe, dict[str, np.ndarray[Any, Any]]]:
    """Return the recipe of `model.fit(**options)` and the arrays that it is fed, by their digests.

    `options` holds every argument. The model is built, and its optimizer too, as `fit` would do first.

    Raises:
        NoRecipeError: if it cannot be said.
    """
    for name, value in _AS_BY_DEFAULT.items():
        if options.get(name) is not value:
            raise NoRecipeError(f"`{name}` is given")
    arrays: dict[str, np.ndarray[Any, Any]] = {}
    layers = live_layers(model)
    compilation = _compilation(model)
    require_defaults(model)
    training, validation = _samples(options)
    random = random_state()
    if random.tensorflow_seed is None and options["shuffle"]:
        raise NoRecipeError("an order of rows that no seed determines")
    if _count(options["epochs"]) <= _count(options["initial_epoch"]):
        raise NoRecipeError("no epochs")
    batch_size = _count(options["batch_size"] or _DEFAULT_BATCH_SIZE)
    return NetworkRecipe(
        input=canonical(_input_config(model)),
        layers=tuple(canonical(_part(layer, sys.modules["keras"].layers, LAYERS)) for layer in layers),
        variables=variables_of(layers),
        compilation=canonical(compilation),
        optimizer=tuple(array(np.asarray(one)) for one in model.optimizer.variables)
        if model.optimizer.built
        else None,
        training=_digests(training, arrays),
        validation=_digests(validation, arrays) if validation is not None else None,
        batch_size=batch_size,
        validation_batch_size=_count(options["validation_batch_size"] or batch_size),
        epochs=_count(options["epochs"]),
        initial_epoch=_count(options["initial_epoch"]),
        validation_frequency=_count(options["validation_freq"]),
        shuffle=_flag(options["shuffle"]),
        class_weights=_class_weights(options["class_weight"]),
        callbacks=_callbacks(options["callbacks"]),
        random=random,
        platform=platform(),
    ), arrays


def canonical(value: object) -> str:
    """Return `value` as JSON that is the same for equal values.

    Raises:
        NoRecipeError: if it cannot be said in JSON.
    """
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), default=_number)
    except (TypeError, ValueError, RecursionError) as error:
        raise NoRecipeError(f"a setting that is no plain value: {error}") from error


def variables_of(layers: list[Any]) -> tuple[Array, ...]:
    """Return the variables of `layers` in their order, weights and the states of seed generators alike."""
    return tuple(array(np.asarray(one)) for layer in layers for one in layer.variables)


def live_layers(model: Any) -> list[Any]:
    """Return the layers of `model` from the input to the output, without the input.

    Raises:
        NoRecipeError: if they are not one chain of known layers.
    """
    keras = sys.modules["keras"]
    if type(model) is keras.Sequential:
        layers = list(model.layers)
    elif type(model) is _functional_class():
        layers = _chain(model)
    else:
        raise NoRecipeError(f"a model of the class {type(model).__name__}")
    return [layer for layer in layers if type(layer) is not keras.layers.InputLayer]


def listed_callbacks(given: Any) -> list[Any]:
    """Return the callbacks that a caller gave, as a list."""
    if given is None:
        return []
    return list(given) if isinstance(given, (list, tuple)) else [given]


def platform() -> Platform:
    """Return what of this process changes the bits of a training."""
    tensorflow, keras = sys.modules["tensorflow"], sys.modules["keras"]
    return Platform(
        tensorflow=tensorflow.__version__,
        keras=keras.__version__,
        numpy=np.__version__,
        device="gpu" if tensorflow.config.list_physical_devices("GPU") else "cpu",
        onednn=os.environ.get("TF_ENABLE_ONEDNN_OPTS", ""),
        deterministic=bool(tensorflow.config.experimental.is_op_determinism_enabled())
        if hasattr(tensorflow.config.experimental, "is_op_determinism_enabled")
        else _determinism(),
    )


def _determinism() -> bool:
    from tensorflow.python.framework import config  # noqa: PLC0415

    return bool(config.is_op_determinism_enabled())


def _functional_class() -> Any:
    from keras.src.models.functional import Functional  # noqa: PLC0415 - what `keras.Model(inputs, outputs)` is

    return Functional


def _chain(model: Any) -> list[Any]:
    by_depth = model._nodes_by_depth  # noqa: SLF001 - Keras has no public way to the graph
    nodes = [node for depth in sorted(by_depth, reverse=True) for node in by_depth[depth]]
    previous: Any = None
    layers = []
    for node in nodes:
        inputs = list(node.input_tensors)
        straight = previous is None or (len(inputs) == 1 and inputs[0] is previous)
        # `training=False` stands there of every layer that knows the difference; a training overrides it.
        told = any(value for value in getattr(node.arguments, "kwargs", {}).values())
        if not straight or len(node.output_tensors) != 1 or told:
            raise NoRecipeError("layers that are not one chain")
        previous = node.output_tensors[0]
        layers.append(node.operation)
    return layers


def _part(value: Any, namespace: Any, known: frozenset[str]) -> dict[str, Any]:
    kind = type(value).__name__
    if kind not in known or getattr(namespace, kind, None) is not type(value):
        raise NoRecipeError(f"{kind} is not one of Keras's own that are known")
    # Said by its name alone, which anybody's function may bear.
    if function_name(getattr(value, "activation", None)) == "opaque":
        raise NoRecipeError("an activation that is not Keras's own")
    return {"kind": kind, "config": _nameless(value.get_config())}


def _nameless(config: dict[str, Any]) -> dict[str, Any]:
    for value in config.values():
        only_kerass_own(value)
    return {name: value for name, value in config.items() if name != "name"}


def only_kerass_own(value: Any) -> None:
    """Refuse a configuration that holds a class or function of anybody else's.

    Raises:
        NoRecipeError: naming it.
    """
    if isinstance(value, dict):
        if "class_name" in value:
            own = str(value.get("module", "")).split(".")[0] == "keras" and not value.get("registered_name")
            if not own or value["class_name"] in ("Lambda", "function"):
                raise NoRecipeError(f"{value['class_name']} is not Keras's own")
        for inner in value.values():
            only_kerass_own(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            only_kerass_own(inner)


def _compilation(model: Any) -> dict[str, Any]:
    config = model.get_compile_config() if model.compiled else None
    if not config or config.get("run_eagerly") or config.get("loss_weights") is not None:
        raise NoRecipeError("a model that is not compiled in the usual way")
    return {
        **_nameless(
            {name: value for name, value in config.items() if name not in ("optimizer", "jit_compile")}
        ),
        "optimizer": _part(model.optimizer, sys.modules["keras"].optimizers, OPTIMIZERS),
    }


def _samples(options: dict[str, Any]) -> tuple[Any, Any]:
    weighted = options["class_weight"] is not None
    if weighted and options["sample_weight"] is not None:
        raise NoRecipeError("weights of labels and of rows")
    training = tuple(_plain(options[name]) for name in ("x", "y", "sample_weight"))
    if weighted and training[1] is not None and training[1].dtype.kind == "f":
        raise NoRecipeError("weights of labels that are no integers")  # rounded before they are converted
    given, share = options["validation_data"], options["validation_split"]
    if given is None and share:
        x, y, weights = training
        if x is None or y is None or weights is not None:
            raise NoRecipeError("`validation_split` of more than inputs and targets")
        # The last rows, before any shuffling, as Keras takes them.
        kept = int(np.floor(len(x) * (1.0 - share)))
        return (x[:kept], y[:kept], None), (x[kept:], y[kept:], None)
    if given is None:
        return training, None
    if not isinstance(given, (tuple, list)) or len(given) not in (2, 3):
        raise NoRecipeError("validation data that are not a pair of arrays")
    return training, tuple(_plain(one) for one in (*given, None)[:3])


def _plain(value: Any) -> np.ndarray[Any, Any] | None:
    if value is None:
        return None
    if type(value) is not np.ndarray or value.dtype.kind not in "biuf":
        raise NoRecipeError(f"data of the type {type(value).__name__}")
    if not value.size:
        raise NoRecipeError("no rows")
    # Keras's first step with whatever is fed: other spellings of the same numbers are the same training.
    return value.astype(np.float32, copy=False) if value.dtype.kind == "f" else value


def _digests(samples: Any, arrays: dict[str, np.ndarray[Any, Any]]) -> Samples:
    x, y, weights = samples
    if x is None or y is None:
        raise NoRecipeError("no inputs or no targets")
    found = [None if one is None else data_digest(one) for one in (x, y, weights)]
    arrays.update((digest.digest, one) for digest, one in zip(found, (x, y, weights), strict=True) if digest)
    return Samples(*found)  # type: ignore[arg-type]


def _callbacks(given: Any) -> tuple[str, ...]:
    parts = [_callback(one) for one in listed_callbacks(given)]
    if sum(part["kind"] == "ModelCheckpoint" for part in parts) > 1:
        raise NoRecipeError("more than one checkpoint")
    return tuple(map(canonical, parts))


def _callback(value: Any) -> dict[str, Any]:
    part = _part_of_callback(value)
    if getattr(value, "_model", None) is not None:
        raise NoRecipeError("a callback that was used before")
    state = {
        name: plain_setting(getattr(value, name)) for name in CALLBACK_STATE[part] if hasattr(value, name)
    }
    if state.get("raise_error"):
        raise NoRecipeError("a callback that raises")
    if getattr(value, "monitor_op", None) is not None:
        raise NoRecipeError("a callback that compares in a way of its own")
    if part == "ModelCheckpoint" and state["save_freq"] != "epoch":
        raise NoRecipeError("a checkpoint within an epoch")
    if part == "ModelCheckpoint" and "{" in str(value.filepath):
        raise NoRecipeError("a checkpoint with a name of its own for each epoch")
    return {"kind": part, "config": state}


def _part_of_callback(value: Any) -> str:
    kind = type(value).__name__
    if kind not in CALLBACKS or getattr(sys.modules["keras"].callbacks, kind, None) is not type(value):
        raise NoRecipeError(f"the callback {kind}")
    return kind


def plain_setting(value: Any) -> Any:
    """Return a number or text as JSON can say it, infinities as text."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return repr(value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise NoRecipeError(f"a setting of the type {type(value).__name__}")


def _number(value: object) -> object:
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} is not plain")


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or value < 0:
        raise NoRecipeError(f"{value!r} is not a number of rows or epochs")
    return int(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, (bool, np.bool_)):
        raise NoRecipeError("`shuffle` is neither true nor false")
    return bool(value)


def _class_weights(value: Any) -> str | None:
    if value is None:
        return None
    return canonical({str(_count(label)): float(weight) for label, weight in dict(value).items()})


def _input_config(model: Any) -> dict[str, Any]:
    if not model.built or any(size is None for size in model.input_shape[1:]):
        raise NoRecipeError("a model whose input shape is not known yet")
    (tensor,) = model.inputs
    return {"shape": list(model.input_shape[1:]), "dtype": str(tensor.dtype)}
