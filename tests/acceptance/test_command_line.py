"""The command line as an instructor uses it: what it prints, what it writes, how it exits."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.acceptance.conftest import Run, verdicts

FLATTEN = "ch07_1/e04_scale_and_flatten"
RIGHT = "def scale_and_flatten(images):\n    return images.reshape(len(images), 784) / 255\n"
Write = Callable[[str, str], Path]


def grader(run: Run, *arguments: str) -> tuple[int, str, str]:
    result = run("grader", *arguments)
    return result.returncode, result.stdout, result.stderr


def test_list_names_every_exercise_and_a_hundred_points(run: Run) -> None:
    status, out, _ = grader(run, "list")
    assert status == 0
    assert sum(" ch07" in f" {line}" for line in out.splitlines()) == 34
    assert any(line.split() == ["100"] for line in out.splitlines())
    assert "이미지" in grader(run, "list", "--lang", "ko")[1]


def test_a_right_file_by_its_path_exits_with_0(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, RIGHT)
    status, out, _ = grader(run, "grade", str(file), "--profile", "small", "--json", "report.json")
    assert status == 0, out
    assert verdicts(tmp_path / "report.json") == {FLATTEN: "passed"}
    environment = json.loads((tmp_path / "report.json").read_text())["environment"]
    assert environment["profile"] == "small"
    assert environment["isolation"] == "process"


def test_a_file_of_another_name_needs_its_exercise_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "homework.py").write_text(RIGHT)
    status, _, err = grader(run, "grade", "homework.py", "--profile", "small")
    assert status == 2
    assert "--exercise" in err
    assert grader(run, "grade", "homework.py", "--exercise", FLATTEN, "--profile", "small")[0] == 0


def test_a_folder_with_something_not_passed_exits_with_1(run: Run, course: Path) -> None:
    del course
    status, out, _ = grader(run, "grade", "exercises", "--profile", "small")
    assert status == 1
    assert "34 not attempted" in out


def test_wrong_usage_exits_with_2_and_says_why(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no submission")
    for arguments, said in (
        (("grade", "nowhere"), "nowhere"),
        (("grade", "notes.txt"), "neither a folder nor an archive"),
        (("grade", ".", "--exercise", "ch07_1/e04_scale"), "e04_scale_and_flatten"),
        (("grade", ".", "--profile", "huge"), "huge"),
        (("nonsense",), "nonsense"),
    ):
        status, _, err = grader(run, *arguments)
        assert status == 2, arguments
        assert said in err


def test_data_that_are_not_there_exit_with_3(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, RIGHT)
    (tmp_path / "data").mkdir()
    status, _, err = grader(run, "grade", str(file), "--data", "data")
    assert status == 3
    assert "train-" in err or "data" in err
    assert "Traceback" not in err


def test_feedback_pages_are_written_where_asked(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, "def scale_and_flatten(images):\n    return images\n")
    status, out, _ = grader(
        run, "grade", str(file), "--profile", "small", "--feedback", "pages", "--lang", "ko"
    )
    assert status == 1
    assert "3차원" in out
    assert "3차원" in (tmp_path / "pages" / f"{FLATTEN}.md").read_text(encoding="utf-8")


def test_doctor_finds_what_works_here(run: Run) -> None:
    status, out, _ = grader(run, "doctor")
    assert status == 0, out
    assert "tensorflow" in out
    assert "34 exercises" in out


def test_no_stub_is_stale(run: Run) -> None:
    status, _, err = grader(run, "stub", "--check")
    assert (status, err) == (0, "")
