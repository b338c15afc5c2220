"""What a student's file holds of its exercise, told from its text alone: nothing in it is run.

The judge asks this first: an untouched stub then costs no import of TensorFlow.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from grader.parsing import SourceError, UnreadableSourceError, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Attempt", "attempted"]


@dataclass(frozen=True)
class Attempt:
    """What a file holds of the functions that its exercise asks for, each in one of the first three groups.

    All groups are empty where `error` is set.

    Attributes:
        written: asked for, and there: a body of its own, a lambda, an import, any other assignment.
        stubs: asked for, and there with no body of its own.
        missing: asked for, and not seen. Code can still make a name in ways that only running it shows.
        replaced: those of `stubs` that are written further up: the later stub takes their place.
        others: functions and classes that are written and not asked for: helpers, or misspelt names.
        loose_code: statements outside functions that do something, such as calls and loops.
        error: why Python cannot read the file, or None.
    """

    written: tuple[str, ...] = ()
    stubs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    loose_code: bool = False
    error: SourceError | None = None

    @property
    def nothing_written(self) -> bool:
        """Whether the student has not begun: an untouched stub, an empty file, imports and constants only."""
        script = bool(self.missing) and self.loose_code
        return not (self.written or self.replaced or self.others or script or self.error)


class _Binding(Enum):
    """How a name came to be."""

    DEFINED = 1
    IMPORTED = 2
    STUB = 3


def attempted(source: bytes, functions: Iterable[str]) -> Attempt:
    """Return which of `functions` the file with the contents `source` has, without running it.

    Never raises for anything that `source` may hold: what cannot be read comes back as the attempt's `error`.
    """
    asked = tuple(dict.fromkeys(functions))
    try:
        tree = parse(source)
    except UnreadableSourceError as unreadable:
        return Attempt(error=unreadable.error)
    state: dict[str, _Binding] = {}
    replaced: set[str] = set()
    for name, binding, conditional in _bindings(tree, asked):
        before = state.get(name)
        if binding is not _Binding.STUB:
            replaced.discard(name)
        elif before in (_Binding.DEFINED, _Binding.IMPORTED):
            if conditional:
                continue  # the other branch, or the way out when an import fails
            if before is _Binding.DEFINED:
                replaced.add(name)
        state[name] = binding
    done = {name for name, binding in state.items() if binding is not _Binding.STUB}
    own = (name for name, binding in state.items() if binding is _Binding.DEFINED)
    return Attempt(
        written=tuple(name for name in asked if name in done),
        stubs=tuple(name for name in asked if name in state and name not in done),
        missing=tuple(name for name in asked if name not in state),
        replaced=tuple(name for name in asked if name in replaced),
        others=tuple(name for name in own if name not in asked),
        loose_code=any(_does_something(statement) for statement, _ in _statements(tree)),
    )


def _statements(tree: ast.Module) -> Iterator[tuple[ast.stmt, bool]]:
    """Return each statement that an import runs, in order, and whether another (an if, a try) holds it."""
    waiting: list[tuple[ast.AST, bool]] = [(node, False) for node in reversed(tree.body)]
    while waiting:  # not by recursion: each elif is nested in the one before
        node, inner = waiting.pop()
        if isinstance(node, ast.stmt):
            yield node, inner
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            blocks = (
                getattr(node, name, []) for name in ("body", "cases", "handlers", "orelse", "finalbody")
            )
            children = [child for block in blocks if isinstance(block, list) for child in block]
            waiting.extend((child, True) for child in reversed(children))


def _bindings(tree: ast.Module, asked: tuple[str, ...]) -> Iterator[tuple[str, _Binding, bool]]:
    """Return what each statement makes of a name, and whether under a condition.

    Variables that are not asked for are left out, unless they hold a lambda.
    """
    for node, inner in _statements(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name, _Binding.STUB if _is_stub(node) else _Binding.DEFINED, inner
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names = {alias.asname or alias.name.partition(".")[0] for alias in node.names}
            # Any name may be among "*": the run will tell.
            for name in sorted(names) if "*" not in names else asked:
                yield name, _Binding.IMPORTED, inner
        elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            empty = isinstance(node.value, ast.Constant) and node.value.value in (None, ...)
            for name in _targets(node):
                if name in asked or isinstance(node.value, ast.Lambda):
                    yield name, _Binding.STUB if empty else _Binding.DEFINED, inner


def _targets(node: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [
        name.id
        for target in targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
    ]


def _is_stub(node: ast.stmt) -> bool:
    """Return whether `node` has nothing in it but docstrings, `pass`, `...` and `raise NotImplementedError`.

    A class also may have attributes, and methods that are stubs.
    """
    if isinstance(node, ast.ClassDef):
        methods = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        return all(_is_stub(child) for child in node.body if isinstance(child, methods))
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and all(map(_is_placeholder, node.body))


def _is_placeholder(node: ast.stmt) -> bool:
    if isinstance(node, ast.Raise):
        raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    return isinstance(node, ast.Pass) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _does_something(node: ast.stmt) -> bool:
    """Return whether `node` is more than a definition, an import, a literal, or a frame around others."""
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    if isinstance(node, (*definitions, ast.If, ast.Try, ast.Pass)):
        return False
    if isinstance(node, (ast.Assign, ast.AnnAssign, ast.Expr)):
        literal = (ast.Constant, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.UnaryOp, ast.unaryop, ast.Load)
        value = node.value
        return value is not None and not all(isinstance(part, literal) for part in ast.walk(value))
    return True
