"""What an instructor sees while a batch works."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from grader.commands.progress import BarProgress, Display, LineProgress, progress_on
from grader.language import Language, Text

WHY = Text(en="This zip is damaged.", ko="압축 파일이 손상되었습니다.")
HOSTILE = "\x1b[2J[bold red]x[/] :smile: \u202eabc\n\rPASSED"
CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\r")


class Clock:
    """A clock that goes on by a minute each time that it is looked at after the first."""

    def __init__(self) -> None:
        self.seconds = -60.0

    def __call__(self) -> float:
        self.seconds += 60.0
        return self.seconds


def lines_on(out: io.StringIO, language: Language = Language.EN) -> Display:
    return progress_on(Console(file=out, width=80), language, clock=Clock())


def bar_on(out: io.StringIO, width: int = 80, language: Language = Language.EN) -> Display:
    console = Console(file=out, width=width, force_terminal=True, color_system=None, _environ={})
    return progress_on(console, language, clock=Clock())


def drawn_at_the_end(progress: Display, out: io.StringIO) -> str:
    """What is drawn from the moment of closing: the last frame."""
    begin = len(out.getvalue())
    progress.close()
    return CONTROL.sub("", out.getvalue()[begin:])


def test_a_terminal_gets_a_bar_and_a_pipe_gets_lines() -> None:
    out = io.StringIO()
    assert isinstance(bar_on(out), BarProgress)
    assert isinstance(lines_on(out), LineProgress)
    dumb = Console(file=out, force_terminal=True, _environ={"TERM": "dumb"})
    assert isinstance(progress_on(dumb, Language.EN), LineProgress)


def test_a_line_for_each_that_is_finished() -> None:
    out = io.StringIO()
    progress = lines_on(out)
    progress.start(200)
    for number in range(10):
        progress.already_done(f"graded before {number}")
    progress.began("kim", "ch07_1/e01_load_data")
    progress.exercise_done("kim")
    progress.submission_done("kim", 72.5, 100.0)
    progress.not_graded("lee", WHY)
    progress.close()
    assert out.getvalue().splitlines() == [
        "   11/200  kim  72.5/100  3 h 9 min left",
        "   12/200  lee  not graded: This zip is damaged.",
    ]


def test_the_lines_in_korean() -> None:
    out = io.StringIO()
    progress = lines_on(out, Language.KO)
    progress.start(2)
    progress.submission_done("김하늘", 3.0, 4.0)
    progress.not_graded("lee", WHY)
    assert out.getvalue().splitlines() == [
        "  1/2  김하늘  3/4  1분 남음",
        "  2/2  lee  채점하지 못함: 압축 파일이 손상되었습니다.",
    ]


@pytest.mark.parametrize("make", [lines_on, bar_on])
def test_what_is_found_graded_counts_without_a_line(make: Callable[[io.StringIO], Display]) -> None:
    out = io.StringIO()
    progress = make(out)
    progress.start(3)
    progress.began("kim", "ch07_1/e01_load_data")
    progress.already_done("kim")
    progress.already_done("park")
    progress.not_graded("lee", WHY)
    last = drawn_at_the_end(progress, out) or out.getvalue()
    assert "3/3" in last
    assert "kim" not in last
    assert "park" not in last


def test_each_line_is_written_at_once() -> None:
    raw = io.BytesIO()
    progress = progress_on(Console(file=io.TextIOWrapper(raw, encoding="utf-8")), Language.EN)
    progress.start(2)
    progress.submission_done("kim", 3.0, 4.0)
    assert b"kim" in raw.getvalue()


def test_a_console_that_lacks_letters_gets_escapes() -> None:
    raw = io.BytesIO()
    progress = progress_on(Console(file=io.TextIOWrapper(raw, encoding="ascii")), Language.EN)
    progress.start(2)
    progress.submission_done("김", 3.0, 4.0)
    assert rb"\uae40  3/4" in raw.getvalue()


def test_the_bar_says_how_far_how_fast_and_who_is_in_hand() -> None:
    out = io.StringIO()
    progress = bar_on(out)
    progress.start(200)
    progress.began("kim", "ch07_1/e01_load_data")
    progress.began("lee", "ch07_1/e04_scale_and_flatten")
    progress.began("park", "ch07_1/e02_class_counts")
    progress.submission_done("kim", 72.5, 100.0)
    progress.exercise_done("park")
    last = drawn_at_the_end(progress, out)
    assert re.search(r"1/200  \S+ per (minute|hour)  \d+ h \d+ min left", last)
    assert "Now: lee (ch07_1/e04_scale_and_flatten), park" in last
    assert "kim" not in last


@pytest.mark.parametrize("width", [10, 30, 60, 80])
@pytest.mark.parametrize("language", Language)
def test_the_bar_fits_the_terminal(width: int, language: Language) -> None:
    out = io.StringIO()
    progress = bar_on(out, width, language)
    progress.start(200)
    for number in range(16):
        progress.began(f"홍길동 {number}", "ch07_3/e06_save_and_restore_weights")
    progress.submission_done("홍길동 0", 1.0, 2.0)
    lines = drawn_at_the_end(progress, out).splitlines()
    assert any("1/200" in line for line in lines)
    assert max(map(cell_len, lines)) <= width


def test_the_bar_never_counts_nothing_of_nothing() -> None:
    out = io.StringIO()
    progress = bar_on(out)
    progress.start(3)
    progress.not_graded("lee", WHY)
    progress.close()
    assert "0/3" in out.getvalue()
    assert "0/0" not in out.getvalue()


def test_who_could_not_be_graded_stays_above_the_bar() -> None:
    out = io.StringIO()
    progress = bar_on(out)
    progress.start(3)
    progress.not_graded("lee", WHY)
    last = drawn_at_the_end(progress, out)
    assert "lee: not graded: This zip is damaged.\n" in CONTROL.sub("", out.getvalue())
    assert "lee" not in last


def test_closing_gives_the_cursor_back_and_may_be_done_twice() -> None:
    out = io.StringIO()
    progress = bar_on(out)
    progress.close()
    progress.start(3)
    assert "\x1b[?25l" in out.getvalue()
    progress.close()
    progress.close()
    assert out.getvalue().rfind("\x1b[?25h") > out.getvalue().rfind("\x1b[?25l")


@settings(deadline=None, max_examples=50)
@given(name=st.text(max_size=20) | st.just(HOSTILE))
def test_no_name_acts(name: str) -> None:
    for make in (lines_on, bar_on):
        out = io.StringIO()
        progress = make(out)
        progress.start(2)
        progress.began(name, name)
        progress.not_graded(name, Text(en=name, ko=name))
        progress.began(name, name)
        progress.submission_done(name, 1.0, 2.0)
        progress.close()
        written = CONTROL.sub("", out.getvalue())
        assert "\x1b[2J" not in out.getvalue()
        assert written.replace("\n", "").isprintable()
        assert "\nPASSED" not in written


@pytest.mark.parametrize("make", [lines_on, bar_on])
def test_threads_count_together(make: Callable[[io.StringIO], Display]) -> None:
    out = io.StringIO()
    progress = make(out)
    progress.start(200)

    def work(worker: int) -> None:
        for number in range(50):
            name = f"s{worker}-{number}"
            progress.began(name, "ch07_1/e01")
            if number % 10:
                progress.submission_done(name, 1.0, 2.0)
            else:
                progress.not_graded(name, WHY)

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    progress.close()
    assert "200/200" in out.getvalue()
    assert out.getvalue().count("not graded") == 20
