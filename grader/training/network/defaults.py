"""What a recipe takes for granted: settings of Keras, TensorFlow and the model that change what is computed.

All of them are as they are by default in a training that has a recipe. Any other runs where it was asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from grader.training.digests import NoRecipeError

# Told by TensorFlow although nobody has set them.
_GRAPH_OPTIONS = {"disable_model_pruning": False, "disable_meta_optimizer": False}

# What must be true, and what to say where it is not.
_OF_KERAS: dict[str, Callable[[Any], bool]] = {
    "another `floatx`": lambda keras: keras.config.floatx() == "float32",
    "another `epsilon`": lambda keras: keras.config.epsilon() == 1e-7,
    "another image data format": lambda keras: keras.config.image_data_format() == "channels_last",
    "another dtype policy": lambda keras: keras.config.dtype_policy().name == "float32",
    "custom objects": lambda keras: not keras.saving.get_custom_objects(),
    "a distribution": lambda keras: keras.distribution.distribution() is None,
    "a limit on epochs or steps": lambda keras: (
        not (_told(keras.config, "max_epochs") or _told(keras.config, "max_steps_per_epoch"))
    ),
}
_OF_TENSORFLOW: dict[str, Callable[[Any], bool]] = {
    "functions that run eagerly": lambda tf: not tf.config.functions_run_eagerly(),
    "just-in-time compilation": lambda tf: not tf.config.optimizer.get_jit(),
    "other options of the graph optimizer": lambda tf: (
        tf.config.optimizer.get_experimental_options() in ({}, _GRAPH_OPTIONS)
    ),
    "TensorFloat-32 switched off": lambda tf: tf.config.experimental.tensor_float_32_execution_enabled(),
    "a distribution strategy": lambda tf: not tf.distribute.has_strategy(),
    "a graph": lambda tf: tf.executing_eagerly(),
}
_OF_MODEL: dict[str, Callable[[Any], bool]] = {
    "a model that is not trainable": lambda model: model.trainable,
    "a model that runs eagerly": lambda model: not model.run_eagerly,
    "a model that is compiled just in time": lambda model: model.jit_compile in (False, None),
    "a model made under a distribution strategy": lambda model: model._distribute_strategy is None,  # noqa: SLF001
    "a training that was restored": lambda model: not getattr(model, "_initial_epoch", None),
    "parameters that weight decay leaves out": lambda model: (
        not any(
            getattr(model.optimizer, name, None)
            for name in ("_exclude_from_weight_decay", "_exclude_from_weight_decay_pattern")
        )
    ),
    "layers with another dtype policy": lambda model: all(
        layer.dtype_policy.name == "float32"
        for layer in model.layers
        if type(layer).__name__ != "InputLayer"  # named after what comes in, which is in the recipe
    ),
}


def require_defaults(model: Any) -> None:
    """Return if everything of this process and of `model` is as a recipe takes it to be.

    Raises:
        NoRecipeError: naming the first that is not.
    """
    for subject, expected in (
        (sys.modules["keras"], _OF_KERAS),
        (sys.modules["tensorflow"], _OF_TENSORFLOW),
        (model, _OF_MODEL),
    ):
        for otherwise, as_by_default in expected.items():
            if not as_by_default(subject):
                raise NoRecipeError(otherwise)


def _told(settings: Any, name: str) -> Any:
    """Return a setting that older versions of Keras do not have."""
    return getattr(settings, name, lambda: None)()
