"""A class as CSV: the gradebook, and a row per check."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from grader.export.table import checks_table, table
from grader.language import Language, Text
from grader.report import CheckResult, CheckStatus, ExerciseResult, Refusal, Report, Status
from grader.report.gradebook import gradebook

WHY = Text(en="This zip is damaged.", ko="압축 파일이 손상되었습니다.")
IN_RANGE = CheckResult(
    name="test_in_range",
    title=Text(en="In range", ko="범위"),
    status=CheckStatus.PASSED,
    score=0.75,
    max_score=0.75,
)
HIDDEN = replace(
    IN_RANGE, name="test_many", status=CheckStatus.FAILED, score=0.0, hint="too_few", hidden=True
)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def exercise(identifier: str, status: Status, *checks: CheckResult) -> ExerciseResult:
    return ExerciseResult(
        id=identifier,
        title=Text(en="Title", ko="제목"),
        status=status,
        reason=None,
        score=sum((check.score for check in checks), 0.0),
        max_score=sum(check.max_score for check in checks) or 2.0,
        seconds=0.1,
        checks=checks,
    )


@pytest.fixture
def report(sample: Report) -> Report:
    broken = replace(IN_RANGE, name="test_draws", status=CheckStatus.ERROR, score=0.0)
    exercises = (
        exercise("ch07_1/e04", Status.FAILED, IN_RANGE, HIDDEN),
        exercise("ch07_1/e05", Status.NOT_ATTEMPTED),
        exercise("ch07_1/e06", Status.ERROR, IN_RANGE, broken),
        exercise("ch07_1/e07", Status.FAILED),
    )
    return replace(sample, submission="kim", exercises=exercises)


def test_the_table_is_the_gradebook(sample: Report) -> None:
    refusals = [Refusal("lee", WHY)]
    assert table([sample], refusals, Language.KO) == gradebook([sample], refusals, Language.KO)


def test_a_row_per_check(report: Report) -> None:
    assert rows_of(checks_table([report], [Refusal("bae", WHY)])) == [
        ["submission", "exercise", "check", "status", "points", "max", "hint", "hidden"],
        ["bae", "", "", "refused", "", "", "", ""],
        ["kim", "ch07_1/e04", "test_in_range", "passed", "0.75", "0.75", "", "no"],
        ["kim", "ch07_1/e04", "test_many", "failed", "0", "0.75", "too_few", "yes"],
        ["kim", "ch07_1/e05", "", "not_attempted", "0", "2", "", ""],
        ["kim", "ch07_1/e06", "test_in_range", "passed", "", "0.75", "", "no"],
        ["kim", "ch07_1/e06", "test_draws", "error", "", "0.75", "", "no"],
        ["kim", "ch07_1/e07", "", "failed", "0", "2", "", ""],
    ]


def test_the_points_add_up_to_the_report(sample: Report) -> None:
    rows = rows_of(checks_table([sample], []))[1:]
    assert sum(float(row[4] or 0) for row in rows) == sample.score
    graded = {one.id for one in sample.exercises if one.status is not Status.ERROR}
    assert sum(float(row[5]) for row in rows if row[1] in graded) == sample.max_score


def test_excel_is_told_the_encoding_and_each_field_is_quoted(report: Report) -> None:
    content = checks_table([replace(report, submission='김 "하늘", a')], [])
    assert content.startswith(b'\xef\xbb\xbf"submission","exercise"')
    assert content.count(b"\r\n") == content.count(b"\n") == 7
    assert rows_of(content)[1][0] == '김 "하늘", a'


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_nothing_hostile_acts_or_moves_a_column(
    data: st.DataObject, reports: st.SearchStrategy[Report]
) -> None:
    given_reports = [data.draw(reports) for _ in range(data.draw(st.integers(0, 2)))]
    refusals = [Refusal(name, WHY) for name in data.draw(st.lists(st.text(max_size=9), max_size=2))]
    rows = rows_of(checks_table(given_reports, refusals))
    expected = sum(max(1, len(one.checks)) for report in given_reports for one in report.exercises)
    assert len(rows) == 1 + expected + len(refusals)
    for row in rows[1:]:
        assert len(row) == 8
        for field in row:
            assert field.isprintable()
            assert unicodedata.normalize("NFKC", field.strip())[:1] not in set("=+-@")
        assert all(cell == "" or float(cell) >= 0 for cell in row[4:6])
