"""What is wrong with a submission, said to the people who can mend it."""

from __future__ import annotations

from grader.language import Text
from grader.report.safe_text import for_terminal

_SHOWN = 80  # characters of a name that somebody else chose


class SubmissionError(Exception):
    """What was given is no submission: `text` says why. `str()` of it is the English sentence."""

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


def refused(text: Text, **values: object) -> SubmissionError:
    """Return the error that says `text`, its placeholders filled with `values` made harmless and short."""
    return SubmissionError(
        text.format(**{name: for_terminal(str(value), _SHOWN) for name, value in values.items()})
    )
