from __future__ import annotations

import ast
import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.source import attempted
from grader.stub import StubError, stale_stubs, stub_source, write_stubs

if TYPE_CHECKING:
    from pathlib import Path

REFERENCE = '''\
# A course.
"""Count.

Write `class_counts`.

---

세기.

`class_counts`를 작성하세요.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# In label order.
CLASS_NAMES = ["Shirt", "Bag"]  # two of ten
_ANSWER = 42  # gives it away
_LEFT, _RIGHT = 1, 2
__all__ = ["class_counts"]


# Gives the answer away.
def _count(x):
    return np.unique(x)


class _Counter:
    pass


# How many of each.
def class_counts(target: NDArray[np.int64], n: int = 10) -> int:  # counted
    """Return how many."""
    # TODO: use np.unique
    # The trick is to sort.
    # Hint: it can return counts
    labels = _count(target)  # a comment
    # TODO: too late

    def inner():
        return 1

    return labels
    # the end of it


def first(target):
    # Hint: slicing
    # Slice it.
    return target[:10]


def one_line(x): return x


# The end.
'''
STUB = '''\
# A course.
"""Count.

Write `class_counts`.

---

세기.

`class_counts`를 작성하세요.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# In label order.
CLASS_NAMES = ["Shirt", "Bag"]  # two of ten
__all__ = ["class_counts"]


# How many of each.
def class_counts(target: NDArray[np.int64], n: int = 10) -> int:  # counted
    """Return how many."""
    # TODO: use np.unique
    # Hint: it can return counts
    raise NotImplementedError


def first(target):
    # Hint: slicing
    raise NotImplementedError


def one_line(x):
    raise NotImplementedError


# The end.
'''


def test_a_stub_keeps_the_task_and_none_of_the_answer() -> None:
    assert stub_source(REFERENCE) == STUB


def test_the_stub_of_a_stub_is_the_stub() -> None:
    assert stub_source(STUB) == STUB


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_change_the_stub(end: str) -> None:
    assert stub_source("\ufeff" + REFERENCE.replace("\n", end)) == STUB


def test_the_last_line_ends_even_if_the_reference_does_not() -> None:
    assert stub_source("def f(): return 1") == "def f():\n    raise NotImplementedError\n"


def test_methods_are_emptied_and_private_attributes_go() -> None:
    source = '''
class Model:
    """A model."""

    size: int = 3
    _answer = 1

    def __init__(self):
        self.x = 1

    def _secret(self):
        return 2


class Empty:
    _only = 1
'''
    expected = '''
class Model:
    """A model."""

    size: int = 3

    def __init__(self):
        raise NotImplementedError


class Empty:
    pass
'''
    assert stub_source(source) == expected


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("A = _b = 1", "A = _b = 1\n"),
        ("_a = 1; B = 2", "B = 2\n"),
        ("_a: int = 1\n_a += 1\nB = 2", "B = 2\n"),
        ("A, _b = 1, 2", "A, _b = 1, 2\n"),
        ("(_a, [*_b]) = 1, [2]\nB = 2", "B = 2\n"),
        ("_a = {}\n_a['x'] = 1\nB = 2", "B = 2\n"),
        ("import numpy as _np\nA = _np.pi", "import numpy as _np\nA = _np.pi\n"),
        ("_pi = 3\nimport math\nA = math._pi", "import math\nA = math._pi\n"),
        ("if True:\n    _a = 1\nB = 2", "if True:\n    pass\nB = 2\n"),
        ("_f = lambda: 1\nB = 2", "B = 2\n"),
    ],
)
def test_private_names_go_and_public_ones_stay(source: str, left: str) -> None:
    assert stub_source(source) == left


@pytest.mark.parametrize(
    "body",
    [
        '"""Doc."""; x = 1',
        '("Doc.")\n    return 1',
        '"Do" "c."\n    return 1',
        'f"no docstring"\n    return 1',
        'b"no docstring"\n    return 1',
        "async def g(): ...\n    return g",
        "if x:\n        # TODO: deep\n        return 1\n    return 2",
        "with x: return 1",
        "pass  # solution",
    ],
)
def test_any_body_becomes_a_refusal(body: str) -> None:
    source = f"def f(x):\n    {body}\n"
    stub = stub_source(source)
    before, after = (ast.parse(text).body[0] for text in (source, stub))

    assert isinstance(before, ast.FunctionDef)
    assert isinstance(after, ast.FunctionDef)
    assert ast.get_docstring(after) == ast.get_docstring(before)
    assert stub.endswith("    raise NotImplementedError\n")
    assert len(after.body) == 1 + (ast.get_docstring(before) is not None)
    assert stub_source(stub) == stub


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("def f(:\n", "line 1"),
        ("_N = 3\ndef f(n=_N): ...", "_N"),
        ("_N = 3\nA = _N + 1", "_N"),
        ("def _d(f): ...\n@_d\ndef f(): ...", "_d"),
        ("class _A: ...\ndef f(a: _A): ...", "_A"),
        ("def _set_up(): ...\n_set_up()", "_set_up"),
        ("f = lambda x: x", "lambda"),
    ],
)
def test_a_reference_that_no_stub_can_be_made_of_is_refused(source: str, problem: str) -> None:
    with pytest.raises(StubError, match=problem):
        stub_source(source)


NAMES = st.sampled_from(["f", "g", "_h", "K", "_K"])
COMMENTS = st.sampled_from(["", "# TODO: a", "# Hint: b", "# tells", "\n# Hint: c\n\n# tells"])
DOCSTRINGS = st.sampled_from(["", '"""Doc."""', '"""Two\n\nparts."""', "'한글'"])
BODIES = st.sampled_from(["return 1", "x = 1\nreturn x", "for i in x:\n    print(i)", "pass", "yield"])


@st.composite
def functions(draw: st.DrawFn) -> str:
    parts = [draw(COMMENTS), draw(DOCSTRINGS), draw(COMMENTS), draw(BODIES), draw(COMMENTS)]
    body = textwrap.indent("\n".join(part for part in parts if part), draw(st.sampled_from(["  ", "    "])))
    return f"{draw(COMMENTS)}\ndef {draw(NAMES)}(x=1):\n{body}\n"


MODULES = st.lists(
    functions() | st.sampled_from(["import os\n", "A = [1]  # one\n", "_B = 2\n", "\n\n", "# note\n"])
).map("".join)


@given(MODULES)
def test_every_stub_compiles_is_stable_and_counts_as_nothing_written(source: str) -> None:
    stub = stub_source(source)

    compile(stub, "stub", "exec")
    assert stub.endswith("\n")
    assert stub_source(stub) == stub
    assert "tells" not in "".join(line for line in stub.splitlines() if line.startswith(" "))
    assert attempted(stub.encode(), ["f", "g"]).nothing_written


def reference(root: Path, name: str = "e01_count") -> Path:
    path = root / "reference" / "ch07_1" / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REFERENCE, encoding="utf-8")
    return path


def test_stubs_are_written_once(tmp_path: Path) -> None:
    reference(tmp_path)
    path = tmp_path / "exercises" / "ch07_1" / "e01_count.py"

    assert write_stubs(tmp_path) == [path]
    assert path.read_bytes() == STUB.encode()
    assert write_stubs(tmp_path) == []
    assert stale_stubs(tmp_path) == []


def test_stale_stubs_are_named_with_the_reason(tmp_path: Path) -> None:
    for name in ("e01_missing", "e02_edited", "e03_crlf", "e04_binary"):
        reference(tmp_path, name)
    folder = tmp_path / "exercises" / "ch07_1"
    folder.mkdir(parents=True)
    (folder / "conftest.py").touch()
    (folder / "e02_edited.py").write_text(STUB + "x = 1\n", encoding="utf-8")
    (folder / "e03_crlf.py").write_bytes(STUB.replace("\n", "\r\n").encode())
    (folder / "e04_binary.py").write_bytes(b"\xff\xfe\x00")
    (folder / "e05_orphan.py").write_text(STUB, encoding="utf-8")

    assert stale_stubs(tmp_path) == [
        (folder / "e01_missing.py", "missing"),
        (folder / "e02_edited.py", "differs from its reference"),
        (folder / "e04_binary.py", "differs from its reference"),
        (folder / "e05_orphan.py", "has no reference"),
    ]
    assert len(write_stubs(tmp_path)) == 3
    assert stale_stubs(tmp_path) == [(folder / "e05_orphan.py", "has no reference")]


def test_a_reference_without_a_stub_is_named(tmp_path: Path) -> None:
    path = reference(tmp_path)
    path.write_text(REFERENCE + "\nB = _ANSWER\n", encoding="utf-8")

    with pytest.raises(StubError) as caught:
        write_stubs(tmp_path)
    assert str(path) in str(caught.value)
