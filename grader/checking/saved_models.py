"""Models that are saved and restored: the network of section 7-3, its file, its weights bit for bit."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

import numpy as np

from grader.checking.finding import Finding
from grader.checking.given_models import dense
from grader.evidence.vocabulary import Array, Compilation, Layer, Model


def given_network(
    seed: int,
    *,
    hidden: int = 100,
    outputs: int = 10,
    dropout: bool = True,
    compilation: Compilation | None = None,
) -> Model:
    """Return Flatten, Dense ReLU, Dropout 0.3 where asked for, Dense softmax, with drawn weights."""
    random = np.random.default_rng(seed)
    layers = (
        Layer(kind="Flatten", name=""),
        dense(random, 784, hidden, "relu"),
        *((Layer(kind="Dropout", name="", config={"rate": 0.3}),) if dropout else ()),
        dense(random, hidden, outputs, "softmax"),
    )
    return Model(
        name=f"given_{seed}",
        spelling="sequential",
        built=True,
        linear=True,
        layers=layers,
        input_shape=(None, 28, 28),
        output_shape=(None, outputs),
        compilation=compilation,
    )


def same_weights(actual: Model, expected: Model, otherwise: Finding) -> None:
    """Raise `otherwise` unless the two models have the same weights in the same order, bit for bit."""
    if [_plain(weight) for weight in weights(actual.layers)] != [
        _plain(weight) for weight in weights(expected.layers)
    ]:
        raise otherwise


def weights(layers: tuple[Layer, ...]) -> Iterator[Array]:
    """Yield the weights of layers and of the models nested in them."""
    for layer in layers:
        yield from layer.weights
        yield from weights(layer.layers)


def file_bytes(path: str, otherwise: Finding) -> int:
    """Return the size of the regular file at `path`; raise `otherwise` where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        otherwise.expected, otherwise.actual = "a file at path", "no file"
        raise otherwise from None
    if not stat.S_ISREG(found.st_mode):
        otherwise.expected, otherwise.actual = "a file at path", "no regular file"
        raise otherwise
    return found.st_size


def _plain(weight: Array) -> tuple[object, ...]:
    return weight.dtype, weight.shape, weight.data
