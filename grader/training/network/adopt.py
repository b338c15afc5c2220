"""What a training has changed, put into the objects that the student's code holds. Runs beside that code."""

from __future__ import annotations

import json
import sys
from typing import Any

from grader.evidence.vocabulary import Array
from grader.training.network.callbacks import listed_callbacks
from grader.training.network.known import DEFAULT_BATCH_SIZE
from grader.training.network.layers import assign, build, live_layers, live_variables, require_alike
from grader.training.network.parts import live_setting
from grader.training.network.randomness import set_random_state
from grader.training.network.recipe import TrainedNetwork
from grader.training.network.samples import rows_to_train


def adopt(trained: TrainedNetwork, model: Any, options: dict[str, Any]) -> Any:
    """Make `model` as the training would have, and all that was given to its `fit`; return the History.

    `options` are the arguments of `fit`, all of them. The random generators are then as after the training.

    Raises:
        NoRecipeError: if that was the training of another model; nothing is then changed.
    """
    layers = live_layers(model)
    build(model, options["x"], options["y"], options["batch_size"])
    _require_alike(trained, layers, model)
    callbacks = listed_callbacks(options["callbacks"])
    parameters = _parameters(options)
    for callback in callbacks:
        callback.set_params(parameters)
        callback.set_model(model)
    for saved in trained.saved:
        _set(layers, model, saved.variables, saved.optimizer)
        _save(callbacks[saved.callback], model)
    _set(layers, model, trained.variables, trained.optimizer)
    assign(model.metrics_variables, trained.metrics)
    for number, (callback, told) in enumerate(zip(callbacks, trained.callbacks, strict=True)):
        _update(callback, json.loads(told), trained.best_weights.get(str(number)))
    model.stop_training = trained.stopped
    history = _history(trained, model, parameters)
    if options["verbose"]:
        _print(history)
    set_random_state(trained.random)
    return history


def _require_alike(trained: TrainedNetwork, layers: list[Any], model: Any) -> None:
    require_alike(live_variables(layers), trained.variables)
    require_alike(model.optimizer.variables, trained.optimizer)
    require_alike(model.metrics_variables, trained.metrics)


def _set(layers: list[Any], model: Any, variables: tuple[Array, ...], optimizer: tuple[Array, ...]) -> None:
    assign(live_variables(layers), variables)
    assign(model.optimizer.variables, optimizer)


def _save(callback: Any, model: Any) -> None:
    if callback.save_weights_only:
        model.save_weights(callback.filepath, overwrite=True)
    else:
        model.save(callback.filepath, overwrite=True)


def _update(callback: Any, told: dict[str, Any], best_weights: tuple[Array, ...] | None) -> None:
    for name, value in told["state"].items():
        setattr(callback, name, live_setting(value))
    if told["monitor_op"] is not None:
        callback.monitor_op = getattr(sys.modules["keras"].ops, told["monitor_op"])
    if best_weights is not None:
        callback.best_weights = [one.value for one in best_weights]


def _parameters(options: dict[str, Any]) -> dict[str, Any]:
    return {
        "verbose": options["verbose"],
        "epochs": options["epochs"],
        "steps": -(-rows_to_train(options) // (options["batch_size"] or DEFAULT_BATCH_SIZE)),
    }


def _history(trained: TrainedNetwork, model: Any, parameters: dict[str, Any]) -> Any:
    history = sys.modules["keras"].callbacks.History()
    history.set_params(parameters)
    history.set_model(model)
    history.epoch = list(trained.epochs)
    history.history = {name: values.value.tolist() for name, values in trained.history.items()}
    model.history = history
    return history


def _print(history: Any) -> None:
    """Print what `fit` prints of each epoch, by Keras's own means."""
    logger = sys.modules["keras"].callbacks.ProgbarLogger()
    logger.set_params(history.params)
    for number, epoch in enumerate(history.epoch):
        logger.on_epoch_begin(epoch)
        # A measure that is not taken in every epoch has fewer values: of such, Keras prints what there is.
        logs = {name: values[number] for name, values in history.history.items() if number < len(values)}
        logger.on_epoch_end(epoch, logs)
