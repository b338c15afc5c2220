"""Mutants: a solution with one mistake made in it by a rule, each of which the checks must reject."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

import libcst as cst

from grader.audit.mutation.arguments import (
    arguments_left_out,
    arguments_swapped,
    elements_left_out,
    elements_swapped,
)
from grader.audit.mutation.calls import relatives
from grader.audit.mutation.constants import numbers, settings, truth_values
from grader.audit.mutation.names import wrong_variables
from grader.audit.mutation.operators import arithmetic, comparisons, conditions, slices
from grader.audit.mutation.statements import loops_cut_short, statements_left_out, statements_swapped
from grader.audit.mutation.tree import Change, Solution
from grader.audit.variant import Variant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["OPERATORS", "mutants"]

OPERATORS: Sequence[Callable[[cst.CSTNode, Solution], Iterable[Change]]] = (
    numbers,
    truth_values,
    settings,
    arithmetic,
    comparisons,
    conditions,
    slices,
    arguments_left_out,
    arguments_swapped,
    elements_left_out,
    elements_swapped,
    relatives,
    wrong_variables,
    statements_left_out,
    statements_swapped,
    loops_cut_short,
)


def mutants(source: str) -> Sequence[Variant]:
    """Return the mutants of the solution `source`, in the order of the operators and of the file.

    Each is Python, says something else than `source`, and is there once. What the chapter leaves free is not
    changed: docstrings, annotations, what is printed, the looks of a figure, the wording of messages.

    Raises:
        libcst.ParserSyntaxError: if `source` is no Python.
    """
    solution = Solution(source)
    seen = {_meaning(source)}
    told: Counter[tuple[str, str, str]] = Counter()
    made = []
    for operator in OPERATORS:
        for node in solution.nodes:
            for change in operator(node, solution):
                changed = solution.source_with(change)
                if (meaning := _meaning(changed)) not in seen:
                    seen.add(meaning)
                    made.append(_variant(change, solution, changed, told))
    return made


def _variant(
    change: Change, solution: Solution, changed: str, told: Counter[tuple[str, str, str]]
) -> Variant:
    function = _place(change.old, solution)
    what = solution.sentence(change)
    told[change.kind, function, what] += 1
    # The same words for a change further down: told apart by which of them it is.
    if (count := told[change.kind, function, what]) > 1:
        what = f"{what} ({count})"
    return Variant(change.kind, function, what, changed)


def _place(node: cst.CSTNode, solution: Solution) -> str:
    """Return the function that `node` stands in, or the constant of the module that it is part of."""
    if (function := solution.function(node)) is not None:
        return function.name.value
    for one in (node, *solution.around(node)):
        if isinstance(one, cst.Assign) and isinstance(name := one.targets[0].target, cst.Name):
            return name.value
    return "module"


def _meaning(source: str) -> str:
    """Return what Python reads in `source`, whatever its layout."""
    return ast.dump(ast.parse(source))
