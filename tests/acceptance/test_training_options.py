"""The options that say who trains, and where what was trained is kept, on both faces."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from grader.training.cache import Cache
from tests.acceptance.classes import plain, solution
from tests.acceptance.conftest import Run

TRAIN = "ch07_2/e04_train_sigmoid"
LEVEL = ("--isolation", "process")


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    file = tmp_path / "handed_in" / "kim" / f"{TRAIN}.py"
    file.parent.mkdir(parents=True)
    file.write_text(solution(TRAIN), encoding="utf-8")
    return file


def sources(json_file: Path) -> set[str]:
    """Return where the trainings in a report came from."""
    report = json.loads(json_file.read_text(encoding="utf-8"))
    return {training["source"] for exercise in report["exercises"] for training in exercise["training"]}


def test_grade_keeps_results_where_it_is_told(run: Run, answer: Path, tmp_path: Path) -> None:
    command = ("grader", "grade", str(answer), "--profile", "small", "--cache", "kept", "--json", "report")
    # The reference, beside it, may have been first to ask the trainer.
    for expected in ({"key", "cache", "trainer"}, {"key", "cache"}):
        assert run(*command).returncode == 0
        assert sources(tmp_path / "report") <= expected
    info = run("grader", "cache", "info", "--cache", "kept")
    entries = Cache(tmp_path / "kept").info().entries
    assert entries
    assert f"trainings: {entries}," in plain(info.stdout)
    assert run("grader", "cache", "clear", "--cache", "kept").returncode == 0
    assert Cache(tmp_path / "kept").info().entries == 0


def test_pytest_keeps_results_where_it_is_told(run: Run, answer: Path, tmp_path: Path) -> None:
    command = ("pytest", str(answer), "--profile", "small", "--grader-json", "report", "-q")
    assert run(*command, "--grader-cache", "kept").returncode == 0
    assert Cache(tmp_path / "kept").info().entries
    assert run(*command, "--full-training").returncode == 0
    assert sources(tmp_path / "report") == {"sandbox"}


def test_grade_trains_for_real_when_told(run: Run, answer: Path, tmp_path: Path) -> None:
    command = ("grader", "grade", str(answer), "--profile", "small", "--json", "report", "--full-training")
    assert run(*command).returncode == 0
    assert sources(tmp_path / "report") == {"sandbox"}


def test_a_batch_that_trains_for_real_judges_again(run: Run, answer: Path, tmp_path: Path) -> None:
    del answer
    command = ("grader", "batch", "handed_in", "--out", "out", "--profile", "small", "-j", "1", *LEVEL)
    assert run(*command, "--cache", "kept").returncode == 0
    assert Cache(tmp_path / "kept").info().entries
    assert sources(tmp_path / "out" / "reports" / "kim.json") <= {"trainer", "cache", "key"}
    assert run(*command, "--full-training").returncode == 0
    assert sources(tmp_path / "out" / "reports" / "kim.json") == {"sandbox"}
    with closing(sqlite3.connect(tmp_path / "out" / "results.sqlite")) as store:
        judged = store.execute("SELECT count(*) FROM verdicts WHERE exercise = ?", (TRAIN,)).fetchone()
    assert judged == (2,)


@pytest.mark.parametrize(
    "command",
    [
        ("grader", "grade", "handed_in", "--cache", "file"),
        ("grader", "batch", "handed_in", "--out", "out", *LEVEL, "--cache", "file"),
        ("pytest", "handed_in", "--lang", "ko", "--grader-cache", "file"),
    ],
    ids=lambda command: command[1],
)
def test_a_folder_that_cannot_be_used_is_wrong_usage(
    run: Run, answer: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    del answer
    (tmp_path / "file").write_text("not a folder")
    result = run(*command)
    assert result.returncode == (4 if command[0] == "pytest" else 2)  # pytest's own number for wrong usage
    said = plain(result.stdout + result.stderr)
    assert ("저장할 수 없습니다" if command[0] == "pytest" else "cannot be kept in file") in said
    assert "Traceback" not in said


def test_a_cache_of_its_own_that_cannot_be_written_hurts_nobody(
    run: Run, answer: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    result = run(
        "grader", "grade", str(answer), "--profile", "small", GRADER_CACHE_DIR=str(tmp_path / "file")
    )
    assert result.returncode == 0, result.stderr
