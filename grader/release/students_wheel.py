"""The wheel of the grader that students install: it judges by public checks, and holds no answers."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from importlib.metadata import metadata, requires
from pathlib import Path

import grader
from grader.catalog import course_root, exercises
from grader.release.public_checks import public_checks

PROJECT = "chapter-grader"
_PACKAGE = Path(grader.__file__).parent
# What instructors and maintainers have: answers, and what makes or weighs them.
_KEPT_BACK = ("_course", "audit", "demo_class", "course_template", "release", "__pycache__")
_CHECKS = "checks"

_PYPROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "{version}"
description = "Grades the exercises of a deep-learning chapter: the students' edition, with public checks"
requires-python = "{python}"
dependencies = [
{dependencies}]

[project.scripts]
grader = "grader.cli:main"

[project.entry-points.pytest11]
grader = "grader.pytest_plugin"

[tool.hatch.build.targets.wheel]
packages = ["grader"]
"""


class WheelError(Exception):
    """The wheel could not be built; the message says why."""


def check_builder() -> None:
    """Raise WheelError if what builds wheels is not installed."""
    if importlib.util.find_spec("hatchling") is None:
        raise WheelError("hatchling, which builds the students' wheel, is missing: pip install hatchling")


def lay_out(folder: Path) -> Path:
    """Write what the wheel is built of to `folder`, but for its answer key; return where that belongs."""
    shutil.copytree(_PACKAGE, folder / "grader", ignore=_kept_back)
    for path in sorted((folder / "grader" / _CHECKS).glob("*/e*.py")):
        path.write_text(public_checks(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    course = folder / "grader" / "_course"
    for exercise in exercises():
        target = course / exercise.stub.relative_to(course_root())
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(exercise.stub, target)
    (course / "key").mkdir()
    return course / "key"


def build_wheel(folder: Path, out: Path) -> Path:
    """Return the wheel, built in `out` of what `lay_out` has written to `folder`.

    Its version names its content: another content is another version.

    Raises:
        WheelError: if that fails.
    """
    version = f"{metadata(PROJECT)['Version']}+students.{_digest_of(folder / 'grader')[:10]}"
    dependencies = [line for line in requires(PROJECT) or [] if "extra ==" not in line]
    (folder / "pyproject.toml").write_text(
        _PYPROJECT.format(
            name=PROJECT,
            version=version,
            python=metadata(PROJECT)["Requires-Python"],
            dependencies="".join(f"  '{line.replace(chr(39), chr(34))}',\n" for line in dependencies),
        ),
        encoding="utf-8",
    )
    # The same content gives the same bytes.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out.resolve())]
    built = subprocess.run(  # noqa: S603 - our own command
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if built.returncode:
        said = (built.stderr or built.stdout).strip().splitlines()
        raise WheelError(
            "the students' wheel could not be built: " + (said[-1] if said else f"status {built.returncode}")
        )
    (wheel,) = out.glob(f"*{version.replace('-', '_')}*.whl")
    return wheel


def version_of(wheel: Path) -> str:
    """Return the version that the name of a wheel says."""
    return wheel.name.split("-")[1]


def _kept_back(folder: str, names: list[str]) -> set[str]:
    if Path(folder) != _PACKAGE:
        return {name for name in names if name == "__pycache__"}
    return {name for name in names if name in _KEPT_BACK}


def _digest_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
