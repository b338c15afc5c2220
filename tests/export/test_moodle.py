"""A filled worksheet is what Moodle handed out, in any language, and Moodle reads grades and comments."""

from __future__ import annotations

import csv
import html
import io
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.export.matching import Filled, Score
from grader.export.moodle import fill
from grader.export.sheet import TableError, read_sheet
from tests.export.moodle_importer import Site, moodle_reads

ENGLISH_SITE = Site("Participant ", "Identifier", "Grade", "Last modified (grade)", "Feedback comments", ".")
ENGLISH = """\
Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",\
"Last modified (submission)","Online text","Last modified (grade)","Feedback comments"
"Participant 12345","Jane Smith",jane@example.com,"Submitted for grading - ",,100.00,Yes,\
"Wednesday, 23 September 2020, 9:00 PM","<p>def f(): pass</p>",-,
"Participant 12346","Kim, Ha-neul",hkim@example.com,"Submitted for grading - 3 days late",50.00,100.00,Yes,\
"Thursday, 24 September 2020, 9:00 PM",,"Friday, 25 September 2020, 1:00 PM","Well done, Ha-neul!"
"Participant 12347","Min Lee",mlee@example.com,"No submission",,100.00,Yes,-,,-,
"""

KOREAN_SITE = Site("참가자", "식별자", "성적", "마지막 수정됨(성적)", "피드백 코멘트", ".")
KOREAN = (
    "\ufeff"
    + """\
식별자,성명,학번,이메일,상태,그룹,채점자,성적,최대 성적,표시 진행 상태,성적을 변경할 수 있음,\
마지막 수정됨(제출),마지막 수정됨(성적),피드백 코멘트
참가자801,김하늘,20231234,haneul@example.kr,채점을 위해 제출되었습니다.,1조,김교수,,10.00,표시되지 않음,예,\
2026년 9월 23일 수요일 21:00,-,
참가자802,이민준,20231235,minjun@example.kr,채점을 위해 제출되었습니다.,1조,김교수,,10.00,표시되지 않음,예,\
2026년 9월 23일 수요일 21:05,-,
참가자803,김하늘,20231236,haneul2@example.kr,제출이 없습니다.,2조,이교수,,10.00,표시되지 않음,예,-,-,
""".replace("\n", "\r\n")
)

GERMAN_SITE = Site(
    "Teilnehmer/in", "ID", "Bewertung", "Zuletzt geändert (Bewertung)", "Feedback als Kommentar", ",", ";"
)
GERMAN = """\
ID;"Vollständiger Name";E-Mail-Adresse;Status;Bewertung;"Beste Bewertung";"Bewertung kann geändert werden";\
"Zuletzt geändert (Abgabe)";"Zuletzt geändert (Bewertung)";"Feedback als Kommentar"
Teilnehmer/in31;"Jörg Müller";joerg@example.de;"Zur Bewertung abgegeben";;20,00;Ja;\
"Mittwoch, 23. September 2026, 21:00";-;
Teilnehmer/in32;"Anna Groß";anna@example.de;"Keine Abgabe";;20,00;Ja;-;-;
"""

BLIND = """\
Identifier\tStatus\tGrade\tMaximum grade\tGrade can be changed\tLast modified (grade)
Participant 5\tSubmitted for grading\t\t100\tYes\t-
Participant 6\tSubmitted for grading\t\t100\tYes\t-
"""
BLIND_SITE = Site("Participant ", "Identifier", "Grade", "Last modified (grade)", "none", ".", "\t")


def score(submission: str, points: float = 50, comment: str = "", *, graded: bool = True) -> Score:
    return Score(submission, points, 100, graded, comment)


def filled(table: str, *scores: Score, **more: object) -> Filled:
    return fill(table.encode(), scores, **more)  # type: ignore[arg-type]


def grades(result: Filled, site: Site = ENGLISH_SITE, maximum: float = 100) -> dict[int, float | None]:
    return {number: row.grade for number, row in moodle_reads(result.content, site, maximum).items()}


def comments(result: Filled, site: Site = ENGLISH_SITE, maximum: float = 100) -> dict[int, str | None]:
    return {number: row.comment for number, row in moodle_reads(result.content, site, maximum).items()}


def test_moodle_reads_grades_and_comments() -> None:
    result = filled(ENGLISH, score("Jane Smith_12345_assignsubmission_file_", 41.25, "Score: 41.25\n- a < b"))
    assert grades(result) == {12345: 41.25, 12346: 50.0, 12347: None}
    assert comments(result)[12345] == '<p class="grader">Score: 41.25<br>- a &#60; b</p>'
    assert (result.written, result.kept) == (1, ())


def test_every_other_byte_stays() -> None:
    result = filled(ENGLISH, score("mlee@example.com", 70, "Well done."))
    expected = ENGLISH.replace('"No submission",,', '"No submission",70.00,').replace(
        ",-,,-,\n", ',-,,-,"<p class=""grader"">Well done.</p>"\n'
    )
    assert result.content == expected.encode()


def test_a_korean_worksheet_with_every_column() -> None:
    result = filled(
        KOREAN,
        score("김하늘_801_assignsubmission_file_과제", 33.35, "점수: 33.35"),
        score("20231235", 100),
        score("HANEUL2@example.kr", 0),
    )
    assert grades(result, KOREAN_SITE, 10) == {801: 3.34, 802: 10.0, 803: 0.0}
    assert comments(result, KOREAN_SITE, 10)[801] == '<p class="grader">점수: 33.35</p>'
    assert result.content.startswith(b"\xef\xbb\xbf")
    assert result.content.count(b"\r\n") == result.content.count(b"\n") == 4


def test_a_german_worksheet_with_semicolons_and_decimal_commas() -> None:
    result = filled(GERMAN, score("Jörg Müller_31_assignsubmission_file_", 41.25, "Punkte; mehr"))
    assert b";8,25;20,00;" in result.content
    assert grades(result, GERMAN_SITE, 20) == {31: 8.25, 32: None}
    assert comments(result, GERMAN_SITE, 20) == {31: '<p class="grader">Punkte; mehr</p>', 32: ""}


def test_a_worksheet_without_names_or_comments() -> None:
    result = filled(
        BLIND, score("Participant_5_assignsubmission_file_", 41.25, "Score"), score("Participant 6")
    )
    assert grades(result, BLIND_SITE) == {5: 41.25, 6: 50.0}


def test_a_worksheet_with_decimal_commas_between_commas() -> None:
    table = ENGLISH.replace("100.00", '"100,00"').replace("50.00", '"50,00"')
    result = filled(table, score("mlee@example.com", 70.5))
    assert b'"No submission","70,50","100,00"' in result.content


@pytest.mark.parametrize(
    "submission",
    [
        "Jane Smith_12345_assignsubmission_file_",
        "Jane Smith_12345_assignsubmission_file_hw_12346_assignsubmission_file_x",
        "Team A-Jane Smith_12345_assignsubmission_onlinetext_",
        "Participant 12345",
        "jane@example.com",
        "JANE@example.com",
    ],
)
def test_a_student_is_found_by_number_and_address(submission: str) -> None:
    assert grades(filled(ENGLISH, score(submission)))[12345] == 50.0


@pytest.mark.parametrize(
    "submission",
    [
        "Jane Smith",
        "12345",
        "Jane_12345_assignsubmissions",
        "Jane_x_12345_assignsubmission_file_",
        "Jane_99999_assignsubmission_file_",
        "participant 12345",
        "No submission",
        "Yes",
        "",
    ],
)
def test_nobody_is_found_by_less(submission: str) -> None:
    result = filled(ENGLISH, score(submission))
    assert result.content == ENGLISH.encode()
    assert result.unknown == (submission,)


@pytest.mark.parametrize("submission", ["2조", "이교수", "제출이 없습니다.", "예", "10.00", "김하늘"])
def test_status_group_and_marker_name_nobody(submission: str) -> None:
    assert filled(KOREAN, score(submission)).unknown == (submission,)


@pytest.mark.parametrize("status", ["제출됨", "제출이 없습니다."])
@pytest.mark.parametrize("submission", ["제출됨", "1조", "2조", "김교수", "이교수"])
def test_where_each_has_a_marker_or_group_alone_it_names_nobody(submission: str, status: str) -> None:
    table = KOREAN.replace("채점을 위해 제출되었습니다.", "제출됨" if status == "제출됨" else "제출 완료")
    table = table.replace("제출이 없습니다.", status)
    first, second, third = (line for line in table.splitlines(keepends=True)[1:])
    two = table.replace(second, "")
    assert first in two
    assert third in two
    result = filled(two, score(submission), score("20231236", 70))
    assert result.unknown == (submission,)
    assert grades(result, KOREAN_SITE, 10) == {801: None, 803: 7.0}


@pytest.mark.parametrize("submission", ["draft", "submitted"])
def test_the_last_column_before_the_grade_names_nobody(submission: str) -> None:
    table = GERMAN.replace("Zur Bewertung abgegeben", "submitted").replace("Keine Abgabe", "draft")
    assert filled(table, score(submission)).unknown == (submission,)


def test_a_roster_may_say_a_number_or_a_full_name() -> None:
    roster = {"a": "12345", "b": "Min Lee"}
    result = filled(ENGLISH, score("a", 10), score("b", 20), roster=roster)
    assert grades(result) == {12345: 10.0, 12346: 50.0, 12347: 20.0}
    same_name = filled(KOREAN, score("a"), roster={"a": "김하늘"})
    assert same_name.ambiguous == (("a", ("김하늘 (참가자801)", "김하늘 (참가자803)")),)


def test_what_somebody_wrote_stays_and_is_listed() -> None:
    result = filled(ENGLISH, score("hkim@example.com", 70, "Score: 70"))
    assert grades(result)[12346] == 70.0
    assert comments(result)[12346] == "Well done, Ha-neul!"
    assert result.kept == ("hkim@example.com",)


def test_our_own_comment_is_written_anew() -> None:
    first = filled(ENGLISH, score("mlee@example.com", 70, "Score: 70\nTo fix: a")).content
    again = fill(first, [score("mlee@example.com", 80, "Score: 80")])
    assert again.content == filled(ENGLISH, score("mlee@example.com", 80, "Score: 80")).content
    assert again.kept == ()


def test_an_addition_to_our_comment_makes_it_somebodys() -> None:
    first = filled(ENGLISH, score("mlee@example.com", 70, "Score: 70")).content
    edited = first.replace(b"70</p>", b"70</p><p>Come and see me.</p>")
    again = fill(edited, [score("mlee@example.com", 80, "Score: 80")])
    assert again.kept == ("mlee@example.com",)
    assert b"Come and see me." in again.content


def test_comments_can_be_left_out() -> None:
    result = filled(ENGLISH, score("mlee@example.com", 70, "Score: 70"), comments=False)
    assert comments(result)[12347] == ""
    assert grades(result)[12347] == 70.0
    assert comments(filled(ENGLISH, score("mlee@example.com", 70, "")))[12347] == ""


def test_what_could_not_be_graded_keeps_its_cells() -> None:
    result = filled(ENGLISH, score("mlee@example.com", 70, "Score: 70", graded=False))
    assert result.content == ENGLISH.encode()
    assert result.ungraded == ("mlee@example.com",)


def test_students_without_a_submission_are_listed() -> None:
    result = filled(ENGLISH, score("jane@example.com"))
    assert result.missing == ("Kim, Ha-neul (Participant 12346)", "Min Lee (Participant 12347)")


def test_points_as_they_are_must_not_be_above_the_maximum() -> None:
    assert grades(filled(KOREAN, score("20231235", 9), scale=False), KOREAN_SITE, 10)[802] == 9.0
    with pytest.raises(TableError, match=r"score of 20231235 is 50.00, but the highest grade .* is 10.00"):
        filled(KOREAN, score("20231235", 50), scale=False)


def test_a_whole_class_with_the_highest_grade_is_no_riddle() -> None:
    table = ENGLISH.replace(",,100.00", ",100.00,100.00").replace("50.00,100.00", "100.00,100.00")
    table = table.replace('"Submitted for grading - "', "").replace('"No submission"', "")
    table = table.replace('"Submitted for grading - 3 days late"', "")
    assert grades(filled(table, score("mlee@example.com"))) == {12345: 100.0, 12346: 100.0, 12347: 50.0}


def test_an_address_is_known_behind_a_column_that_nobody_has_filled() -> None:
    lines = ENGLISH.replace('"Email address"', '"ID number","Email address"').splitlines(keepends=True)
    table = lines[0] + "".join(lines[1:]).replace("jane@", ",jane@").replace("hkim@", ",hkim@").replace(
        "mlee@", ",mlee@"
    )
    assert grades(filled(table, score("mlee@example.com")))[12347] == 50.0


def test_a_scale_is_no_number_of_points_whatever_else_is_one() -> None:
    header, row, *_ = ENGLISH.splitlines(keepends=True)
    header = header.replace('"Email address"', '"ID number",Username')
    row = row.replace("jane@example.com", "20231234,7").replace("100.00", '"Good, Better, Best"')
    with pytest.raises(TableError, match="no column with the maximum grade"):
        filled(header + row, score("20231234"))


def test_a_class_of_one_with_a_number_for_a_user_name() -> None:
    header, row, *_ = ENGLISH.splitlines(keepends=True)
    header = header.replace('"Email address"', '"ID number",Username')
    row = row.replace("jane@example.com", ",2023")
    result = filled(header + row, score("Jane_12345_assignsubmission_file_", 70, "Score"))
    assert grades(result) == {12345: 70.0}


@pytest.mark.parametrize("text", ["5", "-", "Monday, 1 June 2020, 9:00 PM", r"print(\"x\")", r"a\\"])
def test_a_students_own_text_moves_no_column(text: str) -> None:
    header, row, *_ = ENGLISH.splitlines(keepends=True)
    cell = text if '"' in text else text.replace('"', '""')
    table = header + row.replace("<p>def f(): pass</p>", cell)
    result = filled(table, score("jane@example.com", 70, "Score: 70"))
    read = moodle_reads(result.content, ENGLISH_SITE, 100)[12345]
    assert (read.grade, read.comment) == (70.0, '<p class="grader">Score: 70</p>')


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("Name,Grade\nKim,1\n", "no grading worksheet of Moodle"),
        ("Id,Grade\n7,1\n", "no grading worksheet of Moodle"),
        (ENGLISH.splitlines()[0] + "\n", "no grading worksheet of Moodle"),
        (ENGLISH.replace("Participant 12347", "Teilnehmer 12347"), "no grading worksheet of Moodle"),
        (ENGLISH.replace("100.00", "Good"), "no column with the maximum grade"),
        (ENGLISH.replace(",50.00,", ",absent,"), "no column with the maximum grade"),
        (ENGLISH.replace(",-,,-,", ",-,,-"), "Row 4 of the table"),
    ],
)
def test_another_table_is_refused_with_a_reason(table: str, said: str) -> None:
    with pytest.raises(TableError, match=said):
        filled(table, score("x"))


hostile = st.text(max_size=30) | st.sampled_from(
    [
        "=1+1",
        "<script>alert(1)</script>",
        '<img src="x" onerror="a()">',
        "\\",
        'a\\"',
        "$$x$$ \\(x\\)",
        "@@PLUGINFILE@@/x",
        "{mlang en}",
        "[[x]]",
        "https://example.com www.example.com",
        "\x1b[31m\u202e\x00",
        "a\x85b\u2028c",
        "o" + "\u0301" * 50,
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(hostile, max_size=3).map("\n".join), hostile, st.sampled_from([",", ";", "\t"]))
def test_nothing_in_a_comment_acts_or_leaves_its_cell(comment: str, name: str, separator: str) -> None:
    table = worksheet([name, "Min Lee"], separator)
    result = fill(
        table, [score("x_100_assignsubmission_file_", 50, comment), score("x_101_assignsubmission_file_", 60)]
    )
    site = Site("Participant ", "Identifier", "Grade", "Modified", "Comments", ".", separator)
    read = moodle_reads(result.content, site, 100)
    assert (read[100].grade, read[101].grade) == (50.0, 60.0)
    cell = read_sheet(result.content, backslashes=True).value(1, 7)
    assert read[100].comment == cell
    if comment:
        inner = cell.removeprefix('<p class="grader">').removesuffix("</p>")
        parts = inner.split("<br>")
        assert all(sign not in part for part in parts for sign in "<>\"'\\$@{}[]")
        assert "://" not in inner
        assert all(char.isprintable() for char in html.unescape(inner))
        assert not any(unicodedata.category(char) == "Cf" for char in inner)
    before, after = read_sheet(table, backslashes=True), read_sheet(result.content, backslashes=True)
    for row in range(len(before.rows)):
        untouched = [0, 1, 2, 4, 5, 6]
        assert [after.rows[row][column].value for column in untouched] == [
            before.rows[row][column].value for column in untouched
        ]


def worksheet(names: list[str], separator: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(["Identifier", "Name", "Status", "Grade", "Max", "Changeable", "Modified", "Comments"])
    for row, name in enumerate(names):
        # Not every reader knows a backslash from one that escapes: what PHP makes of it is tested above.
        spelled = name.replace("\\", "").replace("\r", " ")
        writer.writerow([f"Participant {100 + row}", spelled, "Submitted", "", "100.00", "Yes", "-", ""])
    return out.getvalue().encode()
