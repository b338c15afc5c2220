"""The files of a student repository: stubs, public checks to read, the wheel, and how to work with it all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import grader
from grader.catalog import exercises
from grader.data import Profile
from grader.judging.collecting import checks_of
from grader.release.public_checks import public_checks
from grader.training.key.index import made_here

_TEMPLATE = Path(grader.__file__).parent / "course_template"
# A file of that name within the package would hide others from git and from the build.
_RENAMED = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}
_PROFILE = "@PROFILE@"
_POINTS = "@POINTS@"


def repository(wheel: Path, profile: Profile) -> dict[str, bytes]:
    """Return the files by their paths; `profile` is what students work with unless they say otherwise."""
    files = dict(_from_template({_PROFILE: profile.value, _POINTS: f"{public_points():g}"}))
    for exercise in exercises():
        name = f"{exercise.id}.py"
        files[f"exercises/{name}"] = exercise.stub.read_bytes()
        # Of another name than the exercise: a repository is handed in with all that is in it.
        files[f"checks/{exercise.id}_checks.py"] = public_checks(
            exercise.checks.read_text(encoding="utf-8")
        ).encode()
    files[f"wheels/{wheel.name}"] = wheel.read_bytes()
    files["requirements.txt"] = f"./wheels/{wheel.name}\n".encode()
    files["constraints.txt"] = _constraints().encode()
    return files


def _from_template(values: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(path for path in _TEMPLATE.rglob("*") if path.is_file()):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        for placeholder, value in values.items():
            content = content.replace(placeholder.encode(), value.encode())
        relative = path.relative_to(_TEMPLATE)
        yield relative.with_name(_RENAMED.get(path.name, path.name)).as_posix(), content


def public_points() -> float:
    """Return what the checks that students see are worth, all together."""
    return sum(check.points for one in exercises() for check in checks_of(one) if not check.hidden)


def _constraints() -> str:
    pins = "".join(f"{name}=={version}\n" for name, version in made_here().libraries.items() if version)
    return (
        "# The versions that the answer key was made with: with these, a correct training is looked up.\n"
        + pins
    )
