"""The stub of an exercise: the file that a student edits, made from the reference.

What tells the answer is left out: the bodies of the functions, and everything private.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from grader.catalog import course_root, exercise_paths, exercises

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

__all__ = ["StubError", "stale_stubs", "stub_source", "write_stubs"]


class StubError(ValueError):
    """No stub can be made of a reference."""


def stub_source(reference_source: str) -> str:
    r"""Return the stub of a reference: the same module with nothing of the solution in it.

    Kept: the docstring, all imports, public constants, comments outside functions, and of each public
    function its decorators, signature, docstring, and those comments before its first statement that start
    with `# TODO` or `# Hint`. Left out: private functions, classes and constants (`_name`), with the comments
    that stand on them, and every body, which becomes `raise NotImplementedError`. Methods are treated as
    functions are.

    The stub of a stub is the stub. Lines end with "\n", the last one too.

    Raises:
        StubError: if the source does not parse, if what would be kept uses a private name, or if a public
            constant is a lambda, which would tell the answer.
    """
    try:
        module = cst.parse_module(
            reference_source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        )
    except cst.ParserSyntaxError as error:
        raise StubError(f"line {error.raw_line}: {error.message}") from error
    stripper = _Stripper()
    stub = module.visit(stripper)
    names = _Names()
    stub.visit(names)
    if missed := sorted(stripper.removed & names.used - names.imported):
        raise StubError(f"the stub would use {', '.join(missed)}, which is private and left out of it")
    return stub.code.rstrip() + "\n"


def write_stubs(root: Path | None = None) -> list[Path]:
    """Write the stub of every exercise of the course at `root`; return the files that are new or changed.

    Files without a reference are left alone.

    Raises:
        CatalogError: as `grader.catalog.exercises`.
        StubError: as `stub_source`; it names the reference.
    """
    changed = []
    for path, source in _stubs(root):
        if _read(path) != source:
            path.parent.mkdir(parents=True, exist_ok=True)
            # The same bytes on every system.
            path.write_text(source, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def stale_stubs(root: Path | None = None) -> list[tuple[Path, str]]:
    """Return each stub that is not what `write_stubs` would write, and why, in the order of the paths.

    Line ends do not count: a checkout on Windows changes them.

    Raises:
        CatalogError: as `grader.catalog.exercises`.
        StubError: as `stub_source`; it names the reference.
    """
    course = course_root() if root is None else root
    expected = dict(_stubs(course))
    orphans = exercise_paths(course.absolute() / "exercises").values()
    stale = dict.fromkeys(orphans, "has no reference")
    for path, source in expected.items():
        stale.pop(path, None)
        present = _read(path)
        if present is None:
            stale[path] = "missing"
        elif present != source:
            stale[path] = "differs from its reference"
    return sorted(stale.items())


def _stubs(root: Path | None) -> list[tuple[Path, str]]:
    return [(exercise.stub, _stub_of(exercise.reference)) for exercise in exercises(root)]


def _stub_of(reference: Path) -> str:
    try:
        return stub_source(reference.read_text(encoding="utf-8"))
    except (StubError, UnicodeDecodeError) as error:
        raise StubError(f"{reference}: {error}") from error


def _read(path: Path) -> str | None:
    """Return the text of the file at `path`, or None where there is no file, or "" where it is no UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return ""


def _is_private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


class _Stripper(cst.CSTTransformer):
    """Empties public functions and takes private definitions out; `removed` are the names that are gone."""

    def __init__(self) -> None:
        super().__init__()
        self.removed: set[str] = set()

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:  # noqa: ARG002, N802 - libcst's
        return False

    def leave_FunctionDef(  # noqa: N802
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.RemovalSentinel:
        if _is_private(original_node.name.value):
            self.removed.add(original_node.name.value)
            return cst.RemoveFromParent()
        return updated_node.with_changes(body=_emptied(updated_node.body))

    def leave_ClassDef(  # noqa: N802
        self, original_node: cst.ClassDef, updated_node: cst.ClassDef
    ) -> cst.ClassDef | cst.RemovalSentinel:
        if _is_private(original_node.name.value):
            self.removed.add(original_node.name.value)
            return cst.RemoveFromParent()
        return updated_node

    def leave_Assign(  # noqa: N802
        self, original_node: cst.Assign, updated_node: cst.Assign
    ) -> cst.Assign | cst.RemovalSentinel:
        targets = [target.target for target in original_node.targets]
        return cst.RemoveFromParent() if self._goes(targets, original_node.value) else updated_node

    def leave_AnnAssign(  # noqa: N802
        self, original_node: cst.AnnAssign, updated_node: cst.AnnAssign
    ) -> cst.AnnAssign | cst.RemovalSentinel:
        goes = self._goes([original_node.target], original_node.value)
        return cst.RemoveFromParent() if goes else updated_node

    def leave_AugAssign(  # noqa: N802
        self, original_node: cst.AugAssign, updated_node: cst.AugAssign
    ) -> cst.AugAssign | cst.RemovalSentinel:
        goes = self._goes([original_node.target], original_node.value)
        return cst.RemoveFromParent() if goes else updated_node

    def leave_SimpleStatementLine(  # noqa: N802
        self,
        original_node: cst.SimpleStatementLine,  # noqa: ARG002
        updated_node: cst.SimpleStatementLine,
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        return updated_node if updated_node.body else cst.RemoveFromParent()

    def _goes(self, targets: Iterable[cst.BaseExpression], value: cst.BaseExpression | None) -> bool:
        names = [name for target in targets for name in _bound(target)]
        if names and all(_is_private(name) for name in names):
            self.removed.update(names)
            return True
        if isinstance(value, cst.Lambda):
            raise StubError(f"{', '.join(names)} is a lambda, which would tell the answer: write it with def")
        return False


class _Names(cst.CSTVisitor):
    """Collects the names that a stub uses outside the bodies of its functions, and those that it imports."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()
        self.imported: set[str] = set()

    def visit_Name(self, node: cst.Name) -> None:  # noqa: N802
        self.used.add(node.value)

    def visit_Attribute(self, node: cst.Attribute) -> bool:  # noqa: N802
        node.value.visit(self)
        return False  # the name after the dot is another object's

    def visit_ImportAlias(self, node: cst.ImportAlias) -> bool:  # noqa: N802
        bound = node.asname.name if node.asname else node.name
        if isinstance(bound, cst.Name):
            self.imported.add(bound.value)
        return False


def _bound(target: cst.BaseExpression) -> list[str]:
    """Return the names that an assignment to `target` gives a value, or changes."""
    if isinstance(target, cst.Name):
        return [target.value]
    if isinstance(target, (cst.Tuple, cst.List)):
        return [name for element in target.elements for name in _bound(element.value)]
    if isinstance(target, (cst.Attribute, cst.Subscript)):
        return _bound(target.value)
    return []


def _emptied(body: cst.BaseSuite) -> cst.IndentedBlock:
    """Return the docstring of `body`, the comments meant for students, and `raise NotImplementedError`."""
    refusal = cst.SimpleStatementLine([cst.Raise(cst.Name("NotImplementedError"))])
    if not isinstance(body, cst.IndentedBlock):
        return cst.IndentedBlock([refusal])
    statements = list(body.body)
    first = statements[0]
    kept: list[cst.SimpleStatementLine] = []
    if isinstance(first, cst.SimpleStatementLine) and _is_text(first.body[0]):
        text = first.body[0].with_changes(semicolon=cst.MaybeSentinel.DEFAULT)
        kept.append(cst.SimpleStatementLine([text], leading_lines=_for_students(first.leading_lines)))
        lines = _lines_before(statements[1]) if len(statements) > 1 and len(first.body) == 1 else []
    else:
        lines = _lines_before(first)
    refusal = refusal.with_changes(leading_lines=_for_students(lines))
    return cst.IndentedBlock([*kept, refusal], header=body.header, indent=body.indent)


def _is_text(statement: cst.BaseSmallStatement) -> bool:
    """Return whether `statement` is a docstring where it comes first."""
    if not isinstance(statement, cst.Expr):
        return False
    value = statement.value
    if isinstance(value, cst.ConcatenatedString):
        return isinstance(value.evaluated_value, str)
    return isinstance(value, cst.SimpleString) and isinstance(value.evaluated_value, str)


def _lines_before(statement: cst.BaseStatement) -> Sequence[cst.EmptyLine]:
    """Return the empty and comment lines that stand above `statement`."""
    lines: Sequence[cst.EmptyLine] = getattr(statement, "leading_lines", ())
    return lines


def _for_students(lines: Iterable[cst.EmptyLine]) -> list[cst.EmptyLine]:
    """Return the comments that are meant for the student."""
    return [line for line in lines if line.comment and line.comment.value.startswith(("# TODO", "# Hint"))]
