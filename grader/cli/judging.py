"""The commands that judge submissions."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from grader.cli import options
from grader.language import preferred_language

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("submission", type=_PATH)
@options.ONLY
@options.PROFILE
@click.option("--json", "json_file", type=_PATH, help="Write the report as JSON.")
@click.option("--feedback", type=_PATH, help="Write a page per exercise to this folder.")
@click.option(
    "--export",
    "exports",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write the report as gradescope, prairielearn, classroom50 or junit, anew after every exercise; may"
    " be repeated.",
)
@options.HIDDEN_VISIBILITY
@click.option(
    "--isolation",
    type=click.Choice(["none", "process", "hardened", "bwrap", "strongest"]),
    default="process",
    show_default=True,
    help="How far the code is kept from this machine; `strongest`: as far as works here.",
)
@options.FULL_TRAINING
@options.CACHE
@options.DATA
@options.LANGUAGE
@click.pass_context
def grade(  # noqa: PLR0913, PLR0917 - one parameter per option
    context: click.Context,
    submission: Path,
    only: tuple[str, ...],
    profile: str,
    json_file: Path | None,
    feedback: Path | None,
    exports: tuple[str, ...],
    hidden_visibility: str,
    isolation: str,
    full_training: bool,  # noqa: FBT001
    cache_folder: Path | None,
    data: Path | None,
    lang: str | None,
) -> None:
    """Grade SUBMISSION: a folder, an archive, or a single .py file."""
    from grader.commands.grading import GradeOptions, run_grade  # noqa: PLC0415

    told = GradeOptions(
        submission,
        only,
        profile,
        isolation,
        data,
        json_file,
        feedback,
        full_training,
        cache_folder,
        exports,
        hidden_visibility,
    )
    context.exit(run_grade(told, preferred_language(lang), Console()))


@click.command()
@click.argument("folder", type=_PATH)
@click.option("--out", type=_PATH, required=True, help="Folder for everything written.")
@options.LANES
@options.PROFILE
@options.ISOLATION
@options.FULL_TRAINING
@options.CACHE
@options.DATA
@options.LANGUAGE
@click.pass_context
def batch(  # noqa: PLR0913, PLR0917 - one parameter per option
    context: click.Context,
    folder: Path,
    out: Path,
    lanes: int,
    profile: str,
    isolation: str | None,
    full_training: bool,  # noqa: FBT001
    cache_folder: Path | None,
    data: Path | None,
    lang: str | None,
) -> None:
    """Grade every submission in FOLDER: a folder, an archive or a .py file per student.

    The same command goes on where it was stopped, and grades again only what has changed. Exit status: 0
    every submission was graded, whatever its score; 2 wrong usage; 3 some could not be graded.
    """
    from grader.commands.batch import BatchOptions, run_batch  # noqa: PLC0415

    told = BatchOptions(folder, out, lanes, profile, isolation, data, full_training, cache_folder)
    context.exit(run_batch(told, preferred_language(lang), Console()))


@click.command()
@click.argument("out", type=_PATH)
@options.LANES
@options.DATA
@options.LANGUAGE
@click.pass_context
def rescore(context: click.Context, out: Path, lanes: int, data: Path | None, lang: str | None) -> None:
    """Score anew what `grader batch` has graded into OUT, after a change of checks, points, hints or bands.

    No submission's code is run: what it answered is stored. Prints before and after for everyone whose score
    changes. Exit status: 0 all was scored anew; 3 some must be graded again (`grader batch` does).
    """
    from grader.commands.batch import RescoreOptions, run_rescore  # noqa: PLC0415

    told = RescoreOptions(out, lanes, data)
    context.exit(run_rescore(told, preferred_language(lang), Console()))


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("grader-demo"),
    show_default=True,
    help="Folder for submissions, reports and feedback.",
)
@options.DATA
@options.LANGUAGE
@click.pass_context
def demo(context: click.Context, out: Path, data: Path | None, lang: str | None) -> None:
    """Grade a small sample class that ships with the package; needs no network."""
    from grader.commands.demo import run_demo  # noqa: PLC0415

    context.exit(run_demo(out, data, preferred_language(lang), Console()))
