"""Verdicts held against what the cases say of themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from grader.audit.cases import Case, Kind
from grader.audit.equivalents import Equivalents
from grader.audit.model import Audit, AuditedCase, AuditedExercise, Counts, Deviation, Stale, Verdict
from grader.report import CheckResult, CheckStatus, Environment, ExerciseResult, Status

LEAST_MUTATION_SCORE = 0.98
"""The share of mutants, those listed as equivalent left out, that must be rejected."""


def assess(case: Case, result: ExerciseResult, equivalent: str | None = None) -> AuditedCase:
    """Return `case` with the verdict `result`; `equivalent` is why it is listed as equivalent, if it is."""
    failed = next((check for check in result.checks if _tells(check)), None)
    verdict = _verdict(result.status)
    audited = AuditedCase(
        kind=case.kind,
        name=case.name,
        verdict=verdict,
        seconds=result.seconds,
        what=case.what,
        check=failed.name if failed is not None else None,
        hint=failed.hint if failed is not None else None,
        message=_message(result, failed),
        intended_check=case.check,
        intended_hint=case.hint,
        equivalent=equivalent,
    )
    return msgspec.structs.replace(audited, deviation=_deviation(audited))


def _tells(check: CheckResult) -> bool:
    return check.status in {CheckStatus.FAILED, CheckStatus.ERROR}


def _verdict(status: Status) -> Verdict:
    if status is Status.ERROR:
        return Verdict.ERROR
    return Verdict.ACCEPTED if status is Status.PASSED else Verdict.REJECTED


def _message(result: ExerciseResult, failed: CheckResult | None) -> str | None:
    if failed is not None:
        said = [failed.message.en if failed.message is not None else None, failed.detail]
        return " | ".join(part for part in said if part) or None
    if result.status is Status.ERROR:
        return " ".join(note.en for note in result.notes)
    return "nothing was written, it was found" if result.status is Status.NOT_ATTEMPTED else None


def _deviation(case: AuditedCase) -> Deviation | None:
    if case.verdict is Verdict.ERROR:
        return Deviation.ERROR
    accepted = case.verdict is Verdict.ACCEPTED
    if case.kind in {Kind.RIGHT, Kind.REWRITE}:
        return None if accepted else Deviation.FALSE_REJECT
    if case.kind is Kind.WRONG:
        intended = (case.check, case.hint) == (case.intended_check, case.intended_hint)
        return Deviation.FALSE_ACCEPT if accepted else None if intended else Deviation.OTHER_HINT
    if case.equivalent is not None:
        return None if accepted else Deviation.NOT_EQUIVALENT
    return Deviation.SURVIVOR if accepted else None


def exercise_of(identifier: str, cases: Sequence[AuditedCase]) -> AuditedExercise:
    """Return the exercise with that id, its `cases` counted."""
    seconds = round(sum(case.seconds for case in cases), 1)
    return AuditedExercise(identifier, seconds, counts_of(cases), tuple(cases))


def counts_of(cases: Sequence[AuditedCase]) -> Counts:
    """Return how many there are of each kind, and how many have the verdict that they must have."""
    equivalent = sum(_is_equivalent(case) for case in cases)
    of = Counter(case.kind for case in cases)
    met = Counter((case.kind, case.verdict) for case in cases)
    deviating = Counter(case.deviation for case in cases)
    wrong_rejected = met[Kind.WRONG, Verdict.REJECTED]
    return Counts(
        right=of[Kind.RIGHT],
        right_accepted=met[Kind.RIGHT, Verdict.ACCEPTED],
        wrong=of[Kind.WRONG],
        wrong_rejected=wrong_rejected,
        intended=wrong_rejected - deviating[Deviation.OTHER_HINT],
        mutants=of[Kind.MUTANT] - equivalent,
        mutants_rejected=met[Kind.MUTANT, Verdict.REJECTED],
        equivalent=equivalent,
        rewrites=of[Kind.REWRITE],
        rewrites_accepted=met[Kind.REWRITE, Verdict.ACCEPTED],
        false_accepts=deviating[Deviation.FALSE_ACCEPT],
        false_rejects=deviating[Deviation.FALSE_REJECT],
        errors=deviating[Deviation.ERROR],
    )


def _is_equivalent(case: AuditedCase) -> bool:
    """Return whether `case` is listed as equivalent, rightly as far as its verdict tells."""
    return case.equivalent is not None and case.verdict is Verdict.ACCEPTED


def audit_of(
    judged: Mapping[str, Sequence[tuple[Case, ExerciseResult]]],
    equivalents: Equivalents,
    environment: Environment,
    seconds: float,
) -> Audit:
    """Return the audit over what was `judged` of each exercise, by its id, in `seconds` on the wall."""
    exercises = [
        exercise_of(identifier, [assess(case, result, equivalents.reason(case)) for case, result in pairs])
        for identifier, pairs in judged.items()
    ]
    stale = equivalents.gone(case for pairs in judged.values() for case, _ in pairs)
    stale += [
        Stale(exercise.id, case.name, case.what, f"it is rejected by {case.check}")
        for exercise in exercises
        for case in exercise.cases
        if case.deviation is Deviation.NOT_EQUIVALENT
    ]
    totals = Counts()
    for exercise in exercises:
        totals = totals.plus(exercise.counts)
    return Audit(
        environment=environment,
        seconds=round(seconds, 1),
        totals=totals,
        below_the_bar=_below_the_bar(totals, len(stale)),
        exercises=tuple(exercises),
        stale=tuple(stale),
    )


def _below_the_bar(totals: Counts, stale: int) -> tuple[str, ...]:
    otherwise = totals.wrong_rejected - totals.intended
    score = totals.mutation_score
    shortfalls: list[tuple[float, str]] = [
        (totals.false_accepts, f"wrong answers that were accepted: {totals.false_accepts}"),
        (totals.false_rejects, f"right answers and rewrites that were rejected: {totals.false_rejects}"),
        (otherwise, f"wrong answers that another check or hint caught than they name: {otherwise}"),
        (score < LEAST_MUTATION_SCORE, f"mutants rejected: {score:.1%}, not {LEAST_MUTATION_SCORE:.0%}"),
        (totals.errors, f"cases that the grader failed to judge: {totals.errors}"),
        (stale, f"stale entries in the list of equivalent mutants: {stale}"),
    ]
    return tuple(sentence for shortfall, sentence in shortfalls if shortfall)
