"""The report of one graded submission: its types, and one module per rendering of it."""

from grader.report._error import ReportError
from grader.report.model import (
    SCHEMA,
    CheckResult,
    CheckStatus,
    Environment,
    ExerciseResult,
    Frame,
    Reason,
    Report,
    Status,
    TrainingRecord,
    report_of,
)

__all__ = [
    "SCHEMA",
    "CheckResult",
    "CheckStatus",
    "Environment",
    "ExerciseResult",
    "Frame",
    "Reason",
    "Report",
    "ReportError",
    "Status",
    "TrainingRecord",
    "report_of",
]
