"""The commands that look after what is kept: results of trainings on this machine, and the answer key."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from grader.cli import options
from grader.language import preferred_language


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
