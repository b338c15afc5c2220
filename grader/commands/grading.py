"""`grader grade`: one submission, on the screen and in files."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console

from grader.batch.error import BatchError
from grader.catalog import Exercise, find
from grader.commands import CANNOT_GRADE, NOT_PASSED, PASSED
from grader.commands.cache_folder import usable
from grader.commands.class_run import isolation_to_use
from grader.commands.outcome import reporting
from grader.data import Profile
from grader.export.error import ExportError
from grader.export.formats import REPORT_FORMATS, FormatOptions
from grader.export.gradescope import Visibility
from grader.judging import Resources, Settings, grade
from grader.language import Language, Text
from grader.report import CheckStatus, Report, Status
from grader.report.json import to_json
from grader.report.markdown import write_feedback
from grader.report.terminal import render_failure, render_summary
from grader.sandbox import Isolation
from grader.submission import Submission, candidate_at, open_submission, stage
from grader.writing import write_whole

STRONGEST: Final = "strongest"
_NO_PROTECTION: Final = Text(
    en="No isolation that holds off hostile code works here: this code can read and write what you can.",
    ko="여기서는 악의적인 코드를 막는 격리를 쓸 수 없습니다. "
    "이 코드는 여러분이 읽고 쓸 수 있는 파일을 모두 읽고 쓸 수 있습니다.",
)
_EXPORT_HOW: Final = Text(
    en="--export {value}: say FORMAT=FILE, and one of these formats: {formats}.",
    ko="--export {value}: FORMAT=FILE처럼 쓰세요. 쓸 수 있는 형식: {formats}.",
)


@dataclass(frozen=True)
class GradeOptions:
    """What the command line was told. `exports` are written anew after every exercise."""

    submission: Path
    only: tuple[str, ...]
    profile: str
    isolation: str
    data: Path | None
    json_file: Path | None
    feedback: Path | None
    full_training: bool = False
    cache: Path | None = None
    exports: tuple[str, ...] = ()
    hidden_visibility: str = Visibility.AFTER_PUBLISHED.value


def run_grade(options: GradeOptions, language: Language, console: Console) -> int:
    """Grade, print and write; return the exit status."""
    with reporting(language) as outcome:
        report = _grade(options, language, console)
        show(report, console, language, feedback=options.feedback)
        outcome.status = status_of(report)
    return outcome.status


def _grade(options: GradeOptions, language: Language, console: Console) -> Report:
    only = [find(identifier) for identifier in options.only]
    exports = _Exports(options, language)
    isolation = _isolation(options.isolation)
    if options.isolation == STRONGEST and not isolation.restricts_student_code:
        console.print(_NO_PROTECTION.in_language(language), markup=False, highlight=False)
    settings = Settings(
        Profile(options.profile),
        isolation,
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
            report = grade(
                submission, resources, only=_in_order(only), language=language, so_far=exports.so_far
            )
    _write(report, options, language)
    return report


class _Exports:
    """The files that `--export` names, each in its format."""

    def __init__(self, options: GradeOptions, language: Language) -> None:
        self._options = FormatOptions(language, Visibility(options.hidden_visibility))
        self._files = [_export_file(value) for value in options.exports]

    @property
    def so_far(self) -> Callable[[Report], None] | None:
        """What is to be told of the report as it grows; nothing where there is no file."""
        return self._write if self._files else None

    def _write(self, report: Report) -> None:
        for name, path in self._files:
            write_whole(path, REPORT_FORMATS[name].write(report, self._options))


def _export_file(value: str) -> tuple[str, Path]:
    name, _, path = value.partition("=")
    if name not in REPORT_FORMATS or not path:
        raise ExportError(_EXPORT_HOW.format(value=value, formats=", ".join(REPORT_FORMATS)))
    return name, Path(path)


def _isolation(named: str) -> Isolation:
    """Return the level of that name, or the strongest that works here: a process, if nothing more does."""
    if named != STRONGEST:
        return Isolation(named)
    try:
        return isolation_to_use(None)
    except BatchError:
        return Isolation.PROCESS


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
