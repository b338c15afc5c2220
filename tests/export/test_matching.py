"""A score goes to exactly one student, or to nobody and into a list."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.export.matching import Index, Matches, Score, Students, matched, read_roster
from grader.export.sheet import TableError

LABELS = {1: "Kim (11)", 2: "Lee (22)", 3: "Park (33)"}
ROWS = {"kim": {1}, "lee": {2}, "park": {3}, "both": {1, 2}}
NAMES = {"Kim Haneul": {1}, "Lee Ha": {2, 3}}


def found(*scores: Score, roster: dict[str, str] | None = None) -> Matches:
    students = Students(
        LABELS,
        lambda name: ROWS.get(name, set()),
        lambda name: ROWS.get(name, set()) or NAMES.get(name, set()),
    )
    return matched(scores, students, roster or {})


def score(submission: str, *, graded: bool = True, max_score: float = 100) -> Score:
    return Score(submission, 50, max_score, graded)


def test_each_score_has_its_row() -> None:
    matches = found(score("lee"), score("kim"))
    assert [(row, each.submission) for row, each in matches.rows] == [(2, "lee"), (1, "kim")]
    assert matches.missing == ("Park (33)",)
    assert (matches.unknown, matches.ambiguous, matches.twice, matches.ungraded) == ((), (), (), ())


def test_a_submission_of_nobody_is_listed() -> None:
    matches = found(score("choi"))
    assert matches.rows == ()
    assert matches.unknown == ("choi",)


def test_a_submission_that_fits_two_students_goes_to_neither() -> None:
    matches = found(score("both"))
    assert matches.rows == ()
    assert matches.ambiguous == (("both", ("Kim (11)", "Lee (22)")),)
    assert matches.missing == ("Park (33)",)


def test_a_student_with_two_submissions_gets_neither() -> None:
    matches = found(score("kim"), score("other"), score("lee"), roster={"other": "kim"})
    assert [row for row, _ in matches.rows] == [2]
    assert matches.twice == (("Kim (11)", ("kim", "other")),)


def test_a_row_that_an_ambiguous_submission_fits_too_is_not_written() -> None:
    matches = found(score("kim"), score("both"))
    assert matches.rows == ()
    assert matches.twice == (("Kim (11)", ("kim", "both")),)


@pytest.mark.parametrize("ungraded", [score("kim", graded=False), score("kim", max_score=0)])
def test_what_could_not_be_graded_is_listed_and_not_written(ungraded: Score) -> None:
    matches = found(ungraded)
    assert matches.rows == ()
    assert matches.ungraded == ("kim",)
    assert "Kim (11)" not in matches.missing


def test_the_roster_decides_over_the_name() -> None:
    matches = found(score("kim"), roster={"kim": "park"})
    assert [row for row, _ in matches.rows] == [3]


def test_a_full_name_counts_in_the_roster_only() -> None:
    assert found(score("Kim Haneul")).unknown == ("Kim Haneul",)
    assert [row for row, _ in found(score("x"), roster={"x": "Kim Haneul"}).rows] == [1]


def test_a_full_name_of_two_students_is_nobodys() -> None:
    assert found(score("x"), roster={"x": "Lee Ha"}).ambiguous == (("x", ("Lee (22)", "Park (33)")),)


def test_a_name_is_the_same_however_its_letters_are_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "김하늘")
    index = Index()
    index.add("김하늘", 1)
    assert index.rows(decomposed) == {1}
    assert [row for row, _ in found(score(decomposed), roster={"김하늘": "kim"}).rows] == [1]


def test_upper_and_lower_case_are_the_same_where_they_are_in_logins_only() -> None:
    exact, folded = Index(), Index(folded=True)
    for index in (exact, folded):
        index.add("Kim", 1)
    assert exact.rows("kim") == set()
    assert folded.rows("KIM") == {1}


def test_an_empty_value_is_nobodys() -> None:
    index = Index()
    index.add(" ", 1)
    assert index.rows("") == set()


@given(st.lists(st.tuples(st.sampled_from([*ROWS, "x"]), st.booleans()), unique_by=lambda pair: pair[0]))
def test_every_submission_is_written_or_listed(chosen: list[tuple[str, bool]]) -> None:
    matches = found(*(score(name, graded=graded) for name, graded in chosen))
    written = [each.submission for _, each in matches.rows]
    doubled = [name for _, names in matches.twice for name in names]
    listed = {*matches.unknown, *(name for name, _ in matches.ambiguous), *doubled, *matches.ungraded}
    assert {*written, *listed} == {name for name, _ in chosen}
    assert not {*written} & listed
    rows = [row for row, _ in matches.rows]
    assert len(set(rows)) == len(rows)
    assert all(ROWS[name] == {row} for (row, _), name in zip(matches.rows, written, strict=True))


def test_a_roster_is_two_columns_of_any_table() -> None:
    content = "\ufeffName;Student;Submission\r\nx;12345;kim\r\ny;;lee\r\n;22;\r\n".encode()
    assert read_roster(content) == {"kim": "12345"}


def test_a_roster_may_say_a_thing_twice_but_not_two_things() -> None:
    assert read_roster(b"submission,student\nkim,1\nkim,1\n") == {"kim": "1"}
    with pytest.raises(TableError, match="two students for the submission kim"):
        read_roster(b"submission,student\nkim,1\nkim,2\n")


@pytest.mark.parametrize("table", [b"name,student\nkim,1\n", b"submission,student,student\nkim,1,2\n"])
def test_a_roster_without_its_columns_is_refused(table: bytes) -> None:
    with pytest.raises(TableError, match="`submission` and `student`"):
        read_roster(table)
