"""What the two Keras tell in different words: Keras 3, and the older one (`tf_keras`)."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

# What the older Keras makes of a call of one of TensorFlow's functions between two layers.
_FUNCTION_LAYER = "TFOpLambda"


class Node(NamedTuple):
    """One call in the graph of a functional model."""

    operation: Any
    inputs: list[Any]
    outputs: list[Any]
    options: dict[str, Any]


def nodes_of(model: Any) -> list[Node]:
    """Return the calls in the graph of a functional model, from the input to the output."""
    by_depth = model._nodes_by_depth  # noqa: SLF001 - Keras has no public way to the graph
    nodes = [node for depth in sorted(by_depth, reverse=True) for node in by_depth[depth]]
    return [_node(node) for node in nodes]


def is_functional(model: Any) -> bool:
    """Return whether `model`, no Sequential one, has a graph."""
    return hasattr(model, "_nodes_by_depth")


def is_compiled(model: Any) -> bool:
    """Return whether `compile` was called."""
    return bool(model.compiled if hasattr(model, "compiled") else model._is_compiled)  # noqa: SLF001


def steps_made(optimizer: Any) -> int:
    """Return the number of steps that `optimizer` has made."""
    built = getattr(optimizer, "built", True)  # the older one has no such state
    return int(np.asarray(optimizer.iterations)) if built else 0


def optimizer_classes(optimizers: Any) -> tuple[type, ...]:
    """Return what every optimizer is one of; the older Keras has two such classes."""
    former = getattr(getattr(optimizers, "legacy", None), "Optimizer", None)
    return (optimizers.Optimizer,) if former is None else (optimizers.Optimizer, former)


def optimizer_settings(optimizer: Any, optimizers: Any) -> dict[str, Any]:
    """Return the settings of one of the `optimizers` of Keras.

    Those that the older Keras has in its module `legacy` are told as what took their place.
    """
    told: dict[str, Any] = optimizer.get_config()
    present = getattr(optimizers, type(optimizer).__name__)
    if present is type(optimizer):
        return told
    settings: dict[str, Any] = present().get_config()
    settings.update((name, value) for name, value in told.items() if name in settings)
    if told.get("decay"):  # of the learning rate, which no optimizer of the chapter has
        settings["weight_decay"] = told["decay"]
    return settings


def shape_built_for(model: Any) -> Any:
    """Return the input shape that a subclassed model was built for, as Keras keeps it."""
    if hasattr(model, "_build_input_shape"):
        shape = model._build_input_shape  # noqa: SLF001
        return tuple(shape) if shape is not None and hasattr(shape, "rank") else shape
    return (getattr(model, "_build_shapes_dict", None) or {}).get("input_shape")


def last_added(model: Any) -> Any:
    """Return what a Sequential model holds last, its input too, which `layers` leaves out."""
    held = "_layers" if hasattr(model, "_layers") else "_self_tracked_trackables"
    return getattr(model, held)[-1]


def function_called(operation: Any) -> str | None:
    """Return the name of the function that `operation` calls, `None` for what is no function of a library."""
    kind = type(operation)
    if kind.__module__.startswith(("keras.src.ops", "keras.src.activations")):
        return kind.__name__.lower()
    if kind.__name__ == _FUNCTION_LAYER and kind.__module__.startswith("tf_keras.src."):
        return str(operation.symbol).rpartition(".")[2]  # "nn.relu", "math.sigmoid"
    return None


def _node(node: Any) -> Node:
    if hasattr(node, "operation"):
        options = getattr(node.arguments, "kwargs", {})
        return Node(node.operation, list(node.input_tensors), list(node.output_tensors), dict(options))
    outputs = node.outputs if isinstance(node.outputs, (list, tuple)) else [node.outputs]
    return Node(node.layer, list(node.keras_inputs), list(outputs), dict(node.call_kwargs))
