"""The real command lines, in processes of their own, as a user types them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.catalog import exercises
from grader.stub import stub_source

if TYPE_CHECKING:
    from tests.acceptance.classes import Graded

Run = Callable[..., subprocess.CompletedProcess[str]]


def clean_environment() -> dict[str, str]:
    """Return this environment without what would choose a language, options, or colours for the child."""
    dropped = (
        "LANG",
        "LC_ALL",
        "LC_MESSAGES",
        "PYTEST_ADDOPTS",
        "COLUMNS",
        "NO_COLOR",
        "FORCE_COLOR",
        "PY_COLORS",
    )
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "LANG": "C.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "100"}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs `python -m ...` in `tmp_path`."""

    def ran(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=tmp_path,
            env={**clean_environment(), **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=900,
            check=False,
        )

    return ran


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> "Graded":
    """A small class, graded once by the real command line: copied before anything is changed."""
    from tests.acceptance.classes import graded_class  # noqa: PLC0415 - which starts its commands as we do

    return graded_class(tmp_path_factory.mktemp("class"))


@pytest.fixture
def graded(first: "Graded", tmp_path: Path) -> "Graded":
    """A copy of that class."""
    return first.copied_to(tmp_path)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course folder as it is handed out: `exercises/` with every stub."""
    folder = tmp_path / "exercises"
    for exercise in exercises():
        file = folder / f"{exercise.id}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(stub_source(exercise.reference.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


@pytest.fixture
def write(course: Path) -> Callable[[str, str], Path]:
    """Return a function that puts a source in the place of an exercise's stub."""

    def written(identifier: str, source: str) -> Path:
        file = course / f"{identifier}.py"
        file.write_text(source, encoding="utf-8")
        return file

    return written


def verdicts(json_file: Path) -> dict[str, str]:
    """Return the status of each exercise in a report."""
    report = json.loads(json_file.read_text(encoding="utf-8"))
    return {exercise["id"]: exercise["status"] for exercise in report["exercises"]}
