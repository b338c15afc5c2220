"""The list of equivalent mutants as it is read."""

import json
from pathlib import Path

import pytest

from grader.audit.cases import Kind
from grader.audit.corpus import CorpusError
from grader.audit.equivalents import FILE_NAME, Equivalents
from tests.audit.samples import FLATTEN, case

ENTRY = {"exercise": FLATTEN, "name": "one", "what": "`a` -> `b`", "reason": "both are 1"}


def listed(folder: Path, text: str) -> Equivalents:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return Equivalents.read(folder)


def test_a_mutant_that_is_listed_has_a_reason_and_nothing_else_has(tmp_path: Path) -> None:
    found = listed(tmp_path, json.dumps([ENTRY]))
    assert found.reason(case(Kind.MUTANT, "one")) == "both are 1"
    assert found.reason(case(Kind.MUTANT, "two")) is None
    assert found.reason(case(Kind.RIGHT, "one")) is None


def test_without_a_file_nothing_is_listed(tmp_path: Path) -> None:
    assert Equivalents.read(tmp_path).reason(case(Kind.MUTANT, "one")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (json.dumps([ENTRY, ENTRY]), "a mutant is listed twice"),
        (json.dumps([{**ENTRY, "because": "x"}]), "unknown field"),
        (json.dumps([{"exercise": FLATTEN, "name": "one", "what": "x"}]), "required field `reason`"),
        ("[", "truncated"),
    ],
)
def test_a_list_that_is_not_one_is_an_error_that_names_the_file(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CorpusError, match=rf"{FILE_NAME}.*{said}"):
        listed(tmp_path, text)
