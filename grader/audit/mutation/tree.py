"""The syntax tree of a solution, as the operators of mutation need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import libcst as cst
from libcst.metadata import MetadataWrapper, ParentNodeProvider

if TYPE_CHECKING:
    from collections.abc import Iterator

# Arguments that the chapter leaves free: what is printed meanwhile, and the looks of a figure.
_FREE_ARGUMENTS = frozenset({"verbose", "figsize", "marker", "rotation", "xticks", "yticks", "ylim"})
_SHOWN_CHARACTERS = 90
_EXPRESSIONS = (cst.Call, cst.Subscript, cst.BinaryOperation, cst.Comparison)


@dataclass(frozen=True)
class Change:
    """One node of a solution, `old`, and what takes its place; None takes it away.

    `kind` is the operator's identifier; `what` says the change where the nodes alone would not.
    """

    kind: str
    old: cst.CSTNode
    new: cst.CSTNode | None
    what: str | None = None


class Solution:
    """A parsed solution: which nodes are judged, and what stands around each."""

    def __init__(self, source: str) -> None:
        """Parse `source`.

        Raises:
            libcst.ParserSyntaxError: if it is no Python.
        """
        wrapper = MetadataWrapper(cst.parse_module(source))
        self.module = wrapper.module
        self._parents = wrapper.resolve(ParentNodeProvider)
        self.nodes = tuple(_judged(self.module))

    def parent(self, node: cst.CSTNode) -> cst.CSTNode:
        """Return the node that holds `node`.

        Raises:
            KeyError: for the module itself.
        """
        return self._parents[node]

    def around(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """Yield what holds `node`, from the inside to the module."""
        while node is not self.module:
            node = self.parent(node)
            yield node

    def function(self, node: cst.CSTNode) -> cst.FunctionDef | None:
        """Return the outermost function that `node` stands in, or None for the rest of the module."""
        functions = [one for one in (node, *self.around(node)) if isinstance(one, cst.FunctionDef)]
        return functions[-1] if functions else None

    def code(self, node: cst.CSTNode) -> str:
        """Return the code of `node` on one line."""
        return " ".join(self.module.code_for_node(node).split())

    def source_with(self, change: Change) -> str:
        """Return the whole file with `change` made in it."""
        changed = (
            self.module.deep_remove(change.old)
            if change.new is None
            else self.module.deep_replace(change.old, change.new)
        )
        if not isinstance(changed, cst.Module):  # pragma: no cover - only where the module itself is replaced
            raise TypeError("the module itself cannot be replaced")
        return changed.code

    def sentence(self, change: Change) -> str:
        """Return what `change` changes, on one line."""
        if change.what is not None:
            return change.what
        if change.new is None:
            return f"`{_shortened(self.code(change.old))}` left out"
        shown = self._shown(change.old)
        after = change.new if shown is change.old else shown.deep_replace(change.old, change.new)
        if not isinstance(after, cst.CSTNode):  # pragma: no cover - only a removal gives anything else
            raise TypeError("a replaced node is a node")
        return f"`{_shortened(self.code(shown))}` -> `{_shortened(self.code(after))}`"

    def _shown(self, node: cst.CSTNode) -> cst.CSTNode:
        """Return the smallest part around `node` that a reader understands, on one short line."""
        for one in (node, *self.around(node)):
            named = isinstance(one, cst.Arg) and one.keyword is not None
            if named or isinstance(one, (*_EXPRESSIONS, cst.Param, cst.BaseSmallStatement)):
                return one if len(self.code(one)) <= _SHOWN_CHARACTERS else node
        return node


def callee(call: cst.Call) -> str:
    """Return the last name of what is called: `fit` of `model.fit(...)`; "" where it has none."""
    if isinstance(call.func, cst.Attribute):
        return call.func.attr.value
    return call.func.value if isinstance(call.func, cst.Name) else ""


def is_free(argument: cst.Arg) -> bool:
    """Return whether the chapter leaves this argument to the student."""
    return argument.keyword is not None and argument.keyword.value in _FREE_ARGUMENTS


def is_docstring(node: cst.CSTNode) -> bool:
    """Return whether `node` is a docstring."""
    return isinstance(node, cst.Expr) and isinstance(node.value, (cst.SimpleString, cst.ConcatenatedString))


def _judged(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield `node` and what is below it, without what no verdict may depend on."""
    if isinstance(node, (cst.Annotation, cst.Import, cst.ImportFrom)) or is_docstring(node):
        return
    if isinstance(node, cst.Arg) and is_free(node):
        return
    yield node
    if isinstance(node, cst.Raise) and isinstance(node.exc, cst.Call):
        yield from _judged(node.exc.func)  # the wording of a message is free
        return
    if isinstance(node, cst.FormattedString):
        return  # a caption's numbers and their format are free; the string as a whole may be judged
    for child in node.children:
        yield from _judged(child)


def _shortened(code: str) -> str:
    return code if len(code) <= _SHOWN_CHARACTERS else f"{code[: _SHOWN_CHARACTERS - 1]}…"
