"""Scores as a platform's table writes them: scaled to its maximum, with two decimals and its own comma."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from grader.export.matching import Score

_HUNDREDTH: Final = Decimal("0.01")
_NUMBER: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_WITH_COMMA: Final = re.compile(r"[0-9.]+,[0-9]+")


def number(text: str) -> Decimal | None:
    """Return the number that `text` is, None if it is none.

    As Canvas reads one: the last of its points and commas is the decimal one.
    """
    if not _NUMBER.fullmatch(text.strip()):
        return None
    *groups, last = re.split("[.,]", text.strip())
    return Decimal(f"{''.join(groups)}.{last}" if groups else last)


def has_decimal_comma(text: str) -> bool:
    """Tell whether the number `text` is written with a decimal comma."""
    return _WITH_COMMA.fullmatch(text.strip()) is not None


def grade(score: Score, maximum: Decimal | None) -> Decimal:
    """Return the score scaled to `maximum`, or its points where there is none, rounded half up to 0.01."""
    value = Decimal(repr(float(score.score)))
    if maximum is not None:
        value = value * maximum / Decimal(repr(float(score.max_score)))
    return value.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)


def spelled(value: Decimal, *, comma: bool) -> str:
    """Return `value` with two decimals, as Canvas and Moodle themselves write it: "41.50"."""
    return f"{value:f}".replace(".", ",") if comma else f"{value:f}"
