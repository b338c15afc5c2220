"""Through real sandboxes: what lies just outside the band is trained with two more seeds before it counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.catalog import Exercise, find
from grader.checking.bands import Distribution
from grader.checking.calibration import Calibration, Place, Run
from grader.data import Profile
from grader.judging import Resources, Settings
from grader.judging.collecting import Work
from grader.judging.judge import Judge, Judged, with_judge
from grader.language import Language
from grader.report import CheckStatus

# A model that is given, one that is made and returned, one with a file and callbacks.
TRAINED = ("ch07_1/e10_train_and_evaluate", "ch07_2/e06_train_relu", "ch07_3/e09_early_stopping")
SEED, OTHER_SEEDS = 42, (43, 44)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Resources]:
    opened = Resources(
        Settings(Profile.SMALL, download=False, cache_folder=tmp_path_factory.mktemp("trainings"))
    )
    yield opened
    opened.close()


def calibrated(resources: Resources, exercise: Exercise, values: tuple[float, ...]) -> None:
    """Let `resources` know of these accuracies of the exercise, and of nothing else."""
    place = Place("here", {}, "tensorflow", "cpu", "")
    name, profile = resources.source.name, resources.settings.profile.value
    runs = tuple(
        Run("here", name, profile, exercise.id, "", seed, {"accuracy": value})
        for seed, value in enumerate(values)
    )
    vars(resources)["calibration"] = Calibration((place,), runs)


def judged(resources: Resources, exercise: Exercise, seed: int) -> Judged:
    """Return the verdict on what the reference's training comes to under `seed`."""
    root: Path = exercise.reference.parent.parent
    resources.expect([exercise.reference])

    def work(judge: Judge) -> Judged:
        return judge.judge(exercise, Work(exercise.reference, root, seed=seed), fixture="bands")

    return with_judge(resources, Language.EN, work)


@pytest.mark.parametrize("identifier", TRAINED)
def test_three_trainings_decide_on_what_lies_just_outside(fresh: Resources, identifier: str) -> None:
    exercise = find(identifier)
    calibrated(fresh, exercise, ())
    own, other, another = (
        judged(fresh, exercise, seed).measured["accuracy"] for seed in (SEED, *OTHER_SEEDS)
    )
    # A seed that comes to less than the reference does here, in a band between the two.
    seed, value = next(
        (seed, value)
        for seed in range(1, 20)
        if (value := judged(fresh, exercise, seed).measured["accuracy"]) < own - 0.002
    )
    above = value + 0.001
    width = max(own - above, 0.01) * 4
    calibrated(fresh, exercise, _values_with_lower_end(above, width))
    result = judged(fresh, exercise, seed).result
    (check,) = (
        one for one in result.checks if one.hint == "metric_too_low" or one.status is CheckStatus.PASSED
    )
    assert len(result.training) == 3
    passes = sorted((value, other, another))[1] >= above
    assert (check.status is CheckStatus.PASSED) is passes
    if not passes:
        assert check.actual == ", ".join(f"{one:.4f}" for one in (value, other, another))


def _values_with_lower_end(lower: float, width: float) -> tuple[float, ...]:
    """Return values whose band begins at `lower` and is `width` wide."""
    unit = tuple(float(one) for one in range(30))
    band = Distribution(unit).band
    scale = width / (band.upper - band.lower)
    return tuple(lower + (one - band.lower) * scale for one in unit)
