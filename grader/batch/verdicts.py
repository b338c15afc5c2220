"""Stored verdicts, put together and compared."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from grader.batch.store import Store, Verdict
from grader.catalog import exercises
from grader.judging.judge import Judged
from grader.report import ExerciseResult, Report, Status, report_of


def stored_report(store: Store, name: str) -> Report:
    """Return the report on the submission `name`, over the exercises that have a verdict."""
    verdicts = store.verdicts(name)
    listed = [verdicts[one.id] for one in exercises() if one.id in verdicts]
    attempted = [verdict for verdict in listed if verdict.device is not None]
    described = store.environment((attempted or listed)[0].key.environment)
    device = "gpu" if any(verdict.device == "gpu" for verdict in attempted) else "cpu"
    environment = msgspec.structs.replace(described, device=device)
    results = tuple(verdict.result for verdict in listed)
    return report_of(name, environment, results, store.left_out(name))


def is_final(verdict: Verdict | None) -> bool:
    """Return whether there is a verdict: that the grader failed is none."""
    return verdict is not None and verdict.result.status is not Status.ERROR


def with_seconds_of(earlier: ExerciseResult, judged: Judged) -> Judged:
    """Return `judged` with the seconds of the run that its evidence is from."""
    seconds = {check.name: check.seconds for check in earlier.checks}
    checks = tuple(
        msgspec.structs.replace(check, seconds=seconds.get(check.name, 0.0)) for check in judged.result.checks
    )
    result = msgspec.structs.replace(judged.result, seconds=earlier.seconds, checks=checks)
    return replace(judged, result=result)
