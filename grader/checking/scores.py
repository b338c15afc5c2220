"""Models whose output may be probabilities or raw scores (logits): both are right where the loss agrees."""

from __future__ import annotations

import msgspec

from grader.checking.models import same_input, same_layers
from grader.checking.network import steps
from grader.evidence.vocabulary import Layer, Model

_SOFTMAX = Layer(kind="Softmax", name="")


def same_model_or_its_scores(actual: Model, expected: Model) -> None:
    """Raise a `Finding` unless the models are the same; an output without activation stands for a softmax."""
    same_input(actual, expected)
    same_layers_or_scores(actual, expected)


def same_layers_or_scores(actual: Model, expected: Model) -> None:
    """Raise a `Finding` unless the steps are the same, but for the softmax at the end of one of them."""
    same_layers(actual, _with_softmax(expected) if ends_in_activation(actual) else _without_softmax(expected))


def ends_in_activation(model: Model) -> bool:
    """Return whether the last thing that `model` computes is an activation."""
    chain = steps(model)
    return bool(chain) and chain[-1].kind == "activation"


def _with_softmax(model: Model) -> Model:
    if ends_in_activation(model):
        return model
    return msgspec.structs.replace(model, layers=(*model.layers, _SOFTMAX))


def _without_softmax(model: Model) -> Model:
    if not ends_in_activation(model):
        return model
    last = msgspec.structs.replace(
        model.layers[-1], config={**model.layers[-1].config, "activation": "linear"}
    )
    return msgspec.structs.replace(model, layers=(*model.layers[:-1], last))
