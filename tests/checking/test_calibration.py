"""What is read of the record of a calibration: the runs that suit the machine, and nothing damaged."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.catalog import Exercise, course_root, exercises
from grader.checking.bands import Distribution
from grader.checking.calibration import (
    FILE,
    PUBLISHED,
    Calibration,
    DamagedCalibrationError,
    Place,
    Published,
    Run,
    stale,
    written,
)
from grader.commands.calibrate import references
from grader.judging.measuring import is_trained

OLD, NEW = {"keras": "3.1", "numpy": "1.26"}, {"keras": "3.15", "numpy": "2.4"}
CPU_OLD, CPU_NEW = Place("old", OLD, "tensorflow", "cpu", ""), Place("new", NEW, "tensorflow", "cpu", "")
GPU = Place("gpu", NEW, "tensorflow", "gpu", "")
SHIPPED = Calibration.read(course_root() / "reference" / "key")


def run(place: str, value: float, *, seed: int = 1, fresh: bool = False) -> Run:
    return Run(place, "fashion-mnist", "full", "a/b", "digest", seed, {"accuracy": value}, fresh)


def accuracies(calibration: Calibration, device: str, libraries: dict[str, str]) -> Distribution:
    return calibration.distributions(
        "a/b", data="fashion-mnist", profile="full", device=device, libraries=libraries
    )["accuracy"]


@given(st.lists(st.builds(run, st.sampled_from(["old", "new"]), st.floats(0, 1), seed=st.integers(0, 99))))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, runs: list[Run]) -> None:
    folder = tmp_path_factory.mktemp("key")
    lines: list[Place | Run] = [CPU_OLD, CPU_NEW, *runs]
    (folder / FILE).write_bytes(b"".join(written(line) for line in lines))
    assert Calibration.read(folder) == Calibration((CPU_OLD, CPU_NEW), tuple(runs))


def test_without_a_record_nothing_is_known(tmp_path: Path) -> None:
    assert Calibration.read(tmp_path) == Calibration()


@pytest.mark.parametrize("name", [FILE, PUBLISHED])
@pytest.mark.parametrize("content", [b"{", b'{"type":"run"}', b"\xff", b'[{"type":"other"}]'])
def test_a_damaged_record_is_told_by_its_name(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DamagedCalibrationError, match=name):
        Calibration.read(tmp_path)


def test_the_place_with_the_most_libraries_counts_and_fresh_seeds_do_not() -> None:
    calibration = Calibration(
        (CPU_OLD, CPU_NEW), (run("old", 0.1), run("new", 0.2), run("new", 0.9, fresh=True))
    )
    assert accuracies(calibration, "cpu", OLD).values == (0.1,)
    assert accuracies(calibration, "cpu", NEW).values == (0.2,)
    assert accuracies(calibration, "cpu", {"keras": "4"}).values == (0.2,)


def test_a_gpu_that_nobody_calibrated_has_the_bands_of_the_cpu_widened_by_what_was_published() -> None:
    published = (
        Published("a/b", "accuracy", 0.95, "gpu", "somebody"),
        Published("a/b", "accuracy", 0.5, "cpu", "somebody"),
        Published("a/c", "accuracy", 0.1, "cpu", "somebody"),
    )
    calibration = Calibration((CPU_NEW,), (run("new", 0.2), run("new", 0.3)), published)
    assert accuracies(calibration, "cpu", NEW).published == (0.5,)
    on_gpu = accuracies(calibration, "gpu", NEW)
    assert on_gpu.values == (0.2, 0.3)
    assert on_gpu.published == (0.95, 0.5)
    measured = Calibration((CPU_NEW, GPU), (run("new", 0.2), run("gpu", 0.4)), published)
    assert accuracies(measured, "gpu", NEW).values == (0.4,)


def test_runs_of_another_reference_are_stale() -> None:
    assert stale([run("new", 0.2)], {"a/b": "digest"}) == set()
    assert stale([run("new", 0.2)], {"a/b": "other"}) == {"a/b"}


def test_the_shipped_record_is_of_the_references_as_they_are() -> None:
    assert stale(SHIPPED.runs, references()) == set(), "run `grader calibrate`"


@pytest.mark.parametrize("exercise", [one for one in exercises() if is_trained(one)], ids=lambda one: one.id)
@pytest.mark.parametrize(
    ("data", "profile"), [("fashion-mnist", "full"), ("fashion-mnist", "small"), ("synthetic", "small")]
)
def test_every_trained_exercise_is_calibrated_and_fresh_seeds_stay_inside(
    exercise: Exercise, data: str, profile: str
) -> None:
    distributions = SHIPPED.distributions(exercise.id, data=data, profile=profile, device="cpu", libraries={})
    accuracy = distributions["accuracy"]
    assert len(accuracy.values) >= 30
    fresh = [
        run.metrics["accuracy"]
        for run in SHIPPED.runs
        if run.fresh and (run.exercise, run.data, run.profile) == (exercise.id, data, profile)
    ]
    assert all(accuracy.band.holds(value) for value in fresh)


def test_what_was_published_lies_in_the_bands_by_itself() -> None:
    # Without being widened by it.
    outside = [
        one
        for one in SHIPPED.published
        if one.metric in {"accuracy", "epochs"}
        and not Distribution(
            SHIPPED.distributions(
                one.exercise, data="fashion-mnist", profile="full", device="cpu", libraries={}
            )[one.metric].values
        ).band.holds(one.value)
    ]
    assert outside == []
