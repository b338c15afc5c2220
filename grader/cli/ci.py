"""The command of a CI job."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from grader.cli import options
from grader.language import preferred_language

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("report", type=_FILE)
@click.option(
    "--min-score",
    metavar="POINTS|PERCENT%",
    envvar="GRADER_MIN_SCORE",
    show_envvar=True,
    help="The score that passes (default: whatever was attempted must be right).",
)
@click.option(
    "--summary",
    type=_FILE,
    help="Write the summary, as Markdown, to this file (default: the job's summary on GitHub, else none).",
)
@click.option(
    "--exercises",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("exercises"),
    show_default=True,
    help="Folder of the students' files, from where this runs: annotations stand at their lines.",
)
@click.option(
    "--format",
    "platform",
    type=click.Choice(["github", "gitlab", "plain"]),
    help="Who reads the log (default: found in the environment).",
)
@options.LANGUAGE
@click.pass_context
def ci(  # noqa: PLR0913, PLR0917 - one parameter per option
    context: click.Context,
    report: Path,
    min_score: str | None,
    summary: Path | None,
    exercises: Path,
    platform: str | None,
    lang: str | None,
) -> None:
    """Say what became of a repository, from the REPORT that `pytest exercises/ --grader-json REPORT` wrote.

    Exit status: 0 passed, or nothing attempted yet; 1 not passed; 2 wrong usage; 3 no verdict: there is no
    report, or the grader itself failed in an exercise.
    """
    from grader.ci.min_score import MinScore  # noqa: PLC0415 - each command imports what it needs
    from grader.commands.ci import CiOptions, Platform, run_ci  # noqa: PLC0415

    try:
        needed = MinScore.parse(min_score) if min_score else None
    except ValueError as error:
        raise click.BadParameter(f"{error}.", context, param_hint="--min-score") from error
    told = CiOptions(report, exercises, needed, summary, Platform(platform) if platform else None)
    context.exit(run_ci(told, preferred_language(lang), Console()))
