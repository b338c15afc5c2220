"""`grader demo`: a sample class of three, graded on the small profile."""

from __future__ import annotations

import shutil
from contextlib import closing
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from grader.catalog import exercises
from grader.commands import CANNOT_GRADE, PASSED
from grader.commands.outcome import reporting
from grader.data import Profile
from grader.judging import Resources, Settings, grade
from grader.language import Language, Text
from grader.report import Report, Status
from grader.report.class_terminal import render_class
from grader.report.json import to_json
from grader.report.markdown import write_feedback
from grader.report.terminal import render_summary
from grader.stub import stub_source
from grader.submission import open_submission

# What the typical student handed in where it is not the model answer; the path is the exercise's id.
_TYPICAL = Path(__file__).parent.parent / "demo_class" / "typical"
_UNFINISHED = "ch07_practice/"

_WRITTEN = Text(
    en="Submissions, reports and feedback are under {folder}. Begin with {page}.",
    ko="제출물, 보고서, 피드백은 {folder} 폴더에 있습니다. {page} 파일부터 열어 보세요.",
)
_STARTING = Text(
    en="Grading a class of three on a few thousand images (a minute or two):",
    ko="학생 세 명의 제출물을 이미지 수천 장으로 채점합니다(1~2분):",
)


def run_demo(out: Path, data: Path | None, language: Language, console: Console) -> int:
    """Lay out the class under `out`, grade it, print the summary; return the exit status."""
    settings = Settings(profile=Profile.SMALL, data_folder=data, download=False)
    with reporting(language) as outcome, closing(Resources(settings)) as resources:
        names = lay_out_class(out / "submissions")
        console.print(_STARTING.in_language(language))
        reports = _grade_all(out, names, resources, language, console)
        _show(reports, out, language, console)
        broken = any(exercise.status is Status.ERROR for report in reports for exercise in report.exercises)
        outcome.status = CANNOT_GRADE if broken else PASSED
    return outcome.status


def lay_out_class(folder: Path) -> tuple[str, ...]:
    """Write the three submissions under `folder` and return their names.

    `good` is the model answer; `typical` is it too, but for four exercises with a mistake each and a last
    page not begun; `empty` is the stubs as they are handed out.
    """
    for exercise in exercises():
        solution = exercise.reference.read_text(encoding="utf-8")
        stub = stub_source(solution)
        mistaken = _TYPICAL / f"{exercise.id}.py"
        typical = stub if exercise.id.startswith(_UNFINISHED) else solution
        if mistaken.is_file():
            typical = mistaken.read_text(encoding="utf-8")
        for name, source in (("good", solution), ("typical", typical), ("empty", stub)):
            file = folder / name / f"{exercise.id}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(source, encoding="utf-8")
    return ("good", "typical", "empty")


def _grade_all(
    out: Path, names: tuple[str, ...], resources: Resources, language: Language, console: Console
) -> list[Report]:
    reports = []
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        for name in names:
            submission = open_submission(out / "submissions" / name)
            judged = partial(_advance, progress, progress.add_task(name, total=len(exercises())))
            report = grade(submission, resources, language=language, judged=judged)
            reports.append(report)
            (out / "reports").mkdir(parents=True, exist_ok=True)
            (out / "reports" / f"{name}.json").write_bytes(to_json(report))
            shutil.rmtree(out / "feedback" / name, ignore_errors=True)
            write_feedback(report, out / "feedback" / name, language)
    return reports


def _advance(progress: Progress, task: TaskID, _: object) -> None:
    progress.advance(task)


def _show(reports: list[Report], out: Path, language: Language, console: Console) -> None:
    typical = reports[1]
    console.rule(typical.submission)
    render_summary(typical, console, language, feedback=out / "feedback" / typical.submission)
    console.rule()
    render_class(reports, console, language)
    page = out / "feedback" / typical.submission / "index.md"
    console.print()
    console.print(
        _WRITTEN.format(folder=f"{out}/", page=page).in_language(language), markup=False, highlight=False
    )
