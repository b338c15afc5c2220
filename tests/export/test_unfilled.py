"""Everything that was not written is said, in a line each."""

from __future__ import annotations

import dataclasses

import pytest

from grader.export.matching import Filled
from grader.export.unfilled import missing, unfilled
from grader.language import Language

FILLED = Filled(
    content=b"",
    written=1,
    unknown=("choi",),
    ambiguous=(("both", ("Kim (11)", "Lee (22)")),),
    twice=(("Park (33)", ("park", "park 2")),),
    ungraded=("yoon",),
    kept=("jung",),
    missing=("Han (44)",),
)


def test_each_list_has_its_sentence() -> None:
    assert [line.en for line in unfilled(FILLED)] == [
        "no student found for the submission: choi",
        "several students fit the submission both: Kim (11); Lee (22)",
        "several submissions fit the student Park (33): park; park 2",
        "not graded, or not whole: yoon",
        "what somebody has entered in the table is kept: jung",
    ]
    assert [line.en for line in missing(FILLED)] == ["no submission from: Han (44)"]


def test_every_line_is_in_both_languages() -> None:
    for line in [*unfilled(FILLED), *missing(FILLED)]:
        assert line.in_language(Language.KO) != line.in_language(Language.EN)


def test_nothing_is_said_where_everything_was_written() -> None:
    assert [*unfilled(Filled(b"", 3)), *missing(Filled(b"", 3))] == []


@pytest.mark.parametrize("name", ["\x1b[2Jx", "a\nb", "\u202ex", "{x} {}"])
def test_names_are_harmless_on_a_terminal(name: str) -> None:
    named = dataclasses.replace(FILLED, unknown=(name,), twice=((name, (name,)),), missing=(name,))
    assert all(line.en.isprintable() for line in [*unfilled(named), *missing(named)])
