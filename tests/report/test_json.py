"""A report as JSON says what the report says."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.report import Report, ReportError
from grader.report.json import from_json, to_json


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_report_comes_back_equal(data: st.DataObject, reports: st.SearchStrategy[Report]) -> None:
    report = data.draw(reports)
    assert from_json(to_json(report)) == report


def test_the_schema_of_the_design(sample: Report) -> None:
    packed = json.loads(to_json(sample))
    assert packed["schema"] == "grader/report/v1"
    assert packed["environment"]["scikit_learn"] == "1.9.1"
    exercise = packed["exercises"][2]
    assert exercise["status"] == "failed"
    assert exercise["reason"] is None
    check = exercise["checks"][0]
    assert check["hint"] == "flattened_per_row"
    assert set(check["message"]) == {"en", "ko"}
    assert exercise["checks"][1]["hint"] is None
    assert packed["exercises"][3]["checks"][0]["reason"] == "exception"


def test_the_same_report_gives_the_same_bytes(sample: Report) -> None:
    assert to_json(sample) == to_json(from_json(to_json(sample)))


def test_it_is_indented_and_readable(sample: Report) -> None:
    text = to_json(sample).decode("utf-8")
    assert text.startswith('{\n  "schema": "grader/report/v1",\n  "submission": "kim",')
    assert text.endswith("}\n")
    assert "데이터 불러오기" in text


def test_a_lone_surrogate_is_written_as_its_escape(sample: Report) -> None:
    report = msgspec.structs.replace(sample, submission="\udc80im")
    assert from_json(to_json(report)).submission == r"\udc80im"


def changed(report: Report, **fields: Any) -> bytes:
    return json.dumps({**json.loads(to_json(report)), **fields}).encode()


def test_another_schema_is_refused_by_name(sample: Report) -> None:
    with pytest.raises(ReportError, match="'grader/report/v2'; this grader reads 'grader/report/v1'"):
        from_json(changed(sample, schema="grader/report/v2"))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"score": "41.5"}, r"\$\.score"),
        ({"exercises": [{"id": 1}]}, r"\$\.exercises\[0\]\.id"),
        ({"environment": None}, r"\$\.environment"),
    ],
)
def test_a_wrong_field_is_named(sample: Report, fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ReportError, match=sentence):
        from_json(changed(sample, **fields))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b'{"schema": "grader/report/v1"}',
        b'{"schema": "\xff"}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_report_gets_one_sentence(data: bytes) -> None:
    with pytest.raises(ReportError) as caught:
        from_json(data)
    assert str(caught.value).startswith("This ")
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with pytest.raises(ReportError):
        from_json(data)
