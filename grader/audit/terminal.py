"""An audit in the terminal: a row per exercise, every deviation by name, and what is below the bar."""

from __future__ import annotations

from typing import Final

from rich.console import Console

from grader.audit.model import Audit, AuditedCase, AuditedExercise, Counts, Deviation
from grader.report.safe_text import for_terminal

COLUMNS: Final = ("right", "wrong", "hint", "other", "mutants", "rewrites", "seconds")
SAID: Final = {
    Deviation.FALSE_ACCEPT: "false accept",
    Deviation.FALSE_REJECT: "false reject",
    Deviation.OTHER_HINT: "other hint",
    Deviation.SURVIVOR: "survivor",
    Deviation.NOT_EQUIVALENT: "not equivalent",
    Deviation.ERROR: "error",
}
_LINE_LETTERS: Final = 500


def render_audit(audit: Audit, console: Console) -> None:
    """Print `audit`."""
    _print_table(audit, console)
    for exercise in audit.exercises:
        for case in exercise.cases:
            if case.deviation is not None:
                _say(console, _deviation_line(exercise, case))
    for stale in audit.stale:
        _say(console, f"stale: {stale.exercise} mutant {stale.name} ({stale.what}): {stale.why}")
    console.print()
    _say(console, *totals_lines(audit))
    for shortfall in audit.below_the_bar:
        console.print(f"Below the bar: {shortfall}", style="red", markup=False, highlight=False)
    if not audit.below_the_bar:
        console.print("The bar is met.", style="green", markup=False, highlight=False)


def _deviation_line(exercise: AuditedExercise, case: AuditedCase) -> str:
    """Return what is to be known of a verdict that is not as it must be, on one line."""
    parts = [f"{SAID[case.deviation]}: " if case.deviation is not None else ""]
    parts.append(f"{exercise.id} {case.kind.value} {case.name}")
    if case.what:
        parts.append(f" ({case.what})")
    if case.check is not None:
        parts.append(f": {case.check}: {case.hint}")
    if case.intended_check is not None:
        parts.append(f", intended {case.intended_check}: {case.intended_hint}")
    if case.message is not None:
        parts.append(f". {case.message}")
    return for_terminal("".join(parts), _LINE_LETTERS)


def totals_lines(audit: Audit) -> tuple[str, ...]:
    """Return the totals in sentences."""
    totals = audit.totals
    listed = f", {totals.equivalent} more listed as equivalent" if totals.equivalent else ""
    return (
        f"False accepts: {totals.false_accepts} of {totals.wrong} wrong answers.",
        f"False rejects: {totals.false_rejects} of {totals.right} right answers, {totals.rewrites} rewrites.",
        f"Hint accuracy: {totals.hint_accuracy:.1%} of {totals.wrong_rejected} wrong answers rejected.",
        f"Mutation score: {totals.mutation_score:.1%} of {totals.mutants} mutants{listed}.",
        f"Errors of the grader: {totals.errors}.",
        f"{audit.seconds:.0f} s on the wall, {sum(one.seconds for one in audit.exercises):.0f} s in checks.",
    )


def cells(counts: Counts, seconds: float) -> tuple[str, ...]:
    """Return the cells of a row, as `COLUMNS` names them."""
    return (
        _share(counts.right_accepted, counts.right),
        _share(counts.wrong_rejected, counts.wrong),
        str(counts.intended) if counts.wrong else "",
        str(counts.wrong_rejected - counts.intended) if counts.wrong else "",
        _share(counts.mutants_rejected, counts.mutants),
        _share(counts.rewrites_accepted, counts.rewrites),
        f"{seconds:.0f}",
    )


def _share(met: int, of: int) -> str:
    return f"{met}/{of}" if of else ""


def _print_table(audit: Audit, console: Console) -> None:
    """Print a row per exercise, as wide as it is: a log file has no width, and a name that is cut is none."""
    seconds = sum(exercise.seconds for exercise in audit.exercises)
    rows: list[tuple[tuple[str, ...], str]] = [(("exercise", *COLUMNS), "bold")]
    for exercise in audit.exercises:
        clean = not any(case.deviation for case in exercise.cases)
        rows.append(((exercise.id, *cells(exercise.counts, exercise.seconds)), "" if clean else "red"))
    rows.append((("", *cells(audit.totals, seconds)), "bold"))
    first, *others = (max(map(len, column)) for column in zip(*(row for row, _ in rows), strict=True))
    for (name, *figures), style in rows:
        shown = "  ".join(figure.rjust(width) for figure, width in zip(figures, others, strict=True))
        line = f"{name:<{first}}  {shown}"
        console.print(line, style=style, markup=False, highlight=False, soft_wrap=True)


def _say(console: Console, *lines: str) -> None:
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)
