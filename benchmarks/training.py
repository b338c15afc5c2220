"""How long a training takes by `fit`, and how long by its recipe with the same bits.

In one process with TensorFlow imported, alternately, medians; beside them the arithmetic of the same shapes
in NumPy on one core, which is what no framework can do without.
"""

from __future__ import annotations

import argparse
import inspect
import os
import statistics
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import keras
import numpy as np
import tensorflow as tf

from grader.data import Profile, find_data, load
from grader.training.network.capture import recipe_of
from grader.training.network.execute import train

_FIT = inspect.signature(keras.Model.fit)
_BATCH = 32
Layers = keras.layers
NETWORKS: dict[str, tuple[Callable[[], list[Any]], str, tuple[int, ...]]] = {
    "softmax": (list, "sgd", (784, 10)),
    "100 relu, validated": (lambda: [Layers.Dense(100, activation="relu")], "adam", (784, 100, 10)),
    "dropout, validated": (
        lambda: [Layers.Dense(100, activation="relu"), Layers.Dropout(0.3)],
        "adam",
        (784, 100, 10),
    ),
}


def main() -> None:
    """Print medians in seconds: of a training by `fit`, by its recipe, and of the arithmetic alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rows", type=int, default=48_000)
    parser.add_argument("--threads", type=int, default=0, help="of each operation; 0: as many as cores")
    told = parser.parse_args()
    tf.config.threading.set_intra_op_parallelism_threads(told.threads)
    tf.config.experimental.enable_op_determinism()
    images, labels = _data(told.rows + told.rows // 4)
    print(f"{told.rows} rows, {told.epochs} epochs")
    print("network               fit     recipe  faster  arithmetic")
    for name, (_, optimizer, sizes) in NETWORKS.items():
        pairs = [pair(name, images, labels, told.rows, told.epochs) for _ in range(told.times)]
        by_fit, by_recipe = (statistics.median(column) for column in zip(*pairs, strict=True))
        faster = statistics.median(one / other for one, other in pairs)
        least = told.epochs * arithmetic(sizes, told.rows, optimizer)
        print(f"{name:20} {by_fit:7.2f} {by_recipe:7.2f} {faster:6.1f}x {least:8.2f}", flush=True)


def pair(name: str, images: Any, labels: Any, rows: int, epochs: int) -> tuple[float, float]:
    """Return the seconds by `fit` and by recipe. Both must leave the same weights and history."""
    model, options = _training(name, images, labels, rows, epochs)
    recipe, arrays = recipe_of(model, options)
    started = time.perf_counter()
    history = model.fit(**options)
    fitted = time.perf_counter()
    trained = train(recipe, arrays)
    ended = time.perf_counter()
    variables = [one for layer in model.layers for one in layer.variables]
    same = all(
        np.array_equal(np.asarray(one), other.value)
        for one, other in zip(variables, trained.variables, strict=True)
    )
    if not same or any(
        history.history[key] != trained.history[key].value.tolist() for key in history.history
    ):
        raise SystemExit(f"{name}: other bits")
    return fitted - started, ended - fitted


def arithmetic(sizes: tuple[int, ...], rows: int, optimizer: str) -> float:
    """Return the seconds of an epoch's products and updates in NumPy: no losses, metrics or validation."""
    random = np.random.default_rng(0)
    batch = random.random((_BATCH, sizes[0]), np.float32)
    weights = [random.random(shape, np.float32) for shape in pairwise(sizes)]
    moments = [(np.zeros_like(one), np.ones_like(one)) for one in weights]
    started = time.perf_counter()
    for _ in range(rows // _BATCH):
        values = [batch]
        for one in weights:
            values.append(values[-1] @ one)
        error = values[-1]
        for number in reversed(range(len(weights))):
            gradient = values[number].T @ error
            error = error @ weights[number].T if number else error
            _update(weights[number], gradient, moments[number] if optimizer == "adam" else None)
    return time.perf_counter() - started


def _update(weights: Any, gradient: Any, moments: tuple[Any, Any] | None) -> None:
    if moments is None:
        weights -= np.float32(1e-9) * gradient
        return
    mean, square = moments
    mean += (gradient - mean) * np.float32(0.1)
    square += (gradient * gradient - square) * np.float32(0.001)
    weights -= mean * np.float32(1e-9) / (np.sqrt(square) + np.float32(1e-7))


def _data(rows: int) -> tuple[Any, Any]:
    data = load(find_data(), Profile.FULL)
    return data.train_input[:rows] / np.float32(255), data.train_target[:rows]


def _training(name: str, images: Any, labels: Any, rows: int, epochs: int) -> tuple[Any, dict[str, Any]]:
    hidden, optimizer, _ = NETWORKS[name]
    keras.utils.clear_session()
    keras.utils.set_random_seed(42)
    model = keras.Sequential(
        [keras.Input((28, 28)), Layers.Flatten(), *hidden(), Layers.Dense(10, activation="softmax")]
    )
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    bound = _FIT.bind(
        model,
        images[:rows],
        labels[:rows],
        epochs=epochs,
        verbose=0,
        validation_data=(images[rows:], labels[rows:]) if "validated" in name else None,
    )
    bound.apply_defaults()
    return model, {key: value for key, value in bound.arguments.items() if key != "self"}


if __name__ == "__main__":
    main()
