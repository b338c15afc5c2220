"""A sandbox asks for a training, and knows itself what would be refused."""

from typing import Any

import numpy as np
import pytest

from grader.evidence.vocabulary import array
from grader.sandbox.asking import JudgeAsking, TrainingTooLargeError
from grader.sandbox.messages import MAX_DATA_BYTES
from grader.training.asking import Answer, Asked, DataWanted, NotTrained, TrainingAsked, TrainingData
from grader.training.network.recipe import NetworkRecipe
from grader.training.work import work_of
from tests.judging.test_allowance import RECIPE, Y, larger
from tests.training.test_trainer import DATA
from tests.training.test_trainer import RECIPE as FITTING


class Unwilling:
    """Wants the data of every training, and does none."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def __call__(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        return DataWanted() if isinstance(asked, TrainingAsked) else NotTrained("unwilling")


def large_network() -> NetworkRecipe:
    return larger(variables=(array(np.zeros((3_000, 3_000), np.int8)),))


def test_data_are_given_where_they_are_wanted() -> None:
    asking, judge = JudgeAsking(), Unwilling()
    with asking.asking(judge):
        assert asking.train(FITTING, DATA) is None
    assert judge.asked == [TrainingAsked(FITTING), TrainingData(tuple(map(array, DATA.values())))]
    assert asking.why == "unwilling"


def test_a_network_that_nobody_would_train_is_refused_before_it_is_sent() -> None:
    asking, judge = JudgeAsking(), Unwilling()
    recipe = large_network()
    with asking.asking(judge), pytest.raises(TrainingTooLargeError) as found:
        asking.train(recipe, {})
    assert str(found.value) == str(work_of(recipe))
    assert judge.asked == []


def test_where_nobody_listens_it_is_trained() -> None:
    asking = JudgeAsking()
    assert asking.train(large_network(), {}) is None


def test_more_data_than_can_be_sent_are_trained_on_here() -> None:
    asking, judge = JudgeAsking(), Unwilling()
    one_row: Any = np.zeros(1, np.float32)
    many = np.broadcast_to(one_row, (MAX_DATA_BYTES // 4, 1))  # which takes no room
    recipe = RECIPE
    with asking.asking(judge):
        assert asking.train(recipe, {recipe.training.x: many, recipe.training.y: Y}) is None
    assert judge.asked == [TrainingAsked(recipe)]
    assert "data" in asking.why
