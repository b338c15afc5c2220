"""A repository as students have it, and its CI job: each step in a shell of its own, as the runner does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from grader.catalog import find
from grader.stub import stub_source
from tests.acceptance.conftest import clean_environment

TEMPLATE = Path(__file__).parents[2] / "grader/course_template"
GITHUB = TEMPLATE / ".github/workflows/grade.yml"
GITLAB = TEMPLATE / ".gitlab-ci.yml"
CONDITIONS: dict[str | None, Callable[[Mapping[str, str]], bool]] = {
    None: lambda outcomes: "failure" not in outcomes.values(),
    "${{ always() }}": lambda _: True,
    "${{ !cancelled() && steps.install.outcome == 'success' }}": lambda outcomes: (
        outcomes.get("install") == "success"
    ),
}
_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
_BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


@dataclass(frozen=True)
class Step:
    """What became of one step; `output` is what the runner reads."""

    status: int
    output: str
    summary: str


def loaded(file: Path) -> dict[str, Any]:
    """Return what a YAML file says."""
    # Of YAML 1.2, where `on` is a word.
    loader: Any = YAML(typ="safe", pure=True)
    said: dict[str, Any] = loader.load(file)
    return said


def github_job() -> dict[str, Any]:
    """Return the one job of the workflow."""
    (job,) = loaded(GITHUB)["jobs"].values()
    assert isinstance(job, dict)
    return job


def lay_out(folder: Path, answers: Mapping[str, str]) -> Path:
    """Write a student's repository of `answers`; an empty one leaves the stub."""
    for identifier, answer in answers.items():
        file = folder / "exercises" / f"{identifier}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        stub = stub_source(find(identifier).reference.read_text(encoding="utf-8"))
        file.write_text(answer or stub, encoding="utf-8")
    (folder / "requirements.txt").write_text("chapter-grader\n")
    return folder


def run_github(repository: Path, values: Mapping[str, str]) -> dict[str, Step]:
    """Run the steps of the workflow that are commands, and return what became of each that ran.

    `values` says what the expressions of the workflow come to; those that it lacks are empty.
    """
    job = github_job()
    outcomes: dict[str, str] = {}
    steps = {}
    for number, step in enumerate(job["steps"]):
        if "run" not in step or not CONDITIONS[step.get("if")](outcomes):
            continue
        script, summary = repository / f"../step{number}.sh", repository / f"../summary{number}.md"
        script.write_text(step["run"], encoding="utf-8")
        summary.touch()
        environment = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(summary),
            **{name: _evaluated(value, values) for name, value in job["env"].items()},
        }
        status, output = _ran([*_BASH, str(script)], repository, environment)
        outcomes[step.get("id", step["name"])] = "failure" if status else "success"
        steps[step["name"]] = Step(status, output, summary.read_text(encoding="utf-8"))
    return steps


def run_gitlab(repository: Path, values: Mapping[str, str]) -> Step:
    """Run the job of the pipeline, its commands in one shell, with the CI/CD variables `values`."""
    job = loaded(GITLAB)["grade"]
    script = repository / "../job.sh"
    script.write_text("\n".join([*job["before_script"], *job["script"]]), encoding="utf-8")
    status, output = _ran([*_BASH, str(script)], repository, {"GITLAB_CI": "true", **values})
    return Step(status, output, "")


def _evaluated(value: str, values: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: values.get(found[1].strip(), ""), str(value))


def _ran(command: list[str], repository: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Run `command` in `repository`, where `pip` installs nothing: everything is there."""
    shims = repository / "../shims"
    shims.mkdir(exist_ok=True)
    pip = shims / "pip"
    pip.write_text('#!/bin/sh\necho "pip $*"\ntest "$1 $2" = "install -r" && test -f "$3"\n')
    pip.chmod(0o755)
    path = os.pathsep.join((str(shims.resolve()), str(Path(sys.executable).parent), os.environ["PATH"]))
    ran = subprocess.run(
        command,
        cwd=repository,
        env={**clean_environment(), "PATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return ran.returncode, ran.stdout
