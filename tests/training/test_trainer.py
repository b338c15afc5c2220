"""Each recipe is executed once, by a process that is replaced when it dies; nothing else is ever kept."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import psutil
import pytest

from grader.evidence.vocabulary import array
from grader.sandbox.environment import sandbox_environment
from grader.training import process as module
from grader.training.asking import Answer, DataWanted, NotTrained, Trained
from grader.training.cache import Cache
from grader.training.digests import TrainerError, data_digest, digest_of
from grader.training.estimator.recipe import FittingRecipe, Platform
from grader.training.orders import Failed, Order, Reported
from grader.training.process import TrainerProcess
from grader.training.trainer import RecipeTrainer
from tests.training.test_cache import trained

X, Y = np.zeros((4, 2)), np.array([0, 1, 0, 1])
DATA = {data_digest(one): one for one in (X, Y)}
RECIPE = FittingRecipe(
    estimator='{"kind":"SGDClassifier","settings":{"max_iter":5}}',
    x=data_digest(X),
    y=data_digest(Y),
    weights=None,
    random=None,
    platform=Platform(scikit_learn="0", numpy="0", scipy="0"),
)


class Counting(TrainerProcess):
    """Executes nothing, and counts."""

    def __init__(self, answer: Reported, seconds: float = 0.0) -> None:
        super().__init__({})
        self.orders: list[Order] = []
        self._answer, self._seconds = answer, seconds

    def execute(self, order: Order, timeout_seconds: float) -> Reported:
        del timeout_seconds
        self.orders.append(order)
        time.sleep(self._seconds)
        return self._answer


def test_a_new_recipe_wants_data_is_executed_and_then_found(tmp_path: Path) -> None:
    process = Counting(trained(1))
    trainer = RecipeTrainer(Cache(tmp_path), process)
    assert trainer.train(RECIPE, None) == DataWanted()
    assert trainer.train(RECIPE, DATA) == Trained(trained(1), "trainer")
    assert trainer.train(RECIPE, None) == Trained(trained(1), "cache")
    assert trainer.train(RECIPE, DATA) == Trained(trained(1), "cache")
    assert process.orders == [Order(RECIPE, (array(X), array(Y)))]


def test_a_key_is_asked_before_the_cache(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put(digest_of(RECIPE), trained(1))
    key = Cache(tmp_path / "key")
    key.put(digest_of(RECIPE), trained(2))
    trainer = RecipeTrainer(cache, Counting(trained(3)), [key])
    assert trainer.train(RECIPE, None) == Trained(trained(2), "key")


class Empty:
    """A key without anything, that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def get(self, digest: str) -> None:
        del digest
        self.asked += 1


def test_each_time_it_is_asked_it_looks_once(tmp_path: Path) -> None:
    key = Empty()
    trainer = RecipeTrainer(Cache(tmp_path), Counting(trained(1)), [key])
    trainer.train(RECIPE, None)
    assert key.asked == 1
    trainer.train(RECIPE, DATA)
    assert key.asked == 2


def test_what_another_has_trained_while_the_data_were_sent_is_found(tmp_path: Path) -> None:
    process = Counting(trained(1))
    trainer = RecipeTrainer(Cache(tmp_path), process)
    assert trainer.train(RECIPE, None) == DataWanted()
    Cache(tmp_path).put(digest_of(RECIPE), trained(2))
    assert trainer.train(RECIPE, DATA) == Trained(trained(2), "cache")
    assert process.orders == []


def test_whoever_waits_for_the_same_training_gets_it_without_another(tmp_path: Path) -> None:
    process = Counting(trained(1), seconds=0.3)
    answers: list[Answer] = []

    def ask() -> None:  # each as a judge of its own would, with the cache in common
        answers.append(RecipeTrainer(Cache(tmp_path), process).train(RECIPE, DATA))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(process.orders) == 1
    sources = sorted(answer.source for answer in answers if isinstance(answer, Trained))
    assert sources == ["cache"] * 5 + ["trainer"]


def test_a_recipe_that_does_not_hold_together_is_not_kept(tmp_path: Path) -> None:
    trainer = RecipeTrainer(Cache(tmp_path), Counting(Failed("made up")))
    assert trainer.train(RECIPE, DATA) == NotTrained("made up")
    assert trainer.train(RECIPE, None) == DataWanted()


def test_a_folder_that_cannot_be_written_costs_nobody_a_result(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    trainer = RecipeTrainer(Cache(tmp_path / "file" / "cache"), Counting(trained(1)))
    assert trainer.train(RECIPE, DATA) == Trained(trained(1), "trainer")


# Stands in the place of the real one: does to itself what each recipe's estimator says.
PRETENDING = """
import os, sys, time
from pathlib import Path
from grader.training.orders import Failed, finished_codec, order_codec
folder = Path(sys.argv[1])
(folder / str(os.getpid())).touch()
while True:
    asked = order_codec().read(sys.stdin.buffer).recipe.estimator
    if asked == "die" or asked == "die once" and len(list(folder.iterdir())) == 1:
        sys.exit("out of luck")
    if asked == "hang":
        time.sleep(60)
    finished_codec().write(sys.stdout.buffer, Failed(asked))
"""


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """Where each process leaves a file."""
    folder = tmp_path / "started"
    folder.mkdir()
    return folder


@pytest.fixture
def process(started: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TrainerProcess]:
    monkeypatch.setattr(module, "COMMAND", (sys.executable, "-c", PRETENDING, str(started)))
    opened = TrainerProcess(dict(os.environ))
    yield opened
    opened.close()


def order(estimator: str) -> Order:
    return Order(msgspec.structs.replace(RECIPE, estimator=estimator), ())


def test_a_process_serves_many_orders(process: TrainerProcess, started: Path) -> None:
    assert [process.execute(order(str(n)), 30.0) for n in range(3)] == [Failed(str(n)) for n in range(3)]
    assert len(list(started.iterdir())) == 1


def test_one_that_dies_is_replaced_and_the_order_tried_once_more(
    process: TrainerProcess, started: Path
) -> None:
    assert process.execute(order("die once"), 30.0) == Failed("die once")
    assert len(list(started.iterdir())) == 2


@pytest.mark.parametrize(("what", "timeout", "told"), [("die", 30.0, "out of luck"), ("hang", 1.0, "twice")])
def test_an_order_over_which_two_end_is_the_graders_own_fault_and_the_next_is_served(
    process: TrainerProcess, what: str, timeout: float, told: str
) -> None:
    with pytest.raises(TrainerError, match=told):
        process.execute(order(what), timeout)
    assert process.execute(order("next"), 30.0) == Failed("next")


def test_one_that_is_killed_between_two_orders_is_replaced(process: TrainerProcess, started: Path) -> None:
    process.execute(order("a"), 30.0)
    (pid,) = started.iterdir()
    os.kill(int(pid.name), signal.SIGTERM)
    psutil.wait_procs([psutil.Process(int(pid.name))] if psutil.pid_exists(int(pid.name)) else [], timeout=5)
    assert process.execute(order("b"), 30.0) == Failed("b")


def test_the_real_one_refuses_what_was_made_up_and_lives(tmp_path: Path) -> None:
    opened = TrainerProcess(sandbox_environment(tmp_path, tmp_path))
    try:
        refused = opened.execute(Order(RECIPE, (array(X), array(Y))), 60.0)
        assert isinstance(refused, Failed)
        again = opened.execute(Order(RECIPE, ()), 60.0)
        assert isinstance(again, Failed)
    finally:
        opened.close()
