"""Another function, method or class of the same family in the place of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from grader.audit.mutation.tree import Change, Solution

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHERS: dict[str, tuple[str, ...]] = {
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "mean": ("sum", "median"),
    "sum": ("mean",),
    "min": ("max",),
    "max": ("min",),
    "fit_transform": ("transform", "fit"),
    "transform": ("fit_transform",),
    "Adam": ("RMSprop",),
    "RMSprop": ("Adam",),
    "Adagrad": ("Adam",),
    "SGD": ("Adam",),
    "Softmax": ("ReLU",),
    "Flatten": ("GlobalMaxPooling1D",),
    "Dropout": ("GaussianNoise",),
    "SparseCategoricalCrossentropy": ("CategoricalCrossentropy",),
    "save": ("save_weights",),
    "save_weights": ("save",),
    "set_xlabel": ("set_ylabel",),
    "set_ylabel": ("set_xlabel",),
    "ValueError": ("KeyError",),
}


def relatives(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution with another of the same family called, or handed on."""
    if not isinstance(node, cst.Name):
        return
    parent = solution.parent(node)
    named = isinstance(parent, cst.Attribute) and parent.attr is node
    raised = any(isinstance(one, cst.Raise) for one in solution.around(node))
    if named or raised:
        for other in _OTHERS.get(node.value, ()):
            yield Change("relative", node, node.with_changes(value=other))
