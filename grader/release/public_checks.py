"""The checks of an exercise as students may see them: without the hidden ones, and what only those use."""

from __future__ import annotations

import libcst as cst


def public_checks(source: str) -> str:
    """Return a module of checks without its hidden checks and without what nobody but those used.

    Lines that stay are as they were.
    """
    module = cst.parse_module(source)
    used = _Names.in_module(module)
    kept = [statement for statement in module.body if not _is_hidden(statement)]
    while True:
        still_used = _Names.in_module(module.with_changes(body=kept))
        orphans = used - still_used
        left = [statement for statement in kept if not (names := _defined(statement)) or names - orphans]
        if len(left) == len(kept):
            return module.with_changes(body=kept).code
        kept = left


def hidden_checks(source: str) -> list[cst.FunctionDef]:
    """Return the hidden checks of a module of checks."""
    return [
        node
        for node in cst.parse_module(source).body
        if isinstance(node, cst.FunctionDef) and _is_hidden(node)
    ]


def _is_hidden(statement: cst.BaseStatement | cst.SimpleStatementLine) -> bool:
    if not isinstance(statement, cst.FunctionDef):
        return False
    calls = [each.decorator for each in statement.decorators if isinstance(each.decorator, cst.Call)]
    marks = [call for call in calls if isinstance(call.func, cst.Name) and call.func.value == "check"]
    return any(
        argument.keyword is not None
        and argument.keyword.value == "hidden"
        and isinstance(argument.value, cst.Name)
        and argument.value.value == "True"
        for call in marks
        for argument in call.args
    )


def _defined(statement: cst.CSTNode) -> set[str]:
    """Return the names that a top-level statement is there for; none for one that is there for itself."""
    if isinstance(statement, (cst.FunctionDef, cst.ClassDef)):
        return {statement.name.value}
    if not isinstance(statement, cst.SimpleStatementLine):
        return set()
    names: set[str] = set()
    for line in statement.body:
        if isinstance(line, cst.Assign):
            targets = [target.target for target in line.targets]
        elif isinstance(line, cst.AnnAssign):
            targets = [line.target]
        elif isinstance(line, (cst.Import, cst.ImportFrom)) and not isinstance(line.names, cst.ImportStar):
            names |= {
                (alias.evaluated_alias or alias.evaluated_name).partition(".")[0] for alias in line.names
            }
            continue
        else:
            return set()
        names |= {target.value for target in targets if isinstance(target, cst.Name)}
    return names


class _Names(cst.CSTVisitor):
    """Collects the names that are used: read, or asked for as a fixture by a parameter of that name."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    @classmethod
    def in_module(cls, module: cst.Module) -> set[str]:
        """Return the names that are used somewhere in `module`, except each in its own definition."""
        used: set[str] = set()
        for statement in module.body:
            visitor = cls()
            if isinstance(statement, cst.SimpleStatementLine):
                for line in statement.body:
                    value = line.value if isinstance(line, (cst.Assign, cst.AnnAssign, cst.Expr)) else None
                    if value is not None:
                        value.visit(visitor)
                    if isinstance(line, cst.AnnAssign):
                        line.annotation.visit(visitor)
            else:
                statement.visit(visitor)
                visitor.used -= _defined(statement)
            used |= visitor.used
        return used

    def visit_Name(self, node: cst.Name) -> None:  # noqa: N802 - as LibCST calls it
        """Take a name."""
        self.used.add(node.value)
