r"""Text that came from a student, made harmless for a terminal, for Markdown and for a spreadsheet.

Whatever is shown of a submission (names, values, error messages, source lines) passes through here once, at
the moment it is rendered; reports keep the text as it was.

Hidden characters are shown as Python's escapes (`\x1b`, `\u202e`) instead of dropped: a zero-width space
in a source line is often the very mistake. Only colour sequences are dropped, since Keras puts them into its
messages. What is hidden is what `str.isprintable` says, and a few letters that have no shape.
"""

from __future__ import annotations

import re
import unicodedata

LINE_LIMIT = 600
"""How many characters are shown of a text that stands within a line."""

BLOCK_LIMIT = 4_000
"""How many characters are shown of a text that stands in a block of its own."""

# Vietnamese, Hebrew and Thai stack three marks at the most; hundreds of them cover the neighbouring lines.
_MARKS_LIMIT = 4
_CUT = "…"
_COLOUR = re.compile(r"\x1b\[[0-9;:]*m")
# Letters and marks that are printable to Python and invisible to the eye: fillers, joiners, separators.
_SHAPELESS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_TAB = " " * 4
# Some spreadsheets read past blanks and quotes, and take the wide forms of these signs for the signs.
_FORMULA = re.compile(r"""[\s"'`‘’“”]*[=+@-]""")

_RUN_OF_BACKTICKS = re.compile(r"`+")
_CODE_SPAN = re.compile(r"(?<!`)`([^`|]+)`(?!`)")
# Only what would act is escaped, as many students read the page as plain text: `28 * 28`, `train_input` stay.
_ENTITY = re.compile(r"<(?=[A-Za-z/!?]|$)|&(?=#?[A-Za-z0-9]*(?:;|$))")  # not every renderer knows `\<`
_ACTIVE = re.compile(
    r"""
    \\(?=[!-/:-@\[-`{-~]|$)               # a backslash that would escape what follows
    | [`\[\]|~$@]                         # code, links and images, tables, strikethrough, formulas, mentions
    | (?<=\S)\* | \*(?=\S|$) | ^\*        # emphasis needs a neighbour
    | (?<![^\W_])_ | _(?![^\W_])          # emphasis never begins inside a word
    | :(?=//) | (?<=www)\.                # addresses that some renderers turn into links
    | ^[#+=>-]                            # headings, quotes, lists
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def for_terminal(text: str, limit: int = LINE_LIMIT) -> str:
    """Return `text` on one line, without what moves the cursor, hides or reorders, cut to `limit`."""
    return _harmless(" ".join(text[: 8 * limit].splitlines()), limit).strip()


def block(text: str, limit: int = BLOCK_LIMIT) -> str:
    """Return `text` harmless as `for_terminal` does, its line breaks kept."""
    unified = text[: 8 * limit].replace("\r\n", "\n").strip("\n")
    return "\n".join(line.rstrip() for line in _harmless(unified, limit).split("\n"))


def for_markdown(text: str, limit: int = LINE_LIMIT) -> str:
    """Return Markdown that shows `text` literally, within a line: nothing in it is markup."""
    return _escaped(for_terminal(text, limit))


def prose_for_markdown(text: str, limit: int = BLOCK_LIMIT) -> str:
    """Return `for_markdown(text)`, where a part between single backticks becomes code. Made for hints."""
    line = for_terminal(text, limit)
    parts = []
    end = 0
    for span in _CODE_SPAN.finditer(line):
        if span[1].strip():
            parts += [_escaped(line[end : span.start()]), span[0]]
            end = span.end()
    return "".join([*parts, _escaped(line[end:])])


def code_span(text: str, limit: int = LINE_LIMIT) -> str:
    """Return `text` as code within a line of Markdown; an empty text gives an empty string."""
    line = for_terminal(text, limit)
    if not line:
        return ""
    fence = "`" * (_longest_run(line) + 1)
    padding = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def code_block(text: str, language: str = "text", limit: int = BLOCK_LIMIT) -> str:
    """Return `text` as a fenced block of Markdown, the fence longer than any run of backticks inside."""
    lines = block(text, limit)
    fence = "`" * max(3, _longest_run(lines) + 1)
    return f"{fence}{language}\n{lines}\n{fence}"


def for_spreadsheet(text: str) -> str:
    """Return `text` on one line, so that a spreadsheet that opens a CSV shows it and computes nothing."""
    shown = unicodedata.normalize("NFC", for_terminal(text, BLOCK_LIMIT))
    return f"'{shown}" if _FORMULA.match(unicodedata.normalize("NFKC", shown)) else shown


def encodable(text: str, encoding: str) -> str:
    """Return `text` with what `encoding` cannot say as escapes, and the sign for a cut as three dots."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.replace(_CUT, "...")
        return plain.encode(encoding, "backslashreplace").decode(encoding)
    return text


def _harmless(text: str, limit: int) -> str:
    shown: list[str] = []
    length = marks = 0
    for char in _COLOUR.sub("", text):
        marks = marks + 1 if _is_mark(char) else 0
        if marks > _MARKS_LIMIT:
            continue
        piece = _visible(char)
        length += len(piece)
        if length > limit:
            return _whole_characters(shown, char) + _CUT
        shown.append(piece)
    return "".join(shown)


def _visible(char: str) -> str:
    if char == "\t":
        return _TAB
    if char == "\n" or (char.isprintable() and char not in _SHAPELESS):
        return char
    return char.encode("unicode_escape").decode("ascii")


def _whole_characters(shown: list[str], following: str) -> str:
    """Return `shown` without a last character that `following` would have been a part of."""
    kept = len(shown)
    while kept > max(0, len(shown) - 2 * _MARKS_LIMIT) and _continues(following):
        kept -= 1
        following = shown[kept]
    return "".join(shown[:kept])


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


def _continues(piece: str) -> bool:
    """Tell whether `piece` belongs to the character before it: a mark, or a vowel or final of NFD Hangul."""
    return len(piece) == 1 and (_is_mark(piece) or "\u1160" <= piece <= "\u11ff")


def _escaped(line: str) -> str:
    without_html = _ENTITY.sub(lambda match: _ENTITIES[match[0]], line)
    return _NUMBERED.sub(r"\1\\\2", _ACTIVE.sub(r"\\\g<0>", without_html))


def _longest_run(text: str) -> int:
    return max((len(run) for run in _RUN_OF_BACKTICKS.findall(text)), default=0)
