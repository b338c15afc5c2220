"""What an instructor sees of a class in the terminal."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from grader.language import Language, Text
from grader.report import CheckResult, ExerciseResult, Refusal, Report, Status
from grader.report.class_summary import summary_of_class
from grader.report.class_terminal import SMALL_CLASS, render_class_summary
from tests.report.consoles import printed

WHY = Text(en="This zip is damaged.", ko="압축 파일이 손상되었습니다.")
HOSTILE = "\x1b[2J\x1b]0;owned\x07[bold red]x[/] :smile: \u202eabc\n\rPASSED"


def shown_of(
    reports: list[Report],
    refusals: list[Refusal],
    language: Language = Language.EN,
    width: int = 80,
    encoding: str = "utf-8",
) -> str:
    summed = summary_of_class(reports, refusals)
    return printed(
        lambda console: render_class_summary(summed, console, language, reports=reports), width, encoding
    )


def class_of(report: Report, size: int) -> list[Report]:
    return [replace(report, submission=f"student {number:03}") for number in range(size)]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("language", Language)
def test_a_large_class_fits_the_terminal(sample: Report, language: Language, width: int) -> None:
    refusals = [Refusal(f"{number} 홍길동전.zip", WHY) for number in range(3)]
    lines = shown_of(class_of(sample, 210), refusals, language, width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert len(lines) < 150
    assert all(any(exercise.id[:10] in line for line in lines) for exercise in sample.exercises)


def test_a_small_class_has_a_row_each_and_a_large_one_has_none(sample: Report) -> None:
    whole = replace(sample, exercises=sample.exercises[2:])
    assert "student 029" in shown_of(class_of(whole, SMALL_CLASS), [])
    assert "student" not in shown_of(class_of(whole, SMALL_CLASS + 1), [])


def test_the_row_of_an_exercise(sample: Report) -> None:
    passed = replace(sample.exercises[0], id="ch07_1/e04_scale_and_flatten")
    blank = replace(sample.exercises[4], id=passed.id)
    others = [replace(sample, exercises=(each,)) for each in (passed, passed, blank)]
    one_failed = replace(sample, exercises=sample.exercises[2:3])
    lines = shown_of([*others, one_failed] * 10, []).splitlines()
    assert lines[0].split() == [
        "Exercise",
        "Passed",
        "Of",
        "tried",
        "Of",
        "all",
        "To",
        "fix",
        "Not",
        "attempted",
    ]
    assert lines[1].split() == ["ch07_1/e04_scale_and_flatten", "20", "67%", "50%", "10", "10"]


@pytest.mark.parametrize(("failing", "rate"), [(0, "100%"), (1, "99%"), (999, "1%"), (1000, "0%")])
def test_only_all_is_all_and_only_none_is_none(sample: Report, failing: int, rate: str) -> None:
    failed = sample.exercises[2]
    passed = replace(failed, status=Status.PASSED, checks=())
    reports = class_of(replace(sample, exercises=(failed,)), failing)
    reports += class_of(replace(sample, exercises=(passed,)), 1000 - failing)
    assert shown_of(reports, []).splitlines()[1].split()[2] == rate


def test_a_narrow_terminal_keeps_the_rate(sample: Report) -> None:
    header = shown_of(class_of(sample, 40), [], width=60).splitlines()[0]
    assert "Of tried" in header
    assert "To fix" not in header


def test_the_mistakes_and_where_they_were_made(sample: Report, flattening: CheckResult) -> None:
    elsewhere = replace(sample.exercises[3], checks=(flattening,))
    reports = class_of(replace(sample, exercises=(*sample.exercises[2:3], elsewhere)), 31)
    lines = shown_of([*reports, sample], []).splitlines()
    start = lines.index("The most frequent mistakes")
    assert lines[start + 1] == "32 submissions, ch07_1/e04_scale_and_flatten and 1 more"
    assert lines[start + 2].startswith("    28 columns: the image was reshaped per row")
    assert lines[start + 4] == "1 submission, ch07_1/e10_train_and_evaluate"


def test_who_could_not_be_graded(sample: Report) -> None:
    lines = shown_of([sample], [Refusal("lee", WHY)]).splitlines()
    start = lines.index("Could not be graded")
    assert lines[start + 1 : start + 3] == [
        "kim (ch07_1/e03_show_samples): KeyError: 'axes'",
        "lee: This zip is damaged.",
    ]
    assert "Submissions: 2 (1 graded in part, 1 not graded)" in lines


def test_a_long_list_of_those_not_graded_is_cut(sample: Report) -> None:
    shown = shown_of([sample], [Refusal(f"s{number:02}", WHY) for number in range(50)])
    assert shown.count("This zip is damaged.") == 19
    assert "... and 31 more" in shown


def test_the_scores_in_a_sentence(sample: Report) -> None:
    whole = replace(sample, exercises=sample.exercises[2:])
    shown = shown_of([replace(whole, score=score) for score in (0.0, 4.5, 9.0)], []).replace("\n", " ")
    assert "(graded whole: 3; out of 9): mean 4.5, median 4.5, middle half from 2.25 to 6.75" in shown
    assert "lowest 0, highest 9." in shown


def hostile(exercise: ExerciseResult) -> ExerciseResult:
    text = Text(en=HOSTILE, ko=HOSTILE)
    checks = tuple(replace(check, title=text, message=text, detail=HOSTILE) for check in exercise.checks)
    return replace(exercise, title=text, checks=checks)


@pytest.mark.parametrize("size", [1, 40])
def test_a_hostile_class_stays_text(sample: Report, size: int) -> None:
    report = replace(sample, submission=HOSTILE, exercises=tuple(map(hostile, sample.exercises)))
    shown = shown_of([report] * size, [Refusal(HOSTILE, Text(en=HOSTILE, ko=HOSTILE))])
    assert shown.replace("\n", "").isprintable()
    assert "\nPASSED" not in shown
    assert "[bold red]x[/] :smile:" in shown


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    data=st.data(),
    language=st.sampled_from(Language),
    width=st.sampled_from([1, 10, 40, 60, 80]),
    encoding=st.sampled_from(["utf-8", "cp949", "ascii"]),
)
def test_any_class_renders(
    data: st.DataObject, reports: st.SearchStrategy[Report], language: Language, width: int, encoding: str
) -> None:
    report = data.draw(reports)
    copies = data.draw(st.sampled_from([0, 1, SMALL_CLASS + 1]))
    names = data.draw(st.lists(st.text(max_size=20), max_size=2))
    refusals = [Refusal(name, Text(en=name, ko=name)) for name in names]
    shown = shown_of([report] * copies, refusals, language, width, encoding)
    assert shown.replace("\n", "").isprintable()
