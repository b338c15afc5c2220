"""What keeps results from being written in a platform's format."""

from __future__ import annotations

from grader.language import Text


class ExportError(Exception):
    """Results that cannot be read, or lack what a format needs. `str()` of it is the English sentence."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self._text = text

    @property
    def text(self) -> Text:
        """Return one or two sentences in each language."""
        return self._text

    def __str__(self) -> str:
        return self._text.en
