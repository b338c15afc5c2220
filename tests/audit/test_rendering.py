"""What is shown of an audit, in the terminal and as a page."""

from rich.console import Console

from grader.audit.assessing import audit_of
from grader.audit.cases import Kind
from grader.audit.equivalents import Equivalent, Equivalents
from grader.audit.markdown import audit_page
from grader.audit.model import Audit
from grader.audit.terminal import COLUMNS, render_audit
from grader.catalog import exercises
from tests.audit.samples import AS_NAMED, BROKEN, ENVIRONMENT, FLATTEN, OTHERWISE, PASSED, case


def every_deviation() -> Audit:
    """Return an audit with one case of each kind of deviation, and one of each that is well."""
    pairs = [
        (case(Kind.RIGHT, "rejected"), AS_NAMED),
        (case(Kind.WRONG, "accepted"), PASSED),
        (case(Kind.WRONG, "caught"), AS_NAMED),
        (case(Kind.WRONG, "caught_otherwise"), OTHERWISE),
        (case(Kind.MUTANT, "survivor"), PASSED),
        (case(Kind.MUTANT, "listed"), PASSED),
        (case(Kind.MUTANT, "listed_wrongly"), AS_NAMED),
        (case(Kind.REWRITE, "broken"), BROKEN),
    ]
    listed = [Equivalent(FLATTEN, name, "`a` -> `b`", "both are 1") for name in ("listed", "listed_wrongly")]
    return audit_of({FLATTEN: pairs}, Equivalents(listed), ENVIRONMENT, 12.3)


def printed(audit: Audit, width: int = 200) -> str:
    console = Console(width=width, force_terminal=False)
    with console.capture() as captured:
        render_audit(audit, console)
    return captured.get()


def test_the_terminal_names_every_deviation() -> None:
    shown = printed(every_deviation())
    for line in (
        f"false reject: {FLATTEN} right rejected: test_a: a",
        f"false accept: {FLATTEN} wrong accepted, intended test_a: a",
        f"other hint: {FLATTEN} wrong caught_otherwise: test_b: b, intended test_a: a",
        f"survivor: {FLATTEN} mutant survivor (`a` -> `b`)",
        f"not equivalent: {FLATTEN} mutant listed_wrongly",
        f"error: {FLATTEN} rewrite broken (`a` -> `b`): test_a",
        f"stale: {FLATTEN} mutant listed_wrongly (`a` -> `b`): it is rejected by test_a",
        "Below the bar: wrong answers that were accepted: 1",
    ):
        assert line in shown
    assert "wrong caught:" not in shown
    assert "mutant listed " not in shown


def test_the_terminal_has_a_row_per_exercise_of_which_nothing_is_cut() -> None:
    longest = max((exercise.id for exercise in exercises()), key=len)
    pairs = [(case(Kind.MUTANT, str(number), longest), AS_NAMED) for number in range(1000)]
    found = audit_of({FLATTEN: [], longest: pairs}, Equivalents(()), ENVIRONMENT, 1.0)
    heading, _, row, _ = printed(found, 80).splitlines()[:4]
    assert heading.split() == ["exercise", *COLUMNS]
    assert row.split() == [longest, "1000/1000", "500"]


def test_the_terminal_says_that_the_bar_is_met() -> None:
    audit = audit_of({FLATTEN: [(case(Kind.RIGHT), PASSED)]}, Equivalents(()), ENVIRONMENT, 1.0)
    assert "The bar is met." in printed(audit)


def test_the_page_names_survivors_equivalents_and_the_rest_apart() -> None:
    page = audit_page(every_deviation())
    survivors, equivalents, rest = (
        page.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
        for title in ("Mutants that survive", "Equivalent mutants", "Other deviations")
    )
    assert survivors.strip() == f"- survivor: `{FLATTEN}` mutant `survivor` (`a` -> `b`)"
    assert f"`{FLATTEN}` `a` -> `b`: both are 1" in equivalents
    assert rest.count("\n- ") == 5
    assert f"| `{FLATTEN}` | 0/1 | 2/3 | 1 | 1 | 1/2 | 0/1 | 4 |" in page
    assert f"| `{FLATTEN}` | `test_a` | 1 | 1 |" in page


def test_the_page_says_what_it_was_made_with_and_by_which_command() -> None:
    page = audit_page(every_deviation())
    assert "`grader audit --markdown docs/maintainers/audit-table.md`" in page
    assert "- Data fashion-mnist, profile small, isolation process" in page
