"""What keeps a batch from going on, said to the person who runs it."""

from __future__ import annotations

from grader.language import Text


class BatchError(Exception):
    """The batch cannot begin, or cannot go on. `str()` of it is the English sentence."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self._text = text

    @property
    def text(self) -> Text:
        """Return one or two sentences in each language."""
        return self._text

    def __str__(self) -> str:
        return self._text.en


class StoreError(BatchError):
    """The store cannot be read or written, or is none of ours."""


class FolderError(BatchError):
    """The folder for the results cannot be written to, or is another batch's at the moment."""
