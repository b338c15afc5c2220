from __future__ import annotations

import ast
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.parsing import MAX_SOURCE_BYTES, SourceError, SourceErrorKind, UnreadableSourceError, parse


def error_of(source: bytes) -> SourceError:
    with pytest.raises(UnreadableSourceError) as caught:
        parse(source)
    return caught.value.error


@pytest.mark.parametrize(
    "source",
    [
        b"",
        "이름 = '한글'".encode(),
        b"\xef\xbb\xbfx = 1\r\n",
        "# -*- coding: cp949 -*-\nx = '한글'\n".encode("cp949"),
        "#!/usr/bin/python\n# coding: euc-kr\nx = '한글'\n".encode("euc-kr"),
        b"x = 1\ry = 2\r",
        b"\x0cx = 1",
    ],
)
def test_what_python_reads_is_read(source: bytes) -> None:
    assert ast.dump(parse(source)) == ast.dump(ast.parse(source))


def test_an_error_says_where_it_is() -> None:
    error = error_of("x = 1\n이름 = (1 2)\n".encode())

    assert error.kind is SourceErrorKind.SYNTAX
    assert (error.line, error.text) == (2, "이름 = (1 2)")
    assert error.offset is not None
    assert error.text[error.offset - 1] == "1"
    assert "invalid syntax" in error.message


@pytest.mark.parametrize(
    "source", ["이름 = (1 2)", "이름 = 1; return 1 + 2", "# coding: cp949\n이름 = (1 2)"]
)
def test_columns_are_counted_in_characters(source: str) -> None:
    error = error_of(source.encode("cp949" if "cp949" in source else "utf-8"))

    assert error.offset is not None
    assert error.text[error.offset - 1 :].startswith(("1 2", "return"))


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        (b"def f():\nreturn 1\n", 2, "expected an indented block"),
        (b"def f():\n    x = 1\n  y = 2\n", 3, "unindent"),
        (b"if a:\n\tx = 1\n        y = 2\n", 3, "inconsistent use of tabs"),
    ],
)
def test_wrong_indentation_is_a_kind_of_its_own(source: bytes, line: int, message: str) -> None:
    error = error_of(source)

    assert error.kind is SourceErrorKind.INDENTATION
    assert error.line == line
    assert message in error.message


@pytest.mark.parametrize("source", [b"\nreturn 1", b"\nbreak", b"\ndef f(a, a): ...", b"\nawait x"])
def test_what_parses_and_does_not_compile_is_an_error(source: bytes) -> None:
    error = error_of(source)

    assert (error.kind, error.line) == (SourceErrorKind.SYNTAX, 2)


def test_this_modules_future_does_not_reach_the_source() -> None:
    # With "from __future__ import annotations" in force this would be an error.
    assert parse(b"x: (y := int) = 1")


def test_a_file_saved_in_the_korean_encoding_is_told_so() -> None:
    error = error_of("x = 1\n\n# 한글 주석\n".encode("cp949"))

    assert error.kind is SourceErrorKind.ENCODING
    assert (error.line, error.text) == (3, "# 한글 주석")
    assert "CP949" in error.message


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"x = 1\ny = '\xff\xff\xff'\n", "not UTF-8"),
        ("x = 1".encode("utf-16"), "UTF-16"),
        (b"# coding: klingon\n", "klingon"),
        (b"# coding: rot13\n", "rot13"),
        (b"# coding: ascii\nx = '\xec'\n", "not ASCII"),
        (b"\xef\xbb\xbf# coding: latin-1\n", "encoding problem"),
        (b"# coding: undefined\n", "undefined"),
    ],
)
def test_an_encoding_that_does_not_fit_is_named(source: bytes, message: str) -> None:
    error = error_of(source)

    assert error.kind is SourceErrorKind.ENCODING
    assert message in error.message


def test_null_bytes_are_found_with_their_line() -> None:
    error = error_of(b"x = 1\ny = '\0'\n")

    assert (error.kind, error.line) == (SourceErrorKind.NULL_BYTE, 2)


def test_the_size_is_bounded() -> None:
    parse(b"#" * MAX_SOURCE_BYTES)

    assert error_of(b"#" * (MAX_SOURCE_BYTES + 1)).kind is SourceErrorKind.TOO_LARGE


@pytest.mark.parametrize(
    "source",
    [
        "a" + ".b" * 400_000,
        "1" + "+1" * 400_000,
        "a" + "()" * 400_000,
        "a" + "[0]" * 300_000,
        "-" * 900_000 + "1",
        "not " * 200_000 + "1",
        "lambda:" * 100_000 + "1",
        "a if a else " * 60_000 + "a",
        "if a:\n pass\n" + "elif a:\n pass\n" * 50_000,
        "a" + ".b" * 12_000,
    ],
    ids=lambda source: f"{source[:8]!r}",
)
def test_code_nested_too_deeply_is_refused_and_crashes_nothing(source: str) -> None:
    assert error_of(source.encode()).kind is SourceErrorKind.TOO_DEEP


@pytest.mark.parametrize(
    "source",
    [
        "(" * 100_000,
        "f(" * 150,
        "[x for x in " * 90,
        "f'{" * 100,
        "".join(" " * i + "if a:\n" for i in range(200)),
    ],
    ids=lambda source: f"{source[:8]!r}",
)
def test_code_that_does_not_close_is_an_error(source: str) -> None:
    assert error_of(source.encode()).kind in {SourceErrorKind.SYNTAX, SourceErrorKind.INDENTATION}


def test_many_brackets_that_do_not_nest_are_read() -> None:
    assert parse(b"x = [" + b"(1.5 + 2), " * 4_000 + b"]")


def test_a_long_line_is_shown_around_the_error() -> None:
    error = error_of(b"x = [" + b"0, " * 1_000 + b"1 2, " + b"0, " * 1_000 + b"]")

    assert error.offset is not None
    assert len(error.text) == 200
    assert error.text[error.offset - 1 :].startswith("1 2")


def test_warnings_of_the_compiler_stay_inside() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        assert parse(b"x = '\\d' is 'd'")


@given(st.text(max_size=200))
def test_python_and_this_module_agree_on_any_text(text: str) -> None:
    source = text.encode("utf-8", "replace")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "x", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        error = error_of(source)
        assert error.line >= 1
        assert error.offset is None or 1 <= error.offset <= len(error.text) + 1
        assert "\n" not in error.text + error.message
    else:
        parse(source)
