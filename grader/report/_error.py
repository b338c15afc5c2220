"""What goes wrong with a report itself."""

from __future__ import annotations


class ReportError(ValueError):
    """A report that cannot be read or written; the message is one sentence that says why."""
