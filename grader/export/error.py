"""What keeps results from being written in a platform's format."""

from __future__ import annotations

from grader.language import TextError


class ExportError(TextError):
    """Results that cannot be read, or lack what a format needs."""
