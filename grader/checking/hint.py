"""Hints: what a beginner is told about one kind of mistake."""

from __future__ import annotations

import msgspec

from grader.language import Text


class Hint(msgspec.Struct, frozen=True):
    """One kind of mistake: a stable identifier, its text in each language, and where to read on.

    The text names the probable cause and the next step. `{placeholders}` in it are filled from the values
    that the failing comparison gives.
    """

    id: str
    text: Text
    read: Text | None = None


def hint(identifier: str, en: str, ko: str, *, read: Text | None = None) -> Hint:
    """Return the hint `identifier` with its text in English and Korean."""
    return Hint(identifier, Text(en=en, ko=ko), read)
