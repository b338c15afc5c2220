"""Whether something that is to be released tells an answer: a part of a solution, or of a hidden check.

What is looked for is code, told by its syntax tree: spacing, comments and line breaks make no difference.
Archives are looked into, whatever they lie in.
"""

from __future__ import annotations

import ast
import io
import re
import textwrap
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from grader.catalog import Exercise, exercises

# Shorter ones, such as `return model`, are anybody's.
_TELLING_CHARACTERS = 16
_SPACE = re.compile(r"[\s`]+")  # and the signs around code in prose


@dataclass(frozen=True)
class Secret:
    """A piece of code that must not be told; `code` is as `ast.unparse` writes it."""

    where: str
    code: str


@dataclass(frozen=True)
class Leak:
    """A secret that was found, in the file of that path; `!` stands between an archive and its member."""

    secret: Secret
    file: str


def secrets() -> tuple[Secret, ...]:
    """Return what the course keeps to itself: bodies of solutions, and hidden checks."""
    return tuple(
        secret for exercise in exercises() for secret in (*solution_of(exercise), *hidden_of(exercise))
    )


def solution_of(exercise: Exercise) -> Iterator[Secret]:
    """Yield the body of each function of the reference, and what stands beside the functions in private."""
    public = {function.name for function in exercise.functions}
    for node in ast.parse(exercise.reference.read_bytes()).body:
        if isinstance(node, ast.FunctionDef):
            body = _without_docstring(node)
            yield from _told(f"{exercise.id}: {node.name}", body)
            if node.name not in public:
                yield from _told(f"{exercise.id}: {node.name}", [node])
        elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.ClassDef)) and ast.unparse(node).startswith(
            "_"
        ):
            yield from _told(f"{exercise.id}: line {node.lineno}", [node])


def hidden_of(exercise: Exercise) -> Iterator[Secret]:
    """Yield what each hidden check does."""
    for node in ast.parse(exercise.checks.read_bytes()).body:
        if isinstance(node, ast.FunctionDef) and any(_hides(one) for one in node.decorator_list):
            yield from _told(f"{exercise.id}: {node.name}", _without_docstring(node))


def leaks(files: Mapping[str, bytes], kept: tuple[Secret, ...]) -> list[Leak]:
    """Return where one of `kept` stands in `files`, or in an archive among them."""
    wanted = {secret: _squeezed(secret.code) for secret in kept}
    return [
        Leak(secret, name)
        for name, content in _unpacked(files)
        for secret in _told_in(content.decode("utf-8", "ignore"), wanted, is_code=name.endswith(".py"))
    ]


def _told_in(text: str, wanted: Mapping[Secret, str], *, is_code: bool) -> Iterator[Secret]:
    squeezed, statements = _squeezed(text), _bodies(text) if is_code else frozenset()
    for secret, code in wanted.items():
        if secret.code in statements or code in squeezed:
            yield secret


def _told(where: str, body: list[ast.stmt]) -> Iterator[Secret]:
    code = _code(body)
    if len(code) >= _TELLING_CHARACTERS:
        yield Secret(where, code)


def _code(body: list[ast.stmt]) -> str:
    return "\n".join(ast.unparse(node) for node in body)


def _without_docstring(node: ast.FunctionDef) -> list[ast.stmt]:
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


def _hides(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and any(
        keyword.arg == "hidden" and ast.unparse(keyword.value) == "True" for keyword in decorator.keywords
    )


def _bodies(text: str) -> frozenset[str]:
    """Return the code of every function's body, and of every statement."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(textwrap.dedent(text))
    except (SyntaxError, ValueError):
        return frozenset()
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    statements = (node for node in ast.walk(tree) if isinstance(node, ast.stmt))
    return frozenset(
        [_code(_without_docstring(node)) for node in functions] + [ast.unparse(node) for node in statements]
    )


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)


def _unpacked(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in files.items():
        yield name, content
        try:
            archive = ZipFile(io.BytesIO(content))
        except BadZipFile:
            continue
        with archive:
            members = {f"{name}!{one.filename}": archive.read(one) for one in archive.infolist()}
        yield from _unpacked(members)
