"""A verdict as the corpus writes it."""

from __future__ import annotations

from grader.report import Report


def verdict_of(report: Report) -> str:
    """Return status and reason of the one exercise of `report`, such as `failed/timeout` or `passed`."""
    (result,) = report.exercises
    return result.status.value + (f"/{result.reason.value}" if result.reason is not None else "")
