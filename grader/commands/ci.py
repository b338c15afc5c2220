"""`grader ci`: a report that pytest has written, as a CI job says it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from rich.console import Console

from grader.ci import wording
from grader.ci.annotations import Annotation, Kind, annotations_on, shown
from grader.ci.job_summary import ROOM_BYTES, job_summary
from grader.ci.min_score import MinScore
from grader.ci.verdict import Outcome, Verdict, verdict_on
from grader.commands import CANNOT_GRADE, NOT_PASSED, PASSED
from grader.commands.outcome import reporting
from grader.language import Language
from grader.report import Report, ReportError
from grader.report.json import from_json
from grader.report.safe_text import encodable, for_terminal
from grader.report.terminal import render_summary

_STATUS = {Outcome.PASSED: PASSED, Outcome.NOT_PASSED: NOT_PASSED, Outcome.NONE: CANNOT_GRADE}
_KINDS = {Outcome.PASSED: Kind.NOTICE, Outcome.NOT_PASSED: Kind.ERROR, Outcome.NONE: Kind.WARNING}


class Platform(str, Enum):
    """Who reads the log."""

    GITHUB = "github"
    GITLAB = "gitlab"
    PLAIN = "plain"


@dataclass(frozen=True)
class CiOptions:
    """What the command line was told. `exercises` is the folder of the students' files, for their lines."""

    report: Path
    exercises: Path
    min_score: MinScore | None = None
    summary: Path | None = None
    platform: Platform | None = None


def run_ci(options: CiOptions, language: Language, console: Console) -> int:
    """Write the summary, print the verdict and what goes with it; return the exit status."""
    platform = options.platform or _platform()
    with reporting(language) as outcome:
        read = _read(options.report)
        report = None if isinstance(read, Verdict) else read
        verdict = read if isinstance(read, Verdict) else verdict_on(read, options.min_score)
        if report is not None:
            _write_summary(report, verdict, options.summary, platform, language)
        if platform is Platform.GITHUB:
            _print_annotations(report, verdict, options.exercises, language, console)
        else:
            _print_plainly(report, verdict, language, console)
        outcome.status = _STATUS[verdict.outcome]
    return outcome.status


def _platform() -> Platform:
    """Return the platform whose job this is, as its own variable says."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return Platform.GITHUB
    return Platform.GITLAB if os.environ.get("GITLAB_CI") == "true" else Platform.PLAIN


def _read(path: Path) -> Report | Verdict:
    """Return the report, or the verdict that there is none."""
    try:
        return from_json(path.read_bytes())
    except FileNotFoundError:
        return Verdict(Outcome.NONE, wording.NO_REPORT.format(path=path))
    except (ReportError, OSError) as error:
        return Verdict(Outcome.NONE, wording.DAMAGED_REPORT.format(path=path, why=error))


def _print_annotations(
    report: Report | None, verdict: Verdict, folder: Path, language: Language, console: Console
) -> None:
    """Print what GitHub makes annotations of, the verdict first: it must not be among those left out."""
    title, sentence = wording.VERDICT.in_language(language), verdict.why.in_language(language)
    annotations = [Annotation(_KINDS[verdict.outcome], title, sentence)]
    if report is not None:
        annotations += annotations_on(report, language, folder)
    for annotation in shown(annotations, language):
        _print_line(annotation.as_command, console)


def _print_plainly(report: Report | None, verdict: Verdict, language: Language, console: Console) -> None:
    if report is not None:
        render_summary(report, console, language)
        console.print()
    _print_line(for_terminal(verdict.why.in_language(language)), console)


def _print_line(line: str, console: Console) -> None:
    """Print `line` as it is: a command that is wrapped is no command."""
    text = encodable(line, console.encoding)
    console.print(text, markup=False, highlight=False, emoji=False, soft_wrap=True)


def _write_summary(
    report: Report, verdict: Verdict, file: Path | None, platform: Platform, language: Language
) -> None:
    """Write the summary to `file`; on GitHub else after what the job's step has written already.

    Raises:
        OSError: if it cannot be written.
    """
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(job_summary(report, verdict, language), encoding="utf-8", newline="\n")
        return
    steps_own = os.environ.get("GITHUB_STEP_SUMMARY")
    if platform is Platform.GITHUB and steps_own:
        with Path(steps_own).open("ab") as page:
            page.write(job_summary(report, verdict, language, ROOM_BYTES - page.tell()).encode())
