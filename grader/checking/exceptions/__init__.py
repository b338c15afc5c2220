"""What an exception in student code probably comes from, told to a beginner.

`explain` never fails and never repeats the library's own message. Rules stand in tables, one module per
topic; the first that fits wins, from the most particular to the most general.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.checking.exceptions import (
    arrays,
    attributes,
    calls,
    characters,
    compiling,
    files,
    general,
    lookups,
    models,
    names,
    plots,
    scikit_learn,
    syntax,
    training,
)
from grader.checking.exceptions.rules import case_of, shown
from grader.checking.exceptions.silent import ADD_TAKES_ONE_LAYER, INPUT_SHAPE_ARGUMENT, LEGACY_H5

if TYPE_CHECKING:
    from grader.checking.hint import Hint
    from grader.evidence.vocabulary import Error

__all__ = ["ADD_TAKES_ONE_LAYER", "HINTS", "INPUT_SHAPE_ARGUMENT", "LEGACY_H5", "explain"]

# Training comes before attributes, whose rules on `None` would take its errors; files before models, because
# a model's whole configuration stands in the message of a load that failed.
_RULES = (
    *characters.RULES,
    *syntax.RULES,
    *scikit_learn.RULES,
    *files.RULES,
    *training.RULES,
    *names.RULES,
    *attributes.RULES,
    *calls.RULES,
    *lookups.RULES,
    *models.RULES,
    *compiling.RULES,
    *arrays.RULES,
    *plots.RULES,
    *general.RULES,
)

HINTS: tuple[Hint, ...] = tuple(
    {
        hint.id: hint
        for hint in (
            *(rule.hint for rule in _RULES),
            general.GENERAL,
            LEGACY_H5,
            INPUT_SHAPE_ARGUMENT,
            ADD_TAKES_ONE_LAYER,
        )
    }.values()
)
"""Every hint of this package, once."""


def explain(error: Error) -> tuple[Hint, dict[str, str]]:
    """Return the hint for the exception `error`, and the values for the hint's placeholders.

    The values are bounded and printable, whatever the message was.
    """
    case = case_of(error)
    for rule in _RULES:
        values = rule.values(case)
        if values is not None:
            return rule.hint, values
    return general.GENERAL, {"kind": shown(error.kind)}
