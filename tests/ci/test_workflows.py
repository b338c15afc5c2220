"""The workflows of a course's repository: their files are valid, and their steps do what they promise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from grader.catalog import find
from tests.ci.jobs import (
    CONDITIONS,
    GITHUB,
    GITLAB,
    Step,
    github_job,
    lay_out,
    loaded,
    run_github,
    run_gitlab,
)
from tests.ci.runner import obeyed

RIGHT, WRONG, LOUD = "ch07_1/e02_class_counts", "ch07_1/e04_scale_and_flatten", "ch07_1/e08_train_val_split"
STUBS = ("ch07_1/e01_load_data", "ch07_3/e01_model_fn")
WRONG_ANSWER = """import numpy as np


def scale_and_flatten(images: np.ndarray) -> np.ndarray:
    return (images / 255).reshape(-1, 28)
"""
SHOUTS = r"""
import os, sys
LINES = [
    "::error file=README.md,line=1,title=forged::forged", "##[error]forged", "::set-env name=PATH::/tmp",
    "::stop-commands::mine", "::mine::", "::TOKEN::", "::0123456789abcdef0123456789abcdef::", "::add-mask::e",
    'File "exercises/x.py", line 1, in forged', "::notice::no line end",
]
"""
LOUD_ANSWER = f"""{SHOUTS}
print("\\n".join(LINES))


def split(*arguments, **options):
    print("\\n".join(LINES), file=sys.stderr)
    raise ValueError("\\n".join(LINES))


train_val_split = split_data = split
"""
# What pytest itself prints for a student, on both streams, and last without the end of a line.
CONFTEST = f"""{SHOUTS}
def pytest_terminal_summary(terminalreporter):
    for line in LINES:
        terminalreporter.write_line(line)


def pytest_unconfigure(config):
    os.write(2, "\\n".join(LINES).encode())
    os.write(1, "\\n".join(LINES).encode())
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a right, a wrong and a loud answer, and what is left is as it was handed out."""
    right = find(RIGHT).reference.read_text(encoding="utf-8")
    answers = {RIGHT: right, WRONG: WRONG_ANSWER, LOUD: LOUD_ANSWER, **dict.fromkeys(STUBS, "")}
    folder = lay_out(tmp_path_factory.mktemp("github") / "kim", answers)
    (folder / "exercises/conftest.py").write_text(CONFTEST)
    (folder / "results").mkdir()
    (folder / "results/report.json").write_text('{"schema": "grader/report/v1", "forged": true}')
    return folder


@pytest.fixture(scope="module")
def steps(repository: Path) -> dict[str, Step]:
    """What became of the steps of the workflow in that repository."""
    return run_github(repository, {"vars.GRADER_PROFILE": "small"})


def untouched(folder: Path) -> Path:
    return lay_out(folder / "kim", dict.fromkeys(STUBS, ""))


@pytest.mark.parametrize(
    ("schema", "file"), [("github-workflows", GITHUB), ("gitlab-ci", GITLAB)], ids=["github", "gitlab"]
)
def test_the_file_is_valid_by_the_platforms_own_schema(schema: str, file: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(file)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_the_shell_of_every_step_is_clean() -> None:
    shellcheck = Path(sys.executable).with_name("shellcheck")
    gitlab = loaded(GITLAB)["grade"]
    scripts = [step["run"] for step in github_job()["steps"] if "run" in step]
    for script in (*scripts, "\n".join([*gitlab["before_script"], *gitlab["script"]])):
        checked = subprocess.run(
            [shellcheck, "--shell=bash", "-"], input=script, capture_output=True, text=True, check=False
        )
        assert checked.returncode == 0, checked.stdout


def test_the_workflow_trusts_nobody_with_more_than_it_needs() -> None:
    workflow, job = loaded(GITHUB), github_job()
    assert set(workflow["on"]) == {"push", "pull_request", "workflow_dispatch"}
    assert workflow["permissions"] == {"contents": "read"}
    assert "timeout-minutes" in job
    assert workflow["concurrency"]["cancel-in-progress"] is True
    assert job["steps"][0]["with"]["persist-credentials"] is False
    # An expression within a script would be pasted into it, whatever it says.
    assert not [step for step in job["steps"] if "${{" in step.get("run", "")]
    assert {step.get("if") for step in job["steps"]} <= set(CONDITIONS)


def test_pip_is_cached_by_what_is_installed() -> None:
    (setup,) = (step for step in github_job()["steps"] if "setup-python" in step.get("uses", ""))
    assert setup["with"]["cache"] == "pip"
    assert setup["with"]["cache-dependency-path"] == "requirements.txt"
    assert loaded(GITLAB)["grade"]["cache"]["key"]["files"] == ["requirements.txt"]


def test_the_grader_is_installed_and_a_grade_is_no_failure_of_its_step(steps: dict[str, Step]) -> None:
    assert "pip install -r requirements.txt" in steps["Install the grader"].output
    assert {name: step.status for name, step in steps.items()} == {
        "Install the grader": 0,
        "Grade": 0,
        "Verdict": 1,
    }


def test_nothing_that_is_printed_while_a_student_is_graded_is_a_command(steps: dict[str, Step]) -> None:
    output = steps["Grade"].output
    assert output.count("::stop-commands::mine") >= 3
    remove, stop, resume = obeyed(output)
    assert (remove.name, remove.properties) == ("remove-matcher", {"owner": "python"})
    assert stop.name == "stop-commands"
    assert resume.name == stop.data
    assert len(stop.data) == 64
    # Whatever comes after that would be obeyed again.
    assert not output.split(f"::{stop.data}::\n")[1]


def test_without_the_stop_the_runner_would_obey(steps: dict[str, Step]) -> None:
    printed = "\n".join(line for line in steps["Grade"].output.splitlines() if "stop-commands" not in line)
    assert {"error", "set-env", "add-mask"} <= {command.name for command in obeyed(printed)}


def test_annotations_stand_at_the_students_own_lines(steps: dict[str, Step]) -> None:
    commands = obeyed(steps["Verdict"].output)
    assert {command.name for command in commands} == {"error"}
    verdict, *errors = commands
    assert verdict.data.startswith("Not passed yet: there is something to fix in 2 of 3 attempted exercises")
    at = {(error.properties["file"], error.properties["line"]) for error in errors}
    wrong, loud = f"exercises/{WRONG}.py", f"exercises/{LOUD}.py"
    assert {file for file, _ in at} == {wrong, loud}
    raised = 1 + LOUD_ANSWER.splitlines().index('    raise ValueError("\\n".join(LINES))')
    assert (loud, str(raised)) in at
    assert (wrong, "4") in at
    assert any("28 columns" in error.data for error in errors)


def test_the_summary_of_the_run_says_what_to_mend(steps: dict[str, Step]) -> None:
    summary = steps["Verdict"].summary
    assert summary.startswith("# Score: ")
    assert summary.count("| ✅ Passed |") == 1
    assert summary.count("| ❌ To fix |") == 2
    assert all(f"`{stub}`" in summary for stub in STUBS)
    assert "28 columns" in summary
    assert not steps["Grade"].summary


def test_the_artifacts_are_where_the_workflow_takes_them(steps: dict[str, Step], repository: Path) -> None:
    assert steps
    upload = github_job()["steps"][-1]
    assert upload["if"] == "${{ always() }}"
    assert upload["with"]["path"].split() == ["results/", "feedback/"]
    report = json.loads((repository / "results/report.json").read_text(encoding="utf-8"))
    assert {each["id"]: each["status"] for each in report["exercises"]} == {
        RIGHT: "passed",
        WRONG: "failed",
        LOUD: "failed",
        **dict.fromkeys(STUBS, "not_attempted"),
    }
    assert "<testsuite" in (repository / "results/junit.xml").read_text(encoding="utf-8")
    assert (repository / f"feedback/{WRONG}.md").is_file()


def test_untouched_stubs_pass_with_a_notice(tmp_path: Path) -> None:
    ran = run_github(untouched(tmp_path), {"vars.GRADER_LANG": "ko"})
    assert [step.status for step in ran.values()] == [0, 0, 0]
    (notice,) = obeyed(ran["Verdict"].output)
    assert (notice.name, notice.properties["title"]) == ("notice", "판정")


@pytest.mark.parametrize(("needed", "status"), [("0", 0), ("1", 1), ("10%", 1), ("plenty", 2)])
def test_the_score_to_reach_is_a_variable(tmp_path: Path, needed: str, status: int) -> None:
    ran = run_github(untouched(tmp_path), {"inputs.min-score || vars.GRADER_MIN_SCORE": needed})
    assert ran["Verdict"].status == status


@pytest.mark.parametrize(
    ("conftest", "status"), [("import nothing_of_the_kind\n", 4), ("import os\nos._exit(0)\n", 0)]
)
def test_a_run_that_ends_without_a_report_is_no_grade(tmp_path: Path, conftest: str, status: int) -> None:
    repository = untouched(tmp_path)
    (repository / "exercises/conftest.py").write_text(conftest)
    (repository / "results").mkdir()
    (repository / "results/report.json").write_text("{}")  # left by somebody
    ran = run_github(repository, {})
    assert (ran["Grade"].status, ran["Verdict"].status) == (status, 3)
    told = [command.properties.get("title") for command in obeyed(ran["Grade"].output)][3:]
    assert told == (["Not graded"] if status else [])
    (missing,) = obeyed(ran["Verdict"].output)
    assert "there is no report" in missing.data


def test_what_cannot_be_installed_leaves_no_verdict(tmp_path: Path) -> None:
    repository = untouched(tmp_path)
    (repository / "requirements.txt").unlink()
    assert list(run_github(repository, {})) == ["Install the grader"]


def test_gitlab_says_the_same(tmp_path: Path) -> None:
    repository = lay_out(tmp_path / "kim", {WRONG: WRONG_ANSWER, STUBS[0]: ""})
    ran = run_gitlab(repository, {"GRADER_PROFILE": "small", "GRADER_LANG": "ko"})
    assert ran.status == 1
    assert "아직 통과하지 못했습니다" in ran.output.splitlines()[-1]
    artifacts = loaded(GITLAB)["grade"]["artifacts"]
    assert artifacts["when"] == "always"
    kept = [
        artifacts["reports"]["junit"],
        "results/report.json",
        "results/summary.md",
        f"feedback/{WRONG}.md",
    ]
    assert all((repository / file).is_file() for file in kept)
    assert all(file.startswith(tuple(artifacts["paths"])) for file in kept)


def test_gitlab_tells_a_failed_set_up_from_a_grade(tmp_path: Path) -> None:
    repository = untouched(tmp_path)
    (repository / "exercises/conftest.py").write_text("import nothing_of_the_kind\n")
    ran = run_gitlab(repository, {})
    assert ran.status == 4
    assert ran.output.splitlines()[-1].startswith("Not graded: pytest ended with exit status 4.")
