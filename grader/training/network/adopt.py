"""What a training has changed, put into the objects that the student's code holds. Runs beside that code."""

from __future__ import annotations

import json
import sys
from typing import Any

from grader.evidence.vocabulary import Array
from grader.training.digests import NoRecipeError
from grader.training.network.callbacks import listed_callbacks
from grader.training.network.layers import build, live_layers
from grader.training.network.randomness import set_random_state
from grader.training.network.recipe import TrainedNetwork
from grader.training.network.samples import samples


def adopt(trained: TrainedNetwork, model: Any, options: dict[str, Any]) -> Any:
    """Make `model` as the training would have, and all that was given to its `fit`; return the History.

    `options` are the arguments of `fit`, all of them. The random generators are then as after the training.

    Raises:
        NoRecipeError: if that was the training of another model; nothing is then changed.
    """
    layers = live_layers(model)
    build(model, options)
    _require_fit(trained, layers, model)
    callbacks = listed_callbacks(options["callbacks"])
    for callback in callbacks:
        callback.set_params(_parameters(options))
        callback.set_model(model)
    for saved in trained.saved:
        _set(layers, model, saved.variables, saved.optimizer)
        _save(callbacks[saved.callback], model)
    _set(layers, model, trained.variables, trained.optimizer)
    _assign(model.metrics_variables, trained.metrics)
    for number, (callback, told) in enumerate(zip(callbacks, trained.callbacks, strict=True)):
        _update(callback, json.loads(told), trained.best_weights.get(str(number)))
    model.stop_training = trained.stopped
    history = _history(trained, model, options)
    _print(history, options)
    set_random_state(trained.random)
    return history


def _require_fit(trained: TrainedNetwork, layers: list[Any], model: Any) -> None:
    for variables, values in (
        ([one for layer in layers for one in layer.variables], trained.variables),
        (model.optimizer.variables, trained.optimizer),
        (model.metrics_variables, trained.metrics),
    ):
        if [tuple(one.shape) for one in variables] != [one.shape for one in values]:
            raise NoRecipeError("other variables than the recipe says")


def _set(layers: list[Any], model: Any, variables: tuple[Array, ...], optimizer: tuple[Array, ...]) -> None:
    _assign([one for layer in layers for one in layer.variables], variables)
    _assign(model.optimizer.variables, optimizer)


def _assign(variables: list[Any], values: tuple[Array, ...]) -> None:
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value.value)


def _save(callback: Any, model: Any) -> None:
    if callback.save_weights_only:
        model.save_weights(callback.filepath, overwrite=True)
    else:
        model.save(callback.filepath, overwrite=True)


def _update(callback: Any, told: dict[str, Any], best_weights: tuple[Array, ...] | None) -> None:
    for name, value in told["state"].items():
        setattr(callback, name, float(value) if value in ("inf", "-inf", "nan") else value)
    if told["monitor_op"] is not None:
        callback.monitor_op = getattr(sys.modules["keras"].ops, told["monitor_op"])
    if best_weights is not None:
        callback.best_weights = [one.value for one in best_weights]


def _parameters(options: dict[str, Any]) -> dict[str, Any]:
    training, _ = samples(options)
    return {
        "verbose": options["verbose"],
        "epochs": options["epochs"],
        "steps": -(-len(training[0]) // (options["batch_size"] or 32)),
    }


def _history(trained: TrainedNetwork, model: Any, options: dict[str, Any]) -> Any:
    history = sys.modules["keras"].callbacks.History()
    history.set_params(_parameters(options))
    history.set_model(model)
    history.epoch = list(trained.epochs)
    history.history = {name: values.value.tolist() for name, values in trained.history.items()}
    model.history = history
    return history


def _print(history: Any, options: dict[str, Any]) -> None:
    """Print what `fit` prints of each epoch, by Keras's own means."""
    if options["verbose"] == 0:
        return
    logger = sys.modules["keras"].callbacks.ProgbarLogger()
    logger.set_params(_parameters(options))
    for number, epoch in enumerate(history.epoch):
        logger.on_epoch_begin(epoch)
        # A measure that is not taken in every epoch has fewer values: of such, Keras prints what there is.
        logs = {name: values[number] for name, values in history.history.items() if number < len(values)}
        logger.on_epoch_end(epoch, logs)
