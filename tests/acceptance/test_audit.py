"""`grader audit` on a small corpus that deviates in every way, and on one that does not."""

import subprocess
from pathlib import Path

import msgspec
import pytest

from grader.audit.model import Audit, Deviation
from grader.audit.mutation import mutants
from tests.acceptance.classes import (
    COUNTS,
    FLATTEN,
    NOT_FLATTENED,
    NOT_SCALED,
    RIGHT,
    attempted,
    grader,
    plain,
    solution,
)

CAUGHT = "# check: test_divides_by_255\n# hint: pixels_not_scaled\n"
OPTIONS = ("--isolation", "process", "--out", "out", "--answers", "answers", "-j", "1")


def answer(folder: Path, name: str, source: str) -> None:
    file = folder / "answers" / f"{name}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")


def audit(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    return grader(folder, "audit", *OPTIONS, *options)


@pytest.fixture(scope="module")
def deviating(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus with one answer, or one entry of the list, for each way to deviate."""
    place = tmp_path_factory.mktemp("deviating")
    answer(place, f"{FLATTEN}/right/plain", RIGHT)
    answer(place, f"{FLATTEN}/right/rejected", NOT_SCALED)
    answer(place, f"{FLATTEN}/wrong/accepted", CAUGHT + RIGHT)
    answer(place, f"{FLATTEN}/wrong/caught", CAUGHT + NOT_SCALED)
    answer(place, f"{FLATTEN}/wrong/caught_otherwise", CAUGHT + NOT_FLATTENED)
    answer(place, f"{COUNTS}/right/plain", solution(COUNTS))
    rejected = mutants(solution(FLATTEN))[0]
    listed = [
        {"exercise": FLATTEN, "name": name, "what": "`a` -> `b`", "reason": "both are 1"}
        for name in (rejected.name, "number-gone-00000000")
    ]
    (place / "answers" / "equivalent_mutants.json").write_bytes(msgspec.json.encode(listed))
    return place


@pytest.fixture(scope="module")
def said(deviating: Path) -> "subprocess.CompletedProcess[str]":
    """What the audit of the corpus and of the mutants of both exercises says."""
    only = ("--only", "corpus", "--only", "mutants", "--exercise", FLATTEN, "--exercise", COUNTS)
    return audit(deviating, *only, "--json", "audit.json", "--markdown", "audit.md")


def test_every_deviation_is_named_and_the_bar_is_not_met(
    said: "subprocess.CompletedProcess[str]",
) -> None:
    assert said.returncode == 1, said.stdout + said.stderr
    shown = plain(said.stdout)
    gone, rejected = "number-gone-00000000", mutants(solution(FLATTEN))[0].name
    for line in (
        f"false accept: {FLATTEN} wrong accepted, intended test_divides_by_255: pixels_not_scaled",
        f"false reject: {FLATTEN} right rejected: test_divides_by_255: pixels_not_scaled",
        f"other hint: {FLATTEN} wrong caught_otherwise: test_flattens_to_784: not_flattened, intended",
        f"not equivalent: {FLATTEN} mutant {rejected}",
        f"stale: {FLATTEN} mutant {gone} (`a` -> `b`): no such mutant is made any more",
        f"stale: {FLATTEN} mutant {rejected}",
        "Below the bar: wrong answers that were accepted: 1",
    ):
        assert line in shown
    assert "Traceback" not in said.stdout + said.stderr


def test_the_json_says_what_became_of_every_case(
    said: "subprocess.CompletedProcess[str]", deviating: Path
) -> None:
    assert said.returncode == 1
    found = msgspec.json.decode((deviating / "audit.json").read_bytes(), type=Audit)
    assert found.schema == "grader/audit/v1"
    assert found.environment.isolation == "process"
    assert [exercise.id for exercise in found.exercises] == [COUNTS, FLATTEN]
    corpus = {case.name: case.deviation for case in found.exercises[1].cases if case.kind.value != "mutant"}
    assert corpus == {
        "plain": None,
        "rejected": Deviation.FALSE_REJECT,
        "accepted": Deviation.FALSE_ACCEPT,
        "caught": None,
        "caught_otherwise": Deviation.OTHER_HINT,
    }
    for exercise in found.exercises:
        assert exercise.counts.mutants == len(mutants(solution(exercise.id)))
    assert found.totals.errors == 0


def test_a_second_audit_judges_only_what_changed(
    said: "subprocess.CompletedProcess[str]", deviating: Path
) -> None:
    assert said.returncode == 1
    before = attempted(deviating / "out")
    answer(deviating, f"{FLATTEN}/right/rejected", RIGHT.replace("images", "pixels"))
    again = audit(deviating, "--only", "corpus", "--exercise", FLATTEN, "--json", "again.json")
    assert again.returncode == 1, again.stdout
    found = msgspec.json.decode((deviating / "again.json").read_bytes(), type=Audit)
    assert found.totals.false_rejects == 0
    assert attempted(deviating / "out") == before + 1


def test_a_corpus_without_fault_meets_the_bar_and_fills_the_page(tmp_path: Path) -> None:
    answer(tmp_path, f"{FLATTEN}/right/plain", RIGHT)
    answer(tmp_path, f"{FLATTEN}/wrong/caught", CAUGHT + NOT_SCALED)
    result = audit(tmp_path, "--only", "corpus", "--markdown", "audit.md")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "The bar is met." in result.stdout
    page = (tmp_path / "audit.md").read_text(encoding="utf-8")
    assert f"| `{FLATTEN}` | 1/1 | 1/1 | 1 | 0 |" in page


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--exercise", "ch07_1/e99"), "no exercise 'ch07_1/e99'"),
        (("--only", "corpus"), "There is nothing to judge"),
        (("--answers", "nowhere"), "There is no folder nowhere: an audit needs the repository"),
    ],
)
def test_what_cannot_be_audited_is_wrong_usage(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    (tmp_path / "answers").mkdir()
    result = audit(tmp_path, *options)
    assert result.returncode == 2
    assert said in plain(result.stderr)
