import json
from pathlib import Path

import pytest

from grader.batch.store import FILE_NAME, Store
from grader.export.error import ExportError
from grader.export.results import read_results
from grader.language import Text
from grader.report import Refusal, Report
from grader.report.json import to_json
from tests.export.hostile import sample


def put(path: Path, submission: str = "kim") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_json(sample()).replace(b'"submission": "kim"', json_field(submission)))
    return path


def json_field(submission: str) -> bytes:
    return b'"submission": ' + json.dumps(submission).encode()


def refusal_of(path: Path) -> str:
    with pytest.raises(ExportError) as refused:
        list(read_results(path))
    assert refused.value.text.ko != refused.value.text.en
    return str(refused.value)


def test_one_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    (result,) = read_results(put(tmp_path / "report.json", "../../kim: 김"))
    assert isinstance(result.report, Report)
    assert result.report.exercises == sample().exercises
    assert "/" not in result.file_name
    assert "김" in result.file_name


def test_a_folder_of_reports_is_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("lee", "choi", "kim"):
        put(tmp_path / "reports" / f"{name}.json", name)
    assert [result.file_name for result in read_results(tmp_path)] == ["choi", "kim", "lee"]
    assert [result.file_name for result in read_results(tmp_path / "reports")] == ["choi", "kim", "lee"]


def test_two_reports_on_one_submission_are_refused(tmp_path: Path) -> None:
    put(tmp_path / "a.json")
    put(tmp_path / "b.json")
    assert "two reports on kim" in refusal_of(tmp_path)


def test_what_is_no_result_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.json").write_text('{"schema": "another/v1"}')
    (tmp_path / "cut.json").write_bytes(to_json(sample())[:500])
    for name, why in (
        ("nowhere", "There is no"),
        ("empty", "holds no results"),
        ("notes.json", "another/v1"),
        ("cut.json", "not readable as JSON"),
    ):
        told = refusal_of(tmp_path / name)
        assert name in told
        assert why in told


def test_a_store_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all, but long enough to be looked at" * 20)
    assert FILE_NAME in refusal_of(tmp_path)


def test_refusals_come_from_the_store_and_what_is_not_graded_yet_is_one(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.note_submissions({"broken.zip": Text(en="no archive", ko="압축 파일이 아님"), "waits": None})
    store.close()
    results = {result.file_name: result.report for result in read_results(tmp_path)}
    told = {name: report.why.en for name, report in results.items() if isinstance(report, Refusal)}
    assert told["broken.zip"] == "no archive"
    assert "not been graded yet" in told["waits"]
