"""The parts that small trainings are made of, by name: all that a recipe can say."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np

_Make = Callable[[], Any]
layers, optimizers, regularizers = keras.layers, keras.optimizers, keras.regularizers
schedules, callbacks, losses = keras.optimizers.schedules, keras.callbacks, keras.losses

LAYERS: dict[str, _Make] = {
    "relu": lambda: layers.Dense(5, activation="relu"),
    "sigmoid": lambda: layers.Dense(3, activation="sigmoid"),
    "tanh of a layer": lambda: layers.Dense(4, activation=layers.Activation("tanh")),
    "without bias": lambda: layers.Dense(4, use_bias=False),
    "regularized": lambda: layers.Dense(
        4, kernel_regularizer="l2", activity_regularizer=regularizers.L1(0.1)
    ),
    "constrained": lambda: layers.Dense(4, kernel_constraint=keras.constraints.MaxNorm(0.5)),
    "frozen": lambda: layers.Dense(4, trainable=False),
    "activation": lambda: layers.Activation("tanh"),
    "dropout": lambda: layers.Dropout(0.3),
    "seeded dropout": lambda: layers.Dropout(0.5, seed=1),
    "noise": lambda: layers.GaussianNoise(0.2),
    "seeded noise": lambda: layers.GaussianNoise(0.2, seed=1),
    "batch normalization": layers.BatchNormalization,
    "slow batch normalization": lambda: layers.BatchNormalization(momentum=0.5, epsilon=0.1, scale=False),
    "layer normalization": lambda: layers.LayerNormalization(epsilon=0.01),
    "leaky": lambda: layers.LeakyReLU(negative_slope=0.2),
    "cut": lambda: layers.ReLU(max_value=1.0),
    "rescaling": lambda: layers.Rescaling(1 / 3, offset=0.5),
    "flat again": layers.Flatten,
    "column": lambda: layers.Reshape((-1, 1)),
    "softmax": layers.Softmax,
}
OPTIMIZERS: dict[str, _Make] = {
    "sgd": lambda: optimizers.SGD(0.1),
    "nesterov": lambda: optimizers.SGD(momentum=0.9, nesterov=True),
    "diverging": lambda: optimizers.SGD(1e30),
    "clipped": lambda: optimizers.SGD(0.5, clipnorm=0.1),
    "clipped by value": lambda: optimizers.SGD(0.5, clipvalue=0.01),
    "clipped together": lambda: optimizers.Adam(0.5, global_clipnorm=0.1),
    "exponential": lambda: optimizers.SGD(schedules.ExponentialDecay(0.1, 3, 0.5, staircase=True)),
    "piecewise": lambda: optimizers.Adam(schedules.PiecewiseConstantDecay([2, 5], [0.1, 0.01, 0.001])),
    "cosine": lambda: optimizers.RMSprop(schedules.CosineDecay(0.1, 10, warmup_target=0.2, warmup_steps=3)),
    "adagrad": lambda: optimizers.Adagrad(0.5),
    "rmsprop": lambda: optimizers.RMSprop(0.5),
    "centred rmsprop": lambda: optimizers.RMSprop(0.5, centered=True, momentum=0.5),
    "adam": lambda: optimizers.Adam(0.5),
    "amsgrad": lambda: optimizers.Adam(0.5, beta_1=0.8, epsilon=1e-4, amsgrad=True),
    "averaged": lambda: optimizers.Adam(0.5, use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=2),
    "averaged at the end": lambda: optimizers.SGD(0.1, use_ema=True),
    "accumulated": lambda: optimizers.SGD(0.1, gradient_accumulation_steps=2),
    "scaled": lambda: optimizers.SGD(0.1, loss_scale_factor=8.0),
    "adamw": lambda: optimizers.AdamW(0.5, weight_decay=0.1),
    "decayed": lambda: optimizers.SGD(0.1, weight_decay=0.05),
    "adamax": lambda: optimizers.Adamax(0.5),
    "nadam": lambda: optimizers.Nadam(0.5),
    "adadelta": lambda: optimizers.Adadelta(10.0),
}
# Those whose learning rate nobody else can set.
SCHEDULED = ("exponential", "piecewise", "cosine")
# With the targets that they go with: labels, or a row for each.
LOSSES: dict[str, tuple[_Make, str]] = {
    "sparse": (lambda: "sparse_categorical_crossentropy", "labels"),
    "sparse sum": (lambda: losses.SparseCategoricalCrossentropy(reduction="sum"), "labels"),
    "categorical": (lambda: losses.CategoricalCrossentropy(label_smoothing=0.1), "rows"),
    "squares": (lambda: "mse", "rows"),
}
METRICS: dict[str, dict[str, Any]] = {
    "none": {},
    "accuracy": {"metrics": ["accuracy"]},
    "weighted": {"metrics": ["accuracy"], "weighted_metrics": ["accuracy"]},
}
INPUTS: dict[str, Callable[[Any], Any]] = {
    "float32": lambda x: x.astype(np.float32),
    "float64": lambda x: x.astype(np.float64),
    "float16": lambda x: x.astype(np.float16),
    "uint8": lambda x: (5 * x).astype(np.uint8),
    "not in a row": lambda x: np.asfortranarray(x.astype(np.float32)),
}
STOPPING: dict[str, Callable[[str], Any]] = {
    "early": lambda monitor: callbacks.EarlyStopping(monitor, patience=1, restore_best_weights=True),
    "early by a margin": lambda monitor: callbacks.EarlyStopping(
        monitor, min_delta=0.05, baseline=1.0, start_from_epoch=1, mode="min"
    ),
    "plateau": lambda monitor: callbacks.ReduceLROnPlateau(
        monitor, factor=0.5, patience=0, min_delta=0.1, cooldown=1, min_lr=0.001
    ),
    "not a number": lambda _: callbacks.TerminateOnNaN(),
}
