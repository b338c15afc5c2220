"""What the terminal renderings print through."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Styled

from grader.report.model import Status
from grader.report.safe_text import block, encodable, for_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from grader.language import Language

_SIGNS: Final = {Status.PASSED: "✓", Status.FAILED: "✗", Status.NOT_ATTEMPTED: "-", Status.ERROR: "!"}
_ASCII_SIGNS: Final = {Status.PASSED: "+", Status.FAILED: "x", Status.NOT_ATTEMPTED: "-", Status.ERROR: "!"}


class Page:
    """A console that is only given harmless text that it can encode and that fits."""

    def __init__(self, console: Console, language: Language) -> None:
        self.console = console
        self.language = language
        self.width = console.width
        plain = console.legacy_windows or encodable("✓✗…", console.encoding) != "✓✗…"
        self.signs = _ASCII_SIGNS if plain else _SIGNS
        self.dots = "..." if plain else "…"

    def safe(self, text: str) -> str:
        """Return `text` as this console can encode it."""
        # Names from macOS come decomposed: some terminals draw their letters apart, and cp949 lacks them.
        return encodable(unicodedata.normalize("NFC", text), self.console.encoding)

    def line(self, text: str = "", style: str = "", *, harmless: bool = False) -> None:
        """Print one line as it is: too long a line (a path to be copied) is left to the terminal."""
        shown = text if harmless else for_terminal(text)
        self.console.print(Styled(self.safe(shown), style=style), soft_wrap=True)

    def wrapped(self, text: str, style: str = "", indent: int = 0, most_lines: int | None = None) -> None:
        """Print `text` wrapped; if it takes more than `most_lines`, shortened to them."""
        room = max(1, self.width - indent)
        lines = list(Styled(self.safe(for_terminal(text)), style=style).wrap(self.console, room))
        if most_lines is not None and len(lines) > most_lines:
            rest = " ".join(line.plain.rstrip() for line in lines[most_lines - 1 :])
            lines = lines[: most_lines - 1]
            lines.append(Styled(self.shortened(rest, room), style=style))
        for line in lines:
            line.rstrip()
            self.console.print(Styled(" " * indent) + line, soft_wrap=True)

    def labelled(self, label: str, value: str, label_width: int) -> None:
        """Print `label` and, beside it, `value` wrapped; beneath it where the value has lines of its own."""
        name = label + " " * (label_width - cell_len(label))
        shown = block(value)
        if "\n" in shown:
            self.line(f"  {label}", harmless=True)
            self.verbatim(shown, 4)
            return
        indent = 2 + label_width
        lines = Styled(self.safe(shown)).wrap(self.console, max(1, self.width - indent))
        for number, line in enumerate(lines):
            line.rstrip()
            before = f"  {name}" if number == 0 else " " * indent
            self.console.print(Styled(self.safe(before)) + line, soft_wrap=True)

    def row(self, cells: Sequence[str], widths: Sequence[int], style: str = "") -> None:
        """Print `cells` side by side: the first to the left, numbers to the right."""
        name, *numbers = cells
        right = (
            " " * (width - cell_len(cell)) + cell for cell, width in zip(numbers, widths[1:], strict=True)
        )
        self.line("  ".join((set_cell_size(name, widths[0]), *right)), style, harmless=True)

    def verbatim(self, text: str, indent: int = 2) -> None:
        """Print `text` indented, its lines as they are."""
        for line in block(text).split("\n"):
            self.line(" " * indent + line, harmless=True)

    def shortened(self, text: str, width: int) -> str:
        """Return `text` cut to `width` columns."""
        if cell_len(text) <= width:
            return text
        if width < len(self.dots):
            return ""
        return set_cell_size(text, width - cell_len(self.dots)).rstrip() + self.dots
