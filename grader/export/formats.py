"""The formats in which one report can be written, by the names that the command line has for them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from grader.export.classroom50 import classroom50
from grader.export.gradescope import Visibility, gradescope
from grader.export.junit import junit
from grader.export.prairielearn import prairielearn
from grader.language import Language
from grader.report import Refusal, Report


@dataclass(frozen=True)
class FormatOptions:
    """What a format is told besides the report: `environment` is what Classroom 50's runner hands over."""

    language: Language
    hidden_visibility: Visibility = Visibility.AFTER_PUBLISHED
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))


@dataclass(frozen=True)
class ReportFormat:
    """How one report is written, and the ending of the file.

    `refuse` writes that a submission could not be graded at all, where a platform can be told so.
    `one_at_a_time`: whose the result is, is told by the environment, so there can be only one.
    """

    write: Callable[[Report, FormatOptions], bytes]
    ending: str
    refuse: Callable[[Refusal, FormatOptions], bytes] | None = None
    one_at_a_time: bool = False


def _gradescope(report: Report, options: FormatOptions) -> bytes:
    return gradescope(report, options.language, options.hidden_visibility)


def _prairielearn(report: Report | Refusal, options: FormatOptions) -> bytes:
    return prairielearn(report, options.language)


def _classroom50(report: Report, options: FormatOptions) -> bytes:
    return classroom50(report, options.language, options.environment, dt.datetime.now(dt.timezone.utc))


def _junit(report: Report, options: FormatOptions) -> bytes:
    return junit(report, options.language)


REPORT_FORMATS: Final[Mapping[str, ReportFormat]] = {
    "gradescope": ReportFormat(_gradescope, ".json"),
    "prairielearn": ReportFormat(_prairielearn, ".json", _prairielearn),
    "classroom50": ReportFormat(_classroom50, ".json", one_at_a_time=True),
    "junit": ReportFormat(_junit, ".xml"),
}
