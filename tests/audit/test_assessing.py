"""A verdict held against what its case says: each way to deviate, what is counted, and where the bar lies."""

import pytest

from grader.audit.assessing import assess, audit_of, counts_of
from grader.audit.cases import Case, Kind
from grader.audit.equivalents import Equivalent, Equivalents
from grader.audit.model import Audit, Counts, Deviation
from grader.report import ExerciseResult
from tests.audit.samples import (
    AS_NAMED,
    BROKEN,
    ENVIRONMENT,
    FLATTEN,
    OTHERWISE,
    PASSED,
    UNTOUCHED,
    case,
)

NONE = Equivalents(())


def audit(*pairs: tuple[Case, ExerciseResult], equivalents: Equivalents = NONE) -> Audit:
    return audit_of({FLATTEN: pairs}, equivalents, ENVIRONMENT, 1.0)


def equivalent(name: str) -> Equivalent:
    return Equivalent(FLATTEN, name, "`a` -> `b`", "it makes no difference")


@pytest.mark.parametrize(
    ("kind", "verdict", "deviation"),
    [
        (Kind.RIGHT, PASSED, None),
        (Kind.RIGHT, AS_NAMED, Deviation.FALSE_REJECT),
        (Kind.RIGHT, UNTOUCHED, Deviation.FALSE_REJECT),
        (Kind.REWRITE, PASSED, None),
        (Kind.REWRITE, AS_NAMED, Deviation.FALSE_REJECT),
        (Kind.WRONG, AS_NAMED, None),
        (Kind.WRONG, PASSED, Deviation.FALSE_ACCEPT),
        (Kind.WRONG, OTHERWISE, Deviation.OTHER_HINT),
        (Kind.WRONG, UNTOUCHED, Deviation.OTHER_HINT),
        (Kind.MUTANT, OTHERWISE, None),
        (Kind.MUTANT, UNTOUCHED, None),
        (Kind.MUTANT, PASSED, Deviation.SURVIVOR),
        *((kind, BROKEN, Deviation.ERROR) for kind in Kind),
    ],
)
def test_a_verdict_deviates_from_what_the_case_says(
    kind: Kind, verdict: ExerciseResult, deviation: Deviation | None
) -> None:
    assert assess(case(kind), verdict).deviation is deviation


def test_a_mutant_that_is_listed_may_survive_and_must_not_be_rejected() -> None:
    assert assess(case(Kind.MUTANT), PASSED, "it makes no difference").deviation is None
    rejected = assess(case(Kind.MUTANT), AS_NAMED, "it makes no difference")
    assert rejected.deviation is Deviation.NOT_EQUIVALENT


def test_the_first_check_that_failed_is_told_with_what_it_said() -> None:
    told = assess(case(Kind.WRONG), OTHERWISE)
    assert (told.check, told.hint, told.message) == ("test_b", "b", "b is wrong.")
    assert (told.intended_check, told.intended_hint) == ("test_a", "a")


def test_what_failed_in_the_grader_is_told() -> None:
    assert assess(case(Kind.RIGHT), BROKEN).message == "ValueError: no"


def test_an_error_is_neither_an_acceptance_nor_a_rejection() -> None:
    counts = counts_of([assess(case(kind), BROKEN) for kind in Kind])
    assert counts == Counts(right=1, wrong=1, mutants=1, rewrites=1, errors=4)


def test_equivalent_mutants_are_counted_apart() -> None:
    cases = [
        assess(case(Kind.MUTANT, "listed"), PASSED, "no difference"),
        assess(case(Kind.MUTANT, "survivor"), PASSED),
        assess(case(Kind.MUTANT, "rejected"), AS_NAMED),
        assess(case(Kind.MUTANT, "listed and rejected"), AS_NAMED, "no difference"),
    ]
    assert counts_of(cases) == Counts(mutants=3, mutants_rejected=2, equivalent=1)


def test_all_is_well_where_every_verdict_is_as_it_must_be() -> None:
    found = audit(
        (case(Kind.RIGHT), PASSED),
        (case(Kind.WRONG), AS_NAMED),
        (case(Kind.MUTANT), PASSED),
        (case(Kind.REWRITE), PASSED),
        equivalents=Equivalents([equivalent("one")]),
    )
    assert found.below_the_bar == ()
    assert found.stale == ()
    (exercise,) = found.exercises
    assert (exercise.id, exercise.seconds, found.totals) == (FLATTEN, 2.0, exercise.counts)


@pytest.mark.parametrize(
    ("kind", "verdict", "said"),
    [
        (Kind.WRONG, PASSED, "wrong answers that were accepted: 1"),
        (Kind.RIGHT, AS_NAMED, "right answers and rewrites that were rejected: 1"),
        (Kind.REWRITE, AS_NAMED, "right answers and rewrites that were rejected: 1"),
        (Kind.WRONG, OTHERWISE, "wrong answers that another check or hint caught than they name: 1"),
        (Kind.RIGHT, BROKEN, "cases that the grader failed to judge: 1"),
    ],
)
def test_one_verdict_of_these_is_below_the_bar(kind: Kind, verdict: ExerciseResult, said: str) -> None:
    assert audit((case(kind), verdict)).below_the_bar == (said,)


@pytest.mark.parametrize(("rejected", "met"), [(98, True), (97, False)])
def test_two_mutants_in_a_hundred_may_survive(rejected: int, met: bool) -> None:  # noqa: FBT001
    verdicts = [AS_NAMED] * rejected + [PASSED] * (100 - rejected)
    found = audit(*((case(Kind.MUTANT, str(number)), one) for number, one in enumerate(verdicts)))
    assert found.below_the_bar == (() if met else ("mutants rejected: 97.0%, not 98%",))


def test_an_entry_of_the_list_that_is_rejected_or_gone_is_stale_and_below_the_bar() -> None:
    listed = Equivalents([equivalent("gone"), equivalent("rejected"), equivalent("rightly listed")])
    found = audit(
        (case(Kind.MUTANT, "rejected"), AS_NAMED),
        (case(Kind.MUTANT, "rightly listed"), PASSED),
        equivalents=listed,
    )
    assert [(stale.name, stale.why) for stale in found.stale] == [
        ("gone", "no such mutant is made any more"),
        ("rejected", "it is rejected by test_a"),
    ]
    assert found.below_the_bar == ("stale entries in the list of equivalent mutants: 2",)


def test_the_list_says_nothing_of_exercises_whose_mutants_were_not_made() -> None:
    listed = Equivalents([equivalent("gone")])
    assert audit((case(Kind.RIGHT), PASSED), equivalents=listed).stale == ()
