"""`grader export` from the reports of a batch to the tables that Canvas and Moodle read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from grader.cli import main
from grader.report import Report, Status
from grader.report.json import to_json
from tests.export.canvas_importer import canvas_reads
from tests.export.moodle_importer import moodle_reads
from tests.export.test_canvas import ENGLISH as GRADEBOOK
from tests.export.test_moodle import KOREAN as WORKSHEET
from tests.export.test_moodle import KOREAN_SITE
from tests.report.conftest import exception, flattening, sample

__all__ = ["exception", "flattening", "sample"]


@pytest.fixture
def results(tmp_path: Path, sample: Report) -> Path:
    """The reports of a class: named as Canvas and Moodle name downloads, and one not graded whole."""
    graded = replace(
        sample, exercises=tuple(one for one in sample.exercises if one.status is not Status.ERROR)
    )
    folder = tmp_path / "results" / "reports"
    folder.mkdir(parents=True)
    reports = [replace(graded, submission=name) for name in (*MOODLE, *CANVAS)]
    for number, report in enumerate([*reports, replace(sample, submission="s-002")]):
        (folder / f"{number}.json").write_bytes(to_json(report))
    return tmp_path / "results"


MOODLE = ("김하늘_801_assignsubmission_file_", "20231235")
CANVAS = ("smithjane_LATE_12345_901_20231234",)


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["export", *map(str, arguments)])
    return result.exit_code, result.output


def test_a_canvas_gradebook_is_filled(results: Path, tmp_path: Path) -> None:
    table, out = tmp_path / "gradebook.csv", tmp_path / "filled.csv"
    table.write_bytes(GRADEBOOK.encode())
    told = ("--format", "canvas", "--table", table, "--assignment", "777", "--lang", "en")
    status, said = run(results, *told, "--out", out)
    assert status == 1  # not everybody has a grade
    read = canvas_reads(out.read_bytes())
    assert {student: of[777] for student, of in read.grades.items()} == {
        "12345": "4.44",
        "12346": "3.50",
        "12347": "EX",
        "12348": "N/A",
        "12399": "",
    }
    assert "no student found for the submission: 20231235" in said
    assert "not graded, or not whole: s-002" in said
    assert "no submission from: Park, So (12348)" in said


def test_a_moodle_worksheet_is_filled(results: Path, tmp_path: Path) -> None:
    table, out, roster = tmp_path / "worksheet.csv", tmp_path / "filled.csv", tmp_path / "roster.csv"
    table.write_bytes(WORKSHEET.encode())
    roster.write_text(f"submission,student\n{CANVAS[0]},참가자803\ns-002,802\n", encoding="utf-8")
    told = ("--format", "moodle", "--table", table, "--roster", roster, "--lang", "ko")
    status, said = run(results, *told, "--out", out)
    assert status == 1
    read = moodle_reads(out.read_bytes(), KOREAN_SITE, 10)
    assert {number: row.grade for number, row in read.items()} == {801: 2.22, 802: None, 803: 2.22}
    assert (read[801].comment or "").startswith('<p class="grader">점수: 9점 중 2점<br>')
    assert "학생 이민준 (참가자802)에 여러 제출물이 맞음: 20231235; s-002" in said


def test_a_table_that_is_none_is_refused(results: Path, tmp_path: Path) -> None:
    table, out = tmp_path / "table.csv", tmp_path / "filled.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    status, said = run(results, "--format", "moodle", "--table", table, "--out", out, "--lang", "en")
    assert status == 2
    assert "no grading worksheet of Moodle" in said
    assert not out.exists()
