"""Characters that Python does not read: typed in the wrong mode, copied, or wrongly encoded."""

from __future__ import annotations

from grader.checking.exceptions.rules import Case, Rule, Values, rule
from grader.checking.hint import hint

# What a Korean keyboard or a word processor types, and what Python wants in its place.
_TYPED_FOR = {
    "“": '"', "”": '"', "„": '"', "＂": '"', "‘": "'", "’": "'", "＇": "'", "：": ":", "；": ";",
    "，": ",", "、": ",", "．": ".", "。": ".", "（": "(", "）": ")", "［": "[", "］": "]",
    "【": "[", "】": "]",
    "｛": "{", "｝": "}", "「": '"', "」": '"', "＝": "=", "＋": "+", "－": "-", "—": "-", "–": "-", "−": "-",
    "―": "-", "～": "~", "＊": "*", "×": "*", "÷": "/", "／": "/", "＜": "<", "＞": ">", "＃": "#",
    "＿": "_", "…": "...", "₩": "\\", "￦": "\\", "％": "%", "！": "!", "？": "?", "≠": "!=",
    "≤": "<=", "≥": ">=",
}  # fmt: skip
_TYPOGRAPHIC = "".join(character for character in _TYPED_FOR if character != "…")
_INVISIBLE = "\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"

_TYPOGRAPHIC_CHARACTER = hint(
    "typographic_character",
    "The character `{character}` looks right but is not the one Python knows. It comes from a Korean or"
    " full-width keyboard, or from text copied out of a document or web page. Delete it and type `{plain}`"
    " with the keyboard in English mode.",
    "`{character}` 문자는 모양만 비슷할 뿐 파이썬이 아는 문자가 아닙니다. 한글·전각 입력 상태이거나 문서나"
    " 웹 페이지에서 복사할 때 들어갑니다. 지우고 영문 입력 상태에서 `{plain}` 문자를 다시 입력하세요.",
)

_INVISIBLE_CHARACTER = hint(
    "invisible_character",
    "There is an invisible character in this line, such as a non-breaking or full-width space; it comes with"
    " text copied from a web page. Delete the line and type it again by hand.",
    "이 줄에 눈에 보이지 않는 문자(줄바꿈 없는 공백, 전각 공백 등)가 들어 있습니다. 웹 페이지에서 복사한"
    " 코드에 자주 섞여 있습니다. 이 줄을 지우고 직접 다시 입력하세요.",
)


def _typographic(_case: Case, found: Values) -> Values | None:
    character = found["character"]
    if character not in _TYPED_FOR:
        return None
    return {"plain": _TYPED_FOR[character]}


RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "file_not_utf8",
            "The file is not saved as UTF-8, probably because the editor saved Korean text as CP949 (EUC-KR)."
            " Save it again with the encoding UTF-8: in VS Code click the encoding at the bottom right,"
            " then “Save with Encoding”.",
            "파일이 UTF-8로 저장되지 않았습니다. 편집기가 한글을 CP949(EUC-KR)로 저장했을 가능성이 큽니다."
            " 인코딩을 UTF-8로 골라 다시 저장하세요. VS Code라면 오른쪽 아래의 인코딩을 누르고 ‘인코딩하여"
            " 저장’을 고르면 됩니다.",
        ),
        "SyntaxError UnicodeDecodeError",
        r"Non-UTF-8 code|'utf-8' codec can't decode|encoding problem|null bytes",
    ),
    rule(
        hint(
            "windows_path",
            r"In a text a backslash has a meaning of its own (`\U`, `\n`, `\t`), so this Windows path"
            r" cannot be read."
            r' Write the path with `/`, or put `r` before it: `r"C:\Users\..."`.',
            r"문자열 안에서 역슬래시는 특별한 뜻(`\U`, `\n`, `\t`)을 가지므로 이 윈도우 경로를"
            r" 읽을 수 없습니다."
            r' 경로를 `/`로 쓰거나 앞에 `r`을 붙여 `r"C:\Users\..."`처럼 쓰세요.',
        ),
        "SyntaxError",
        r"unicodeescape|truncated \\[xuU]",
    ),
    rule(_TYPOGRAPHIC_CHARACTER, "SyntaxError", r"invalid character '(?P<character>.)'", derive=_typographic),
    rule(
        _TYPOGRAPHIC_CHARACTER,
        "SyntaxError",
        r"invalid (?:decimal literal|syntax)",
        rf"(?P<character>[{_TYPOGRAPHIC}])",
        derive=_typographic,
    ),
    rule(
        _INVISIBLE_CHARACTER,
        "SyntaxError",
        r"invalid non-printable character",
    ),
    rule(
        _INVISIBLE_CHARACTER,
        "SyntaxError",
        r"invalid (?:decimal literal|syntax)",
        rf"[{_INVISIBLE}]",
    ),
    rule(
        hint(
            "invalid_character",
            "The character `{character}` has no meaning in Python outside a text. Delete it, or put the text"
            " around it into quotes, or make the line a comment with `#`.",
            "`{character}` 문자는 문자열 밖에서는 파이썬에서 쓸 수 없습니다."
            " 지우거나, 그 글을 따옴표로 감싸거나, 줄 앞에 `#`을 붙여 주석으로 만드세요.",
        ),
        "SyntaxError",
        r"invalid character '(?P<character>.)'",
    ),
)
