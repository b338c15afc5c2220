"""The reference in place of the stubs: everything passes, on any data, in one process or two."""

import json
from pathlib import Path

import pytest

from grader.catalog import course_root
from grader.data import find_data
from grader.data.locate import standin_folder
from tests.acceptance.conftest import Run, verdicts

pytestmark = pytest.mark.corpus  # minutes, not seconds


def test_the_reference_gets_every_point(run: Run, tmp_path: Path) -> None:
    result = run(
        "grader", "grade", str(course_root() / "reference"), "--profile", "small", "--json", "report.json"
    )
    assert result.returncode == 0, result.stdout
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (report["score"], report["max_score"]) == (100.0, 100.0)


def test_two_processes_give_the_verdicts_of_one(run: Run, course: Path, tmp_path: Path) -> None:
    for identifier in (
        "ch07_1/e04_scale_and_flatten",
        "ch07_2/e05_relu_flatten",
        "ch07_3/e09_early_stopping",
    ):
        source = (course_root() / "reference" / f"{identifier}.py").read_text(encoding="utf-8")
        (course / f"{identifier}.py").write_text(source.replace("Dense(100", "Dense(99"), encoding="utf-8")
    found = []
    for extra in ([], ["-n", "2"]):
        result = run(
            "pytest", str(course), "--profile", "small", "--grader-json", "report.json", "-q", *extra
        )
        assert result.returncode == 1, result.stdout
        found.append(verdicts(tmp_path / "report.json"))
        assert "2 to fix" in result.stdout
    assert found[0] == found[1]
    assert sorted(found[0].values()).count("failed") == 2


def test_the_reference_gets_every_point_on_the_standin(run: Run, tmp_path: Path) -> None:
    # Where nothing else is to be had: find the stand-in the way a machine without data does, then ask for it.
    folder = standin_folder()
    if not folder.is_dir():
        with pytest.MonkeyPatch.context() as patch:
            patch.delenv("FASHION_MNIST_DIR", raising=False)
            patch.setenv("KERAS_HOME", str(tmp_path / "nothing"))
            folder = find_data(download=False).folder
    result = run(
        "grader",
        "grade",
        str(course_root() / "reference"),
        "--profile",
        "small",
        "--data",
        str(folder),
        "--json",
        "r",
    )
    assert result.returncode == 0, result.stdout
    report = json.loads((tmp_path / "r").read_text(encoding="utf-8"))
    assert report["score"] == 100.0
    assert report["environment"]["data"] == "synthetic"
