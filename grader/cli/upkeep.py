"""The commands that look after what is kept, after the grader itself, and give out the course."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from grader.cli import options
from grader.language import preferred_language

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def cache() -> None:
    """Say what is kept of trainings that have run, or remove it."""


@cache.command()
@options.CACHE
@options.LANGUAGE
@click.pass_context
def info(context: click.Context, cache_folder: Path | None, lang: str | None) -> None:
    """Say where results of trainings are kept, how many, and how much room they take."""
    from grader.commands.cache import run_info  # noqa: PLC0415

    context.exit(run_info(cache_folder, preferred_language(lang), Console()))


@cache.command()
@options.CACHE
@options.LANGUAGE
@click.pass_context
def clear(context: click.Context, cache_folder: Path | None, lang: str | None) -> None:
    """Remove every result that is kept: what is needed again is trained again."""
    from grader.commands.cache import run_clear  # noqa: PLC0415

    context.exit(run_clear(cache_folder, preferred_language(lang), Console()))


@click.group()
def key() -> None:
    """Build the answer key, or verify it (for maintainers).

    It holds what the trainings of the reference come to, so that a correct submission trains nothing.
    """


@key.command()
@options.PROFILE
@options.ONLY
@options.CACHE
@options.DATA
@click.pass_context
def build(
    context: click.Context, profile: str, only: tuple[str, ...], cache_folder: Path | None, data: Path | None
) -> None:
    """Judge the reference, and write what it has trained to reference/key/."""
    from grader.catalog import course_root  # noqa: PLC0415
    from grader.commands.key import KeyOptions, run_build  # noqa: PLC0415
    from grader.training.key import key_of  # noqa: PLC0415

    told = KeyOptions(profile, only, data, cache_folder)
    context.exit(run_build(told, key_of(course_root()), Console()))


@key.command()
@options.PROFILE
@options.ONLY
@click.option("--retrain", is_flag=True, help="Run every training anew, and compare the results bit for bit.")
@options.CACHE
@options.DATA
@click.pass_context
def verify(  # noqa: PLR0913, PLR0917 - one parameter per option
    context: click.Context,
    profile: str,
    only: tuple[str, ...],
    retrain: bool,  # noqa: FBT001
    cache_folder: Path | None,
    data: Path | None,
) -> None:
    """Judge the reference with the key, and say what is not in it, and what nobody asks for.

    Exit status: 0 the key is as it should be; 1 it is not; 3 it was made with other versions, data or another
    device than are here, and says nothing about them.
    """
    from grader.catalog import course_root  # noqa: PLC0415
    from grader.commands.key import KeyOptions  # noqa: PLC0415
    from grader.commands.key_verification import run_verify  # noqa: PLC0415
    from grader.training.key import key_of  # noqa: PLC0415

    told = KeyOptions(profile, only, data, cache_folder)
    context.exit(run_verify(told, key_of(course_root()), Console(), retrain=retrain))


@click.command()
@options.PROFILE
@click.option("--seeds", type=click.IntRange(min=2), default=30, show_default=True, help="How many seeds.")
@click.option(
    "--fresh", is_flag=True, help="Other seeds than the bands follow from, to see whether they hold."
)
@options.ONLY
@options.DATA
@click.option(
    "-j", "lanes", type=click.IntRange(min=1), default=2, show_default=True, help="Trainings at a time."
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the record (default: reference/key/).",
)
@click.option("--markdown", type=click.Path(path_type=Path, dir_okay=False), help="Write the docs' table.")
@click.pass_context
def calibrate(  # noqa: PLR0913, PLR0917 - one parameter per option
    context: click.Context,
    profile: str,
    seeds: int,
    fresh: bool,  # noqa: FBT001
    only: tuple[str, ...],
    data: Path | None,
    lanes: int,
    into: Path | None,
    markdown: Path | None,
) -> None:
    """Train the reference under many seeds, and say where a correct training lies (for maintainers).

    What has been measured already is not measured again.
    """
    from grader.catalog import course_root  # noqa: PLC0415
    from grader.commands.calibrate import CalibrateOptions, run_calibrate  # noqa: PLC0415
    from grader.training.key import key_of  # noqa: PLC0415

    folder = into or key_of(course_root()).folder
    told = CalibrateOptions(folder, profile, seeds, fresh, only, data, lanes, markdown)
    context.exit(run_calibrate(told, Console()))


@click.command()
@options.ONLY
@click.option(
    "--only",
    "parts",
    multiple=True,
    type=click.Choice(["corpus", "mutants", "rewrites"]),
    help="Only this part of the audit; may be repeated.",
)
@options.LANES
@click.option("--profile", type=click.Choice(["small", "full"]), default="small", show_default=True)
@options.ISOLATION
@click.option("--answers", type=_FOLDER, help="Folder of the corpus (default: the repository's).")
@click.option(
    "--out",
    type=_FOLDER,
    help="Folder for the verdicts: only what changed is judged (default: the user's cache).",
)
@click.option("--json", "json_file", type=_FILE, help="Write the audit as JSON.")
@click.option("--markdown", type=_FILE, help="Write the audit as a page of the documentation.")
@options.CACHE
@options.DATA
@click.pass_context
def audit(  # noqa: PLR0913, PLR0917 - one parameter per option
    context: click.Context,
    only: tuple[str, ...],
    parts: tuple[str, ...],
    lanes: int,
    profile: str,
    isolation: str | None,
    answers: Path | None,
    out: Path | None,
    json_file: Path | None,
    markdown: Path | None,
    cache_folder: Path | None,
    data: Path | None,
) -> None:
    """Grade the grader (for maintainers): known answers, and mutants and rewrites of the reference.

    Exit status: 0 the verdicts are as good as they must be, 1 they are not, 2 wrong usage, 3 the grader could
    not grade.
    """
    from grader.commands.audit import AuditOptions, run_audit  # noqa: PLC0415

    told = AuditOptions(
        only=only,
        parts=parts,
        lanes=lanes,
        profile=profile,
        isolation=isolation,
        data=data,
        cache=cache_folder,
        answers=answers,
        out=out,
        json_file=json_file,
        markdown=markdown,
    )
    context.exit(run_audit(told, Console()))


@click.command()
@click.argument("folder", type=_FOLDER)
@click.option(
    "--profile",
    type=click.Choice(["small", "full"]),
    default="full",
    show_default=True,
    help="How much of the data students work with; with `small`, never more.",
)
@options.CACHE
@options.DATA
@click.pass_context
def release(
    context: click.Context, folder: Path, profile: str, cache_folder: Path | None, data: Path | None
) -> None:
    """Write the students' repository to FOLDER: stubs, public checks, CI, and a wheel that holds no answers.

    Over an earlier release, only what nobody has changed since is renewed. Exit status: 0 released; 2 wrong
    usage; 3 nothing was released.
    """
    from grader.commands.release import ReleaseOptions, run_release  # noqa: PLC0415

    context.exit(run_release(ReleaseOptions(folder, profile, data, cache_folder), Console()))
