"""Keras models and layers to evidence: the steps in order, as they were written, with their weights."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from grader.evidence.describe.keras_editions import (
    function_called,
    is_compiled,
    is_functional,
    nodes_of,
    shape_built_for,
)
from grader.evidence.describe.keras_settings import Setting, describe_optimizer, own_class, plain
from grader.evidence.vocabulary import Array, Compilation, Layer, Model, array

MAX_LAYERS = 500
# Where a model keeps the `Additions` that a recorder of the sandbox notes down.
ADDITIONS = "_grader_additions"
MAX_WEIGHT_BYTES = 64 * 2**20
# The settings that decide what a layer computes or how it trains.
_SETTINGS = (
    "units",
    "use_bias",
    "rate",
    "seed",
    "axis",
    "data_format",
    "max_value",
    "negative_slope",
    "threshold",
    "target_shape",
    "scale",
    "offset",
    "trainable",
    "batch_shape",
)
_FUNCTION_SETTINGS = ("axis", "negative_slope", "threshold", "max_value")
_FUNCTIONS = ("kernel_initializer", "bias_initializer")
_RESTRAINTS = ("kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint")


class Additions:
    """The layers of a Sequential model that came through `add` (by `id`), and how many `add` ignored."""

    def __init__(self) -> None:
        self.layers: set[int] = set()
        self.dropped = 0


def describe_model(model: Any, handle: str | None = None, *, weights: bool = True) -> Model:
    """Return `model` as evidence; without the weights' values where `weights` is false."""
    keras = sys.modules["keras"]
    linear, layers = _steps(model, weights=weights)
    additions = vars(model).get(ADDITIONS) or Additions()
    if issubclass(type(model), keras.Sequential):
        spelling = "sequential"
    else:
        spelling = "functional" if _is_functional(model) else "subclass"
    return Model(
        name=str(model.name)[:200],
        spelling=spelling,
        built=bool(model.built),
        linear=linear,
        layers=layers,
        input_shape=_shape(model, "input_shape") or _shape_built_for(model),
        output_shape=_shape(model, "output_shape"),
        parameters=int(model.count_params()) if model.built else 0,
        compilation=describe_compilation(model),
        added=sum(id(layer) in additions.layers for layer in model.layers),
        dropped=additions.dropped,
        handle=handle,
    )


def describe_layer(layer: Any, *, weights: bool = True) -> Layer:
    """Return one layer, not part of a model, as evidence."""
    keras = sys.modules["keras"]
    if issubclass(type(layer), keras.Model):
        _, steps = _steps(layer, weights=weights)
        return Layer(
            kind="model",
            name=str(layer.name)[:200],
            input_shape=_shape(layer, "input_shape"),
            output_shape=_shape(layer, "output_shape"),
            parameters=int(layer.count_params()) if layer.built else 0,
            layers=steps,
            class_name=type(layer).__name__[:200],
        )
    kind = own_class(layer, keras.layers)
    return Layer(
        kind=kind,
        name=str(layer.name)[:200],
        config=_settings(layer) if kind != "opaque" else {},
        input_shape=_tensor_shape(layer, "input"),
        output_shape=_tensor_shape(layer, "output"),
        parameters=int(layer.count_params()) if layer.built else 0,
        weights=_weights(layer) if weights and layer.built else (),
        class_name=type(layer).__name__[:200],
    )


def describe_compilation(model: Any) -> Compilation | None:
    """Return what `compile` was told, `None` for a model that is not compiled."""
    if not is_compiled(model) or model.optimizer is None:
        return None
    config = model.get_compile_config() if hasattr(model, "get_compile_config") else {}
    config = config or {}
    loss, from_logits = _loss(model.loss)
    return Compilation(
        optimizer=describe_optimizer(model.optimizer),
        loss=loss,
        from_logits=from_logits,
        metrics=tuple(_metric(metric) for metric in _flat(config.get("metrics"))),
        loss_weights=config.get("loss_weights") is not None,
        steps_per_execution=int(getattr(model, "steps_per_execution", 1) or 1),
    )


def function_name(function: Any) -> str:
    """Return the name of an activation or loss that is Keras's or TensorFlow's own, else `opaque`."""
    keras = sys.modules["keras"]
    if function is None:
        return "linear"
    if issubclass(type(function), keras.layers.Layer):
        kind = own_class(function, keras.layers)
        if kind == "Activation":
            return function_name(function.activation)
        return {"ReLU": "relu", "Softmax": "softmax"}.get(kind, "opaque")
    name = str(getattr(function, "__name__", "")).removesuffix("_v2")
    spaces = [keras.activations, getattr(keras, "ops", None), keras.losses]
    if "tensorflow" in sys.modules:
        spaces.append(sys.modules["tensorflow"].nn)
    return name if any(getattr(space, name, None) is function for space in spaces if name) else "opaque"


def _steps(model: Any, *, weights: bool) -> tuple[bool, tuple[Layer, ...]]:
    if _is_functional(model):
        chain = _chain(model)
        if chain is not None:
            return True, tuple(_operation(*step, weights=weights) for step in chain[:MAX_LAYERS])
        return False, tuple(describe_layer(layer, weights=weights) for layer in model.layers[:MAX_LAYERS])
    return True, tuple(describe_layer(layer, weights=weights) for layer in model.layers[:MAX_LAYERS])


def _is_functional(model: Any) -> bool:
    keras = sys.modules["keras"]
    if issubclass(type(model), keras.Sequential):
        return False
    return is_functional(model)


def _chain(model: Any) -> list[tuple[Any, dict[str, Any]]] | None:
    """Return (operation, call options) from input to output, `None` where the graph is not one chain."""
    chain: list[tuple[Any, dict[str, Any]]] = []
    previous: Any = None
    for node in nodes_of(model):
        if previous is not None and (len(node.inputs) != 1 or node.inputs[0] is not previous):
            return None
        if len(node.outputs) != 1:
            return None
        previous = node.outputs[0]
        chain.append((node.operation, node.options))
    return chain


def _operation(operation: Any, options: dict[str, Any], *, weights: bool) -> Layer:
    keras = sys.modules["keras"]
    called = function_called(operation)
    if called is None and issubclass(type(operation), keras.layers.Layer):
        layer = describe_layer(operation, weights=weights)
        if isinstance(options.get("training"), bool):
            return _with_setting(layer, "training", options["training"])
        return layer
    settings = {name: options.get(name, getattr(operation, name, None)) for name in _FUNCTION_SETTINGS}
    return Layer(
        kind="opaque" if called is None else f"function:{called}"[:200],
        name=str(operation.name)[:200],
        config={name: value for name, value in settings.items() if type(value) in (int, float)},
        class_name=type(operation).__name__[:200],
    )


def _with_setting(layer: Layer, name: str, value: Setting) -> Layer:
    return Layer(
        **{field: getattr(layer, field) for field in layer.__struct_fields__ if field != "config"},
        config={**layer.config, name: value},
    )


def _settings(layer: Any) -> dict[str, Setting]:
    written = layer.get_config()
    config: dict[str, Setting] = {}
    for name in _SETTINGS:
        if name in written:
            value = written[name]
            config[name] = str(tuple(value)) if isinstance(value, (list, tuple)) else plain(value)
    if hasattr(layer, "activation"):
        config["activation"] = function_name(layer.activation)
    for name in _FUNCTIONS:
        if hasattr(layer, name):
            config[name] = type(getattr(layer, name)).__name__
    restrained = [name for name in _RESTRAINTS if getattr(layer, name, None) is not None]
    if restrained:
        config["restrained"] = ", ".join(restrained)
    return config


def _weights(layer: Any) -> tuple[Array, ...]:
    values = [np.asarray(weight) for weight in layer.get_weights()]
    if sum(value.nbytes for value in values) > MAX_WEIGHT_BYTES:
        return tuple(Array(dtype=value.dtype.name, shape=value.shape, data=None) for value in values)
    return tuple(array(value) for value in values if value.dtype.name != "object")


def _loss(loss: Any) -> tuple[str, bool | None]:
    keras = sys.modules["keras"]
    if isinstance(loss, str):
        return _snake(keras.losses.get(loss)) if loss in ("", None) else loss[:200], False
    if issubclass(type(loss), keras.losses.Loss):
        if own_class(loss, keras.losses) == "opaque":
            return "opaque", None
        from_logits = loss.get_config().get("from_logits")
        return _snake(type(loss).__name__), from_logits if isinstance(from_logits, bool) else None
    if callable(loss):
        return function_name(loss), False
    return "opaque", None


def _metric(metric: Any) -> str:
    if isinstance(metric, str):
        return metric[:200]
    if isinstance(metric, dict):
        config = metric.get("config")
        name = config.get("name") if isinstance(config, dict) else None
        return f"{metric.get('class_name')}:{name}"[:200]
    return "opaque"


def _flat(metrics: Any) -> list[Any]:
    if metrics is None:
        return []
    if isinstance(metrics, (list, tuple)):
        return [item for metric in metrics for item in _flat(metric)]
    return [metrics]


def _snake(name: Any) -> str:
    text = str(name)
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in text).lstrip("_")


def _shape(model: Any, name: str) -> tuple[int | None, ...] | None:
    try:
        shape = getattr(model, name)
        return tuple(None if length is None else int(length) for length in shape)
    except (AttributeError, TypeError, ValueError):  # not built, or several inputs
        return None


def _shape_built_for(model: Any) -> tuple[int | None, ...] | None:
    """Return the input shape that a subclassed model was built for, `None` where it has not been."""
    shape = shape_built_for(model)
    if not isinstance(shape, (list, tuple)) or not all(
        length is None or type(length) is int for length in shape
    ):
        return None  # several inputs
    return tuple(shape)


def _tensor_shape(layer: Any, name: str) -> tuple[int | None, ...] | None:
    try:
        return tuple(getattr(layer, name).shape)
    except (AttributeError, ValueError, TypeError):  # not called, or called more than once
        return None
