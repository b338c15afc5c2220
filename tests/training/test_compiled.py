"""What a model was compiled with is what it was compiled with last, however that was spelled."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import pytest
import tensorflow as tf

from grader.training.digests import NoRecipeError
from grader.training.network.adopt import adopt
from grader.training.network.capture import recipe_of
from grader.training.network.execute import train
from grader.training.network.randomness import set_random_state
from tests.training.trainings import Training, left_behind

LOSS = "sparse_categorical_crossentropy"
_FED = Training().options(Training().model(), [])
DATA = (_FED["x"], _FED["y"])


def again(**options: Any) -> Callable[[Any], None]:
    return lambda model: model.compile(loss=LOSS, **options)


WAYS: dict[str, Callable[[Any], None]] = {
    "again, without metrics": again(),
    "again, with others": again(metrics=["sparse_top_k_categorical_accuracy", "accuracy"]),
    "again, with weighted ones": again(weighted_metrics=["accuracy"]),
    "after it was measured": lambda model: (model.evaluate(*DATA, verbose=0), again()(model))[1],
    "with functions": lambda model: model.compile(
        loss=keras.losses.sparse_categorical_crossentropy,
        metrics=[keras.metrics.sparse_categorical_accuracy, "accuracy"],
    ),
    "with objects": lambda model: model.compile(
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    ),
}


def options_of(training: Training, model: Any) -> dict[str, Any]:
    return training.options(model, [])


@pytest.mark.parametrize("way", WAYS)
def test_a_training_through_its_recipe_is_the_same(way: str, tmp_path: Path) -> None:
    tf.config.experimental.enable_op_determinism()
    training = Training(epochs=2)
    left = []
    for by_recipe in (False, True):
        model = training.model()
        WAYS[way](model)
        options = options_of(training, model)
        if by_recipe:
            recipe, arrays = recipe_of(model, options)
            trained = train(recipe, arrays)
            set_random_state(recipe.random)
            adopt(trained, model, options)
        else:
            model.fit(**options)
        left.append(left_behind(model, [], tmp_path))
    assert left[0] == left[1]


def test_a_function_is_another_spelling_of_its_name() -> None:
    digests = set()
    for loss in (LOSS, keras.losses.sparse_categorical_crossentropy):
        model = Training().model()
        model.compile(loss=loss, metrics=["accuracy"])
        digests.add(recipe_of(model, options_of(Training(), model))[0].digest)
    assert len(digests) == 1


def test_a_function_of_somebody_elses_makes_no_recipe() -> None:
    def sparse_categorical_crossentropy(true: Any, predicted: Any) -> Any:
        return keras.losses.sparse_categorical_crossentropy(true, predicted) * 2

    model = Training().model()
    model.compile(loss=sparse_categorical_crossentropy)
    with pytest.raises(NoRecipeError, match="not Keras's own"):
        recipe_of(model, options_of(Training(), model))


def test_what_was_trained_for_another_model_is_not_adopted() -> None:
    training = Training()
    model, other = training.model(), training.model()
    other.compile(loss=LOSS)
    recipe, arrays = recipe_of(other, options_of(training, other))
    trained, before = train(recipe, arrays), model.get_weights()
    other = training.model()
    with pytest.raises(NoRecipeError, match="other variables"):
        adopt(trained, other, options_of(training, other))
    assert all((one == two).all() for one, two in zip(before, other.get_weights(), strict=True))
