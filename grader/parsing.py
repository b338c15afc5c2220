"""A student's file as a syntax tree, or why Python cannot read it. Nothing in the file is run.

Python's own parser does the work. Around it stands what it takes to survive any file at all: a bound on the
size, an explanation for files that are no UTF-8, and a trial in another process for code that may crash it.
"""

from __future__ import annotations

import ast
import codecs
import io
import re
import subprocess
import sys
import tokenize
import warnings
from dataclasses import dataclass
from enum import Enum

__all__ = ["MAX_SOURCE_BYTES", "SourceError", "SourceErrorKind", "UnreadableSourceError", "parse"]

MAX_SOURCE_BYTES = 1_000_000
"""The largest file that is looked at; a reader may stop one byte after it."""

_MAX_TEXT = 200  # characters of the offending line that are shown
_NEWLINE = re.compile(r"\r\n|\r|\n")

# An expression nested some 8,000 levels deep overflows the C stack of some Pythons: seen with 3.13.0 on a
# stack of 1 MB, and with 3.10.13 on one of 8 MB at 400,000 levels. Each level needs at least one of these
# characters; what nests by words (not, lambda, elif) is stopped by the parser's own bound.
_NESTING = b".([+-*/%@&|^<>"
_SURELY_SHALLOW = 5_000
_PROBE_SECONDS = 30
_PROBE = """
import ast, os, sys, threading, warnings
warnings.simplefilter("ignore")
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except (ImportError, OSError, ValueError):
    pass
source = sys.stdin.buffer.read()
def parse():
    try:
        ast.parse(source)
        compile(source, "x", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        pass
    except (RecursionError, MemoryError):
        os._exit(1)
threading.stack_size(512 * 1024)  # less than any system gives, so what passes here passes there
thread = threading.Thread(target=parse)
thread.start()
thread.join()
"""


class SourceErrorKind(str, Enum):
    """Why Python cannot read a file."""

    SYNTAX = "syntax"
    INDENTATION = "indentation"
    ENCODING = "encoding"
    NULL_BYTE = "null_byte"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"


@dataclass(frozen=True)
class SourceError:
    """Where and why Python cannot read a file.

    Attributes:
        kind: the kind of error.
        message: one line, in English; Python's own words where it has any.
        line: the line, from 1.
        offset: the column in `text`, from 1, or None where none is known.
        text: the line's text, at most 200 characters of it; "" where there is none to show.
    """

    kind: SourceErrorKind
    message: str
    line: int = 1
    offset: int | None = None
    text: str = ""


class UnreadableSourceError(Exception):
    """Python cannot read a file; `error` says where and why."""

    def __init__(self, error: SourceError) -> None:
        super().__init__(f"line {error.line}: {error.message}")
        self.error = error


def parse(source: bytes) -> ast.Module:
    """Return the syntax tree of the file with the contents `source`, in the encoding that Python would take.

    Raises:
        UnreadableSourceError: if Python could not import the file: it does not compile, or is not text in its
            encoding (PEP 263). Also if it is larger than `MAX_SOURCE_BYTES`, or nested too deeply.
    """
    if len(source) > MAX_SOURCE_BYTES:
        message = f"the file has {len(source):,} bytes; at most {MAX_SOURCE_BYTES:,} are read"
        raise _unreadable(SourceErrorKind.TOO_LARGE, message)
    text = _decode(source)
    if "\0" in text:
        line = _line_of(text, text.index("\0"))
        raise _unreadable(SourceErrorKind.NULL_BYTE, "the file contains null bytes: it is no text file", line)
    too_deep = _unreadable(SourceErrorKind.TOO_DEEP, "the code is nested too deeply for Python to read")
    if not _is_safe_to_parse(source):
        raise too_deep
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _checked(text, ast.PyCF_ONLY_AST)
            # The tree alone would let "return outside function" and its like pass.
            _checked(text, 0)
            return tree
    except (RecursionError, MemoryError):
        raise too_deep from None
    except ValueError as error:  # what some Pythons raise for characters that others call a syntax error
        raise _unreadable(SourceErrorKind.SYNTAX, _one_line(str(error))) from None


def _checked(text: str, flags: int) -> ast.Module:
    """Return what Python's compiler makes of `text` under `flags`."""
    try:
        made: ast.Module = compile(text, "<submission>", "exec", flags, dont_inherit=True)
    except SyntaxError as error:
        raise UnreadableSourceError(_from_python(error, text, in_bytes=not flags)) from None
    return made


def _unreadable(kind: SourceErrorKind, message: str, line: int = 1, text: str = "") -> UnreadableSourceError:
    return UnreadableSourceError(SourceError(kind, message, line, None, text))


def _decode(source: bytes) -> str:
    """Return `source` as text, in the encoding that Python would take."""
    kind = SourceErrorKind.ENCODING
    if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _unreadable(kind, "the file is saved as UTF-16; save it as UTF-8")
    try:
        encoding, problem = tokenize.detect_encoding(io.BytesIO(source).readline)[0], ""
    except SyntaxError as error:  # an unknown encoding, or bytes in the first two lines that are no UTF-8
        encoding, problem = "utf-8", _one_line(str(error.msg))
    try:
        text = source.decode(encoding)
    except UnicodeDecodeError as error:
        line = _line_of(source[: error.start].decode("latin-1"), error.start)
        shown, guess = _guess(source)
        message = f"the file is not {encoding.upper()}{guess}; save it as UTF-8"
        raise _unreadable(kind, message, line, _nth_line(shown, line)[:_MAX_TEXT]) from None
    except (LookupError, UnicodeError, ValueError) as error:  # a codec that does not make text
        raise _unreadable(kind, _one_line(str(error))) from None
    if problem:
        raise _unreadable(kind, problem)
    return text


def _guess(source: bytes) -> tuple[str, str]:
    """Return `source` as the text it probably is, and a few words on its encoding."""
    try:
        return source.decode("cp949"), " (it looks like CP949, also called EUC-KR)"
    except UnicodeDecodeError:
        return source.decode("utf-8", "replace"), ""


def _is_safe_to_parse(source: bytes) -> bool:
    """Return whether Python can parse `source` without crashing; in doubt, another process tries."""
    if len(source) - len(source.translate(None, _NESTING)) <= _SURELY_SHALLOW:
        return True
    try:
        probe = subprocess.run(  # noqa: S603 - our own program; it parses, and runs nothing of the source
            [sys.executable, "-I", "-S", "-c", _PROBE],
            input=source,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PROBE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return probe.returncode == 0


def _from_python(error: SyntaxError, text: str, *, in_bytes: bool) -> SourceError:
    """Return Python's error; `in_bytes`: it counts columns in bytes of UTF-8, as the compiler does."""
    kind = SourceErrorKind.INDENTATION if isinstance(error, IndentationError) else SourceErrorKind.SYNTAX
    line = max(error.lineno or 1, 1)
    shown, offset = _nth_line(text, line), error.offset
    if in_bytes and offset:
        offset = len(shown.encode("utf-8", "replace")[: offset - 1].decode("utf-8", "ignore")) + 1
    shown, offset = _shorten(shown, offset)
    return SourceError(kind, _one_line(str(error.msg)), line, offset, shown)


def _nth_line(text: str, line: int) -> str:
    lines = _NEWLINE.split(text)
    return lines[line - 1] if line <= len(lines) else ""


def _line_of(text: str, position: int) -> int:
    return len(_NEWLINE.findall(text, 0, position)) + 1


def _shorten(line: str, offset: int | None) -> tuple[str, int | None]:
    """Return at most 200 characters of `line` around the column `offset`, and the column in those."""
    if offset is None or not 1 <= offset <= len(line) + 1:
        return line[:_MAX_TEXT], None
    start = max(0, min(offset - 1 - _MAX_TEXT // 2, len(line) - _MAX_TEXT))
    return line[start : start + _MAX_TEXT], offset - start


def _one_line(message: str) -> str:
    return " ".join(message.encode("utf-8", "replace").decode().split())[:_MAX_TEXT]
