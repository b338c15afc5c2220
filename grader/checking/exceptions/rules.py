"""What a rule is: one known cause of an exception, how it is recognised, and the hint that explains it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.checking.hint import Hint
    from grader.evidence.vocabulary import Error

# A message may hold a whole array or a model's configuration; the cause stands at either end of it.
_HEAD, _TAIL = 6_000, 10_000
_SOURCE = 4_000
_VALUE = 60
_COLOURS = re.compile(r"\x1b\[[0-9;]{0,20}m")
_SPACES = re.compile(r"\s+")

Values = dict[str, str]


@dataclass(frozen=True)
class Case:
    """An exception as the rules see it: bounded texts, whatever the student's process sent.

    `kinds` holds the class name and its bases' names; `source` the student's own lines, innermost first.
    """

    kinds: frozenset[str]
    message: str
    source: str


@dataclass(frozen=True)
class Rule:
    """One known cause. Each of `kinds`, `message` and `source` that is set must fit.

    Named groups of the two patterns fill the hint's placeholders. `derive` adds to them, or returns `None`
    where the rule does not apply after all.
    """

    hint: Hint
    kinds: frozenset[str] = frozenset()
    message: re.Pattern[str] | None = None
    source: re.Pattern[str] | None = None
    derive: Callable[[Case, Values], Values | None] | None = None

    def values(self, case: Case) -> Values | None:
        """Return the values for the hint's placeholders, or `None` if this is not the cause."""
        if self.kinds and not self.kinds & case.kinds:
            return None
        found: Values = {}
        for pattern, text in ((self.message, case.message), (self.source, case.source)):
            if pattern is None:
                continue
            match = pattern.search(text)
            if match is None:
                return None
            found.update({name: value for name, value in match.groupdict().items() if value})
        if self.derive is not None:
            derived = self.derive(case, found)
            if derived is None:
                return None
            found.update(derived)
        needed = placeholders(self.hint)
        if not needed <= found.keys():
            return None
        return {name: shown(found[name]) for name in sorted(needed)}


def rule(
    hint: Hint,
    kinds: str = "",
    message: str = "",
    source: str = "",
    derive: Callable[[Case, Values], Values | None] | None = None,
) -> Rule:
    """Return the rule for `hint`; `kinds` are class names separated by spaces, the patterns are searched for.

    Repetitions in the patterns are bounded: a message may be hostile, and a search must stay linear.
    """
    return Rule(
        hint=hint,
        kinds=frozenset(kinds.split()),
        message=re.compile(message) if message else None,
        source=re.compile(source, re.MULTILINE) if source else None,
        derive=derive,
    )


def case_of(error: Error) -> Case:
    """Return `error` as the rules see it."""
    message = error.message
    if len(message) > _HEAD + _TAIL:
        message = f"{message[:_HEAD]}\n{message[-_TAIL:]}"
    lines = [frame.source[:_SOURCE] for frame in reversed(error.frames[-20:])]
    if error.source is not None:
        lines.insert(0, error.source[:_SOURCE])
    return Case(
        kinds=frozenset((error.kind, *error.bases)),
        message=_COLOURS.sub("", message),
        source="\n".join(lines)[:_SOURCE],
    )


def placeholders(hint: Hint) -> frozenset[str]:
    """Return the names of the placeholders in the texts of `hint`."""
    names = {
        name for text in (hint.text.en, hint.text.ko) for _, name, _, _ in Formatter().parse(text) if name
    }
    return frozenset(names)


def shown(value: str) -> str:
    """Return `value` as part of a sentence: one line, printable, 60 characters at most, no backticks."""
    line = _SPACES.sub(" ", value[: 4 * _VALUE]).strip()
    line = "".join(character for character in line if character.isprintable()).replace("`", "'")
    return line if len(line) <= _VALUE else f"{line[: _VALUE - 1]}…"
