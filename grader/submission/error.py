"""What is wrong with a submission, said to the people who can mend it."""

from __future__ import annotations

from grader.language import Text, TextError
from grader.report.safe_text import for_terminal

_SHOWN = 80  # characters of a name that somebody else chose


class SubmissionError(TextError):
    """What was given is no submission: `text` says why."""


def refused(text: Text, **values: object) -> SubmissionError:
    """Return the error that says `text`, its placeholders filled with `values` made harmless and short."""
    return SubmissionError(
        text.format(**{name: for_terminal(str(value), _SHOWN) for name, value in values.items()})
    )
