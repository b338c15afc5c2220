"""GitHub's workflow commands: lines of a job's log that the runner obeys.

Its rules are those of https://github.com/actions/runner (`ActionCommand.cs`): a line that begins with `::`,
blanks apart, is a command; and so, from older days, is `##[...]` anywhere in a line.
"""

from __future__ import annotations

from collections.abc import Mapping

from grader.report.safe_text import for_terminal

MESSAGE_LIMIT = 3_500
"""How many characters of a message are sent: the runner cuts what is longer than 4,096."""

_TITLE_LIMIT = 200


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """Return the line that has the runner carry out `name`; nothing in the values can add to it.

    The message keeps its line breaks; all else that is not visible is shown as an escape.
    """
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    lines = (for_terminal(line, MESSAGE_LIMIT) for line in message.split("\n"))
    text = _data("\n".join(lines)[:MESSAGE_LIMIT])
    return f"::{name} {given}::{text}" if given else f"::{name}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    shown = for_terminal(text, _TITLE_LIMIT)
    return _data(shown).replace(":", "%3A").replace(",", "%2C")
