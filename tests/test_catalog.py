from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from grader.catalog import (
    CatalogError,
    FunctionSignature,
    UnknownExerciseError,
    course_root,
    exercise_of,
    exercises,
    find,
    has_answers,
)

if TYPE_CHECKING:
    from pathlib import Path

DOCSTRING = """Scale and flatten.

Section 7-1. Write `scale_and_flatten`.

Two paragraphs are one task.

---

정규화하고 펼치기.

7-1절. `scale_and_flatten`을 작성하세요.
"""
CODE = "def scale_and_flatten(images):\n    return images\n"


def add(root: Path, exercise_id: str, docstring: str = DOCSTRING, code: str = CODE) -> Path:
    path = root / "reference" / f"{exercise_id}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'"""{docstring}"""\n\n{code}', encoding="utf-8")
    return path


@pytest.fixture
def course(tmp_path: Path) -> Path:
    for exercise_id in ("ch07_2/e01_two", "ch07_1/e04_scale", "ch07_1/e01_load", "ch07_practice/e01_two"):
        add(tmp_path, exercise_id)
    return tmp_path


def test_exercises_come_in_the_order_of_their_ids(course: Path) -> None:
    assert [exercise.id for exercise in exercises(course)] == [
        "ch07_1/e01_load",
        "ch07_1/e04_scale",
        "ch07_2/e01_two",
        "ch07_practice/e01_two",
    ]


def test_files_that_are_no_exercise_are_not_found(course: Path) -> None:
    for name in ("ch07_1/__init__", "ch07_1/helper", "key/e01_key", "ch07_1/deeper/e01_x", "ch07_1/e01-dash"):
        add(course, name, docstring="not a task text")
    (course / "reference" / "e99_top.py").write_text("", encoding="utf-8")

    assert len(exercises(course)) == 4


def test_an_exercise_knows_its_texts_and_files(course: Path) -> None:
    exercise = find("ch07_1/e04_scale", course)

    assert exercise.title.en == "Scale and flatten"
    assert exercise.title.ko == "정규화하고 펼치기"
    assert exercise.task.en == "Section 7-1. Write `scale_and_flatten`.\n\nTwo paragraphs are one task."
    assert exercise.task.ko == "7-1절. `scale_and_flatten`을 작성하세요."
    assert exercise.reference == course / "reference" / "ch07_1" / "e04_scale.py"
    assert exercise.stub == course / "exercises" / "ch07_1" / "e04_scale.py"
    assert exercise.checks.parts[-4:] == ("grader", "checks", "ch07_1", "e04_scale.py")
    assert exercise.checks_module == "grader.checks.ch07_1.e04_scale"


def test_functions_are_the_public_ones_with_their_signatures(tmp_path: Path) -> None:
    code = """
import numpy

def class_counts(target): ...

def _helper(x): ...

def first_labels(target, n: int = 10, kind="a") -> list[int]: ...

class Other:
    def method(self): ...
"""
    add(tmp_path, "ch07_1/e02_counts", code=code)

    functions = find("ch07_1/e02_counts", tmp_path).functions

    assert functions == (
        FunctionSignature("class_counts", ("target",)),
        FunctionSignature("first_labels", ("target", "n", "kind"), ("10", "'a'")),
    )
    assert functions[1].required == 1
    assert str(functions[1]) == "first_labels(target, n=10, kind='a')"


def test_references_are_not_run(tmp_path: Path) -> None:
    add(tmp_path, "ch07_1/e01_x", code="raise SystemExit\ndef f(): ...\n")

    assert len(exercises(tmp_path)) == 1


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path: Path, ending: str) -> None:
    path = add(tmp_path, "ch07_1/e01_x")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", ending.encode()))

    assert find("ch07_1/e01_x", tmp_path).title.en == "Scale and flatten"


@pytest.mark.parametrize(
    ("docstring", "problem"),
    [
        ("", "no docstring"),
        ("Title.\n\nTask.\n", "0 lines '---'"),
        (DOCSTRING + "\n---\n\nmore\n\nmore\n", "2 lines '---'"),
        ("\n---\n\n제목\n\n과제\n", "English part of the docstring is empty"),
        ("Title.\n\nTask.\n\n---\n", "Korean part of the docstring is empty"),
        ("Title.\n\n---\n\n제목\n\n과제\n", "English part of the docstring has a title and no task"),
        ("Title.\n\nTask.\n\n---\n\n제목.\n", "Korean part of the docstring has a title and no task"),
        ("Title\ngoes on.\n\nTask.\n\n---\n\n제목\n\n과제\n", "English title must be one line"),
        ("제목\n\n과제\n\n---\n\nTitle\n\nTask.\n", "English text first"),
        ("Title\n\nTask.\n\n---\n\nTitle\n\nTask.\n", "English text first"),
    ],
)
def test_a_wrong_docstring_is_named(tmp_path: Path, docstring: str, problem: str) -> None:
    path = add(tmp_path, "ch07_1/e01_x", docstring=docstring)

    with pytest.raises(CatalogError, match=problem) as caught:
        exercises(tmp_path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("def f(:\n", "invalid syntax|expected"),
        ("x = '\0'", "null bytes"),
        ("def _private(): ...\n", "no public function"),
        ("def f(): ...\ndef f(x): ...\n", "f is defined more than once"),
        ("def f(*args): ...\n", "plain parameters only"),
        ("def f(x, *, y): ...\n", "plain parameters only"),
        ("def f(x, /): ...\n", "plain parameters only"),
        ("def f(**settings): ...\n", "plain parameters only"),
    ],
)
def test_a_wrong_reference_is_named(tmp_path: Path, code: str, problem: str) -> None:
    path = add(tmp_path, "ch07_1/e01_x", code=code)

    with pytest.raises(CatalogError, match=problem) as caught:
        exercises(tmp_path)
    assert str(path) in str(caught.value)


def test_a_folder_without_references_is_no_course(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="no folder 'reference'"):
        exercises(tmp_path)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("ch07_1/e04_scal", "ch07_1/e04_scale"),
        ("CH07_1/E04_SCALE", "ch07_1/e04_scale"),
        ("e01_load", "ch07_1/e01_load"),
        ("ch07_1/e01_load.py", "ch07_1/e01_load"),
    ],
)
def test_an_unknown_id_gets_the_nearest_suggested(course: Path, asked: str, first: str) -> None:
    with pytest.raises(UnknownExerciseError, match=first) as caught:
        find(asked, course)
    assert caught.value.id == asked
    assert caught.value.suggestions[0] == first


def test_an_id_like_no_other_gets_no_suggestion(course: Path) -> None:
    with pytest.raises(UnknownExerciseError) as caught:
        find("%" * 10_000, course)
    assert caught.value.suggestions == ()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("ch07_1/e04_scale.py", "ch07_1/e04_scale"),
        ("kim/exercises/ch07_2/e01_two.py", "ch07_2/e01_two"),
        ("kim/ch07_practice/e01_two.py", "ch07_practice/e01_two"),
        ("e04_scale.py", "ch07_1/e04_scale"),
        ("downloads/e04_scale.py", "ch07_1/e04_scale"),
        ("e01_two.py", None),
        ("ch07_1/e01_two.py", None),
        ("ch07_1/e04_scale", None),
        ("ch07_1/e04_scale.ipynb", None),
        ("ch07_1/e05_other.py", None),
        ("", None),
    ],
)
def test_a_path_names_its_exercise(course: Path, path: str, expected: str | None) -> None:
    found = exercise_of(course / path, course)

    assert (found.id if found else None) == expected


def test_the_course_is_the_repository_in_a_checkout(tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()

    assert course_root(tmp_path / "grader") == tmp_path


def test_the_course_is_inside_an_installed_package_whatever_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / "grader" / "_course" / "reference").mkdir(parents=True)

    assert course_root(tmp_path / "grader") == tmp_path / "grader" / "_course"


def test_a_package_without_a_course_says_so(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="no course"):
        course_root(tmp_path / "grader")


def test_this_course_is_found() -> None:
    assert (course_root() / "reference").is_dir()


def test_without_its_answers_a_course_is_read_from_its_stubs(tmp_path: Path) -> None:
    package = tmp_path / "grader"
    shutil.copytree(course_root() / "exercises", package / "_course" / "exercises")

    root = course_root(package)
    found = exercises(root)

    assert not has_answers(root)
    assert has_answers()
    for here, there in zip(exercises(), found, strict=True):
        assert (here.id, here.title, here.task, here.functions) == (
            there.id,
            there.title,
            there.task,
            there.functions,
        )
        assert there.stub.is_file()
        assert not there.reference.exists()


def test_importing_the_catalogue_loads_nothing_heavy() -> None:
    program = (
        "import sys, grader.catalog, grader.source; "
        "print([m for m in ('numpy', 'tensorflow', 'sklearn', 'libcst', 'pytest') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
