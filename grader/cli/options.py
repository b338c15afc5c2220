"""The options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path

import click

_PATH = click.Path(path_type=Path)

LANGUAGE = click.option(
    "--lang", type=click.Choice(["en", "ko"]), help="Language of the feedback (default: the locale's)."
)
DATA = click.option(
    "--data",
    type=_PATH,
    help="Folder with the four files of Fashion-MNIST (default: FASHION_MNIST_DIR, or Keras's cache).",
)
PROFILE = click.option("--profile", type=click.Choice(["small", "full"]), default="full", show_default=True)
ONLY = click.option(
    "--exercise", "only", multiple=True, metavar="ID", help="Only this exercise; may be repeated."
)
LANES = click.option(
    "-j",
    "lanes",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    help="How many submissions at a time (default: the number of cores).",
)
CACHE = click.option(
    "--cache",
    "cache_folder",
    type=_PATH,
    metavar="DIR",
    help="Folder in which results of trainings are kept (default: GRADER_CACHE_DIR, or the user's cache).",
)
FULL_TRAINING = click.option(
    "--full-training",
    is_flag=True,
    help="Train everything where it is asked for: nothing is taken from the answer key or the cache.",
)
HIDDEN_VISIBILITY = click.option(
    "--hidden-visibility",
    type=click.Choice(["visible", "after_due_date", "after_published", "hidden"]),
    default="after_published",
    show_default=True,
    help="gradescope: when students see the results of hidden checks.",
)
ISOLATION = click.option(
    "--isolation",
    type=click.Choice(["process", "hardened", "bwrap"]),
    help="How far the submissions' code is kept from this machine (default: the strongest that works, never"
    " `process`, which is no protection).",
)
