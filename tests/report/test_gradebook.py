"""The gradebook says what the reports say, and acts in no spreadsheet."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from grader.language import Language, Text
from grader.report import ExerciseResult, Refusal, Report, Status
from grader.report.gradebook import gradebook

WHY = Text(en="This zip is damaged.", ko="압축 파일이 손상되었습니다.")
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "  =1+1",
    "\t=1",
    "\r=1",
    "\n=1",
    '"=1+1"',
    "'=1",
    "＝1＋1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "“－1”",
    "\u3000=1",
    "\ufeff=1",
    "\u202e=1",
]
names = st.text(max_size=20) | st.sampled_from(FORMULAS) | st.text(st.sampled_from("=+-@＝ \t\r\n'\",;가"))


def rows_of(book: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(book.decode("utf-8-sig"), newline=""), strict=True))


def named(report: Report, name: str) -> Report:
    return replace(report, submission=name)


def first_sign(field: str) -> str:
    """What a spreadsheet that reads past blanks and folds wide forms takes for the first sign."""
    return unicodedata.normalize("NFKC", field.strip())[:1]


def test_a_row_per_submission_in_the_order_of_names(sample: Report) -> None:
    book = gradebook([named(sample, "이하늘"), named(sample, "kim")], [Refusal("lee", WHY)], Language.EN)
    header, *rows = rows_of(book)
    assert header == [
        "submission",
        *(exercise.id for exercise in sample.exercises),
        "total",
        "max",
        "note",
    ]
    assert [row[0] for row in rows] == ["kim", "lee", "이하늘"]


def test_what_the_cells_say(sample: Report) -> None:
    row = rows_of(gradebook([sample], [], Language.EN))[1]
    # Passed, not graded (the grader's fault), failed with one point, failed, not attempted.
    assert row == ["kim", "1", "", "1", "0", "0", "2", "9", "could not be graded: ch07_1/e03_show_samples"]
    assert rows_of(gradebook([sample], [], Language.KO))[1][-1] == "채점하지 못함: ch07_1/e03_show_samples"


def test_a_refused_submission_has_empty_cells_and_says_why(sample: Report) -> None:
    rows = rows_of(gradebook([sample], [Refusal("lee", WHY)], Language.KO))
    assert rows[2] == ["lee", *[""] * 7, "압축 파일이 손상되었습니다."]


def test_the_columns_are_those_of_all_reports(sample: Report) -> None:
    part = replace(named(sample, "lee"), exercises=sample.exercises[2:3])
    rows = rows_of(gradebook([part, sample], [], Language.EN))
    assert rows[0] == rows_of(gradebook([sample], [], Language.EN))[0]
    assert rows[2][:6] == ["lee", "", "", "1", "", ""]
    assert rows[2][-1].count("ch07") == 4


def test_a_long_note_names_every_exercise(sample: Report) -> None:
    many = tuple(replace(sample.exercises[1], id=f"ch07_1/e{number:02}_{'x' * 40}") for number in range(40))
    note = rows_of(gradebook([replace(sample, exercises=many)], [], Language.EN))[1][-1]
    assert all(exercise.id in note for exercise in many)


def test_excel_is_told_the_encoding_and_each_field_is_quoted(sample: Report) -> None:
    book = gradebook([named(sample, '김 "하늘", a')], [], Language.KO)
    assert book.startswith(b'\xef\xbb\xbf"submission","ch07_1/e01_load_data"')
    assert book.endswith(b'"\r\n')
    assert book.count(b"\r\n") == book.count(b"\n") == 2
    assert rows_of(book)[1][0] == '김 "하늘", a'


@pytest.mark.parametrize("text", FORMULAS)
def test_no_formula_begins_a_field(sample: Report, text: str) -> None:
    book = gradebook([named(sample, text)], [Refusal(text, Text(en=text, ko=text))], Language.EN)
    for row in rows_of(book)[1:]:
        for field in (row[0], row[-1]):
            assert first_sign(field.lstrip('"“')) not in set("=+-@")


def test_a_formula_stays_readable(sample: Report) -> None:
    assert rows_of(gradebook([named(sample, " =1+1")], [], Language.EN))[1][0] == "'=1+1"
    assert rows_of(gradebook([named(sample, "a=1")], [], Language.EN))[1][0] == "a=1"
    assert rows_of(gradebook([named(sample, "20231234-김하늘")], [], Language.EN))[1][0] == "20231234-김하늘"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    data=st.data(),
    refused=st.lists(st.builds(Refusal, names, st.builds(Text, names, names)), max_size=3),
    called=st.lists(names, max_size=3),
    language=st.sampled_from(Language),
)
def test_any_class_gives_a_table(
    data: st.DataObject,
    reports: st.SearchStrategy[Report],
    refused: list[Refusal],
    called: list[str],
    language: Language,
) -> None:
    graded = [named(data.draw(reports), name) for name in called]
    rows = rows_of(gradebook(graded, refused, language))
    assert len(rows) == 1 + len(graded) + len(refused)
    assert len({len(row) for row in rows}) == 1
    for row in rows[1:]:
        for field in row:
            assert field.isprintable()
            assert first_sign(field) not in set("=+-@")
        assert all(cell == "" or float(cell) >= 0 for cell in row[1:-1])


@given(names)
@example("\udc80\x00")
def test_any_name_can_be_written(name: str) -> None:
    rows = rows_of(gradebook([], [Refusal(name, WHY)], Language.EN))
    assert len(rows) == 2
    assert rows[1][-1] == WHY.en


def test_equal_results_give_equal_bytes(sample: Report) -> None:
    graded = [named(sample, f"student {number}") for number in range(20)]
    refused = [Refusal(f"refused {number}", WHY) for number in range(5)]
    book = gradebook(graded, refused, Language.KO)
    slower = [replace(each, exercises=tuple(slowed(one) for one in each.exercises)) for each in graded]
    assert gradebook(iter(slower[7:] + slower[:7]), iter(refused[::-1]), Language.KO) == book


def slowed(exercise: ExerciseResult) -> ExerciseResult:
    return replace(exercise, seconds=exercise.seconds + 7)


def test_an_empty_class_is_a_header() -> None:
    assert gradebook([], [], Language.EN) == b'\xef\xbb\xbf"submission","total","max","note"\r\n'


def test_an_exercise_not_attempted_is_zero_whatever_it_carries(sample: Report) -> None:
    odd = replace(sample.exercises[4], score=2.5)
    assert odd.status is Status.NOT_ATTEMPTED
    assert rows_of(gradebook([replace(sample, exercises=(odd,))], [], Language.EN))[1][1] == "0"
