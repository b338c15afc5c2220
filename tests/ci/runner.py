"""What GitHub's runner makes of a step's output, after its own rules.

Written from https://github.com/actions/runner: `ActionCommand.cs` (how a line is read),
`ActionCommandManager.cs` (how commands are stopped) and `OutputManager.cs` (what is a line).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

REGISTERED = {
    "add-mask",
    "add-matcher",
    "add-path",
    "debug",
    "echo",
    "endgroup",
    "error",
    "group",
    "notice",
    "remove-matcher",
    "save-state",
    "set-env",
    "set-output",
    "stop-commands",
    "warning",
}


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str] = field(default_factory=dict)
    data: str = ""


def obeyed(output: str) -> list[Command]:
    """Return the commands that the runner carries out, in their order."""
    carried_out = []
    token: str | None = None
    for line in re.split(r"\r\n|\r|\n", output):
        registered = REGISTERED | ({token} if token else set())
        command = _today(line, registered) or _older(line, registered)
        if command is None:
            continue
        if token is not None:
            if command.name.lower() != token.lower():
                continue
            token = None
        elif command.name.lower() == "stop-commands":
            token = command.data
        carried_out.append(command)
    return carried_out


def _today(line: str, registered: set[str]) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, properties = line[2:end].partition(" ")
    if name.lower() not in {each.lower() for each in registered}:
        return None
    escapes = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
    return Command(
        name, _pairs(properties, ",", escapes), _unescaped(line[end + 2 :], escapes[:2] + escapes[4:])
    )


def _older(line: str, registered: set[str]) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, properties = line[start + 3 : end].partition(" ")
    if name.lower() not in {each.lower() for each in registered}:
        return None
    escapes = (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%"))
    return Command(name, _pairs(properties, ";", escapes), _unescaped(line[end + 1 :], escapes))


def _pairs(text: str, separator: str, escapes: tuple[tuple[str, str], ...]) -> dict[str, str]:
    pairs = (part.split("=", 1) for part in text.strip().split(separator) if part)
    return {pair[0]: _unescaped(pair[1], escapes) for pair in pairs if len(pair) == 2}


def _unescaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, character in escapes:
        text = text.replace(escape, character)
    return text
