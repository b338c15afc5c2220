"""The training itself, as Keras does it, and what came of it. Runs in the trainer."""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from grader.evidence.data_summary import DataSummary, summary_of
from grader.evidence.vocabulary import Array, array
from grader.training.digests import Arrays, NoRecipeError, canonical
from grader.training.network import epochs
from grader.training.network.layers import values_of, variables_of
from grader.training.network.parts import plain_setting
from grader.training.network.platforms import platform
from grader.training.network.randomness import random_state, set_random_state
from grader.training.network.rebuild import callbacks_of, model_of
from grader.training.network.recipe import NetworkRecipe, Samples, SavedModel, TrainedNetwork

# What is found changed in a callback after a training.
CALLBACK_RESULTS = {
    "EarlyStopping": ("wait", "best", "best_epoch", "stopped_epoch", "min_delta"),
    "ModelCheckpoint": ("best", "_batches_seen_since_last_saving", "_last_batch_seen", "_current_epoch"),
    "ReduceLROnPlateau": ("wait", "best", "cooldown_counter", "min_delta"),
    "TerminateOnNaN": (),
}


def train(recipe: NetworkRecipe, arrays: Arrays) -> TrainedNetwork:
    """Return what comes of the training, which is fed `arrays`.

    Raises:
        NoRecipeError: if the recipe does not hold together, or is of another platform.
    """
    if recipe.platform != platform():
        raise NoRecipeError("the recipe is of another platform")
    model = model_of(recipe)
    callbacks = callbacks_of(recipe, "checkpoint")
    saved: list[SavedModel] = []
    for number, callback in enumerate(callbacks):
        if type(callback).__name__ == "ModelCheckpoint":
            _hand_over_what_is_saved(model, number, saved)
    training = _samples(recipe.training, arrays)
    validation = _samples(recipe.validation, arrays) if recipe.validation is not None else None
    set_random_state(recipe.random)
    started = time.perf_counter()
    fit = epochs.fit if epochs.can_run_by_epochs(recipe) else _fit
    history = fit(model, recipe, training, validation, callbacks)
    return TrainedNetwork(
        variables=variables_of(model.layers),
        optimizer=values_of(model.optimizer.variables),
        metrics=values_of(model.metrics_variables),
        history={name: _figures(values) for name, values in history.history.items()},
        epochs=tuple(history.epoch),
        callbacks=tuple(map(_state_of, callbacks)),
        best_weights=_best_weights(callbacks),
        saved=tuple(saved),
        stopped=bool(model.stop_training),
        random=random_state(),
        seconds=time.perf_counter() - started,
        data=_summary(training),
        validation=_summary(validation),
    )


def _fit(
    model: Any,
    recipe: NetworkRecipe,
    training: epochs.Data,
    validation: epochs.Data | None,
    callbacks: list[Any],
) -> Any:
    """Return the History of the training, run by Keras itself."""
    return model.fit(
        *training[:2],
        sample_weight=training[2],
        batch_size=recipe.batch_size,
        epochs=recipe.epochs,
        initial_epoch=recipe.initial_epoch,
        verbose=0,
        callbacks=callbacks or None,
        validation_data=validation and tuple(one for one in validation if one is not None),
        validation_batch_size=recipe.validation_batch_size,
        validation_freq=recipe.validation_frequency,
        shuffle=recipe.shuffle,
        class_weight=epochs.class_weights(recipe),
    )


def _figures(values: list[Any]) -> Array:
    if not all(isinstance(value, float) for value in values):
        raise NoRecipeError("a metric that is more than a number")
    return array(np.array(values, np.float64))


def _samples(samples: Samples, arrays: Arrays) -> tuple[Any, Any, Any]:
    weights = samples.weights
    return arrays[samples.x], arrays[samples.y], None if weights is None else arrays[weights]


def _summary(samples: tuple[Any, Any, Any] | None) -> DataSummary | None:
    try:
        return None if samples is None else summary_of(samples[0], samples[1])
    except ValueError:
        return None


def _hand_over_what_is_saved(model: Any, number: int, saved: list[SavedModel]) -> None:
    """Let the checkpoint, callback `number`, put what it would write into `saved`: only the last is kept."""

    def hand_over(*_: Any, **__: Any) -> None:
        saved[:] = [SavedModel(number, variables_of(model.layers), values_of(model.optimizer.variables))]

    # On the instance: Keras's own checkpoint decides when, and asks the model.
    object.__setattr__(model, "save", hand_over)
    object.__setattr__(model, "save_weights", hand_over)


def _state_of(callback: Any) -> str:
    kind = type(callback).__name__
    names = CALLBACK_RESULTS[kind]
    state = {name: plain_setting(vars(callback)[name]) for name in names if name in vars(callback)}
    operation = getattr(vars(callback).get("monitor_op"), "__name__", None)
    return canonical({"state": state, "monitor_op": operation})


def _best_weights(callbacks: list[Any]) -> dict[str, tuple[Array, ...]]:
    return {
        str(number): values_of(callback.best_weights)
        for number, callback in enumerate(callbacks)
        if getattr(callback, "best_weights", None) is not None
    }
