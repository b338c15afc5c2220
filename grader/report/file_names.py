"""File names for what is written about a submission: close to its name, and safe on every system."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import partial

from pathvalidate import sanitize_filename

_LIMIT_BYTES = 150  # leaves room for an ending, and for a file system that stores more bytes than UTF-8 has
_DIGEST_BYTES = (0, 4, 16, 32)  # each is tried where the one before does not tell two names apart
_CONSOLES = ("CONIN$", "CONOUT$")  # reserved on Windows, and unknown to pathvalidate
_clean = partial(sanitize_filename, replacement_text="_", platform="universal")


def safe_name(name: str) -> str:
    """Return a file name for `name`: at most 150 bytes of UTF-8, and one component of a path on every system.

    Korean, spaces and punctuation stay. Where anything had to be changed, a short digest of `name` is added.
    """
    return _spelled(name, 0)


def safe_names(names: Iterable[str]) -> dict[str, str]:
    """Return a file name for each of `names`, no two the same on any system.

    They are those of `safe_name`, with a digest where two would differ in upper and lower case alone.
    """
    levels = dict.fromkeys(names, 0)
    while True:
        spelled = {name: _spelled(name, level) for name, level in levels.items()}
        seen = Counter(folded(file_name) for file_name in spelled.values())
        alike = [name for name, file_name in spelled.items() if seen[folded(file_name)] > 1]
        if not alike:
            return spelled
        # Ends: at the longest digest no two are alike, and each round lengthens one that is not there yet.
        for name in alike:
            levels[name] = min(levels[name] + 1, len(_DIGEST_BYTES) - 1)


def folded(name: str) -> str:
    """Return what `name` shares with all names that some system takes for the same (macOS, Windows)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _spelled(name: str, level: int) -> str:
    readable = _readable(name)
    length = _DIGEST_BYTES[level if readable == name else max(level, 1)]
    if not length:
        return readable
    suffix = "-" + hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=length).hexdigest()
    return _cut(readable, _LIMIT_BYTES - len(suffix)) + suffix


def _readable(name: str) -> str:
    """Return `name` without what a path may not hold; equal to it where nothing stands against it."""
    visible = "".join(char if char.isprintable() else "_" for char in unicodedata.normalize("NFC", name))
    # A dot in front hides a file, one at the end is dropped by Windows, and so are spaces.
    clean = _cut(_clean(visible.strip(". ")), _LIMIT_BYTES) or "_"
    # Windows reserves a device's name with whatever follows: `CON .txt`.
    stem = clean.partition(".")[0].rstrip()
    return f"_{clean}" if _clean(stem) != stem or stem.upper() in _CONSOLES else clean


def _cut(text: str, limit: int) -> str:
    return text.encode()[:limit].decode(errors="ignore").strip(". ")
