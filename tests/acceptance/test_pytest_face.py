"""`pytest exercises/` as a student runs it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run, verdicts

FLATTEN = "ch07_1/e04_scale_and_flatten"
RIGHT = "def scale_and_flatten(images):\n    return images.reshape(len(images), 784) / 255\n"
WRONG = "def scale_and_flatten(images):\n    return (images / 255).reshape(-1, 28)\n"
Write = Callable[[str, str], Path]


def test_untouched_stubs_are_not_attempted_and_import_no_tensorflow(
    run: Run, course: Path, tmp_path: Path
) -> None:
    probe = (
        "import sys, pytest; status = pytest.main(sys.argv[1:]); "
        "print('tensorflow' in sys.modules, int(status))"
    )
    (tmp_path / "probe.py").write_text(probe)
    result = run("probe", str(course), "--grader-json", "report.json", "-q")
    assert result.stdout.strip().splitlines()[-1] == "False 0"
    found = verdicts(tmp_path / "report.json")
    assert len(found) == 34
    assert set(found.values()) == {"not_attempted"}
    assert "34 not attempted" in result.stdout
    assert not (tmp_path / "feedback").exists()


def test_a_mistake_is_told_with_what_to_do(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, WRONG)
    result = run("pytest", str(file), "--profile", "small", "--grader-json", "report.json")
    assert result.returncode == 1
    assert "28 columns" in result.stdout
    assert "28 * 28 = 784 belongs in one axis" in " ".join(result.stdout.split())
    assert "Traceback" not in result.stdout
    assert "grader/checks" not in result.stdout
    page = (tmp_path / "feedback" / f"{FLATTEN}.md").read_text(encoding="utf-8")
    assert "28 \\* 28 = 784" in page or "28 * 28 = 784" in page
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["schema"] == "grader/report/v1"
    check = report["exercises"][0]["checks"][0]
    assert (check["status"], check["hint"]) == ("failed", "reshaped_per_row")
    assert "열이 28개" in check["message"]["ko"]


def test_the_language_comes_from_the_option_or_the_locale(run: Run, write: Write) -> None:
    file = write(FLATTEN, WRONG)
    asked = run("pytest", str(file), "--profile", "small", "--lang", "ko")
    assert "열이 28개입니다" in asked.stdout
    assert "28 columns" not in asked.stdout
    told = run("pytest", str(file), "--profile", "small", LANG="ko_KR.UTF-8")
    assert "열이 28개입니다" in told.stdout


def test_pytests_own_options_work(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, WRONG)
    assert "1 failed" in run("pytest", str(file), "--profile", "small", "-x").stdout
    assert "1 passed" in run("pytest", str(file), "--profile", "small", "-k", "leaves").stdout
    again = run("pytest", str(file), "--profile", "small", "--lf", "--junitxml", "junit.xml")
    assert "1 failed" in again.stdout
    assert "28 columns" in (tmp_path / "junit.xml").read_text(encoding="utf-8")


def test_without_isolation_the_verdicts_are_the_same(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, WRONG)
    run("pytest", str(file), "--profile", "small", "--isolation", "none", "--grader-json", "report.json")
    assert verdicts(tmp_path / "report.json") == {FLATTEN: "failed"}
    write(FLATTEN, RIGHT)
    result = run(
        "pytest", str(file), "--profile", "small", "--isolation", "none", "--grader-json", "report.json"
    )
    assert result.returncode == 0, result.stdout
    assert verdicts(tmp_path / "report.json") == {FLATTEN: "passed"}


def test_the_debugger_stands_in_the_students_code(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, "def scale_and_flatten(images):\n    mine = 12345\n    return images.nothing\n")
    (tmp_path / "commands").write_text("p mine\nq\n")
    script = (
        "import sys, pytest\nsys.stdin = open('commands')\n"
        f"pytest.main([{str(file)!r}, '--profile', 'small', '--isolation', 'none', '--pdb', '-s'])\n"
    )
    (tmp_path / "debug.py").write_text(script)
    assert "12345" in run("debug").stdout


def test_a_damaged_data_file_is_named(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, RIGHT)
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"):
        (folder / f"{name}-ubyte.gz").write_bytes(b"nothing of the kind")
    result = run("pytest", str(file), "--data", str(folder))
    assert result.returncode == 4
    assert "-ubyte.gz" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr


@pytest.mark.parametrize("name", ["test_mine.py", "helpers.py"])
def test_other_files_of_other_projects_are_left_alone(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("def test_one():\n    assert True\n")
    result = run("pytest", name)
    assert "1 passed" in result.stdout
    assert "grader" not in result.stdout.splitlines()[-2]


def test_a_file_that_is_named_is_not_imported_by_pytest(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, RIGHT)
    probe = (
        "import sys, pytest; status = pytest.main(sys.argv[1:]); "
        "print(int(status), [name for name in sys.modules if 'e04_scale' in name and 'checks' not in name])"
    )
    (tmp_path / "probe.py").write_text(probe)
    result = run("probe", str(file), "--profile", "small", "-q", "-s")
    assert result.stdout.strip().splitlines()[-1] == "0 []", result.stdout


def test_a_syntax_error_in_a_file_that_is_named_is_told_with_what_to_do(run: Run, write: Write) -> None:
    result = run(
        "pytest", str(write(FLATTEN, "def scale_and_flatten(images:\n    return images\n")), "--lang", "en"
    )
    assert result.returncode == 1
    assert "never closed" in " ".join(result.stdout.split())
    assert "ERROR" not in result.stdout
