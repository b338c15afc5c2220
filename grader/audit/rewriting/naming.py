"""The same things under other names: variables, imports, constants; with type hints and without."""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst
import libcst.matchers as m

from grader.audit.rewriting.tree import (
    Rule,
    Statement,
    assignment,
    code_of,
    functions,
    is_text,
    on_tree,
    parameters,
    split_body,
    with_body,
    with_visitor,
)


class _Renamed(cst.CSTTransformer):
    """Puts what `other` says in the place of names that stand for a value."""

    def __init__(self, other: Callable[[str], cst.BaseExpression | None]) -> None:
        super().__init__()
        self._other = other

    def visit_Attribute_attr(self, node: cst.Attribute) -> None:  # noqa: N802 - libcst's
        self._kept = node.attr

    def leave_Attribute(  # noqa: N802
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.BaseExpression:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:  # noqa: N802
        return updated_node.with_changes(keyword=original_node.keyword)

    def visit_Import(self, node: cst.Import) -> bool:  # noqa: ARG002, N802
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:  # noqa: ARG002, N802
        return False

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:  # noqa: N802
        return self._other(original_node.value) or updated_node


def _locals_of(function: cst.FunctionDef) -> set[str]:
    """Return the variables of `function` that are not its parameters."""
    targets = [
        one.target
        for one in m.findall(
            function, m.AssignTarget() | m.AnnAssign() | m.For() | m.CompFor() | m.NamedExpr()
        )
        if isinstance(one, (cst.AssignTarget, cst.AnnAssign, cst.For, cst.CompFor, cst.NamedExpr))
    ]
    names = {
        name.value
        for target in targets
        for name in m.findall(target, m.Name())
        if isinstance(name, cst.Name) and not m.matches(target, m.Attribute() | m.Subscript())
    }
    return names - set(parameters(function)) - {"_"}


def _locals_renamed(module: cst.Module) -> cst.Module:
    def renamed(function: cst.FunctionDef) -> cst.CSTNode:
        mine = _locals_of(function)
        visitor = _Renamed(lambda name: cst.Name(f"my_{name}") if name in mine else None)
        changed = function.body.visit(visitor)
        return function.with_changes(body=changed)

    body = [renamed(one) if isinstance(one, cst.FunctionDef) else one for one in module.body]
    return module.with_changes(body=body)


class _WithoutHints(cst.CSTTransformer):
    """Takes type hints away."""

    def leave_Param(self, original_node: cst.Param, updated_node: cst.Param) -> cst.Param:  # noqa: N802
        equal = original_node.equal
        if isinstance(equal, cst.AssignEqual):
            equal = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
        return updated_node.with_changes(annotation=None, equal=equal)

    def leave_FunctionDef(  # noqa: N802
        self,
        original_node: cst.FunctionDef,  # noqa: ARG002
        updated_node: cst.FunctionDef,
    ) -> cst.FunctionDef:
        return updated_node.with_changes(returns=None)

    def leave_AnnAssign(  # noqa: N802
        self, original_node: cst.AnnAssign, updated_node: cst.AnnAssign
    ) -> cst.AnnAssign | cst.Assign:
        if updated_node.value is None:
            return original_node
        return cst.Assign([cst.AssignTarget(updated_node.target)], updated_node.value)


class _WithHints(cst.CSTTransformer):
    """Gives each variable a type hint."""

    def leave_Assign(  # noqa: N802
        self, original_node: cst.Assign, updated_node: cst.Assign
    ) -> cst.Assign | cst.AnnAssign:
        target = original_node.targets[0].target
        if len(original_node.targets) > 1 or not isinstance(target, cst.Name):
            return updated_node
        return cst.AnnAssign(target, cst.Annotation(cst.Name("object")), updated_node.value)


class _Constants(cst.CSTTransformer):
    """Collects what stands as a literal in functions; `found` are the names for them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def visit_FormattedString(self, node: cst.FormattedString) -> bool:  # noqa: ARG002, N802
        return False

    def visit_Annotation(self, node: cst.Annotation) -> bool:  # noqa: ARG002, N802
        return False

    def visit_Expr(self, node: cst.Expr) -> bool:  # noqa: N802
        return not is_text(cst.SimpleStatementLine([node]))

    def _named(self, code: str) -> cst.Name:
        return cst.Name(self.found.setdefault(code, f"_CONSTANT_{len(self.found) + 1}"))

    def leave_Integer(self, original_node: cst.Integer, updated_node: cst.Integer) -> cst.BaseExpression:  # noqa: ARG002, N802
        return self._named(updated_node.value)

    def leave_Float(self, original_node: cst.Float, updated_node: cst.Float) -> cst.BaseExpression:  # noqa: ARG002, N802
        return self._named(updated_node.value)

    def leave_SimpleString(  # noqa: N802
        self,
        original_node: cst.SimpleString,  # noqa: ARG002
        updated_node: cst.SimpleString,
    ) -> cst.BaseExpression:
        return self._named(updated_node.value)


def _constants(module: cst.Module) -> cst.Module:
    collector = _Constants()
    body: list[cst.CSTNode] = []
    for one in module.body:
        if isinstance(one, cst.FunctionDef):
            body.append(one.with_changes(body=one.body.visit(collector)))
        else:
            body.append(one)
    place = body.index(next(one for one in body if isinstance(one, cst.FunctionDef)))
    lines = [assignment(name, cst.parse_expression(code)) for code, name in collector.found.items()]
    return module.with_changes(body=[*body[:place], *lines, *body[place:]])


def _local_imports(module: cst.Module) -> cst.Module:
    """Return `module` with its imports inside the functions, where hints can no longer use them."""
    bare = module.visit(_WithoutHints())
    imports: list[Statement] = [one for one in bare.body if _is_import(one)]
    body: list[cst.CSTNode] = []
    for one in bare.body:
        if isinstance(one, cst.FunctionDef):
            _, rest = split_body(one)
            body.append(with_body(one, [*(line for line in imports if _uses(one, line)), *rest]))
        elif not _is_import(one):
            body.append(one)
    return bare.with_changes(body=body)


def _is_import(statement: cst.CSTNode) -> bool:
    return isinstance(statement, cst.SimpleStatementLine) and isinstance(
        statement.body[0], (cst.Import, cst.ImportFrom)
    )


def _uses(function: cst.FunctionDef, line: cst.CSTNode) -> bool:
    names = code_of(line).replace(",", " ").split()
    return any(isinstance(one, cst.Name) and one.value in names for one in m.findall(function.body, m.Name()))


def defined(module: cst.Module) -> set[str]:
    """Return the names of the functions of `module`."""
    return {one.name.value for one in functions(module)}


RULES = (
    Rule("locals_renamed", "other names for variables", on_tree(_locals_renamed)),
    Rule("hints_removed", "no type hints", with_visitor(_WithoutHints)),
    Rule("hints_added", "a type hint for each variable", with_visitor(_WithHints)),
    Rule("constants", "constants of the module for numbers and settings", on_tree(_constants)),
    Rule("local_imports", "imports inside the functions", on_tree(_local_imports)),
)
