"""Names that come from outside, made readable and told apart."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress

from grader.report.file_names import folded


def readable(name: bytes) -> str:
    """Return the text that `name` stands for, in composed form (NFC): UTF-8, else as Korean Windows wrote it.

    Bytes that are neither are shown as `%ff`. The result can always be encoded.
    """
    return unicodedata.normalize("NFC", _decoded(name))


def distinct(spellings: Sequence[tuple[str, str, bytes]]) -> list[str]:
    """Return a name for each of `spellings`, no two alike but for case.

    Each is a short name, the whole file name, and its bytes. The short ones are kept where they are distinct;
    of others the whole file name is taken; and where that is not distinct, a digest of the bytes is added.
    """
    names = _unless_unique([short for short, _, _ in spellings], lambda index: spellings[index][1])
    return _unless_unique(names, lambda index: f"{names[index]} ({_short_digest(spellings[index][2])})")


def _decoded(name: bytes) -> str:
    with suppress(UnicodeDecodeError):
        return name.decode("utf-8")
    with suppress(UnicodeDecodeError):
        return name.decode("cp949")
    # Not with the backslash, which parts folders on Windows.
    return name.decode("utf-8", "backslashreplace").replace("\\", "%").replace("%x", "%")


def _unless_unique(names: list[str], other: Callable[[int], str]) -> list[str]:
    seen = Counter(map(folded, names))
    return [name if seen[folded(name)] == 1 else other(index) for index, name in enumerate(names)]


def _short_digest(name: bytes) -> str:
    return hashlib.blake2b(name, digest_size=4).hexdigest()
