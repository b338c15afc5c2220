"""The mark that makes a test function a check: points, its hint, what it builds on, and who may see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
import pytest

from grader.checking.hint import Hint
from grader.language import Text

Function = TypeVar("Function", bound=Callable[..., Any])


class Check(msgspec.Struct, frozen=True):
    """What the report needs to know of a check before it runs."""

    name: str
    title: Text
    points: float
    hint: Hint
    after: tuple[str, ...]
    hidden: bool = False


def check(
    points: float, hint: Hint, *, after: tuple[str, ...] | str = (), hidden: bool = False
) -> Callable[[Function], Function]:
    """Return a decorator that makes a test function a check worth `points`.

    `hint` is what a plain failed `assert` means. A check whose name is in `after` must have passed, or else
    this one is blocked. A `hidden` check stays with the instructor: `grader release` leaves it out. The
    function's docstring is the sentence that the student reads: English, an empty line, Korean.
    """
    names = (after,) if isinstance(after, str) else after

    def decorate(function: Function) -> Function:
        english, separator, korean = (function.__doc__ or "").strip().partition("\n\n")
        if not separator:
            raise ValueError(f"{function.__name__}: the docstring is to be English, an empty line, Korean")
        title = Text(en=" ".join(english.split()), ko=" ".join(korean.split()))
        mark = Check(function.__name__, title, points, hint, names, hidden)
        marked: Function = pytest.mark.check(mark)(function)
        return marked

    return decorate


def check_of(function: Any) -> Check | None:
    """Return the check that `function` was marked as, if it was."""
    for mark in getattr(function, "pytestmark", ()):
        if mark.name == "check":
            found: Check = mark.args[0]
            return found
    return None
