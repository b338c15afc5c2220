"""An argument left out, two in the wrong order, an element of a list that is missing or moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import libcst as cst

from grader.audit.mutation.tree import Change, Solution, callee, is_free

if TYPE_CHECKING:
    from collections.abc import Iterator

_Item = TypeVar("_Item")
# With one of two operands left out these say nothing else, or nothing at all.
_SYMMETRIC = frozenset({"isinstance", "getattr"})
_LONG = 6


def arguments_left_out(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution without one of its keyword arguments, or without the last of several others."""
    if not isinstance(node, cst.Call) or callee(node) in _SYMMETRIC:
        return
    positional = [argument for argument in node.args if argument.keyword is None]
    for argument in node.args:
        # Without an argument a function of one's own stops at once, and nobody hands that in.
        private = callee(node).startswith("_")
        last = len(positional) > 1 and argument is positional[-1] and not private
        if (argument.keyword is not None or last) and not is_free(argument):
            shorter = node.with_changes(args=_without(node.args, argument))
            said = f"`{solution.code(argument.with_changes(comma=cst.MaybeSentinel.DEFAULT))}`"
            yield Change("argument_left_out", node, shorter, f"{said} of `{callee(node)}` left out")


def arguments_swapped(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution with two neighbouring arguments the wrong way round; elements of a tuple too."""
    if isinstance(node, cst.Call) and callee(node) not in _SYMMETRIC:
        positional = [argument for argument in node.args if argument.keyword is None]
        yield from _swapped(node, "args", positional, solution)
    # A pair that is handed on. What is unpacked has its order from where it comes.
    if isinstance(node, cst.Tuple) and isinstance(solution.parent(node), (cst.Arg, cst.Return, cst.Element)):
        yield from _swapped(node, "elements", node.elements, solution)


def elements_left_out(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution without one entry of a list, a dictionary, or the values that are returned."""
    returned = isinstance(node, cst.Tuple) and isinstance(solution.parent(node), cst.Return)
    if not (returned or isinstance(node, (cst.List, cst.Dict))):
        return
    for element in _ends(node.elements):  # type: ignore[attr-defined]
        said = solution.code(element.with_changes(comma=cst.MaybeSentinel.DEFAULT))
        rest: cst.CSTNode = node.with_changes(elements=_without(node.elements, element))  # type: ignore[attr-defined]
        if returned and len(rest.elements) == 1:  # type: ignore[attr-defined]
            rest = rest.elements[0].value  # type: ignore[attr-defined]
        yield Change("element_left_out", node, rest, f"`{said}` left out")


def elements_swapped(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution with two neighbouring entries of a list the wrong way round: layers, names."""
    if isinstance(node, cst.List):
        # The order of metrics and of callbacks decides nothing that the chapter speaks of.
        argument = solution.parent(node)
        if not (isinstance(argument, cst.Arg) and argument.keyword is not None):
            yield from _swapped(node, "elements", node.elements, solution)


def _ends(parts: Sequence[_Item]) -> Sequence[_Item]:
    """Return the first and the last of what is many of one kind, such as names; else all of them."""
    return parts if len(parts) <= _LONG else [parts[0], parts[-1]]


def _swapped(
    node: cst.CSTNode, field: str, parts: Sequence[cst.Arg | cst.BaseElement], solution: Solution
) -> Iterator[Change]:
    everything = getattr(node, field)
    for left, right in _ends(list(pairwise(parts))):
        before, after = solution.code(left.value), solution.code(right.value)
        if before == after or "Input(" in before:
            continue
        other = {left: left.with_changes(value=right.value), right: right.with_changes(value=left.value)}
        swapped = node.with_changes(**{field: [other.get(part, part) for part in everything]})
        yield Change("swapped", node, swapped, f"`{before}, {after}` -> `{after}, {before}`")


def _without(parts: Sequence[cst.CSTNode], part: cst.CSTNode) -> list[cst.CSTNode]:
    rest = [one for one in parts if one is not part]
    if rest and part is parts[-1]:
        rest[-1] = rest[-1].with_changes(comma=part.comma)  # type: ignore[attr-defined]
    return rest
