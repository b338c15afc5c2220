"""What keeps a batch from going on, said to the person who runs it."""

from __future__ import annotations

from grader.language import TextError


class BatchError(TextError):
    """The batch cannot begin, or cannot go on."""


class StoreError(BatchError):
    """The store cannot be read or written, or is none of ours."""


class FolderError(BatchError):
    """The folder for the results cannot be written to, or is another batch's at the moment."""
