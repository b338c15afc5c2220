"""Which cases an audit is made of."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from grader.audit.cases import Kind, Part, cases_of
from grader.audit.mutation import mutants
from grader.audit.rewriting import rewrites
from grader.audit.variant import Variant
from grader.catalog import find
from tests.audit.samples import FLATTEN

COUNTS = "ch07_1/e02_class_counts"
SOURCE = b"# check: test_a\r\n# hint: a\r\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus with a right answer to each of two exercises, and a wrong one to the first."""
    for name in (f"{FLATTEN}/right/one", f"{FLATTEN}/wrong/two", f"{COUNTS}/right/one"):
        file = tmp_path / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(SOURCE)
    return tmp_path


def test_an_answer_is_a_case_with_what_must_catch_it(corpus: Path) -> None:
    right, wrong = cases_of([find(FLATTEN)], [Part.CORPUS], corpus)
    assert (right.kind, right.name, right.source, right.check) == (Kind.RIGHT, "one", SOURCE, None)
    assert (wrong.kind, wrong.name, wrong.check, wrong.hint) == (Kind.WRONG, "two", "test_a", "a")


@pytest.mark.parametrize(
    ("part", "kind", "make"),
    [(Part.MUTANTS, Kind.MUTANT, mutants), (Part.REWRITES, Kind.REWRITE, rewrites)],
)
def test_a_variant_is_a_case_with_what_was_changed(
    part: Part, kind: Kind, make: Callable[[str], Sequence[Variant]]
) -> None:
    variants = make(find(FLATTEN).reference.read_text(encoding="utf-8"))
    cases = cases_of([find(FLATTEN)], [part])
    assert {case.kind for case in cases} == {kind}
    assert [(case.name, case.what, case.source.decode()) for case in cases] == [
        (variant.name, variant.what, variant.source) for variant in variants
    ]


def test_parts_are_put_together_exercise_by_exercise(corpus: Path) -> None:
    chosen = [find(COUNTS), find(FLATTEN)]
    cases = cases_of(chosen, Part, corpus)
    exercises = [case.exercise for case in cases]
    assert exercises == sorted(exercises)
    assert {(case.exercise, case.kind) for case in cases} == {
        *((FLATTEN, kind) for kind in Kind),
        *((COUNTS, kind) for kind in Kind if kind is not Kind.WRONG),
    }
