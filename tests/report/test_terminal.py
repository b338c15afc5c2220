"""What a student sees in the terminal."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from grader.language import Language, Text
from grader.report import CheckResult, Report, Status
from grader.report.class_terminal import render_class
from grader.report.terminal import render_failure, render_summary
from tests.report.consoles import console_of, printed

WIDTHS = (40, 80, 100, 200)
HOSTILE = "\x1b[2J\x1b]0;owned\x07[bold red]x[/] :smile: \u202eabc\n\rPASSED"


def summary_of(report: Report, language: Language, width: int = 80, encoding: str = "utf-8") -> str:
    return printed(lambda console: render_summary(report, console, language), width, encoding)


def class_of(reports: list[Report], language: Language, width: int = 80, encoding: str = "utf-8") -> str:
    return printed(lambda console: render_class(reports, console, language), width, encoding)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", Language)
def test_every_exercise_has_its_line(sample: Report, language: Language, width: int) -> None:
    shown = summary_of(sample, language, width)
    for exercise in sample.exercises:
        assert exercise.id in shown
        assert exercise.title.in_language(language)[:10] in shown


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", Language)
def test_no_line_is_wider_than_the_terminal(sample: Report, language: Language, width: int) -> None:
    lines = (summary_of(sample, language, width) + class_of([sample, sample], language, width)).splitlines()
    # The next step is a path to be copied; the terminal breaks it where it must.
    steps = [line for line in lines if line.startswith(("Next", "다음", "Some", "채점하지"))]
    assert max(cell_len(line) for line in lines if line not in steps) <= width


def test_the_marks_the_points_and_the_next_step(sample: Report) -> None:
    lines = summary_of(sample, Language.EN, 100).splitlines()
    assert lines[0].startswith("✓   1/1  ch07_1/e01_load_data")
    assert lines[1].startswith("!   -/2  ch07_1/e03_show_samples")
    assert lines[3].startswith("✗ 1/3.5  ch07_1/e04_scale_and_flatten")
    assert lines[4].strip().startswith("28 columns: the image was reshaped per row")
    assert lines[4].endswith("…")
    assert "Score: 2 of 9" in lines
    assert "1 passed, 2 to fix, 1 not attempted, 1 not graded" in lines
    assert f"Next: open {Path('feedback/ch07_1/e04_scale_and_flatten.md')}" in lines


def only(report: Report, *statuses: Status) -> Report:
    kept = tuple(each for each in report.exercises if each.status in statuses)
    return msgspec.structs.replace(report, exercises=kept)


def test_the_next_step_fits_the_report(sample: Report) -> None:
    empty = only(sample, Status.NOT_ATTEMPTED, Status.PASSED)
    assert "Next: write ch07_3/e06_save_and_restore_weights.py" in summary_of(empty, Language.EN)
    assert "Everything passed" in summary_of(only(sample, Status.PASSED), Language.EN)
    broken = summary_of(only(sample, Status.ERROR, Status.PASSED), Language.EN)
    assert "Everything passed" not in broken
    assert "tell your instructor" in broken
    assert "No exercise was graded." in summary_of(only(sample), Language.EN)


def test_without_pages_the_next_step_names_the_file(sample: Report) -> None:
    shown = printed(lambda console: render_summary(sample, console, Language.EN, feedback=None), 100)
    assert "Next: fix ch07_1/e04_scale_and_flatten.py" in shown


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp949", "cp1252"])
@pytest.mark.parametrize("language", Language)
def test_old_code_pages_get_plain_marks(sample: Report, language: Language, encoding: str) -> None:
    shown = summary_of(sample, language, 80, encoding) + class_of([sample], language, 80, encoding)
    assert "x 1/3.5  ch07_1/e04_scale_and_flatten" in shown
    assert "+   1/1  ch07_1/e01_load_data" in shown


def test_no_colour_where_nobody_sees_it(sample: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in summary_of(sample, Language.EN)
    console, raw = console_of(80, colour=True)
    render_summary(sample, console, Language.EN)
    assert b"\x1b[31m" in raw.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    console, raw = console_of(80, colour=True)
    render_summary(sample, console, Language.EN)
    assert b"\x1b[31m" not in raw.getvalue()


def test_a_hostile_text_stays_text(sample: Report, exception: CheckResult) -> None:
    text = Text(en=HOSTILE, ko=HOSTILE)
    check = msgspec.structs.replace(
        exception, title=text, message=text, actual=HOSTILE, expected=HOSTILE, detail=HOSTILE, read=text
    )
    exercise = msgspec.structs.replace(sample.exercises[3], title=text, checks=(check,))
    report = msgspec.structs.replace(sample, submission=HOSTILE, exercises=(exercise,))
    shown = (
        summary_of(report, Language.EN),
        class_of([report], Language.EN),
        render_failure(check, Language.KO),
    )
    for each in shown:
        assert each.replace("\n", "").isprintable()
        assert "\nPASSED" not in each
    assert "[bold red]x[/] :smile:" in shown[0]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    data=st.data(),
    language=st.sampled_from(Language),
    width=st.sampled_from([1, 10, 40, 60, 80]),
    encoding=st.sampled_from(["utf-8", "cp949", "ascii"]),
)
def test_any_report_renders(
    data: st.DataObject, reports: st.SearchStrategy[Report], language: Language, width: int, encoding: str
) -> None:
    report = data.draw(reports)
    shown = summary_of(report, language, width, encoding) + class_of([report], language, width, encoding)
    assert shown.replace("\n", "").isprintable()
    for exercise in report.exercises:
        for check in exercise.checks:
            assert render_failure(check, language, width=width).replace("\n", "").isprintable()


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("language", Language)
def test_a_failure_as_text(
    flattening: CheckResult, exception: CheckResult, language: Language, width: int
) -> None:
    shown = render_failure(flattening, language, width=width)
    assert shown.startswith(flattening.title.in_language(language)[:15])
    assert "shape (5, 784)" in shown
    assert "shape (140, 28)" in shown
    assert all(line == line.rstrip() for line in shown.splitlines())
    assert "e10_train_and_evaluate.py:9" in render_failure(exception, language, width=width)


def test_the_librarys_message_is_shown_where_no_cause_is_known(exception: CheckResult) -> None:
    assert "Received instead" not in render_failure(exception, Language.EN)
    unknown = msgspec.structs.replace(exception, message=None, reason=None)
    assert "Received instead: metrics=accuracy" in render_failure(unknown, Language.EN)


def test_values_of_several_lines_stand_beneath_their_label(flattening: CheckResult) -> None:
    check = msgspec.structs.replace(flattening, expected="[[1 2]\n [3 4]]", actual="")
    shown = render_failure(check, Language.EN)
    assert "  Expected:\n    [[1 2]\n     [3 4]]\n" in shown
    assert "  Seen:     (empty)" in shown


def test_a_decomposed_name_is_shown_composed(sample: Report) -> None:
    report = msgspec.structs.replace(sample, submission=unicodedata.normalize("NFD", "김하늘"))
    for encoding in ("utf-8", "cp949"):
        assert class_of([report], Language.KO, encoding=encoding).splitlines()[1].startswith("김하늘  ")


def test_a_class_has_a_row_each(sample: Report) -> None:
    empty = only(msgspec.structs.replace(sample, submission="비어 있는 제출물"), Status.NOT_ATTEMPTED)
    lines = class_of([sample, empty], Language.EN).splitlines()
    assert lines[0].split() == [
        "Submission",
        "Score",
        "Passed",
        "To",
        "fix",
        "Not",
        "attempted",
        "Not",
        "graded",
    ]
    assert lines[1].split() == ["kim", "2/9", "1", "2", "1", "1"]
    assert lines[2].strip().startswith("ch07_1/e04_scale_and_flatten: 28 columns")
    assert lines[-1].split()[-4:] == ["0", "0", "1", "0"]
    assert cell_len(lines[-1]) == cell_len(lines[1])
