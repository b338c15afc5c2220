"""A training that was done elsewhere prints what `fit` prints of each epoch, without the seconds."""

import re
from typing import Any

import pytest
import tensorflow as tf

from grader.training.network.adopt import adopt
from grader.training.network.capture import recipe_of
from grader.training.network.execute import train
from grader.training.network.randomness import set_random_state
from tests.training.trainings import Training

TRAINING = Training(epochs=2, validation="data")


@pytest.fixture(autouse=True)
def deterministic() -> None:
    tf.config.experimental.enable_op_determinism()


def words(text: str) -> list[str]:
    return re.sub(r"\d+(?:ms|s|us)(?:/\w+)?", "", text).split()


def options_of(model: Any, verbose: int) -> dict[str, Any]:
    return {**TRAINING.options(model, []), "verbose": verbose}


def printed(verbose: int, capsys: pytest.CaptureFixture[str], *, by_recipe: bool) -> list[str]:
    model = TRAINING.model()
    options = options_of(model, verbose)
    if not by_recipe:
        capsys.readouterr()
        model.fit(**options)
        return words(capsys.readouterr().out)
    recipe, arrays = recipe_of(model, options)
    trained = train(recipe, arrays)
    set_random_state(recipe.random)
    capsys.readouterr()
    adopt(trained, model, options)
    return words(capsys.readouterr().out)


@pytest.mark.parametrize("verbose", [0, 2])
def test_what_is_printed_is_the_same(verbose: int, capsys: pytest.CaptureFixture[str]) -> None:
    by_itself = printed(verbose, capsys, by_recipe=False)
    assert printed(verbose, capsys, by_recipe=True) == by_itself
    assert bool(by_itself) == bool(verbose)
