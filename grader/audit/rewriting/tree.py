"""What rules of rewriting need of a syntax tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import libcst as cst

Statement = cst.BaseStatement
Body = Sequence[Statement]


@dataclass(frozen=True)
class Rule:
    """A way to say the same in another style.

    `apply` returns the source in that style, or the source as it is where there is nothing to change.
    """

    kind: str
    what: str
    apply: Callable[[str], str]


def on_tree(change: Callable[[cst.Module], cst.Module]) -> Callable[[str], str]:
    """Return `change` as a function of the source."""

    def apply(source: str) -> str:
        return change(cst.parse_module(source)).code

    return apply


def with_visitor(visitor: Callable[[], cst.CSTTransformer]) -> Callable[[str], str]:
    """Return what a new `visitor` makes of a file, as a function of the source."""
    return on_tree(lambda module: module.visit(visitor()))


def statements(code: str) -> list[Statement]:
    """Return the statements that `code` consists of."""
    return list(cst.parse_module(code).body)


def statement(code: str) -> cst.SimpleStatementLine:
    """Return the one line that `code` is.

    Raises:
        TypeError: if it is no simple statement.
    """
    (one,) = statements(code)
    if not isinstance(one, cst.SimpleStatementLine):
        raise TypeError(f"no simple statement: {code}")
    return one


def expression(code: str) -> cst.BaseExpression:
    """Return the expression that `code` is."""
    return cst.parse_expression(code)


def code_of(node: cst.CSTNode) -> str:
    """Return the code of `node`."""
    return cst.Module([]).code_for_node(node)


def assignment(name: str, value: cst.BaseExpression) -> cst.SimpleStatementLine:
    """Return `name = value`."""
    return cst.SimpleStatementLine([cst.Assign([cst.AssignTarget(cst.Name(name))], value)])


def returned(value: cst.BaseExpression) -> cst.SimpleStatementLine:
    """Return `return value`."""
    return cst.SimpleStatementLine([cst.Return(value)])


def added_to_model(line: cst.SimpleStatementLine) -> cst.Call | None:
    """Return the call if `line` is `model.add(...)`, else None."""
    call = line.body[0].value if isinstance(line.body[0], cst.Expr) else None
    if isinstance(call, cst.Call) and code_of(call.func) == "model.add":
        return call
    return None


def is_text(statement: cst.CSTNode) -> bool:
    """Return whether `statement` is a docstring where it comes first."""
    return (
        isinstance(statement, cst.SimpleStatementLine)
        and isinstance(expr := statement.body[0], cst.Expr)
        and isinstance(expr.value, (cst.SimpleString, cst.ConcatenatedString))
    )


def functions(module: cst.Module) -> list[cst.FunctionDef]:
    """Return the functions of the module, in their order."""
    return [one for one in module.body if isinstance(one, cst.FunctionDef)]


def is_public(function: cst.FunctionDef) -> bool:
    """Return whether the exercise asks for this function."""
    return not function.name.value.startswith("_")


def parameters(function: cst.FunctionDef) -> list[str]:
    """Return the names of the parameters."""
    return [one.name.value for one in function.params.params]


def split_body(function: cst.FunctionDef) -> tuple[list[Statement], list[Statement]]:
    """Return the docstring, as a list of one or none, and the statements after it."""
    body: list[Statement] = list(function.body.body)  # type: ignore[arg-type]
    return (body[:1], body[1:]) if is_text(body[0]) else ([], body)


def with_body(function: cst.FunctionDef, body: Iterable[Statement]) -> cst.FunctionDef:
    """Return `function` with another body, its docstring kept."""
    text, _ = split_body(function)
    return function.with_changes(body=cst.IndentedBlock([*text, *body]))


def with_imports(module: cst.Module, *lines: str) -> cst.Module:
    """Return `module` with `lines` after its docstring; those that are there already are not added again."""
    present = {code_of(one).strip() for one in module.body}
    added = [one for line in lines if line not in present for one in statements(line)]
    place = sum(1 for one in module.body[:1] if is_text(one))
    return module.with_changes(body=[*module.body[:place], *added, *module.body[place:]])


def each_function(
    change: Callable[[cst.FunctionDef], Sequence[Statement]],
    chosen: Callable[[cst.FunctionDef], bool] = lambda _: True,
) -> Callable[[str], str]:
    """Return a rule's function that puts what `change` makes in the place of each `chosen` function."""

    def apply(module: cst.Module) -> cst.Module:
        body: list[Statement] = []
        for one in module.body:
            if isinstance(one, cst.FunctionDef) and chosen(one):
                body.extend(change(one))
            else:
                body.append(one)
        return module.with_changes(body=body)

    return on_tree(apply)
