"""What a described model computes, in NumPy: its steps in a normal form, and predictions from its weights.

The judge computes every figure itself from the weights, so that no accuracy that a student's process reports
is ever believed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from grader.checking import model_hints as hints
from grader.checking.finding import Finding
from grader.evidence.vocabulary import Array, Layer, Model

Values = npt.NDArray[Any]
_BLOCK_ROWS = 8192


@dataclass(frozen=True)
class Step:
    """One step in normal form: `flatten`, `dense`, `activation`, `dropout` or `other`.

    `units` belongs to dense, `rate` to dropout, `function` to activation; `name` is the layer's own.
    """

    kind: str
    name: str = ""
    units: int = 0
    rate: float = 0.0
    function: str = ""
    use_bias: bool = True
    always_on: bool = False
    weights: tuple[Array, ...] = ()
    unusual: str = ""

    @property
    def said(self) -> str:
        """Return the step as a person would write it."""
        return {
            "dense": f"Dense({self.units})",
            "dropout": f"Dropout({self.rate:g})",
            "activation": self.function,
            "flatten": "Flatten",
        }.get(self.kind, self.function)


def steps(model: Model) -> tuple[Step, ...]:
    """Return the steps of `model` in normal form: the same model, however written, gives the same steps.

    Nested models are unfolded, an activation is a step of its own wherever it was written, and what computes
    nothing (an input layer, a second Flatten, a linear activation, Dropout(0)) is left out.
    """
    return tuple(_without_idle(_unfolded(model.layers)))


def said(model_steps: Iterable[Step]) -> str:
    """Return the steps as one line for a person."""
    return " → ".join(step.said for step in model_steps) or "no layers"


def probabilities(model: Model, x: Values) -> Values:
    """Return what `model` predicts for `x`: float32, (n, outputs), as Keras computes it outside of training.

    Raises:
        Finding: if the model has a step whose meaning is not known here, or weights that do not fit.
    """
    chain = steps(model)
    blocks = [_forward(chain, x[start : start + _BLOCK_ROWS]) for start in range(0, len(x), _BLOCK_ROWS)]
    return np.concatenate(blocks) if blocks else np.zeros((0, 0), np.float32)


def accuracy(model: Model, x: Values, y: Values) -> float:
    """Return the share of rows of `x` whose largest output is at the label `y`."""
    return float(np.mean(probabilities(model, x).argmax(axis=1) == y))


def cross_entropy(model: Model, x: Values, y: Values) -> float:
    """Return the mean sparse categorical cross-entropy of `model`.

    Its last step is a softmax or gives logits. Keras recovers the logits below a softmax, so both are
    computed from there.
    """
    chain = steps(model)
    if chain and chain[-1].function == "softmax":
        chain = chain[:-1]
    total = 0.0
    for start in range(0, len(x), _BLOCK_ROWS):
        logits = _forward(chain, x[start : start + _BLOCK_ROWS]).astype(np.float64)
        shifted = logits - logits.max(axis=1, keepdims=True)
        log_probability = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        total -= float(log_probability[np.arange(len(logits)), y[start : start + _BLOCK_ROWS]].sum())
    return total / len(x)


def _unfolded(layers: Iterable[Layer]) -> Iterator[Step]:
    for layer in layers:
        if layer.kind == "model":
            yield from _unfolded(layer.layers)
        elif layer.kind == "Dense":
            yield _dense(layer)
            yield Step("activation", function=str(layer.config.get("activation")))
        else:
            yield _plain_step(layer)


def _dense(layer: Layer) -> Step:
    config = layer.config
    unusual = str(config.get("restrained") or "")
    if config.get("kernel_initializer") not in ("GlorotUniform", None):
        unusual = f"kernel_initializer={config['kernel_initializer']}"
    if config.get("trainable") is False:
        unusual = "trainable=False"
    return Step(
        "dense",
        name=layer.name,
        units=int(config.get("units") or 0),
        use_bias=bool(config.get("use_bias", True)),
        weights=layer.weights,
        unusual=unusual,
    )


def _plain_step(layer: Layer) -> Step:
    config = layer.config
    if layer.kind == "InputLayer":
        return Step("idle")
    if layer.kind == "Flatten" or _is_flattening(layer):
        already_flat = layer.input_shape is not None and len(layer.input_shape) == 2
        return Step("idle" if already_flat else "flatten", name=layer.name)
    if layer.kind == "Dropout":
        rate = float(config.get("rate") or 0.0)
        return Step("dropout", name=layer.name, rate=rate, always_on=config.get("training") is True)
    function = _function(layer)
    if function is not None:
        return Step("activation", name=layer.name, function=function)
    return Step("other", name=layer.name, function=layer.class_name or layer.kind)


def _function(layer: Layer) -> str | None:
    config = layer.config
    if layer.kind == "Activation":
        return str(config.get("activation"))
    if layer.kind in ("ReLU", "function:relu"):
        plain = (
            not config.get("negative_slope")
            and not config.get("threshold")
            and config.get("max_value") is None
        )
        return "relu" if plain else None
    if layer.kind in ("Softmax", "function:softmax"):
        return "softmax" if config.get("axis", -1) in (-1, 1, "(-1,)") else None
    if layer.kind.startswith("function:"):
        return layer.kind.removeprefix("function:")
    return None


def _is_flattening(layer: Layer) -> bool:
    if layer.kind != "Reshape" or layer.input_shape is None:
        return False
    lengths = [length for length in layer.input_shape[1:] if length is not None]
    return str(layer.config.get("target_shape")) in (f"({math.prod(lengths)},)", "(-1,)")


def _without_idle(unfolded: Iterator[Step]) -> Iterator[Step]:
    for step in unfolded:
        idle = step.kind == "idle" or step.function == "linear" or (step.kind == "dropout" and step.rate == 0)
        if not idle:
            yield step


def _forward(chain: tuple[Step, ...], x: Values) -> Values:
    values = np.asarray(x, np.float32)
    for step in chain:
        if step.kind == "flatten":
            values = values.reshape(len(values), math.prod(values.shape[1:]))
        elif step.kind == "dense":
            values = _affine(step, values)
        elif step.kind == "activation":
            values = _activate(step, values)
        elif step.kind == "other":
            raise Finding(hints.UNKNOWN_LAYER, actual=step.function, layer=step.function)
    return values


def _affine(step: Step, values: Values) -> Values:
    weights = [weight.value for weight in step.weights if weight.data is not None]
    fits = values.ndim == 2 and [weight.shape for weight in weights] in (
        [(values.shape[-1], step.units)],
        [(values.shape[-1], step.units), (step.units,)],
    )
    if not fits:
        raise Finding(
            hints.INPUT_DOES_NOT_FIT,
            expected=f"(n, {weights[0].shape[0]})" if weights else None,
            actual=str(("n", *values.shape[1:])).replace("'", ""),
            layer=step.said,
        )
    result: Values = values @ weights[0]
    return result + weights[1] if len(weights) > 1 else result


def _activate(step: Step, values: Values) -> Values:
    if step.function == "relu":
        return np.maximum(values, 0)
    if step.function == "sigmoid":
        return np.asarray(0.5 * (1 + np.tanh(values / 2)))  # no overflow
    if step.function == "tanh":
        return np.tanh(values)
    if step.function == "softmax":
        shifted = np.exp(values - values.max(axis=1, keepdims=True))
        return np.asarray(shifted / shifted.sum(axis=1, keepdims=True))
    raise Finding(hints.UNKNOWN_LAYER, actual=step.function, layer=step.function)
