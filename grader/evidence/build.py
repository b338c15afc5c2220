"""Evidence to live objects: what the judge hands to a student's function. Runs in the sandbox only."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np

from grader.evidence.vocabulary import (
    Array,
    Compilation,
    Estimator,
    Evidence,
    Layer,
    Mapping,
    Model,
    Null,
    Scalar,
    Sequence,
    String,
)

# Layers of a live model that stand for its input, and, in the older Keras, for a function that was called.
_NOT_DESCRIBED = ("InputLayer", "TFOpLambda")


class NotBuildableError(Exception):
    """The evidence describes nothing that can be built from a description alone."""


def build(evidence: Evidence) -> Any:  # noqa: PLR0911 - one return per kind of evidence
    """Return the live object that `evidence` describes; arrays are fresh and writable.

    Raises:
        NotBuildableError: if a description is not enough to build it.
    """
    if isinstance(evidence, Null):
        return None
    if isinstance(evidence, (Scalar, String)):
        return evidence.value
    if isinstance(evidence, Array):
        values = np.array(evidence.value)
        return values if evidence.of == "ndarray" else values.tolist()
    if isinstance(evidence, Sequence):
        items = [build(item) for item in evidence.items]
        return items if evidence.of == "list" else tuple(items)
    if isinstance(evidence, Mapping):
        return {name: build(item) for name, item in evidence.items.items()}
    if isinstance(evidence, Layer):
        return _layer(evidence)
    if isinstance(evidence, Model):
        return _model(evidence)
    if isinstance(evidence, Estimator) and evidence.kind == "SGDClassifier":
        from sklearn.linear_model import SGDClassifier  # noqa: PLC0415 - only where it is asked for

        return SGDClassifier(**evidence.params)
    raise NotBuildableError(f"{type(evidence).__name__} cannot be built from its description")


def _model(description: Model) -> Any:
    import keras  # noqa: PLC0415 - only where it is asked for

    if description.input_shape is None:
        raise NotBuildableError("a model without an input shape")
    steps = [layer for layer in description.layers if layer.kind != "InputLayer"]
    source = keras.Input(shape=description.input_shape[1:])
    built = [_layer(layer) for layer in steps]
    if description.spelling == "sequential":
        model = keras.Sequential([source, *built], name=description.name)
    else:
        tensor = source
        for step, layer in zip(built, steps, strict=True):
            tensor = (
                step(tensor, training=layer.config["training"])
                if "training" in layer.config
                else step(tensor)
            )
        model = keras.Model(source, tensor, name=description.name)
    _set_weights(built, steps)
    if description.compilation is not None:
        _compile(model, description.compilation)
    return model


def _layer(layer: Layer) -> Any:
    import keras  # noqa: PLC0415

    config = layer.config
    if layer.kind.startswith("function:"):
        return getattr(keras.activations, layer.kind.removeprefix("function:"))
    if layer.kind == "model":
        return _nested(layer)
    options: dict[str, Any] = {"name": layer.name} if layer.name else {}
    if layer.kind == "Dense":
        return keras.layers.Dense(config["units"], activation=config.get("activation"), **options)
    if layer.kind == "Dropout":
        return keras.layers.Dropout(config["rate"], **options)
    if layer.kind == "Activation":
        return keras.layers.Activation(config["activation"], **options)
    if layer.kind in ("Flatten", "ReLU", "Softmax", "BatchNormalization"):
        return getattr(keras.layers, layer.kind)(**options)
    raise NotBuildableError(f"no layer of kind {layer.kind}")


def _nested(layer: Layer) -> Any:
    import keras  # noqa: PLC0415

    inner = [_layer(step) for step in layer.layers if step.kind != "InputLayer"]
    if layer.input_shape is None:
        raise NotBuildableError("a nested model without an input shape")
    source = keras.Input(shape=layer.input_shape[1:])
    if any(step.kind.startswith("function:") for step in layer.layers):
        return keras.Model(source, functools.reduce(lambda x, step: step(x), inner, source), name=layer.name)
    return keras.Sequential([source, *inner], name=layer.name)


def _set_weights(built: list[Any], steps: list[Layer]) -> None:
    for live, step in zip(built, steps, strict=True):
        if step.kind == "model":
            layers = [inner for inner in live.layers if type(inner).__name__ not in _NOT_DESCRIBED]
            idle = ("InputLayer", "function:")
            _set_weights(layers, [inner for inner in step.layers if not inner.kind.startswith(idle)])
        elif step.weights:
            live.set_weights([weight.value for weight in step.weights])


def _compile(model: Any, compilation: Compilation) -> None:
    import keras  # noqa: PLC0415

    optimizer = compilation.optimizer
    loss: Any = compilation.loss
    if compilation.from_logits:
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    settings = {name: value for name, value in optimizer.config.items() if name != "name"}
    model.compile(
        optimizer=getattr(keras.optimizers, optimizer.kind)(**settings),
        loss=loss,
        metrics=list(compilation.metrics),
    )
