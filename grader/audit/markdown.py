"""An audit as a page of the documentation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from grader.audit.cases import Kind
from grader.audit.model import Audit, AuditedCase, AuditedExercise, Deviation, Verdict
from grader.audit.terminal import COLUMNS, SAID, cells, totals_lines
from grader.report import Environment
from grader.report.safe_text import for_markdown

_PAGE = "docs/maintainers/audit-table.md"


def audit_page(audit: Audit) -> str:
    """Return the page."""
    lines = [
        "# The grader's own verdicts",
        "",
        *_made(audit.environment),
        "",
        *(f"- {line}" for line in totals_lines(audit)),
        *(f"- Below the bar: {shortfall}" for shortfall in audit.below_the_bar),
        "",
        *_table(("exercise", *COLUMNS), _rows(audit)),
        "",
        "## By which check",
        "",
        "How many wrong answers and mutants each check is the first to reject.",
        "",
        *_table(("exercise", "check", "wrong", "mutants"), _by_check(audit.exercises)),
        "",
        "## Mutants that survive",
        "",
        *_listed(_deviating(audit, Deviation.SURVIVOR)),
        "",
        "## Equivalent mutants",
        "",
        *_listed(
            f"`{exercise.id}` {case.what}: {case.equivalent}"
            for exercise, case in _cases(audit)
            if case.equivalent is not None
        ),
        "",
        "## Other deviations",
        "",
        *_listed(_deviating(audit, *(kind for kind in Deviation if kind is not Deviation.SURVIVOR))),
    ]
    return "\n".join(lines) + "\n"


def _made(about: Environment) -> list[str]:
    versions = f"TensorFlow {about.tensorflow}, Keras {about.keras}, scikit-learn {about.scikit_learn}"
    return [
        f"Written by `grader audit --markdown {_PAGE}`. What the columns mean: [audit](audit.md).",
        "",
        f"- Python {about.python}, {versions}, on {about.device}",
        f"- Data {about.data}, profile {about.profile}, isolation {about.isolation}",
    ]


def _rows(audit: Audit) -> Iterator[Sequence[str]]:
    for exercise in audit.exercises:
        yield (f"`{exercise.id}`", *cells(exercise.counts, exercise.seconds))
    total = sum(exercise.seconds for exercise in audit.exercises)
    yield ("together", *cells(audit.totals, total))


def _by_check(exercises: Iterable[AuditedExercise]) -> Iterator[Sequence[str]]:
    for exercise in exercises:
        rejected = [
            case for case in exercise.cases if case.verdict is Verdict.REJECTED and case.check is not None
        ]
        first = Counter((case.check, case.kind) for case in rejected)
        for check in dict.fromkeys(str(case.check) for case in rejected):
            yield (
                f"`{exercise.id}`",
                f"`{check}`",
                str(first[check, Kind.WRONG]),
                str(first[check, Kind.MUTANT]),
            )


def _cases(audit: Audit) -> Iterator[tuple[AuditedExercise, AuditedCase]]:
    for exercise in audit.exercises:
        for case in exercise.cases:
            yield exercise, case


def _deviating(audit: Audit, *kinds: Deviation) -> Iterator[str]:
    return (_described(exercise, case) for exercise, case in _cases(audit) if case.deviation in kinds)


def _described(exercise: AuditedExercise, case: AuditedCase) -> str:
    parts = [f"{SAID[case.deviation]}: " if case.deviation is not None else ""]
    parts.append(f"`{exercise.id}` {case.kind.value} `{case.name}`")
    parts.append(f" ({case.what})" if case.what else "")
    parts.append(f": `{case.check}`, `{case.hint}`" if case.check is not None else "")
    parts.append(f". {for_markdown(case.message)}" if case.message is not None else "")
    return "".join(parts)


def _listed(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines] or ["None."]


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [_row(headings), _row(["---"] * len(headings)), *map(_row, rows)]


def _row(row: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
