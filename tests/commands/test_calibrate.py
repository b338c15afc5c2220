"""`grader calibrate`: what has been measured is kept, and not measured again."""

import subprocess
from pathlib import Path

from grader.checking.calibration import FILE, Calibration
from tests.acceptance.classes import grader, plain

TRAIN = "ch07_2/e04_train_sigmoid"


def calibrate(place: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    return grader(
        place,
        "calibrate",
        "--profile",
        "small",
        "--exercise",
        TRAIN,
        "--into",
        str(place),
        "-j",
        "1",
        *options,
    )


def test_seeds_are_measured_once_and_a_stopped_run_goes_on(tmp_path: Path) -> None:
    first = calibrate(tmp_path, "--seeds", "2")
    assert first.returncode == 0, first.stderr
    runs = Calibration.read(tmp_path).runs
    assert [(run.exercise, run.seed, run.fresh) for run in runs] == [(TRAIN, 1, False), (TRAIN, 2, False)]
    assert {"accuracy", "loss", "epochs", "history_accuracy"} <= runs[0].metrics.keys()
    assert runs[0].metrics != runs[1].metrics
    assert "seed 2: accuracy" in first.stdout
    # As it is left by a run that was stopped in the middle.
    record = tmp_path / FILE
    record.write_bytes(b"".join(record.read_bytes().splitlines(keepends=True)[:-1]))
    again = calibrate(tmp_path, "--seeds", "2")
    assert "seed 1:" not in again.stdout
    assert Calibration.read(tmp_path).runs == runs
    assert TRAIN in plain(again.stdout)


def test_what_was_measured_of_another_reference_is_measured_again(tmp_path: Path) -> None:
    calibrate(tmp_path, "--seeds", "2")
    record = tmp_path / FILE
    (place, first, second) = Calibration.read(tmp_path).places + Calibration.read(tmp_path).runs
    record.write_text(
        record.read_text(encoding="utf-8").replace('"reference":"', '"reference":"0'), encoding="utf-8"
    )
    assert calibrate(tmp_path, "--seeds", "2").returncode == 0
    read = Calibration.read(tmp_path)
    assert (read.places, read.runs) == ((place,), (first, second))


def test_a_damaged_record_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("no record", encoding="utf-8")
    refused = calibrate(tmp_path)
    assert refused.returncode == 3
    assert FILE in plain(refused.stderr)
    assert "damaged" in plain(refused.stderr)
    assert "Traceback" not in refused.stderr
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "no record"


def test_an_exercise_without_a_training_is_refused(tmp_path: Path) -> None:
    refused = grader(tmp_path, "calibrate", "--exercise", "ch07_1/e01_load_data", "--into", str(tmp_path))
    assert refused.returncode == 2
    assert "None of these exercises" in plain(refused.stdout + refused.stderr)
