"""The report of one graded submission and of a class: their types, and one module per rendering."""

from grader.report._error import ReportError
from grader.report.model import (
    SCHEMA,
    Change,
    CheckResult,
    CheckStatus,
    Environment,
    ExerciseResult,
    Frame,
    Reason,
    Refusal,
    Report,
    Status,
    TrainingRecord,
    report_of,
)

__all__ = [
    "SCHEMA",
    "Change",
    "CheckResult",
    "CheckStatus",
    "Environment",
    "ExerciseResult",
    "Frame",
    "Reason",
    "Refusal",
    "Report",
    "ReportError",
    "Status",
    "TrainingRecord",
    "report_of",
]
