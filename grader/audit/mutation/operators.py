"""Another operator, arithmetic or of comparison; another part of a slice; a condition that always holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from grader.audit.mutation.tree import Change, Solution

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARITHMETIC: dict[type[cst.BaseBinaryOp], tuple[type[cst.BaseBinaryOp], ...]] = {
    cst.Add: (cst.Subtract,),
    cst.Subtract: (cst.Add,),
    cst.Multiply: (cst.Add, cst.Divide),
    cst.Divide: (cst.Multiply, cst.FloorDivide),
}
_NEGATIONS: dict[type[cst.BaseCompOp], type[cst.BaseCompOp]] = {
    cst.Equal: cst.NotEqual,
    cst.NotEqual: cst.Equal,
    cst.Is: cst.IsNot,
    cst.IsNot: cst.Is,
    cst.In: cst.NotIn,
    cst.NotIn: cst.In,
    cst.LessThan: cst.GreaterThanEqual,
    cst.GreaterThanEqual: cst.LessThan,
    cst.GreaterThan: cst.LessThanEqual,
    cst.LessThanEqual: cst.GreaterThan,
}


def arithmetic(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:  # noqa: ARG001 - an operator's signature
    """Yield the solution with another operator between two numbers."""
    if isinstance(node, cst.BinaryOperation):
        for other in _ARITHMETIC.get(type(node.operator), ()):
            yield Change("arithmetic", node, node.with_changes(operator=other()))


def comparisons(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:  # noqa: ARG001
    """Yield the solution with the opposite of a comparison, or of a `not`."""
    if isinstance(node, cst.ComparisonTarget) and type(node.operator) in _NEGATIONS:
        yield Change("comparison", node, node.with_changes(operator=_NEGATIONS[type(node.operator)]()))
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Not):
        yield Change("comparison", node, node.expression)


def conditions(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:  # noqa: ARG001
    """Yield the solution with a condition that always holds, and one that never does; `and` for `or`."""
    if isinstance(node, (cst.If, cst.IfExp)):
        for constant in ("True", "False"):
            yield Change("condition", node.test, cst.Name(constant))
    if isinstance(node, cst.BooleanOperation):
        other = cst.Or() if isinstance(node.operator, cst.And) else cst.And()
        yield Change("condition", node, node.with_changes(operator=other))


def slices(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:  # noqa: ARG001
    """Yield the solution with a slice that goes on to the end, begins at the start, or is the other part."""
    if not isinstance(node, cst.Slice):
        return
    if node.lower is not None and node.upper is not None:
        yield Change("slice", node, node.with_changes(lower=None))
        yield Change("slice", node, node.with_changes(upper=None))
    elif node.upper is not None or node.lower is not None:
        yield Change("slice", node, node.with_changes(lower=node.upper, upper=node.lower))
        yield Change("slice", node, node.with_changes(lower=None, upper=None))
