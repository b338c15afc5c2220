"""Evidence for the tests of comparisons, made by hand: what a sandbox would say of small models and fits."""

from __future__ import annotations

import numpy as np

from grader.evidence.data_summary import DataSummary
from grader.evidence.vocabulary import Callback, Compilation, History, Layer, Model, Optimizer, array
from grader.sandbox.messages import FitCall


def dense(units: int, activation: str = "linear", inputs: int = 4, **config: object) -> Layer:
    generator = np.random.default_rng(units)
    return Layer(
        kind="Dense",
        name="dense",
        config={"units": units, "activation": activation, "use_bias": True, **config},  # type: ignore[dict-item]
        input_shape=(None, inputs),
        parameters=units * (inputs + 1),
        weights=(
            array(generator.normal(size=(inputs, units)).astype(np.float32)),
            array(generator.normal(size=units).astype(np.float32)),
        ),
    )


def flatten() -> Layer:
    return Layer(kind="Flatten", name="flatten", input_shape=(None, 2, 2), output_shape=(None, 4))


def dropout(rate: float, **config: object) -> Layer:
    return Layer(kind="Dropout", name="dropout", config={"rate": rate, **config})  # type: ignore[dict-item]


def activation(function: str) -> Layer:
    return Layer(kind="Activation", name="activation", config={"activation": function})


def model(*layers: Layer, shape: tuple[int | None, ...] = (None, 2, 2), **fields: object) -> Model:
    settings: dict[str, object] = {
        "name": "m",
        "spelling": "sequential",
        "built": True,
        "linear": True,
        **fields,
    }
    return Model(layers=layers, input_shape=shape, **settings)  # type: ignore[arg-type]


def network(rate: float | None = None) -> Model:
    middle = () if rate is None else (dropout(rate),)
    return model(flatten(), dense(3, "relu"), *middle, dense(2, "softmax", inputs=3))


def compilation(**fields: object) -> Compilation:
    settings: dict[str, object] = {
        "optimizer": Optimizer(kind="Adam", config={"learning_rate": 0.001, "name": "adam"}, iterations=5),
        "loss": "sparse_categorical_crossentropy",
        "from_logits": False,
        "metrics": ("accuracy",),
        **fields,
    }
    return Compilation(**settings)  # type: ignore[arg-type]


def data(rows: int = 64, seed: int = 0, **fields: object) -> DataSummary:
    settings: dict[str, object] = {
        "source": "array",
        "rows": rows,
        "shape": (2, 2),
        "dtype": "float32",
        "minimum": 0.0,
        "maximum": 1.0,
        "targets": "integer",
        "class_counts": {"0": rows // 2, "1": rows - rows // 2},
        "class_means": array(np.random.default_rng(seed).random((2, 4))),
        **fields,
    }
    return DataSummary(**settings)  # type: ignore[arg-type]


def callback(kind: str, **config: object) -> Callback:
    defaults = {"monitor": "val_loss", "patience": 2, "restore_best_weights": True, "direction": "less"}
    return Callback(kind=kind, config={**defaults, **config}, class_name=kind)  # type: ignore[dict-item]


def fit(**fields: object) -> FitCall:
    settings: dict[str, object] = {
        "model": network(),
        "compilation": compilation(),
        "data": data(),
        "validation": None,
        "validation_split": 0.0,
        "batch_size": 32,
        "epochs": 5,
        "steps_per_epoch": None,
        "shuffle": True,
        "weighted": False,
        "callbacks": (),
        "history": history(5),
        "trained": network(),
        "seconds": 1.0,
        **fields,
    }
    return FitCall(**settings)  # type: ignore[arg-type]


def history(epochs: int, *names: str) -> History:
    series = {name: array(np.linspace(1, 0, epochs)) for name in names or ("loss", "accuracy")}
    return History(series=series, epochs=tuple(range(epochs)))
