"""Small trainings for hypothesis to draw, and what a training leaves behind."""

from __future__ import annotations

import inspect
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
from hypothesis import strategies as st

from grader.training.network.randomness import random_state

_FIT = inspect.signature(keras.Model.fit)


@dataclass(frozen=True)
class Training:
    """How to make a model and to train it; `drawn` is how many random numbers are drawn before."""

    layers: tuple[str, ...]
    functional: bool
    optimizer: str
    batch_size: int | None
    epochs: int
    validation: str
    stopping: bool
    checkpoint: str
    shuffle: bool
    weighted: bool
    seed: int
    drawn: int

    def model(self) -> Any:
        """Return the compiled model, made after the generators were seeded."""
        keras.utils.clear_session()  # Keras's own generator as in a new process
        keras.utils.set_random_seed(self.seed)
        layers = [_LAYERS[name]() for name in self.layers]
        inner = [keras.layers.Flatten(), *layers, keras.layers.Dense(4, activation="softmax")]
        if self.functional:
            inputs = outputs = keras.Input((3, 3))
            for layer in inner:
                outputs = layer(outputs)
            model = keras.Model(inputs, outputs)
        else:
            model = keras.Sequential([keras.Input((3, 3)), *inner])
        model.compile(
            optimizer=_OPTIMIZERS[self.optimizer](),
            loss="sparse_categorical_crossentropy",
            metrics=["accuracy"],
        )
        for _ in range(self.drawn):
            random.random()  # noqa: S311
            np.random.rand()  # noqa: NPY002
            keras.random.uniform((1,))
        return model

    def callbacks(self, folder: Path) -> list[Any]:
        """Return new callbacks; a checkpoint writes below `folder`."""
        made: list[Any] = []
        monitor = "val_loss" if self.validation != "none" else "loss"
        if self.stopping:
            made.append(keras.callbacks.EarlyStopping(monitor, patience=1, restore_best_weights=True))
        if self.checkpoint == "model":
            made.append(keras.callbacks.ModelCheckpoint(folder / "a.keras", monitor, save_best_only=True))
        if self.checkpoint == "weights":
            file = folder / "a.weights.h5"
            made.append(keras.callbacks.ModelCheckpoint(file, monitor, save_weights_only=True))
        return made

    def options(self, model: Any, callbacks: list[Any]) -> dict[str, Any]:
        """Return every argument of `fit`, the model left out."""
        data = np.random.default_rng(0)
        x, y = data.random((30, 3, 3), np.float32), data.integers(0, 4, 30)
        bound = _FIT.bind(
            model,
            x,
            y,
            batch_size=self.batch_size,
            epochs=self.epochs,
            verbose=0,
            callbacks=callbacks,
            shuffle=self.shuffle,
            validation_data=(x[:8], y[:8]) if self.validation == "data" else None,
            validation_split=0.2 if self.validation == "split" else 0.0,
            class_weight={0: 1.0, 1: 2.0, 2: 0.5, 3: 1.0} if self.weighted else None,
        )
        bound.apply_defaults()
        return {name: value for name, value in bound.arguments.items() if name != "self"}


_LAYERS = {
    "relu": lambda: keras.layers.Dense(5, activation="relu"),
    "sigmoid": lambda: keras.layers.Dense(3, activation="sigmoid"),
    "activation": lambda: keras.layers.Activation("tanh"),
    "dropout": lambda: keras.layers.Dropout(0.3),
    "seeded dropout": lambda: keras.layers.Dropout(0.5, seed=1),
    "normalization": keras.layers.BatchNormalization,
}
_OPTIMIZERS = {
    "sgd": lambda: keras.optimizers.SGD(0.1),
    "nesterov": lambda: keras.optimizers.SGD(momentum=0.9, nesterov=True),
    "adagrad": keras.optimizers.Adagrad,
    "rmsprop": keras.optimizers.RMSprop,
    "adam": keras.optimizers.Adam,
}

trainings = st.builds(
    Training,
    layers=st.lists(st.sampled_from(sorted(_LAYERS)), max_size=3).map(tuple),
    functional=st.booleans(),
    optimizer=st.sampled_from(sorted(_OPTIMIZERS)),
    batch_size=st.sampled_from([None, 7, 30]),
    epochs=st.integers(1, 4),
    validation=st.sampled_from(["none", "data", "split"]),
    stopping=st.booleans(),
    checkpoint=st.sampled_from(["none", "model", "weights"]),
    shuffle=st.booleans(),
    weighted=st.booleans(),
    seed=st.integers(0, 2**31),
    drawn=st.integers(0, 2),
)


def left_behind(model: Any, callbacks: list[Any], folder: Path) -> dict[str, Any]:
    """Return all that a caller of `fit` could look at afterwards, in plain values."""
    return {
        "variables": _bytes(model.variables),
        "optimizer": _bytes(model.optimizer.variables),
        "metrics": _bytes(model.metrics_variables),
        "history": model.history.history,
        "epochs": model.history.epoch,
        "parameters": model.history.params,
        "stopped": model.stop_training,
        "callbacks": [_state(callback) for callback in callbacks],
        "random": random_state(),
        "files": {file.name: _content(file, model) for file in sorted(folder.iterdir())},
    }


def _bytes(variables: list[Any]) -> list[bytes]:
    return [np.asarray(one).tobytes() for one in variables]


def _state(callback: Any) -> dict[str, Any]:
    state = {name: value for name, value in vars(callback).items() if name not in ("_model", "filepath")}
    if state.get("best_weights") is not None:
        state["best_weights"] = _bytes(state["best_weights"])
    return state


def _content(file: Path, model: Any) -> list[bytes]:
    if file.suffix == ".keras":
        saved = keras.models.load_model(file)
        return _bytes([*saved.variables, *saved.optimizer.variables])
    other = keras.models.clone_model(model)
    other.load_weights(file)
    return _bytes(other.variables)
