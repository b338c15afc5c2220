"""At which line an annotation stands."""

from pathlib import Path

import msgspec
import pytest

from grader.ci.places import line_of, source_of
from grader.report import CheckResult, Frame

EXERCISE = "ch07_1/e10_train_and_evaluate"
SOURCE = b"""import os

def first():
    def second():
        pass

def second():
    pass

@staticmethod
def third():
    pass

fourth = lambda: 0

def second():
    return 1

class Other:
    def second(self):
        pass
"""


def of_function(flattening: CheckResult, name: str | None) -> CheckResult:
    return msgspec.structs.replace(flattening, function=name)


def test_where_the_students_own_line_raised_last(exception: CheckResult) -> None:
    helper = Frame("helper.py", 77, "help", "")
    check = msgspec.structs.replace(exception, frames=(*exception.frames, helper))
    assert line_of(check, EXERCISE, SOURCE) == 9


def test_else_where_the_function_was_defined_that_was_called(flattening: CheckResult) -> None:
    lines = {
        name: line_of(of_function(flattening, name), EXERCISE, SOURCE)
        for name in ("first", "third", "fourth")
    }
    assert lines == {"first": 3, "third": 11, "fourth": 14}


def test_of_several_definitions_the_one_that_holds(flattening: CheckResult) -> None:
    assert line_of(of_function(flattening, "second"), EXERCISE, SOURCE) == 16
    inside = b"try:\n    def f():\n        pass\nexcept OSError:\n    pass\n"
    assert line_of(of_function(flattening, "f"), EXERCISE, inside) == 2


def test_else_where_python_cannot_read_the_file(flattening: CheckResult) -> None:
    assert line_of(of_function(flattening, "first"), EXERCISE, b"x = 1\n\ndef first(:\n    pass\n") == 3


@pytest.mark.parametrize(
    ("function", "source"), [(None, SOURCE), ("missing", SOURCE), ("first", None), ("first", b"")]
)
def test_else_the_first_line(flattening: CheckResult, function: str | None, source: bytes | None) -> None:
    assert line_of(of_function(flattening, function), EXERCISE, source) == 1


def test_only_files_of_a_readable_size_are_read(tmp_path: Path) -> None:
    assert source_of(tmp_path) is None
    assert source_of(tmp_path / "missing.py") is None
    file = tmp_path / "answer.py"
    file.write_bytes(b"x = 1\n")
    assert source_of(file) == b"x = 1\n"
    file.write_bytes(b"#" * 1_000_001)
    assert source_of(file) is None
