"""The score that a repository must reach, in points or as a share of what can be had."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_SPELLING = re.compile(r"\s*([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*(%?)\s*")
_ROUNDING = 1e-9  # scores are rounded to two decimals; a share of the maximum is not


@dataclass(frozen=True)
class MinScore:
    """The least score that passes: `value` points, or `value` percent of the maximum."""

    value: float
    in_percent: bool

    @classmethod
    def parse(cls, text: str) -> MinScore:
        """Return what `text` says: "40", "12.5", "60%".

        Raises:
            ValueError: if it is neither, or more than 100%.
        """
        found = _SPELLING.fullmatch(text)
        value = float(found[1]) if found else math.inf
        if not found or not math.isfinite(value) or (found[2] and value > 100):
            raise ValueError(f"{text[:40]!r} is neither a number of points (40) nor a percentage (60%)")
        return cls(value, bool(found[2]))

    def points(self, max_score: float) -> float:
        """Return the points that are needed where `max_score` can be had."""
        return self.value / 100 * max_score if self.in_percent else self.value

    def is_met(self, score: float, max_score: float) -> bool:
        """Return whether `score` of `max_score` is enough."""
        return score + _ROUNDING >= self.points(max_score)
