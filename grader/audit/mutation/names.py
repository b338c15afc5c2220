"""The wrong variable of the right kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from grader.audit.mutation.tree import Change, Solution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST = 2
_UNLIKE = 3
_ARRAY_METHODS = frozenset({"reshape", "astype", "mean", "sum", "copy"})
# What a local that is computed from a parameter may be taken for.
_DATA = frozenset({"np.ndarray", "keras.Model", "Sequence[float]", "Sequence[int]"})


def wrong_variables(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution with another variable of its function in the place of one that is read."""
    function = solution.function(node)
    if not isinstance(node, cst.Name) or function is None or not _is_read(node, solution):
        return
    parameters = {one.name.value: _annotation(one, solution) for one in function.params.params}
    local = [name for name in _assigned_before(node, function, solution) if name not in parameters]
    if node.value not in parameters and node.value not in local:
        return
    others = [other for other in [*local[::-1], *parameters] if other != node.value]
    if isinstance(parent := solution.parent(node), cst.Attribute):
        # Anything but an array has no such method, which nobody overlooks.
        arrays = [other for other in others if parameters.get(other) == "np.ndarray"]
        others = arrays if parent.attr.value in _ARRAY_METHODS else []
    nearest = min((_likeness(node.value, other, parameters) for other in others), default=_UNLIKE)
    if nearest < _UNLIKE:
        near = [other for other in others if _likeness(node.value, other, parameters) == nearest]
        for other in near[: _MOST if nearest == 0 else 1]:
            yield Change("wrong_variable", node, node.with_changes(value=other))


def _likeness(name: str, other: str, parameters: dict[str, str]) -> int:
    """Return 0 for a shared last word, 1 for the same kind, 2 for what may be of one kind, else `_UNLIKE`."""
    if name.rpartition("_")[2] == other.rpartition("_")[2]:
        return 0
    if name in parameters and other in parameters:
        return 1 if parameters[name] == parameters[other] else _UNLIKE
    if name in parameters:
        return _UNLIKE  # what is made of a parameter later on was not meant there
    return 2 if other not in parameters or parameters[other] in _DATA else _UNLIKE


def _annotation(parameter: cst.Param, solution: Solution) -> str:
    return solution.code(parameter.annotation.annotation) if parameter.annotation else ""


def _is_read(node: cst.Name, solution: Solution) -> bool:
    """Return whether `node` stands for a variable's value."""
    parent = solution.parent(node)
    if isinstance(parent, cst.Call) and parent.func is node:
        return False
    if isinstance(parent, cst.Attribute):
        return parent.value is node
    if isinstance(parent, (cst.AssignTarget, cst.Param, cst.AnnAssign, cst.FunctionDef, cst.NameItem)):
        return isinstance(parent, cst.AnnAssign) and parent.value is node
    if isinstance(parent, cst.Arg):
        return parent.value is node
    if isinstance(parent, (cst.For, cst.CompFor)):
        return parent.iter is node
    return not any(_binds(one, node, solution) for one in solution.around(node))


def _binds(outer: cst.CSTNode, node: cst.CSTNode, solution: Solution) -> bool:
    """Return whether `node` stands among the targets of `outer`."""
    targets: Sequence[cst.CSTNode] = ()
    if isinstance(outer, cst.Assign):
        targets = outer.targets
    elif isinstance(outer, (cst.For, cst.CompFor)):
        targets = [outer.target]
    return any(target is one for target in targets for one in (node, *solution.around(node)))


def _assigned_before(node: cst.Name, function: cst.FunctionDef, solution: Solution) -> list[str]:
    """Return the variables of `function` that have a value where `node` stands, in their order."""
    names: dict[str, None] = {}
    here = _statement_of(node, solution)
    for one in solution.nodes:
        if one is here:
            break
        if isinstance(one, cst.Name) and solution.function(one) is function:
            around = list(solution.around(one))
            assigns = any(isinstance(outer, (cst.Assign, cst.For)) for outer in around)
            if assigns and any(_binds(outer, one, solution) for outer in around):
                names[one.value] = None
            if isinstance(around[0], cst.AnnAssign) and around[0].target is one:
                names[one.value] = None
    return list(names)


def _statement_of(node: cst.CSTNode, solution: Solution) -> cst.CSTNode:
    return next(
        one for one in solution.around(node) if isinstance(one, cst.BaseSmallStatement | cst.For | cst.If)
    )
