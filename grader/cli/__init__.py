"""The command line: thin, each command a few calls of the packages that do the work."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from grader import __version__
from grader.catalog import has_answers
from grader.cli import options
from grader.cli.ci import ci
from grader.cli.export import export
from grader.cli.judging import batch, demo, grade, rescore
from grader.cli.upkeep import audit, cache, calibrate, key, release
from grader.commands import NOT_PASSED, PASSED
from grader.language import preferred_language


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="grader")
def main() -> None:
    """Grade the exercises of the chapter: shapes, models, trainings, with feedback to act on.

    Exit status of `grade`: 0 everything passed, 1 something did not, 2 wrong usage, 3 the grader could not
    grade.
    """


@main.command("list")
@options.LANGUAGE
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
@options.DATA
@options.LANGUAGE
@click.pass_context
def doctor(context: click.Context, data: Path | None, lang: str | None) -> None:
    """Say what works here and what does not: versions, data, device, isolation."""
    from grader.commands.doctor import run_doctor  # noqa: PLC0415

    context.exit(run_doctor(data, preferred_language(lang), Console()))


@click.command()
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


for _command in (grade, export, ci, cache):
    main.add_command(_command)

# In a course as students have it nobody could do these: they need the reference.
if has_answers():
    for _command in (batch, rescore, demo, stub, key, calibrate, audit, release):
        main.add_command(_command)
