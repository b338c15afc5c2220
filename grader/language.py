"""Texts in the languages of the course, and the choice between them."""

from __future__ import annotations

import locale
import os
from enum import Enum

import msgspec


class Language(str, Enum):
    """A language that feedback exists in."""

    EN = "en"
    KO = "ko"


class Text(msgspec.Struct, frozen=True):
    """One text in every language of the course."""

    en: str
    ko: str

    def in_language(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.ko if language is Language.KO else self.en

    def format(self, **values: object) -> Text:
        """Return the text with `{name}` replaced by `values["name"]` in each language.

        Raises:
            KeyError: if a placeholder has no value.
        """
        return Text(en=self.en.format(**values), ko=self.ko.format(**values))


class TextError(Exception):
    """What went wrong, said to the person who can mend it. `str()` of it is the English sentence."""

    def __init__(self, text: Text) -> None:
        # In `args` as it is, so that the exception survives the way from one process to another.
        super().__init__(text)
        self._text = text

    @property
    def text(self) -> Text:
        """Return one or two sentences in each language."""
        return self._text

    def __str__(self) -> str:
        return self._text.en


def preferred_language(option: str | None = None) -> Language:
    """Return the language asked for by `option`, else by the locale, else English.

    Raises:
        ValueError: if `option` is neither "en" nor "ko".
    """
    if option:
        return Language(option)
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    # Windows sets none of these variables; there the C library knows.
    first = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return Language.KO if first.lower().startswith(("ko", "korean")) else Language.EN
