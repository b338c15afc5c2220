from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.parsing import SourceErrorKind
from grader.source import Attempt, attempted

STUB = 'def f(x):\n    """Return x."""\n    raise NotImplementedError\n'


@pytest.mark.parametrize(
    "source",
    [
        STUB,
        "def f(x): pass",
        "def f(x): ...",
        "def f(x):\n    'doc'",
        "def f(x): raise NotImplementedError()",
        "def f(x): raise NotImplementedError('todo') from None",
        "def f(x):\n    pass\n    # x = 1\n    raise NotImplementedError",
        "async def f(x): ...",
        "@cache\ndef f(x): ...",
        "if True:\n    def f(x): ...",
        "f = None",
        "f: object = ...",
        "class f: pass",
        "import f\ndef f(x): ...",
    ],
)
def test_an_empty_body_is_a_stub(source: str) -> None:
    attempt = attempted(source.encode(), ["f"])

    assert attempt == Attempt(stubs=("f",))
    assert attempt.nothing_written


@pytest.mark.parametrize(
    "source",
    [
        "def f(x): return x",
        "def f(x): return",
        "def f(x):\n    x = 1\n    raise NotImplementedError",
        "def f(x):\n    raise NotImplementedError\n    return x",
        "def f(x):\n    raise ValueError",
        "def f(x):\n    raise",
        "async def f(x): return x",
        "def f(x): yield",
        "f = lambda x: x",
        "f: object = lambda x: x",
        "g, (f, h) = 1, (2, 3)",
        "[f, *g] = 1, 2",
        "from x import f",
        "from x import g as f",
        "import f.g",
        "from x import *",
        "if a:\n    def f(x): return x",
        "if a:\n    pass\nelif b:\n    pass\nelse:\n    def f(x): return x",
        "if a:\n    def f(x): return x\nelse:\n    def f(x): ...",
        "try:\n    from x import f\nexcept ImportError:\n    def f(x): ...",
        "try:\n    pass\nfinally:\n    def f(x): return x",
        "with a:\n    for b in c:\n        f = b",
        "match a:\n    case 1:\n        f = b",
        "class f:\n    def __call__(self): return 1",
        STUB + "def f(x): return x",
        "def f(x): return x\n" + STUB + "f = g",
    ],
)
def test_anything_else_is_written(source: str) -> None:
    attempt = attempted(source.encode(), ["f"])

    assert attempt.written == ("f",)
    assert attempt.stubs == attempt.missing == attempt.replaced == ()
    assert not attempt.nothing_written


def test_each_function_is_in_its_group_in_the_order_asked() -> None:
    source = b"def d(): ...\ndef c(): return 1\ndef b(): ...\ndef a(): return 1\n"
    source += b"class G:\n def m(self): return 1\n"

    assert attempted(source, ["a", "b", "c", "d", "e", "a"]) == Attempt(
        written=("a", "c"), stubs=("b", "d"), missing=("e",), others=("G",)
    )


def test_a_stub_left_below_the_answer_takes_its_place() -> None:
    attempt = attempted(b"def f(x): return x\n" + STUB.encode(), ["f"])

    assert attempt == Attempt(stubs=("f",), replaced=("f",))
    assert not attempt.nothing_written


@pytest.mark.parametrize("source", ["def ff(x): return x", "ff = lambda x: x"])
def test_a_misspelt_function_is_among_the_others(source: str) -> None:
    attempt = attempted(source.encode(), ["f"])

    assert (attempt.missing, attempt.others) == (("f",), ("ff",))
    assert not attempt.nothing_written


@pytest.mark.parametrize(
    "source",
    [
        "",
        "# comment",
        '"""doc"""',
        "import numpy as np",
        "N = [-1, {'a': 2}]",
        "x: int",
        "class A: n = 1",
        "...",
    ],
)
def test_a_file_without_functions_or_code_holds_nothing(source: str) -> None:
    attempt = attempted(source.encode(), ["f"])

    assert attempt == Attempt(missing=("f",))
    assert attempt.nothing_written


@pytest.mark.parametrize(
    "source",
    ["x = load()", "print(1)", "for i in x: pass", "if a:\n    g()", "x += 1", "N = a.b", "x[0] = y"],
)
def test_code_without_the_function_is_an_attempt(source: str) -> None:
    attempt = attempted(source.encode(), ["f"])

    assert attempt.loose_code
    assert not attempt.nothing_written


def test_code_beside_untouched_stubs_is_none() -> None:
    attempt = attempted(STUB.encode() + b"print(f(1))\n", ["f"])

    assert attempt.loose_code
    assert attempt.nothing_written


def test_names_inside_functions_and_classes_do_not_count() -> None:
    source = b"def g():\n    def f(x): return x\nclass A:\n    def f(self): return 1\nx.f = 1\n"

    assert attempted(source, ["f"]).missing == ("f",)


def test_a_long_chain_of_elifs_is_read() -> None:
    source = "if a:\n    pass\n" + "elif a:\n    pass\n" * 900 + "else:\n    def f(x): return x\n"

    assert attempted(source.encode(), ["f"]).written == ("f",)


def test_a_file_that_does_not_parse_is_an_attempt() -> None:
    attempt = attempted(b"def f(x:\n    return x\n", ["f"])

    assert attempt.error is not None
    assert attempt.error.kind is SourceErrorKind.SYNTAX
    assert attempt == Attempt(error=attempt.error)
    assert not attempt.nothing_written


PIECES = [
    "def f(x):",
    "\n",
    "    ",
    "return x",
    "(",
    ")",
    "'''",
    '"',
    "#",
    "\\",
    "\0",
    "\t",
    "f",
    "=",
    ":",
    "lambda",
]


@given(st.binary(max_size=300) | st.lists(st.sampled_from(PIECES)).map("".join).map(str.encode))
def test_any_bytes_get_an_answer(source: bytes) -> None:
    attempt = attempted(source, ["f", "g"])

    groups = sorted(attempt.written + attempt.stubs + attempt.missing)
    assert groups == ([] if attempt.error else ["f", "g"])
