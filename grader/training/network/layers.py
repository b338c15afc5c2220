"""The layers of a live model as a chain."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import numpy as np

from grader.evidence.vocabulary import Array, array
from grader.training.digests import NoRecipeError
from grader.training.network.known import DEFAULT_BATCH_SIZE
from grader.training.network.samples import plain


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


def build(model: Any, x: Any, y: Any, batch_size: int | None) -> None:
    """Make the variables of layers, optimizer and metrics, as the first step of `fit` does.

    Nothing is drawn from a global generator: each initializer has had its seed since it was made.
    """
    rows = slice(0, batch_size or DEFAULT_BATCH_SIZE)
    batch = plain(x[rows]), plain(y[rows])
    model._symbolic_build(data_batch=batch)  # noqa: SLF001 - no public way
    if not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)


def variables_of(layers: list[Any]) -> tuple[Array, ...]:
    """Return the variables of `layers` in their order, weights and the states of seed generators alike."""
    return values_of(live_variables(layers))


def live_variables(layers: list[Any]) -> list[Any]:
    """Return the live variables of `layers` in their order."""
    return [one for layer in layers for one in layer.variables]


def values_of(variables: Iterable[Any]) -> tuple[Array, ...]:
    """Return what `variables` hold."""
    return tuple(array(np.asarray(one)) for one in variables)


def require_alike(variables: list[Any], values: tuple[Array, ...]) -> None:
    """Return if `values` can be given to `variables`.

    Raises:
        NoRecipeError: if they are not as many, or of other shapes or dtypes.
    """
    if len(variables) != len(values):
        raise NoRecipeError(f"other variables than the recipe says: {len(variables)}, not {len(values)}")
    for variable, value in zip(variables, values, strict=True):
        if tuple(variable.shape) != value.shape or np.asarray(variable).dtype.name != value.dtype:
            raise NoRecipeError(f"other variables than the recipe says: {value.dtype}{value.shape}")


def assign(variables: list[Any], values: tuple[Array, ...]) -> None:
    """Give `variables` their `values`, which are alike."""
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value.value)


def input_config(model: Any) -> dict[str, Any]:
    """Return what the model takes, as plain values."""
    if not model.built or any(size is None for size in model.input_shape[1:]):
        raise NoRecipeError("a model whose input shape is not known yet")
    (tensor,) = model.inputs
    return {"shape": list(model.input_shape[1:]), "dtype": str(tensor.dtype)}


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
