"""What is made ready where student code will run: after the libraries are imported, before that code."""

from __future__ import annotations

import functools
import sys
from collections.abc import Collection
from typing import Any

from grader.evidence.keras_edition import is_legacy
from grader.training.asking import Asking
from grader.training.estimator.install import install, remember
from grader.training.network.patched import Snapshot, patched, snapshot


def remember_libraries() -> None:
    """Note how the libraries are, so that what a student's code changes in them is noticed."""
    if "sklearn.model_selection" in sys.modules:
        remember()
    if "keras" in sys.modules and not is_legacy():  # there no network is trained elsewhere
        _networks()


def changed_in_keras(own: Collection[Any]) -> str | None:
    """Return the name of something that was replaced in Keras since; `own` is what we ourselves put there."""
    return patched(_networks(), own)


@functools.cache
def _networks() -> Snapshot:
    return snapshot()


def ask_before_training(asking: Asking) -> None:
    """Let scikit-learn ask `asking` first, wherever it would train, if it has been imported."""
    if "sklearn.model_selection" in sys.modules:
        install(asking)
