"""Keras models, optimizers, callbacks and histories to evidence.

Only called where Keras has been imported already. What is not Keras's own class is `opaque`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.evidence.describe import keras_models
from grader.evidence.describe.keras_editions import optimizer_classes
from grader.evidence.describe.keras_settings import describe_optimizer, own_class, plain
from grader.evidence.vocabulary import Callback, Evidence, History, Opaque, array

MAX_SERIES = 64
MAX_EPOCHS = 100_000
_CALLBACK_SETTINGS = (
    "monitor",
    "patience",
    "mode",
    "min_delta",
    "baseline",
    "start_from_epoch",
    "restore_best_weights",
    "save_best_only",
    "save_weights_only",
    "save_freq",
    "filepath",
)
_CALLBACK_STATE = ("stopped_epoch", "best_epoch", "best", "wait")


def tensor_values(value: Any) -> np.ndarray[Any, Any] | None:
    """Return the elements of an eager TensorFlow tensor or variable, `None` for anything else."""
    tensorflow = sys.modules["tensorflow"]
    kind = type(value)
    if issubclass(kind, tensorflow.Tensor) and hasattr(kind, "numpy"):
        return np.asarray(value.numpy())
    return None


def describe(value: Any, keep: Callable[[Any], str]) -> Evidence | None:
    """Return a Keras object as evidence, `None` for anything that is not Keras's."""
    keras = sys.modules["keras"]
    kind = type(value)
    if issubclass(kind, keras.Model):
        return keras_models.describe_model(value, keep(value))
    if issubclass(kind, keras.layers.Layer):
        return keras_models.describe_layer(value)
    if issubclass(kind, keras.callbacks.History):
        return _history(value, keep)
    if issubclass(kind, keras.callbacks.Callback):
        return describe_callback(value, keep)
    if issubclass(kind, optimizer_classes(keras.optimizers)):
        return describe_optimizer(value, keep)
    return None


def _history(value: Any, keep: Callable[[Any], str]) -> Evidence:
    series = value.history
    if type(series) is not dict or len(series) > MAX_SERIES:
        return Opaque("History", "its history is no dictionary of series")
    arrays = {}
    for name, values in series.items():
        try:
            numbers = np.asarray(values, dtype=np.float64)
        except (TypeError, ValueError):
            return Opaque("History", "a series that is not of numbers")
        if type(name) is not str or numbers.ndim != 1 or len(numbers) > MAX_EPOCHS:
            return Opaque("History", "a series that is not a list of numbers")
        arrays[name] = array(numbers)
    epochs = tuple(int(epoch) for epoch in value.epoch[:MAX_EPOCHS])
    return History(series=arrays, epochs=epochs, handle=keep(value))


def describe_callback(value: Any, keep: Callable[[Any], str] | None = None) -> Callback:
    """Return a callback with its settings and its state so far."""
    kind = own_class(value, sys.modules["keras"].callbacks)
    config = {name: plain(getattr(value, name)) for name in _CALLBACK_SETTINGS if hasattr(value, name)}
    if getattr(value, "monitor_op", None) is not None:
        config["direction"] = str(getattr(value.monitor_op, "__name__", "opaque"))
    return Callback(
        kind=kind,
        config=config,
        state={name: plain(getattr(value, name)) for name in _CALLBACK_STATE if hasattr(value, name)},
        class_name=type(value).__name__[:200],
        handle=keep(value) if keep else None,
    )
