"""A statement that is missing, two in the wrong order, a loop that ends too early."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import libcst as cst

from grader.audit.mutation.tree import Change, Solution, is_docstring, is_free

if TYPE_CHECKING:
    from collections.abc import Iterator


def statements_left_out(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution without a call that stands alone, without a `return`, without a `raise`."""
    if not isinstance(node, cst.SimpleStatementLine):
        return
    (statement,) = node.body
    if _is_all(node, solution):
        return  # a function without a body is not begun, and not wrong
    if isinstance(statement, (cst.Return, cst.Raise)) or (
        isinstance(statement, cst.Expr) and _matters(statement.value)
    ):
        said = f"`{solution.code(statement)}` left out"
        yield Change("statement_left_out", node, cst.SimpleStatementLine([cst.Pass()]), said)


def statements_swapped(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution with two neighbouring layers added the wrong way round."""
    if not isinstance(node, cst.IndentedBlock):
        return
    for left, right in pairwise(node.body):
        if _adds_layer(left) and _adds_layer(right) and "Input(" not in solution.code(left):
            other = {left: right, right: left}
            body = [other.get(statement, statement) for statement in node.body]
            said = f"`{solution.code(left)}` after `{solution.code(right)}`"
            yield Change("swapped", node, node.with_changes(body=body), said)


def loops_cut_short(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution with a loop that ends after its first round."""
    if isinstance(node, cst.For) and isinstance(node.body, cst.IndentedBlock):
        stop = cst.SimpleStatementLine([cst.Break()])
        longer = node.body.with_changes(body=[*node.body.body, stop])
        said = f"`for {solution.code(node.target)} in ...` ends after its first round"
        yield Change("loop_cut_short", node.body, longer, said)


def _matters(expression: cst.BaseExpression) -> bool:
    """Return whether `expression` is a call of which more than the looks of a figure depends."""
    if not isinstance(expression, cst.Call):
        return False
    return not expression.args or not all(is_free(argument) for argument in expression.args)


def _is_all(node: cst.SimpleStatementLine, solution: Solution) -> bool:
    """Return whether a function consists of this statement."""
    block = solution.parent(node)
    return (
        isinstance(block, cst.IndentedBlock)
        and isinstance(solution.parent(block), cst.FunctionDef)
        and all(one is node or _is_text(one) for one in block.body)
    )


def _is_text(statement: cst.CSTNode) -> bool:
    return isinstance(statement, cst.SimpleStatementLine) and is_docstring(statement.body[0])


def _adds_layer(statement: cst.BaseStatement) -> bool:
    if not isinstance(statement, cst.SimpleStatementLine) or not isinstance(statement.body[0], cst.Expr):
        return False
    call = statement.body[0].value
    return (
        isinstance(call, cst.Call)
        and isinstance(call.func, cst.Attribute)
        and call.func.attr.value == "add"
        and len(call.args) == 1
    )
