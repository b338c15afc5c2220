"""A training runs once, and every verdict is as if it had run for everybody."""

from pathlib import Path

import msgspec
import pytest

from grader.catalog import find
from grader.checking.lesson import rehearsal
from grader.data import Profile
from grader.evidence.vocabulary import Evidence, Model, Sequence
from grader.judging import Resources, Settings
from grader.judging.collecting import Work
from grader.judging.judge import with_judge
from grader.language import Language
from grader.report import ExerciseResult, Status
from grader.sandbox import Isolation

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


@pytest.mark.parametrize("identifier", ["ch07_3/e09_early_stopping", "ch07_3/e05_dropout"])
def test_the_student_finds_the_same_bits_wherever_it_was_trained(cache: Path, identifier: str) -> None:
    """Two trainings in a row, in a sandbox: on its own, through the trainer, and out of the cache."""
    exercise, data = find(identifier), rehearsal(seed=7)  # which the answer key does not know
    found = []
    for told in (settings(cache, full_training=True), settings(cache), settings(cache)):
        resources = Resources(told)
        resources.expect([exercise.reference])
        subject = resources.student(exercise, exercise.reference, exercise.reference.parent.parent)
        try:
            paths = (subject.path("best.keras"),) if "early" in identifier else ()
            outcomes = [subject.call("train", *data.all, *paths, seed=seed) for seed in (1, 2)]
            saved = [weights_of(subject.open_model(path)) for path in paths]
            fits = [(fit.history, weights_of(fit.trained)) for one in outcomes for fit in one.fits]
            sources = {training.source for training in subject.trainings}
        finally:
            subject.close()
            resources.close()
        found.append((sources, [plain(one.value) for one in outcomes], fits, saved))
    by_itself, trained, known = found
    assert by_itself[0] == {"sandbox"}
    assert trained[0] == {"trainer"}
    assert known[0] == {"cache"}
    assert by_itself[1:] == trained[1:] == known[1:]
