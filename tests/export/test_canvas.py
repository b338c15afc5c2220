"""A filled gradebook is what Canvas exported, and Canvas reads the scores from it."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.export.canvas import fill
from grader.export.matching import Filled, Score
from grader.export.sheet import TableError, read_sheet
from tests.export.canvas_importer import canvas_reads

ENGLISH = """\
Student,ID,SIS User ID,SIS Login ID,Section,Notes,Quiz 1 (501),Chapter 7 (777),Current Score,Final Score
,,,,,,,Manual Posting,,
"    Points Possible",,,,,,10.00,20.00,(read only),(read only)
"Smith, Jane",12345,s-001,JSmith,"Monday, and Tuesday",,9.00,,90.00,45.00
"Kim, Ha-neul",12346,s-002,hkim@example.com,Monday,="1",8.00,3.50,80.00,57.50
"Lee, Min",12347,s-003,mlee,Monday,,7.00,EX,70.00,70.00
"Park, So",12348,s-004,spark,Monday,,,N/A,,
"Student, Test",12399,,4f1c,Monday,,,,,
"""
KOREAN = (
    "\ufeff"
    + """\
Student;ID;SIS User ID;SIS Login ID;Section;7장 과제 (41);Current Score;Final Score
    Points Possible;;;;;12,50;(read only);(read only)
김하늘;101;20231234;haneul;딥러닝 (가);;;
"이 ""민""; 준";102;20231235;minjun;딥러닝 (가);3,00;24,00;24,00
""".replace("\n", "\r\n")
)
NAMES_APART = """\
LastName,FirstName,ID,SIS Login ID,Section,Aufgabe 7 (9)
    Points Possible,,,,,100.00
Müller,Jörg,31,jmueller,A,
"""


def score(submission: str, points: float = 50, of: float = 100, *, graded: bool = True) -> Score:
    return Score(submission, points, of, graded)


def filled(table: str, *scores: Score, assignment: str | None = None, **more: object) -> Filled:
    return fill(table.encode(), scores, assignment=assignment, **more)  # type: ignore[arg-type]


def grades(result: Filled, assignment: int) -> dict[str, str]:
    return {student: of[assignment] for student, of in canvas_reads(result.content).grades.items()}


def test_canvas_reads_the_scores_scaled_to_the_points_possible() -> None:
    result = filled(ENGLISH, score("12345", 41.25), score("s-002", 100), assignment="777")
    assert result.written == 2
    assert grades(result, 777) == {
        "12345": "8.25",
        "12346": "20.00",
        "12347": "EX",
        "12348": "N/A",
        "12399": "",
    }
    assert canvas_reads(result.content).possible == {501: "10.00", 777: "20.00"}
    assert grades(result, 501)["12345"] == "9.00"


def test_every_other_byte_stays() -> None:
    result = filled(ENGLISH, score("12345", 41.25), assignment="777")
    assert result.content == ENGLISH.replace(",9.00,,90.00", ",9.00,8.25,90.00").encode()


def test_semicolons_decimal_commas_and_the_byte_order_mark_stay() -> None:
    result = filled(KOREAN, score("20231234", 33.3), score("minjun", 90))
    expected = KOREAN.replace("(가);;;", "(가);4,16;;").replace(";3,00;", ";11,25;")
    assert result.content == expected.encode()
    assert grades(result, 41) == {"101": "4.16", "102": "11.25"}


def test_names_may_be_in_two_columns() -> None:
    result = filled(NAMES_APART, score("müllerjörg_31_88_x", 70), score("JMUELLER", 1))
    assert result.twice == (("Müller, Jörg (31)", ("müllerjörg_31_88_x", "JMUELLER")),)
    assert grades(filled(NAMES_APART, score("JMUELLER", 70)), 9) == {"31": "70.00"}


@pytest.mark.parametrize(
    "submission",
    [
        "12345",
        "s-001",
        "jsmith",
        "smithjane_12345_901_hw",
        "smithjane_LATE_12345_901_hw",
        "smithjane_12345_901_20231234",
        "smithjane_12345_901_12346_7_hw",
    ],
)
def test_a_student_is_found_by_id_sis_id_login_and_canvass_own_names(submission: str) -> None:
    assert grades(filled(ENGLISH, score(submission), assignment="777"), 777)["12345"] == "10.00"


@pytest.mark.parametrize(
    "submission",
    [
        "Smith, Jane",
        "Jane Smith",
        "S-001",
        "1234",
        "012345",
        "leemin_12345_901_hw",
        "x_12345_901_hw",
        "12345_901_hw",
        "smithjane_12345",
        "smithjane_12345_hw",
        "smithjane_x_12345_901_hw",
        "anon_12345_901_hw",
        "Points Possible",
        "",
    ],
)
def test_nobody_is_found_by_less(submission: str) -> None:
    result = filled(ENGLISH, score(submission), assignment="777")
    assert result.content == ENGLISH.encode()
    assert result.unknown == (submission,)
    assert result.written == 0


def test_a_name_of_one_student_that_holds_the_number_of_another_is_neithers() -> None:
    table = ENGLISH.replace('"Kim, Ha-neul"', '"Smith, Jane_12345"')
    result = filled(table, score("smithjane_12345_12346_901_hw"), assignment="777")
    assert result.content == table.encode()
    [(_, rows)] = result.ambiguous
    assert rows == ("Smith, Jane (12345)", "Smith, Jane_12345 (12346)")


def test_a_login_that_is_anothers_id_is_neithers() -> None:
    table = ENGLISH.replace("hkim@example.com", "12345")
    result = filled(table, score("12345"), assignment="777")
    assert result.content == table.encode()
    assert len(result.ambiguous) == 1


def test_who_is_excused_or_has_no_such_assignment_stays_so() -> None:
    result = filled(ENGLISH, score("mlee"), score("spark"), assignment="777")
    assert result.content == ENGLISH.encode()
    assert result.kept == ("mlee", "spark")


def test_what_could_not_be_graded_keeps_its_cell() -> None:
    result = filled(ENGLISH, score("s-002", graded=False), assignment="777")
    assert result.content == ENGLISH.encode()
    assert result.ungraded == ("s-002",)


def test_students_without_a_submission_are_listed_but_canvass_test_student() -> None:
    result = filled(ENGLISH, score("12345"), score("s-002"), assignment="777")
    assert result.missing == ("Lee, Min (12347)", "Park, So (12348)")


def test_a_student_who_is_called_points_possible_does_not_set_them() -> None:
    table = ENGLISH.replace('"Park, So"', "Points Possible")
    result = filled(table, score("spark", 90), score("12345", 50), assignment="777")
    assert result.unknown == ("spark",)
    assert result.content == filled(table, score("12345", 50), assignment="777").content


def test_a_student_who_is_called_points_possible_is_not_asked_for_them() -> None:
    lines = ENGLISH.replace('"Park, So"', "Points Possible").splitlines(keepends=True)
    table = "".join([lines[0], lines[6], *lines[1:6]])
    assert b",9.00,10.00,90.00" in filled(table, score("12345", 50), assignment="777").content


def test_points_as_they_are() -> None:
    result = filled(ENGLISH, score("12345", 41.25, 45), assignment="777", scale=False)
    assert grades(result, 777)["12345"] == "41.25"


@pytest.mark.parametrize(
    ("points", "of", "said"),
    [
        (1, 3, "6.67"),
        (0.025, 100, "0.01"),
        (0.075, 100, "0.02"),
        (33.375, 100, "6.68"),
        (0, 100, "0.00"),
        (100, 100, "20.00"),
    ],
)
def test_halves_are_rounded_up_to_hundredths(points: float, of: float, said: str) -> None:
    assert grades(filled(ENGLISH, score("12345", points, of), assignment="777"), 777)["12345"] == said


@pytest.mark.parametrize("assignment", ["777", "Chapter 7", "Chapter 7 (777)", " 777 "])
def test_an_assignment_is_named_by_its_number_or_title(assignment: str) -> None:
    assert filled(ENGLISH, score("12345"), assignment=assignment).written == 1


@pytest.mark.parametrize("assignment", [None, "7", "(777)", "Current Score", "Notes"])
def test_a_gradebook_of_several_assignments_needs_one_named(assignment: str | None) -> None:
    with pytest.raises(TableError, match=r"Quiz 1 \(501\), Chapter 7 \(777\)"):
        filled(ENGLISH, score("12345"), assignment=assignment)


@pytest.mark.parametrize("title", ["Current Score (2020)", "Override Score (7)", "Final Grade (5)", "Notes"])
def test_totals_are_no_assignments(title: str) -> None:
    table = NAMES_APART.replace("Aufgabe 7 (9)", title)
    with pytest.raises(TableError, match="Which assignment"):
        filled(table, score("31"), assignment="2020")


def test_a_column_that_is_read_only_is_no_assignment() -> None:
    with pytest.raises(TableError, match="Which assignment"):
        filled(NAMES_APART.replace("100.00", "(read only)"), score("31"))


@pytest.mark.parametrize("points", ["", "0", "0.00", "many"])
def test_scores_cannot_be_scaled_to_no_points(points: str) -> None:
    table = NAMES_APART.replace("100.00", points)
    with pytest.raises(TableError, match=r"points are possible for Aufgabe 7 \(9\)"):
        filled(table, score("31"))
    assert filled(table, score("31"), scale=False).written == 1


@pytest.mark.parametrize(
    "header",
    [
        "Name,ID,Section,A (1)",
        "Student,Number,Section,A (1)",
        "Student,ID,Group,A (1)",
        "Student,ID",
        "ID,Student",
    ],
)
def test_another_table_is_no_gradebook(header: str) -> None:
    with pytest.raises(TableError, match="no gradebook of Canvas"):
        filled(header + "\n", score("31"))


names = st.text(max_size=15) | st.sampled_from(
    [
        "=1+1",
        "smithjane_12345_901_hw",
        "12345",
        "s-001",
        "JSMITH",
        "@SUM(A1)",
        'a","b',
        "Points Possible",
        "\u202e1",
    ]
)


@given(st.lists(names, min_size=1, max_size=4), st.lists(names, max_size=3))
def test_hostile_names_fill_no_cell_but_their_own(called: list[str], submissions: list[str]) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "A (1)"])
    writer.writerow(["    Points Possible", "", "", "", "", "10.00"])
    writer.writerows([name, 100 + row, f"u{row}", f"login{row}", "", ""] for row, name in enumerate(called))
    table = out.getvalue()
    honest = [score(f"u{row}", 10 * (row + 1)) for row in range(len(called))]
    result = filled(table, *honest, *map(score, submissions))
    before, after = read_sheet(table.encode()), read_sheet(result.content)
    assert [[cell.value for cell in row[:-1]] for row in after.rows] == [
        [cell.value for cell in row[:-1]] for row in before.rows
    ]
    listed = {name for _, several in result.twice for name in several} | {*result.unknown}
    for row, name in enumerate(called):
        cell = after.rows[row + 2][-1].value
        expected = f"{row + 1}.00"
        assert cell == ("" if f"u{row}" in listed else expected), name
        assert re.fullmatch(r"[0-9.]*", cell)
