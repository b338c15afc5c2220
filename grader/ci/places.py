"""The line of a student's file that a failed check is about."""

from __future__ import annotations

import ast
from pathlib import Path, PurePosixPath

from grader.parsing import MAX_SOURCE_BYTES, UnreadableSourceError, parse
from grader.report import CheckResult


def line_of(check: CheckResult, exercise_id: str, source: bytes | None) -> int:
    """Return the line, from 1, of the exercise's file that `check` is about.

    That is where the student's own code raised; else where the function begins that was called last; else
    where Python cannot read the file; else the first line.

    Args:
        check: a failed check.
        exercise_id: the exercise, whose file bears its last part as a name.
        source: what is in that file, or None where it cannot be read.
    """
    name = f"{PurePosixPath(exercise_id).name}.py"
    own = [frame.line for frame in check.frames if PurePosixPath(frame.file).name == name and frame.line > 0]
    if own:
        return own[-1]
    if source is None:
        return 1
    try:
        tree = parse(source)
    except UnreadableSourceError as unreadable:
        return unreadable.error.line
    return _line_of_definition(tree, check.function)


def source_of(file: Path) -> bytes | None:
    """Return what is in `file`, or None if it is no file, is too large to be read, or cannot be."""
    try:
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            source = opened.read(MAX_SOURCE_BYTES + 1)
    except OSError:
        return None
    return source if len(source) <= MAX_SOURCE_BYTES else None


def _line_of_definition(tree: ast.Module, name: str | None) -> int:
    """Return the line at which `name` gets its last meaning, in the file itself before inside anything."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and name in _bound_by(node)]
    outermost = [node for node in nodes if node.col_offset == 0]
    return max((node.lineno for node in outermost or nodes), default=1)


def _bound_by(node: ast.stmt) -> list[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name for alias in node.names]
    return []
