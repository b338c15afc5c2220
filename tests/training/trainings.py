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
from tests.training import parts

_FIT = inspect.signature(keras.Model.fit)


@dataclass(frozen=True)
class Training:
    """How to make a model and to train it, in names of parts.

    `drawn` is how many random numbers are drawn before.
    """

    layers: tuple[str, ...] = ("relu", "dropout")
    functional: bool = False
    shaped: bool = True
    optimizer: str = "adam"
    loss: str = "sparse"
    metrics: str = "accuracy"
    inputs: str = "float32"
    labels: str = "int64"
    batch_size: int | None = None
    steps_per_execution: int = 1
    epochs: int = 2
    initial_epoch: int = 0
    validation: str = "data"
    validation_batch_size: int | None = None
    validation_frequency: int = 1
    stopping: tuple[str, ...] = ()
    checkpoint: str = "none"
    shuffle: bool = True
    weights: str = "none"
    seed: int = 1
    drawn: int = 0

    def model(self) -> Any:
        """Return the compiled model, made after the generators were seeded."""
        keras.utils.clear_session()  # Keras's own generator as in a new process
        keras.utils.set_random_seed(self.seed)
        # A column of numbers is what some layers need, and all others take in.
        layers = [parts.LAYERS[name]() for name in self.layers]
        inner = [*layers, keras.layers.Flatten(), keras.layers.Dense(4, activation="softmax")]
        if self.functional:
            inputs = outputs = keras.Input((3, 3))
            for layer in inner:
                outputs = layer(outputs)
            model = keras.Model(inputs, outputs)
        else:
            model = keras.Sequential([keras.Input((3, 3)), *inner] if self.shaped else inner)
        model.compile(
            optimizer=parts.OPTIMIZERS[self.optimizer](),
            loss=parts.LOSSES[self.loss][0](),
            steps_per_execution=self.steps_per_execution,
            **parts.METRICS[self.metrics],
        )
        for _ in range(self.drawn):
            random.random()  # noqa: S311
            np.random.rand()  # noqa: NPY002
            keras.random.uniform((1,))
        return model

    def callbacks(self, folder: Path) -> list[Any]:
        """Return new callbacks; a checkpoint writes below `folder`."""
        # What is looked at every other epoch would be missed in between, with a warning.
        always = self.validation != "none" and self.validation_frequency == 1
        monitor = "val_loss" if always else "loss"
        made = [parts.STOPPING[name](monitor) for name in self.stopping]
        if self.checkpoint == "model":
            made.append(keras.callbacks.ModelCheckpoint(folder / "a.keras", monitor, save_best_only=True))
        if self.checkpoint == "weights":
            file = folder / "a.weights.h5"
            made.append(keras.callbacks.ModelCheckpoint(file, monitor, save_weights_only=True))
        return made

    def options(self, model: Any, callbacks: list[Any]) -> dict[str, Any]:
        """Return every argument of `fit`, the model left out."""
        data = np.random.default_rng(0)
        x, labels = parts.INPUTS[self.inputs](data.random((30, 3, 3))), data.integers(0, 4, 30)
        weights = data.random(30)
        y: Any = np.eye(4)[labels] if parts.LOSSES[self.loss][1] == "rows" else labels.astype(self.labels)
        bound = _FIT.bind(
            model,
            x,
            y,
            batch_size=self.batch_size,
            epochs=self.epochs + self.initial_epoch,
            initial_epoch=self.initial_epoch,
            verbose=0,
            callbacks=callbacks,
            shuffle=self.shuffle,
            validation_batch_size=self.validation_batch_size,
            validation_freq=self.validation_frequency,
            validation_data={"data": (x[:8], y[:8]), "weighted": (x[:8], y[:8], weights[:8])}.get(
                self.validation
            ),
            validation_split=0.2 if self.validation == "split" else 0.0,
            class_weight={0: 1.0, 1: 2.0, 2: 0.5} if self.weights == "labels" else None,
            sample_weight=weights if self.weights == "rows" else None,
        )
        bound.apply_defaults()
        return {name: value for name, value in bound.arguments.items() if name != "self"}


def _can_be_said(training: Training) -> bool:
    """Leave out what Keras refuses, and what has no recipe: weights of labels that are no integers."""
    labelled = parts.LOSSES[training.loss][1] == "labels"
    if "plateau" in training.stopping and training.optimizer in parts.SCHEDULED:
        return False
    if training.weights == "labels" and not (labelled and training.labels != "float64"):
        return False
    return not (training.weights == "rows" and training.validation == "split")


trainings = st.builds(
    Training,
    layers=st.lists(st.sampled_from(sorted(parts.LAYERS)), max_size=3).map(tuple),
    functional=st.booleans(),
    shaped=st.booleans(),
    optimizer=st.sampled_from(sorted(parts.OPTIMIZERS)),
    loss=st.sampled_from(sorted(parts.LOSSES)),
    metrics=st.sampled_from(sorted(parts.METRICS)),
    inputs=st.sampled_from(sorted(parts.INPUTS)),
    labels=st.sampled_from(["int64", "uint8", "float64"]),
    batch_size=st.sampled_from([None, 7, 10, 30, 64]),
    steps_per_execution=st.sampled_from([1, 1, 3]),
    epochs=st.integers(1, 4),
    initial_epoch=st.sampled_from([0, 0, 2]),
    validation=st.sampled_from(["none", "data", "weighted", "split"]),
    validation_batch_size=st.sampled_from([None, 3]),
    validation_frequency=st.sampled_from([1, 1, 2]),
    stopping=st.lists(st.sampled_from(sorted(parts.STOPPING)), max_size=2, unique=True).map(tuple),
    checkpoint=st.sampled_from(["none", "model", "weights"]),
    shuffle=st.booleans(),
    weights=st.sampled_from(["none", "labels", "rows"]),
    seed=st.integers(0, 2**31),
    drawn=st.integers(0, 2),
).filter(_can_be_said)


def left_behind(model: Any, callbacks: list[Any], folder: Path) -> dict[str, Any]:
    """Return all that a caller of `fit` could look at afterwards, in plain values."""
    return {
        "variables": _bytes(model.variables),
        "optimizer": _bytes(model.optimizer.variables),
        "metrics": _bytes(model.metrics_variables),
        "history": repr(model.history.history),  # a NaN is not equal to itself
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
    return {name: repr(value) for name, value in state.items()}


def _content(file: Path, model: Any) -> list[bytes]:
    if file.suffix == ".keras":
        saved = keras.models.load_model(file)
        return _bytes([*saved.variables, *saved.optimizer.variables])
    other = keras.models.clone_model(model)
    other.load_weights(file)
    return _bytes(other.variables)
