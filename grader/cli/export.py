"""The command that takes results to the platforms that keep grades."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from grader.cli import options
from grader.language import preferred_language

_PATH = click.Path(path_type=Path)
_FILE = click.Path(path_type=Path, dir_okay=False)
_FORMATS = (
    "gradescope",
    "gradescope-autograder",
    "prairielearn",
    "classroom50",
    "junit",
    "csv",
    "csv-checks",
    "canvas",
    "moodle",
)


@click.command()
@click.argument("results", type=_PATH, required=False)
@click.option("--format", "chosen", type=click.Choice(_FORMATS), required=True)
@click.option("--out", type=_PATH, required=True, help="File to write; a folder, for a file per submission.")
@click.option("--table", type=_FILE, help="canvas, moodle: the gradebook or worksheet as it was downloaded.")
@click.option("--roster", type=_FILE, help="canvas, moodle: CSV with the columns submission and student.")
@click.option("--assignment", metavar="NAME", help="canvas: which assignment, by its number or title.")
@click.option(
    "--no-scale", is_flag=True, help="canvas, moodle: our points, not brought to the maximum there."
)
@options.HIDDEN_VISIBILITY
@click.option("--wheel", type=_FILE, help="gradescope-autograder: the built grader, to be put into the zip.")
@click.option(
    "--time-limit",
    "time_limit_seconds",
    type=click.IntRange(min=60),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="gradescope-autograder: the time-out that is set in Gradescope.",
)
@options.PROFILE
@options.LANGUAGE
@click.pass_context
def export(  # noqa: PLR0913, PLR0917 - one parameter per option
    context: click.Context,
    results: Path | None,
    chosen: str,
    out: Path,
    table: Path | None,
    roster: Path | None,
    assignment: str | None,
    no_scale: bool,  # noqa: FBT001
    hidden_visibility: str,
    wheel: Path | None,
    time_limit_seconds: int,
    profile: str,
    lang: str | None,
) -> None:
    """Write RESULTS in a platform's format.

    RESULTS is the folder that `grader batch --out` wrote, or one report (`grade --json`).

    Exit status: 0 everything was written; 1 written, but some students or exercises have no grade, each of
    them listed; 2 wrong usage.
    """
    from grader.commands.export import ExportOptions, run_export  # noqa: PLC0415

    told = ExportOptions(
        results=results,
        format=chosen,
        out=out,
        table=table,
        roster=roster,
        assignment=assignment,
        scale=not no_scale,
        hidden_visibility=hidden_visibility,
        wheel=wheel,
        profile=profile,
        time_limit_seconds=time_limit_seconds,
    )
    context.exit(run_export(told, preferred_language(lang), Console()))
