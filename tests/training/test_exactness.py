"""A training through its recipe leaves behind what `fit` would have, bit for bit."""

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import keras
import pytest
import tensorflow as tf
from hypothesis import Phase, example, given, settings

from grader.evidence.codec import Codec
from grader.training.network.adopt import adopt
from grader.training.network.capture import recipe_of
from grader.training.network.execute import train
from grader.training.network.randomness import set_random_state
from grader.training.network.recipe import NetworkRecipe, TrainedNetwork
from tests.training import parts
from tests.training.trainings import Training, left_behind, trainings

# Keras's own saving is behind NumPy's newest.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


@pytest.fixture(scope="module", autouse=True)
def deterministic() -> Iterator[None]:
    tf.config.experimental.enable_op_determinism()
    yield
    keras.utils.set_random_seed(0)


def sent(message: NetworkRecipe | TrainedNetwork) -> NetworkRecipe | TrainedNetwork:
    """Return `message` as it arrives in another process."""
    codec: Codec[NetworkRecipe | TrainedNetwork] = Codec(type(message), max_bytes=2**30)
    return codec.read(BytesIO(codec.encode(message)))


def by_itself(training: Training, again: int) -> list[dict[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        model, found = training.model(), []
        for _ in range(again):
            callbacks = training.callbacks(Path(folder))
            model.fit(**training.options(model, callbacks))
            found.append(left_behind(model, callbacks, Path(folder)))
        return found


def by_recipe(training: Training, again: int) -> list[dict[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        model, found = training.model(), []
        for _ in range(again):
            callbacks = training.callbacks(Path(folder))
            options = training.options(model, callbacks)
            recipe, arrays = recipe_of(model, options)
            received = sent(recipe)
            assert isinstance(received, NetworkRecipe)
            assert received.digest == recipe.digest
            trained = sent(train(received, arrays))
            assert isinstance(trained, TrainedNetwork)
            # What the trainer did to the generators of this process is undone: it has a process of its own.
            set_random_state(recipe.random)
            adopt(trained, model, options)
            found.append(left_behind(model, callbacks, Path(folder)))
        return found


# Nothing is shrunk: every example costs two trainings.
_phases = (Phase.explicit, Phase.generate)


@settings(deadline=None, max_examples=25, derandomize=True, database=None, phases=_phases)
@given(training=trainings)
@example(training=Training(validation="split", batch_size=7))
@example(training=Training(shaped=False, layers=("relu", "dropout")))
@example(training=Training(shaped=False, inputs="float64", stopping=("early",)))
def test_nothing_tells_a_recipe_from_a_training(training: Training) -> None:
    assert by_recipe(training, 1) == by_itself(training, 1)


@settings(deadline=None, max_examples=5, derandomize=True, database=None, phases=_phases)
@given(training=trainings)
def test_a_training_goes_on_from_the_last(training: Training) -> None:
    assert by_recipe(training, 2) == by_itself(training, 2)


# Large steps: in small ones a rounding is lost that an optimizer does otherwise.
@pytest.mark.parametrize("optimizer", parts.OPTIMIZERS)
def test_every_optimizer_takes_the_same_steps(optimizer: str) -> None:
    training = Training(optimizer=optimizer, batch_size=10, epochs=3)
    assert by_recipe(training, 1) == by_itself(training, 1)


@pytest.mark.parametrize("layer", parts.LAYERS)
def test_every_layer_computes_the_same(layer: str) -> None:
    training = Training(layers=(layer,), batch_size=7, optimizer="sgd")
    assert by_recipe(training, 1) == by_itself(training, 1)


@pytest.mark.parametrize("stopping", parts.STOPPING)
@pytest.mark.parametrize("optimizer", ["adam", "diverging"])
def test_every_callback_sees_the_same(stopping: str, optimizer: str) -> None:
    training = Training(stopping=(stopping,), optimizer=optimizer, epochs=4)
    assert by_recipe(training, 1) == by_itself(training, 1)
