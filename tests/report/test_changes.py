"""What an instructor sees of a rescoring."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from grader.language import Language
from grader.report import Change
from grader.report.changes import render_changes
from tests.report.consoles import printed

HOSTILE = "\x1b[2J[bold red]x[/] \u202eabc\n\rPASSED"


def change(submission: str, exercise: str, before: float | None, after: float | None) -> Change:
    return Change(
        submission=submission,
        exercise=exercise,
        before=before,
        after=after,
        total_before=40.0,
        total_after=42.5,
    )


def shown_of(
    changes: list[Change],
    language: Language = Language.EN,
    width: int = 80,
    not_rescored: tuple[tuple[str, str], ...] = (),
) -> str:
    return printed(
        lambda console: render_changes(changes, console, language, not_rescored=not_rescored), width
    )


def test_before_and_after_for_everyone_who_changed() -> None:
    lines = shown_of(
        [
            change("lee", "ch07_2/e01_two_layer_model", 3.0, 2.25),
            change("kim", "ch07_1/e05_standardize", None, 2.5),
            change("kim", "ch07_1/e04_scale_and_flatten", 1.0, None),
        ]
    ).splitlines()
    assert [line.split() for line in lines if line] == [
        ["kim", "40", "->", "42.5"],
        ["ch07_1/e04_scale_and_flatten", "1", "->", "not", "scored"],
        ["ch07_1/e05_standardize", "not", "scored", "->", "2.5"],
        ["lee", "40", "->", "42.5"],
        ["ch07_2/e01_two_layer_model", "3", "->", "2.25"],
        ["The", "scores", "of", "2", "submissions", "changed."],
    ]
    assert len({line.index("->") for line in lines if "->" in line}) == 1


def test_nothing_changed() -> None:
    assert shown_of([]) == "No score changed.\n"
    assert shown_of([], Language.KO) == "바뀐 점수가 없습니다.\n"


def test_one_submission_is_no_plural() -> None:
    assert "The score of 1 submission changed." in shown_of([change("kim", "ch07_1/e01", 1.0, 2.0)])


def test_what_must_run_again_is_named() -> None:
    shown = shown_of([], not_rescored=(("lee", "ch07_1/e02"), ("kim", "ch07_1/e05"), ("lee", "ch07_1/e01")))
    lines = shown.splitlines()
    assert "  kim: ch07_1/e05" in lines
    assert "  lee: ch07_1/e01, ch07_1/e02" in lines


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("language", Language)
def test_no_line_is_wider_than_the_terminal(width: int, language: Language) -> None:
    changes = [change("홍길동" * 20, "ch07_3/e06_save_and_restore_weights", 1.0, None)]
    shown = shown_of(changes, language, width, (("홍길동" * 20, "ch07_3/e06_save_and_restore_weights"),))
    assert max(map(cell_len, shown.splitlines())) <= width


@settings(deadline=None)
@given(name=st.text(max_size=30) | st.just(HOSTILE), width=st.sampled_from([1, 20, 80]))
def test_no_name_acts(name: str, width: int) -> None:
    shown = shown_of([change(name, "ch07_1/e01", 1.0, 2.0)], Language.KO, width, ((name, "ch07_1/e01"),))
    assert shown.replace("\n", "").isprintable()
    assert "\nPASSED" not in shown
