"""Rewrites: a solution in styles that nobody thought of, each of which the checks must accept.

A rule (`RULES`) says the same in another way. A style (`STYLES`) follows several rules at once, about
different things, so that an audit need not judge each rule by itself; together they follow every rule.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from grader.audit.rewriting import calls, flow, functions, imports, layout, models, naming, settings
from grader.audit.rewriting.tree import Rule
from grader.audit.variant import Variant

__all__ = ["RULES", "STYLES", "rewrites"]

# In the order in which a style follows them: what looks for Keras's or NumPy's names comes before what
# changes these, and what changes a function's body before what moves it elsewhere.
RULES: tuple[Rule, ...] = (
    *settings.RULES,
    *models.RULES,
    *calls.RULES,
    *flow.RULES,
    *naming.RULES,
    *functions.RULES,
    *imports.RULES,
    *layout.RULES,
)

STYLES: Mapping[str, frozenset[str]] = {
    "functional": frozenset({"functional", "functional_for_adds", "keras_parts", "temporary_return"}),
    "added": frozenset({"adds", "list_for_adds", "objects", "keywords"}),
    "activation_layers": frozenset({"activation_layers", "adds_in_loop", "from_tensorflow", "constants"}),
    "positional": frozenset({"own_layers", "positional", "tensorflow_parts", "hints_removed"}),
    "explicit": frozenset({"functions", "defaults", "keras_alias", "locals_renamed"}),
    "single_precision": frozenset({"softmax_output", "single_precision", "tensorflow", "helper"}),
    "own_network": frozenset({"subclassed", "called_model", "methods", "single_names"}),
    "temporaries": frozenset({"stars", "temporaries", "nested", "whole_packages"}),
    "classes": frozenset({"double_stars", "class", "hints_added", "tabs"}),
    "lambdas": frozenset({"walrus", "if_true", "lambda", "crlf"}),
    "loops": frozenset({"while_for_loop", "loop_for_comprehension", "partial", "copies", "no_docstrings"}),
    "comprehensions": frozenset({"comprehension_for_loop", "decorated", "prints", "demo", "byte_order_mark"}),
    "branches": frozenset({"else", "try_finally", "dead_code", "local_imports"}),
    "everything": frozenset(
        {
            *("functional", "functional_for_adds", "activation_layers", "objects", "keywords", "defaults"),
            *("temporaries", "walrus", "locals_renamed", "helper", "decorated", "single_names", "crlf"),
        }
    ),
}


def rewrites(source: str) -> Sequence[Variant]:
    """Return the solution `source` in each of the styles that change anything in it, in their order.

    Each is Python, another text than `source`, and there once. `function` is always "file": a style goes
    through all of it.

    Raises:
        libcst.ParserSyntaxError: if `source` is no Python.
    """
    rules = _rules_for(source)
    seen = {source}
    made = []
    for style, kinds in STYLES.items():
        changed, followed = source, []
        for rule in rules:
            if rule.kind in kinds and (after := rule.apply(changed)) != changed:
                changed = after
                followed.append(rule.what)
        if changed not in seen:
            seen.add(changed)
            made.append(Variant(style, "file", "; ".join(followed), changed))
    return made


def _rules_for(source: str) -> Sequence[Rule]:
    """Return the rules that keep `source` right."""
    # Where the exercise asks for the way itself in which layers are added, no other way is right.
    asked = "`model.add`" in (ast.get_docstring(ast.parse(source)) or "")
    return [rule for rule in RULES if not (asked and rule.kind in models.FORMS)]
