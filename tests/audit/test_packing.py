"""Cases packed into submissions: every one once, and none where another would change its verdict."""

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from grader.audit.cases import Case, Kind
from grader.audit.packing import hand_in, pack
from tests.audit.samples import FLATTEN

PLAIN, LOOKS_AROUND = b"import numpy\n", b"import os\n"
CASES = st.builds(
    Case,
    exercise=st.sampled_from([FLATTEN, "ch07_1/e05_standardize", "ch07_2/e07_optimizers"]),
    kind=st.sampled_from(Kind),
    name=st.sampled_from(["one", "two"]),
    source=st.sampled_from([PLAIN, LOOKS_AROUND]),
)


@given(st.lists(CASES, max_size=12))
def test_packing_loses_and_doubles_nothing(cases: list[Case]) -> None:
    packed = pack(cases)
    assert Counter(case for held in packed.values() for case in held.values()) == Counter(cases)
    assert all(case.exercise == exercise for held in packed.values() for exercise, case in held.items())
    assert all(packed.values()), "a submission that holds nothing"


@given(st.lists(CASES, max_size=12))
def test_there_are_no_more_submissions_than_it_takes(cases: list[Case]) -> None:
    most = max(Counter(case.exercise for case in cases if case.source == PLAIN).values(), default=0)
    around = sum(case.source == LOOKS_AROUND for case in cases)
    assert len(pack(cases)) == most + around


@given(st.lists(CASES, max_size=12))
def test_a_case_that_looks_around_is_handed_in_by_itself(cases: list[Case]) -> None:
    for held in pack(cases).values():
        assert len(held) == 1 or all(case.source == PLAIN for case in held.values())


def test_what_is_handed_in_is_the_source_to_the_byte(tmp_path: Path) -> None:
    source = "# 한글\r\nimport numpy\r\n\tpass\r\n".encode()
    (tmp_path / "before").mkdir()
    hand_in(pack([Case(FLATTEN, Kind.REWRITE, "one", source)]), tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.py")] == [
        f"together-000/{FLATTEN}.py"
    ]
    assert (tmp_path / "together-000" / f"{FLATTEN}.py").read_bytes() == source
    assert not (tmp_path / "before").exists()
