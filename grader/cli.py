"""The command line: thin, each command a few calls of the packages that do the work."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from grader import __version__
from grader.commands import NOT_PASSED, PASSED
from grader.language import preferred_language

_LANGUAGE = click.option(
    "--lang", type=click.Choice(["en", "ko"]), help="Language of the feedback (default: the locale's)."
)
_DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Folder with the four files of Fashion-MNIST (default: FASHION_MNIST_DIR, or Keras's cache).",
)


_LEVELS = click.Choice(["none", "process", "hardened", "bwrap"])
_LANES = click.option(
    "-j",
    "lanes",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    help="How many submissions at a time (default: the number of cores).",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="grader")
def main() -> None:
    """Grade the exercises of the chapter: shapes, models, trainings, with feedback to act on.

    Exit status of `grade`: 0 everything passed, 1 something did not, 2 wrong usage, 3 the grader could not
    grade.
    """


@main.command("list")
@_LANGUAGE
def list_exercises(lang: str | None) -> None:
    """List the exercises with their points."""
    from grader.catalog import exercises  # noqa: PLC0415 - each command imports what it needs: --help is quick
    from grader.judging.collecting import points_of  # noqa: PLC0415

    language = preferred_language(lang)
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("exercise", no_wrap=True)
    table.add_column("points", justify="right")
    table.add_column("title")
    total = 0.0
    for exercise in exercises():
        points = points_of(exercise)
        total += points
        table.add_row(exercise.id, f"{points:g}", escape(exercise.title.in_language(language)))
    table.add_row("", f"[bold]{total:g}[/]", "")
    Console().print(table)


@main.command()
@click.argument("submission", type=click.Path(path_type=Path))
@click.option("--exercise", "only", multiple=True, metavar="ID", help="Only this exercise; may be repeated.")
@click.option("--profile", type=click.Choice(["small", "full"]), default="full", show_default=True)
@click.option("--json", "json_file", type=click.Path(path_type=Path), help="Write the report as JSON.")
@click.option("--feedback", type=click.Path(path_type=Path), help="Write a page per exercise to this folder.")
@click.option("--isolation", type=_LEVELS, default="process", show_default=True)
@_DATA
@_LANGUAGE
@click.pass_context
def grade(  # noqa: PLR0913, PLR0917 - one parameter per option
    context: click.Context,
    submission: Path,
    only: tuple[str, ...],
    profile: str,
    json_file: Path | None,
    feedback: Path | None,
    isolation: str,
    data: Path | None,
    lang: str | None,
) -> None:
    """Grade SUBMISSION: a folder, an archive, or a single .py file."""
    from grader.commands.grading import GradeOptions, run_grade  # noqa: PLC0415

    options = GradeOptions(submission, only, profile, isolation, data, json_file, feedback)
    context.exit(run_grade(options, preferred_language(lang), Console()))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for everything written.")
@_LANES
@click.option("--profile", type=click.Choice(["small", "full"]), default="full", show_default=True)
@click.option(
    "--isolation",
    type=click.Choice(["process", "hardened", "bwrap"]),
    help="How far the submissions' code is kept from this machine (default: the strongest that works, never"
    " `process`, which is no protection).",
)
@_DATA
@_LANGUAGE
@click.pass_context
def batch(  # noqa: PLR0913, PLR0917 - one parameter per option
    context: click.Context,
    folder: Path,
    out: Path,
    lanes: int,
    profile: str,
    isolation: str | None,
    data: Path | None,
    lang: str | None,
) -> None:
    """Grade every submission in FOLDER: a folder, an archive or a .py file per student.

    The same command goes on where it was stopped, and grades again only what has changed. Exit status: 0
    every submission was graded, whatever its score; 2 wrong usage; 3 some could not be graded.
    """
    from grader.commands.batch import BatchOptions, run_batch  # noqa: PLC0415

    options = BatchOptions(folder, out, lanes, profile, isolation, data)
    context.exit(run_batch(options, preferred_language(lang), Console()))


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@_LANES
@_DATA
@_LANGUAGE
@click.pass_context
def rescore(context: click.Context, out: Path, lanes: int, data: Path | None, lang: str | None) -> None:
    """Score anew what `grader batch` has graded into OUT, after a change of checks, points, hints or bands.

    No submission's code is run: what it answered is stored. Prints before and after for everyone whose score
    changes. Exit status: 0 all was scored anew; 3 some must be graded again (`grader batch` does).
    """
    from grader.commands.batch import RescoreOptions, run_rescore  # noqa: PLC0415

    options = RescoreOptions(out, lanes, data)
    context.exit(run_rescore(options, preferred_language(lang), Console()))


@main.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("grader-demo"),
    show_default=True,
    help="Folder for submissions, reports and feedback.",
)
@_DATA
@_LANGUAGE
@click.pass_context
def demo(context: click.Context, out: Path, data: Path | None, lang: str | None) -> None:
    """Grade a small sample class that ships with the package; needs no network."""
    from grader.commands.demo import run_demo  # noqa: PLC0415

    context.exit(run_demo(out, data, preferred_language(lang), Console()))


@main.command()
@_DATA
@_LANGUAGE
@click.pass_context
def doctor(context: click.Context, data: Path | None, lang: str | None) -> None:
    """Say what works here and what does not: versions, data, device, isolation."""
    from grader.commands.doctor import run_doctor  # noqa: PLC0415

    context.exit(run_doctor(data, preferred_language(lang), Console()))


@main.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if a stub is stale.")
def stub(*, check: bool) -> None:
    """Write the stubs of exercises/ anew from reference/ (for maintainers)."""
    from grader.stub import stale_stubs, write_stubs  # noqa: PLC0415

    if not check:
        for path in write_stubs():
            click.echo(f"wrote {path}")
        return
    stale = stale_stubs()
    for path, why in stale:
        click.echo(f"{path}: {why}; run `grader stub`", err=True)
    sys.exit(NOT_PASSED if stale else PASSED)
