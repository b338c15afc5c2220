"""A training runs once, and every verdict is as if it had run for everybody."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from grader.catalog import Exercise, find
from grader.checking.lesson import rehearsal
from grader.data import Profile
from grader.evidence.vocabulary import Evidence, History, Model, Sequence
from grader.judging import Resources, Settings
from grader.judging.collecting import Work
from grader.judging.judge import with_judge
from grader.language import Language
from grader.report import ExerciseResult, Status
from grader.sandbox import Isolation

Values = tuple[np.ndarray[Any, Any], ...]

TRAIN = find("ch07_2/e04_train_sigmoid")
# A layer of the student's own, which no recipe can say.
OWN_LAYER = """
import keras

class Hidden(keras.layers.Dense):
    pass

def train(train_x, train_y):
    model = keras.Sequential([keras.Input((784,)), Hidden(100, activation="sigmoid"),
                              keras.layers.Dense(10, activation="softmax")])
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, model.fit(train_x, train_y, epochs=5)
"""

# The validation targets are of the same bytes as those to train on, in another shape.
SAME_BYTES = """
import keras

def fitted(train_x, train_y, val_y):
    model = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(),
                              keras.layers.Dense(10, activation="softmax")])
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, model.fit(train_x, train_y, epochs=1, validation_data=(train_x, val_y))

def train(train_x, train_y):
    column = train_y.reshape(-1, 1)
    fitted(train_x, train_y, column)
    return fitted(train_x, column, train_y)
"""


def weights_of(model: Model) -> list[tuple[bytes, ...]]:
    return [tuple(one.value.tobytes() for one in layer.weights) for layer in model.layers]


def plain(value: Evidence) -> Evidence:
    """Return `value` without the handles of live objects, which are drawn."""
    if isinstance(value, Sequence):
        return Sequence(items=tuple(map(plain, value.items)), of=value.of)
    return msgspec.structs.replace(value, handle=None) if hasattr(value, "handle") else value


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def judged(file: Path, settings: Settings) -> ExerciseResult:
    resources = Resources(settings)
    resources.expect([TRAIN.reference])
    try:
        work = Work(file, file.parent)
        return with_judge(resources, Language.EN, lambda judge: judge.judge(TRAIN, work)).result
    finally:
        resources.close()


def settings(cache: Path, **others: object) -> Settings:
    return Settings(profile=Profile.SMALL, download=False, cache_folder=cache, **others)  # type: ignore[arg-type]


@pytest.fixture
def first(cache: Path) -> ExerciseResult:
    return judged(TRAIN.reference, settings(cache))


def test_what_was_trained_once_is_found_by_everybody(cache: Path, first: ExerciseResult) -> None:
    assert first.status is Status.PASSED
    again = judged(TRAIN.reference, settings(cache, isolation=Isolation.NONE))
    assert again.status is Status.PASSED
    assert {training.source for training in again.training} <= {"cache", "key"}
    assert [one.recipe for one in again.training] == [one.recipe for one in first.training]
    assert all(one.recipe and one.recipe.startswith("b3:") and one.epochs == 5 for one in again.training)


def test_full_training_asks_nobody(cache: Path) -> None:
    result = judged(TRAIN.reference, settings(cache, full_training=True))
    assert result.status is Status.PASSED
    assert [(one.recipe, one.source) for one in result.training] == [(None, "sandbox")] * 2
    assert not cache.exists()


def test_what_no_recipe_says_trains_where_it_is_and_the_report_says_why(cache: Path, tmp_path: Path) -> None:
    file = tmp_path / "e04_train_sigmoid.py"
    file.write_text(OWN_LAYER, encoding="utf-8")
    result = judged(file, settings(cache))
    assert {(one.recipe, one.source) for one in result.training} == {(None, "sandbox")}
    assert all("Hidden" in one.why and one.epochs == 5 for one in result.training)


@dataclass(frozen=True)
class Found:
    """What can be told of some trainings: by whom, and all that the student's code finds."""

    sources: set[str]
    values: list[Evidence]
    fits: list[tuple[History | None, list[tuple[bytes, ...]]]]
    saved: list[list[tuple[bytes, ...]]]

    @property
    def bits(self) -> tuple[object, ...]:
        """All but by whom."""
        return self.values, self.fits, self.saved


def found_by(told: Settings, exercise: Exercise, file: Path, data: Values, saves: str | None) -> Found:
    """Return what two calls of `train` in a row come to; a model is then in the file `saves`."""
    resources = Resources(told)
    resources.expect([file])
    subject = resources.student(exercise, file, exercise.reference.parent.parent)
    try:
        paths = () if saves is None else (subject.path(saves),)
        outcomes = [subject.call("train", *data, *paths, seed=seed) for seed in (1, 2)]
        return Found(
            {training.source for training in subject.trainings},
            [plain(one.value) for one in outcomes],
            [(fit.history, weights_of(fit.trained)) for one in outcomes for fit in one.fits],
            [weights_of(subject.open_model(path)) for path in paths],
        )
    finally:
        subject.close()
        resources.close()


def found_wherever_it_was_trained(
    cache: Path, exercise: Exercise, file: Path, data: Values, saves: str | None = None
) -> tuple[Found, Found, Found]:
    """Return what is found in a sandbox: trained there, through the trainer, and out of the cache."""
    told = settings(cache, full_training=True), settings(cache), settings(cache)
    by_itself, trained, known = (found_by(one, exercise, file, data, saves) for one in told)
    assert by_itself.sources == {"sandbox"}
    assert trained.sources == {"trainer"}
    assert known.sources == {"cache"}
    return by_itself, trained, known


@pytest.mark.parametrize(
    ("identifier", "saves"), [("ch07_3/e09_early_stopping", "best.keras"), ("ch07_3/e05_dropout", None)]
)
def test_the_student_finds_the_same_bits_wherever_it_was_trained(
    cache: Path, identifier: str, saves: str | None
) -> None:
    """Two trainings in a row."""
    exercise, data = find(identifier), rehearsal(seed=7).all  # which the answer key does not know
    by_itself, trained, known = found_wherever_it_was_trained(
        cache, exercise, exercise.reference, data, saves
    )
    assert by_itself.bits == trained.bits == known.bits


def test_data_of_the_same_bytes_and_another_shape_are_told_apart(cache: Path, tmp_path: Path) -> None:
    file = tmp_path / "e04_train_sigmoid.py"
    file.write_text(SAME_BYTES, encoding="utf-8")
    by_itself, trained, known = found_wherever_it_was_trained(cache, TRAIN, file, rehearsal(seed=7).train)
    assert len(by_itself.fits) == 4
    assert by_itself.bits == trained.bits == known.bits
