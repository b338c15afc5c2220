"""Consoles that keep what is printed on them."""

from __future__ import annotations

import io
from collections.abc import Callable

from rich.console import Console


def console_of(width: int, encoding: str = "utf-8", *, colour: bool = False) -> tuple[Console, io.BytesIO]:
    """A console of `width` columns and the bytes written to it; without colour it is no terminal."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, write_through=True, newline="\n")
    system = "standard" if colour else None
    # Typed as a literal of rich's own.
    return Console(file=file, width=width, color_system=system, force_terminal=colour), raw  # type: ignore[arg-type]


def printed(render: Callable[[Console], None], width: int = 80, encoding: str = "utf-8") -> str:
    """What `render` prints on a console of `width` columns."""
    console, raw = console_of(width, encoding)
    render(console)
    return raw.getvalue().decode(encoding)
