"""`grader grade`: one submission, on the screen and in files."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from grader.catalog import Exercise, find
from grader.commands import CANNOT_GRADE, NOT_PASSED, PASSED
from grader.commands.cache_folder import usable
from grader.commands.outcome import reporting
from grader.data import Profile
from grader.judging import Resources, Settings, grade
from grader.language import Language
from grader.report import CheckStatus, Report, Status
from grader.report.json import to_json
from grader.report.markdown import write_feedback
from grader.report.terminal import render_failure, render_summary
from grader.sandbox import Isolation
from grader.submission import Submission, candidate_at, open_submission, stage


@dataclass(frozen=True)
class GradeOptions:
    """What the command line was told."""

    submission: Path
    only: tuple[str, ...]
    profile: str
    isolation: str
    data: Path | None
    json_file: Path | None
    feedback: Path | None
    full_training: bool = False
    cache: Path | None = None


def run_grade(options: GradeOptions, language: Language, console: Console) -> int:
    """Grade, print and write; return the exit status."""
    with reporting(language) as outcome:
        report = _grade(options, language, console)
        show(report, console, language, feedback=options.feedback)
        outcome.status = status_of(report)
    return outcome.status


def _grade(options: GradeOptions, language: Language, console: Console) -> Report:
    only = [find(identifier) for identifier in options.only]
    settings = Settings(
        Profile(options.profile),
        Isolation(options.isolation),
        options.data,
        full_training=options.full_training,
        cache_folder=usable(options.cache),
    )
    with closing(Resources(settings)) as resources:
        submission = _open(options.submission, only[0] if len(only) == 1 else None, resources)
        if options.submission.suffix == ".py" and options.submission.is_file():
            only = [find(identifier) for identifier in submission.files]
        with console.status(f"{submission.name} ..."):
            _ = resources.lesson
            report = grade(submission, resources, only=_in_order(only), language=language)
    _write(report, options, language)
    return report


def _open(path: Path, exercise: Exercise | None, resources: Resources) -> Submission:
    into = resources.new_submission_folder()
    if resources.settings.isolation.restricts_student_code and path.exists():
        return stage(candidate_at(path.resolve()), into, exercise=exercise)  # it sees what lies there only
    return open_submission(path, exercise, into=into)


def show(report: Report, console: Console, language: Language, *, feedback: Path | None) -> None:
    """Print every failed check, then the summary."""
    for exercise in report.exercises:
        failed = [check for check in exercise.checks if check.status is CheckStatus.FAILED]
        if failed:
            console.rule(exercise.id, style="dim")
        for check in failed:
            console.print(
                render_failure(check, language, width=console.width),
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
    render_summary(report, console, language, feedback=feedback)


def status_of(report: Report) -> int:
    """Return the exit status that says what became of the submission."""
    statuses = {exercise.status for exercise in report.exercises}
    if Status.ERROR in statuses:
        return CANNOT_GRADE
    return PASSED if statuses <= {Status.PASSED} else NOT_PASSED


def _in_order(only: list[Exercise]) -> list[Exercise]:
    return sorted(set(only), key=lambda exercise: exercise.id)


def _write(report: Report, options: GradeOptions, language: Language) -> None:
    if options.json_file is not None:
        options.json_file.write_bytes(to_json(report))
    if options.feedback is not None:
        write_feedback(report, options.feedback, language)
