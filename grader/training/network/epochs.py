"""`Model.fit` with an epoch in one graph: the same bits, without Python between the batches."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf
from keras.src.callbacks import CallbackList
from keras.src.trainers.data_adapters import array_slicing
from keras.src.trainers.data_adapters.array_data_adapter import ArrayDataAdapter
from keras.src.utils.python_utils import pythonify_logs

from grader.training.network.layers import build
from grader.training.network.recipe import NetworkRecipe

Data = tuple[Any, Any, Any]
# Looks at the loss after every batch.
_LOOKS_AT_BATCHES = '"kind":"TerminateOnNaN"'
# Grappler's constant folding adds up `velocity - average_gradient**2 + epsilon` in another order in this loop
# than in Keras's own graph. Of all settings of all optimizers, the only one found to differ by it.
_FOLDED_OTHERWISE = '"centered":true'
# Of these the graph is the same in one loop as it is step by step. Around a normalization it is not, now and
# then: the graph optimizer joins other operations, and sums change in the last bit.
_SAME_GRAPH = frozenset(
    {"Activation", "Dense", "Dropout", "Flatten", "LeakyReLU", "ReLU", "Rescaling", "Reshape", "Softmax"}
)


class Fed(NamedTuple):
    """What a pass goes through: arrays of `rows` rows each in the `order` given, `batch_size` at a time."""

    arrays: tuple[Any, ...]
    order: Any
    rows: int
    batch_size: int


def can_run_by_epochs(recipe: NetworkRecipe) -> bool:
    """Return whether `fit` here does what Keras's own would: elsewhere that is not known, or known not to be.

    Without determinism Keras draws another order for each epoch; on a GPU nobody has compared the bits.
    """
    platform = recipe.platform
    looks = any(_LOOKS_AT_BATCHES in callback for callback in recipe.callbacks)
    layers = {json.loads(layer)["kind"] for layer in recipe.layers}
    known = not looks and layers <= _SAME_GRAPH and _FOLDED_OTHERWISE not in recipe.compilation
    return known and platform.deterministic and platform.device == "cpu"


def class_weights(recipe: NetworkRecipe) -> dict[int, float] | None:
    """Return the weight of each label, as `fit` takes them."""
    text = recipe.class_weights
    return None if text is None else {int(label): weight for label, weight in json.loads(text).items()}


def fit(
    model: Any,
    recipe: NetworkRecipe,
    training: Data,
    validation: Data | None,
    callbacks: list[Any],
) -> Any:
    """Return the History of the training, which leaves everything as `model.fit` would.

    Follows `keras.src.backend.tensorflow.trainer.TensorFlowTrainer.fit` line by line, batches excepted.
    """
    fed = _fed(training, recipe.batch_size, shuffle=recipe.shuffle, weights=class_weights(recipe))
    # Before it is traced: a graph that makes variables is traced twice.
    build(model, *training[:2], recipe.batch_size)
    train_epoch = _one_pass(model.train_step, fed)
    validate = _validation(model, validation, recipe.validation_batch_size)
    told = CallbackList(
        callbacks,
        add_history=True,
        epochs=recipe.epochs,
        steps=-(-fed.rows // fed.batch_size),
        verbose=0,
        model=model,
    )
    model.stop_training = False
    logs = None
    told.on_train_begin()
    for epoch in range(recipe.initial_epoch, recipe.epochs):
        model.reset_metrics()
        told.on_epoch_begin(epoch)
        train_epoch()
        logs = dict(model.get_metrics_result())
        if validate is not None and (epoch + 1) % recipe.validation_frequency == 0:
            logs.update({f"val_{name}": value for name, value in validate(told).items()})
        told.on_epoch_end(epoch, logs)
        if model.stop_training:
            break
    if recipe.epochs > 0:
        model.optimizer.finalize_variable_values(model.trainable_weights)
    told.on_train_end(logs=logs)
    return model.history


def _validation(model: Any, data: Data | None, batch_size: int) -> Callable[[Any], dict[str, Any]] | None:
    """Return what evaluates the model and tells the callbacks, as `evaluate` within `fit` does."""
    if data is None:
        return None
    test_pass = _one_pass(model.test_step, _fed(data, batch_size, shuffle=False, weights=None))

    def validate(told: Any) -> dict[str, Any]:
        told.on_test_begin()
        model.reset_metrics()
        test_pass()
        logs: dict[str, Any] = pythonify_logs(model.get_metrics_result())
        told.on_test_end(logs)
        return logs

    return validate


def _fed(data: Data, batch_size: int, *, shuffle: bool, weights: dict[int, float] | None) -> Fed:
    """Return `data` as Keras would feed it: converted, weighted, and in the order that it would draw."""
    adapter = ArrayDataAdapter(*data, batch_size=batch_size, class_weight=weights)
    arrays = array_slicing.convert_to_sliceable(adapter._inputs, target_backend="tensorflow")  # noqa: SLF001
    rows = len(data[0])
    # A batch of all rows draws what smaller ones would. Where operations are deterministic, each epoch's
    # iterator starts from the same seeds: the order is the same in all of them.
    drawing = ArrayDataAdapter(np.arange(rows), batch_size=rows, shuffle=shuffle).get_tf_dataset()
    order = tf.reshape(next(iter(drawing)), [rows]) if shuffle else None
    return Fed(tuple(map(tf.constant, arrays)), order, rows, batch_size)


def _one_pass(step: Callable[[Any], Any], fed: Fed) -> Callable[[], None]:
    """Return what takes `step` with every batch, in one call of one graph."""
    steps = -(-fed.rows // fed.batch_size)

    def one_pass(arrays: tuple[Any, ...], order: Any) -> None:
        def one_step(number: Any) -> tuple[Any]:
            step(_batch(fed, arrays, order, number * fed.batch_size))
            return (number + 1,)

        tf.while_loop(lambda number: number < steps, one_step, (tf.constant(0, tf.int64),))

    graph = tf.function(one_pass, autograph=False)
    return lambda: graph(fed.arrays, fed.order)


def _batch(fed: Fed, arrays: tuple[Any, ...], order: Any, start: Any) -> tuple[Any, ...]:
    """Return the rows from `start`, of a shape known as far as it is where Keras feeds them.

    That is, with a number of rows only where the last batch has as many: it decides how kernels are chosen.
    """
    size = fed.batch_size
    if fed.rows % size:
        size = tf.minimum(tf.constant(size, tf.int64), fed.rows - start)
    if order is not None:
        rows = tf.slice(order, [start], [size])
        return tuple(tf.gather(one, rows, axis=0) for one in arrays)
    return tuple(one[start : start + size] for one in arrays)
