"""What one exercise may have trained is bounded before anything is done."""

from dataclasses import dataclass, field

import msgspec
import numpy as np
import pytest

from grader.evidence.vocabulary import array
from grader.judging.allowance import Allowance
from grader.training.asking import Answer, DataWanted, NotTrained, TooLarge, Trained
from grader.training.digests import Arrays, data_digest
from grader.training.network.recipe import NetworkRecipe, Platform, RandomState, Samples
from grader.training.recipes import Recipe
from grader.training.work import work_of
from tests.training.test_cache import trained
from tests.training.test_trainer import RECIPE as FITTING

X, Y = np.zeros((64, 2), np.float32), np.zeros(64, np.int64)
RECIPE = NetworkRecipe(
    input="",
    layers=(),
    variables=(array(np.zeros((2, 100), np.float32)), array(np.zeros(100, np.float32))),
    compilation="",
    optimizer=None,
    training=Samples(data_digest(X), data_digest(Y)),
    validation=None,
    batch_size=32,
    validation_batch_size=32,
    epochs=3,
    initial_epoch=0,
    validation_frequency=1,
    shuffle=True,
    class_weights=None,
    callbacks=(),
    random=RandomState("", "", None, None, None),
    platform=Platform("", "", "", "", "", deterministic=True),
)


@dataclass
class Known:
    """A trainer that knows the result of some recipes, and trains every other."""

    known: bool = False
    asked: list[bool] = field(default_factory=list)

    def train(self, recipe: Recipe, data: Arrays | None) -> Answer:
        del recipe
        self.asked.append(data is not None)
        if self.known:
            return Trained(trained(1), "cache")
        return DataWanted() if data is None else Trained(trained(1), "trainer")


def larger(**fields: object) -> NetworkRecipe:
    return msgspec.structs.replace(RECIPE, **fields)


def test_work_is_epochs_rows_and_parameters() -> None:
    work = work_of(RECIPE)
    assert (work.epochs, work.rows, work.parameters) == (3, 64, 300)
    assert str(work) == "3 epochs x 64 rows x 300 parameters"
    assert work_of(larger(epochs=30)).seconds > 9 * work.seconds
    assert work_of(larger(initial_epoch=3)).seconds == 0
    assert work_of(larger(batch_size=1)).seconds > work.seconds


@pytest.mark.parametrize(
    "recipe",
    [
        larger(epochs=10**9),
        larger(variables=(array(np.zeros((3_000, 3_000), np.float32)),)),
        larger(epochs=10**6, batch_size=1),
    ],
    ids=["epochs", "parameters", "steps"],
)
def test_what_is_too_much_is_refused_before_its_data_are_sent(recipe: NetworkRecipe) -> None:
    answer = Allowance(Known(), seconds_left=100.0).train(recipe, None)
    assert answer == TooLarge(str(work_of(recipe)))


def test_what_is_known_costs_nothing() -> None:
    allowance = Allowance(Known(known=True), seconds_left=0.0)
    assert isinstance(allowance.train(larger(epochs=10**9), None), Trained)
    assert allowance.seconds_left == 0


def test_several_trainings_share_what_there_is() -> None:
    seconds = work_of(RECIPE).seconds
    allowance = Allowance(Known(), seconds_left=2.5 * seconds)
    for _ in range(2):
        assert allowance.train(RECIPE, None) == DataWanted()
        assert isinstance(allowance.train(RECIPE, {}), Trained)
    assert isinstance(allowance.train(RECIPE, None), TooLarge)


def test_each_question_is_one_to_the_trainer() -> None:
    trainer = Known()
    allowance = Allowance(trainer, seconds_left=100.0)
    allowance.train(RECIPE, None)
    allowance.train(RECIPE, {})
    assert trainer.asked == [False, True]


def test_what_became_known_meanwhile_is_given_however_little_is_left() -> None:
    trainer = Known(known=True)
    assert isinstance(Allowance(trainer, seconds_left=0.0).train(RECIPE, {}), Trained)
    assert trainer.asked == [False]


def test_data_that_come_unasked_buy_nothing() -> None:
    trainer = Known()
    assert isinstance(Allowance(trainer, seconds_left=1.0).train(larger(epochs=10**9), {}), TooLarge)
    assert True not in trainer.asked


def test_a_recipe_whose_work_cannot_be_told_is_not_trained() -> None:
    made_up = msgspec.structs.replace(FITTING, estimator="[]")
    assert isinstance(Allowance(Known(), seconds_left=1.0).train(made_up, None), NotTrained)
