"""The parts of Keras that a recipe may be made of."""

from __future__ import annotations

LAYERS = frozenset(
    {
        "Activation",
        "BatchNormalization",
        "Dense",
        "Dropout",
        "Flatten",
        "GaussianNoise",
        "LayerNormalization",
        "LeakyReLU",
        "ReLU",
        "Rescaling",
        "Reshape",
        "Softmax",
    }
)
OPTIMIZERS = frozenset({"SGD", "Adagrad", "RMSprop", "Adam", "AdamW", "Adamax", "Nadam", "Adadelta"})
DEFAULT_BATCH_SIZE = 32  # Keras's own, where `fit` is told none
CALLBACKS = frozenset({"EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau", "TerminateOnNaN"})
# What a callback carries from one training into the next, and what it is set to.
CALLBACK_STATE = {
    "EarlyStopping": (
        "monitor",
        "mode",
        "min_delta",
        "patience",
        "baseline",
        "restore_best_weights",
        "start_from_epoch",
    ),
    "ModelCheckpoint": ("monitor", "mode", "save_best_only", "save_weights_only", "save_freq", "best"),
    "ReduceLROnPlateau": ("monitor", "mode", "factor", "min_lr", "min_delta", "patience", "cooldown"),
    "TerminateOnNaN": ("raise_error",),
}
