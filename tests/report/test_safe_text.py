"""Nothing that a student writes acts on the terminal or on the page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.report.safe_text import (
    block,
    code_block,
    code_span,
    encodable,
    for_markdown,
    for_terminal,
    prose_for_markdown,
)

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "\x1b]0;title\x07\x1b[2J\x9b31m",
    "\x1b\x1b[m[31m red",
    "a\u202etxt.exe\u2066\u2069\u200f\u061c",
    "zero\u200bwidth\ufeff\u2060\u00ad",
    "Z" + "\u0301" * 500,
    "\U000e0041\U000e0042 tags, \ud800 surrogate, \ue000 private, \u2028 line",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "&lt;b&gt; &#60;i&#62; &amp",
    "![x](http://evil/p.png) [click](javascript:alert(1)) <https://evil>",
    "https://evil.example www.evil.example a@b.example",
    "*a* **b** _c_ __d__ ~~e~~ `f` ``g``",
    "# heading",
    "- item",
    "1. item",
    "1) item",
    "> quote",
    "=====",
    "---",
    "***",
    "| a | b |",
    "[x]: http://evil",
    "\\",
    "\\\\`a`",
    "\\<b>",
    "    indented",
    "```",
    "</details>",
    "=HYPERLINK(1)",
]
# Text made of what has a meaning to Markdown, which chance seldom writes.
markup = st.text(st.sampled_from("`*_[]()<>!&;#|~\\:/-+=.1 aw가\n"), max_size=60)
texts = st.text(max_size=80) | markup | st.sampled_from(HOSTILE)


def shown_inline(source: str) -> tuple[str, set[str]]:
    """The text that a Markdown renderer shows of one paragraph, and the kinds of markup in it."""
    tokens = MARKDOWN.parse(source)
    if not tokens:
        return "", set()
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    return "".join(child.content for child in children), {child.type for child in children}


@given(texts)
def test_one_line_has_no_hidden_character(text: str) -> None:
    assert for_terminal(text).isprintable()


@given(texts)
def test_a_block_has_no_hidden_character_but_line_breaks(text: str) -> None:
    assert block(text).replace("\n", "").isprintable()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_harmless(text: str) -> None:
    for shown in (for_terminal(text), block(text), for_markdown(text), code_span(text), code_block(text)):
        for char in shown:
            assert char == "\n" or unicodedata.category(char)[0] not in "CZ" or char == " "


def test_a_hidden_character_is_named() -> None:
    assert for_terminal("x\u200b = \x1b]1") == r"x\u200b = \x1b]1"


def test_colours_of_a_library_are_dropped() -> None:
    assert for_terminal("\x1b[1mInvalid input\x1b[0m shape") == "Invalid input shape"


def test_a_colour_taken_out_leaves_no_new_escape() -> None:
    assert for_terminal("\x1b\x1b[m[31m") == r"\x1b[31m"


def test_stacked_marks_are_bounded() -> None:
    assert for_terminal("Z" + "\u0301" * 500 + "!") == "Z" + "\u0301" * 4 + "!"


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=60))
@example("이미지를 784개의 숫자로 펼치세요")
def test_korean_stays_as_it_is(text: str) -> None:
    for form in (text, unicodedata.normalize("NFD", text)):
        assert for_terminal(form) == form
        assert for_markdown(form) == form


@pytest.mark.parametrize(
    "text", ["Tiếng Việt", "e\u0301te\u0301", "שָׁלוֹם", "ไม่ใช่", "😀 ✓ ♥\ufe0f", "28 × 28 ≤ 784"]
)
def test_other_scripts_stay_as_they_are(text: str) -> None:
    assert for_terminal(text) == text


def test_a_long_text_is_cut() -> None:
    assert for_terminal("a" * 1000, limit=10) == "a" * 10 + "…"


@given(st.text(max_size=200), st.integers(1, 50))
def test_no_text_is_longer_than_the_limit(text: str, limit: int) -> None:
    assert len(for_terminal(text, limit)) <= limit + 1
    assert len(block(text, limit)) <= limit + 1


def test_a_megabyte_is_not_looked_at() -> None:
    assert len(for_terminal("\u0301" * 50_000_000, limit=10)) <= 11


def test_a_cut_never_falls_within_a_syllable() -> None:
    decomposed = unicodedata.normalize("NFD", "각각")
    assert for_terminal(decomposed, limit=4) == unicodedata.normalize("NFD", "각") + "…"
    assert for_terminal(decomposed, limit=5) == unicodedata.normalize("NFD", "각") + "…"


@given(texts)
def test_markdown_shows_the_text_itself(text: str) -> None:
    shown, kinds = shown_inline(for_markdown(text))
    assert kinds <= {"text", "text_special"}
    assert shown == for_terminal(text)


@given(texts, texts)
def test_markdown_stays_harmless_beside_other_text(before: str, after: str) -> None:
    _, kinds = shown_inline(f"x **{for_markdown(before)}**: {for_markdown(after)} `y`.")
    assert kinds <= {"text", "text_special", "code_inline", "strong_open", "strong_close"}


@pytest.mark.parametrize(
    "text", ["28 * 28 = 784", "train_test_split(x, y)", "a < b", "R&D today", "a-1", "loss: 0.5 (val)"]
)
def test_what_does_nothing_is_not_escaped(text: str) -> None:
    assert for_markdown(text) == text


@pytest.mark.parametrize("text", ["https://evil.example", "http://evil", "WWW.evil.example", "a@b.example"])
def test_addresses_are_broken(text: str) -> None:
    shown = for_markdown(text).lower()
    assert not any(begin in shown for begin in ("http:", "https:", "www.", "a@"))


@given(texts)
def test_prose_holds_nothing_but_text_and_code(text: str) -> None:
    _, kinds = shown_inline(prose_for_markdown(text))
    assert kinds <= {"text", "text_special", "code_inline"}


def test_prose_keeps_code() -> None:
    assert prose_for_markdown("use `reshape(-1, 28 * 28)`, not *this*") == (
        r"use `reshape(-1, 28 * 28)`, not \*this\*"
    )


@given(texts)
def test_a_code_span_cannot_be_left(text: str) -> None:
    shown, kinds = shown_inline(code_span(text))
    assert kinds <= {"code_inline"}
    assert shown == for_terminal(text)


@given(st.lists(texts, max_size=4).map("\n".join))
@example("```\n</details>\n````\n# out")
@example("~~~\n`````")
def test_a_code_block_cannot_be_left(text: str) -> None:
    tokens = MARKDOWN.parse(code_block(text) + "\n\nafter")
    assert [token.type for token in tokens] == ["fence", "paragraph_open", "inline", "paragraph_close"]
    assert tokens[0].content == block(text) + "\n"


@given(texts, st.sampled_from(["ascii", "cp437", "cp949", "cp1252", "utf-8"]))
def test_what_is_encodable_can_be_encoded(text: str, encoding: str) -> None:
    encodable(for_terminal(text), encoding).encode(encoding)


def test_a_cut_is_three_dots_where_the_sign_is_missing() -> None:
    assert encodable("abc…", "cp437") == "abc..."
