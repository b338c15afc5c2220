"""What students may see of the checks: the public ones as they stand, nothing that only hidden ones use."""

import ast
import importlib.util
import sys
from pathlib import Path

import pytest

from grader.catalog import Exercise, exercises
from grader.judging.collecting import checks_of
from grader.release.public_checks import public_checks

MODULE = '''"""Judges it."""

import numpy as np
import pytest

READ = Text("7-1", "7-1")
# Said of both.
SHARED = hint("shared", read=READ)
ONLY_HIDDEN = hint("only_hidden", read=READ)
LIMIT: int = 3
TRIAL_OF_NOBODY = 4


@pytest.fixture
def model():
    return LIMIT


@pytest.fixture
def secret():
    return np.zeros(7)


def _helper(value):
    return _deeper(value)


def _deeper(value):
    return 41


@check(1.0, SHARED)
def test_public(student, model):
    """It is public."""
    assert student.f(model)


@check(0.5, ONLY_HIDDEN, after="test_public", hidden=True)
def test_hidden(student, secret):
    assert student.f(secret) == _helper(42)


@check(0.5, SHARED, hidden=False)
def test_not_hidden(student):
    assert student
'''


def test_hidden_checks_go_with_all_that_nobody_else_uses() -> None:
    shown = public_checks(MODULE)
    for gone in (
        "test_hidden",
        "secret",
        "_helper",
        "_deeper",
        "ONLY_HIDDEN",
        "only_hidden",
        "np",
        "41",
        "42",
    ):
        assert gone not in shown, gone
    names = {node.name for node in ast.walk(ast.parse(shown)) if isinstance(node, ast.FunctionDef)}
    assert names == {"model", "test_public", "test_not_hidden"}


def test_what_stays_stays_as_it_was() -> None:
    shown = public_checks(MODULE)
    for kept in ('"""Judges it."""', "# Said of both.\nSHARED = ", "LIMIT: int = 3", "TRIAL_OF_NOBODY = 4"):
        assert kept in shown
    assert public_checks(shown) == shown


def test_a_module_without_hidden_checks_is_what_it_was() -> None:
    source = MODULE.replace(", hidden=True", "")
    assert public_checks(source) == source


@pytest.mark.parametrize("exercise", exercises(), ids=lambda exercise: exercise.id)
def test_the_public_checks_of_every_exercise_are_whole(
    exercise: Exercise, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = exercise.checks.read_text(encoding="utf-8")
    shown = public_checks(source)
    (tmp_path / "shown.py").write_text(shown, encoding="utf-8")
    specification = importlib.util.spec_from_file_location("shown", tmp_path / "shown.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    monkeypatch.setitem(sys.modules, "shown", module)  # where dataclasses look for their names
    specification.loader.exec_module(module)
    tests = {name for name in vars(module) if name.startswith("test_")}
    assert tests == {check.name for check in checks_of(exercise) if not check.hidden}
    if all(not check.hidden for check in checks_of(exercise)):
        assert shown == source
