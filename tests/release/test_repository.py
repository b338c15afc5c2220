"""A repository is handed in with all that is in it, and what is graded are its exercises."""

from pathlib import Path

import pytest

from grader.catalog import exercises
from grader.data import Profile
from grader.release.repository import repository
from grader.release.tree import write_tree
from grader.submission.exercise_files import exercise_files


@pytest.fixture
def released(tmp_path: Path) -> Path:
    wheel = tmp_path / "chapter_grader-0.1.0+students.0-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    write_tree(tmp_path / "course", repository(wheel, Profile.SMALL), "0")
    return tmp_path / "course"


def test_the_exercises_of_a_whole_repository_are_the_students(released: Path) -> None:
    found = exercise_files(released)
    assert found == {one.id: released / "exercises" / f"{one.id}.py" for one in exercises()}


def test_students_work_with_the_profile_that_was_recorded(released: Path) -> None:
    assert 'addopts = "--profile small"' in (released / "pyproject.toml").read_text(encoding="utf-8")


def test_what_git_is_not_to_keep_and_line_ends_are_told_to_git_itself(released: Path) -> None:
    assert ".venv/" in (released / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "*.whl binary" in (released / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert not (released / "gitignore").exists()


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_the_points_that_students_can_see_are_said(name: str, released: Path) -> None:
    assert "95" in (released / name).read_text(encoding="utf-8").splitlines()[4]
