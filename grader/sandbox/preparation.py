"""What is made ready where student code will run: after the libraries are imported, before that code."""

from __future__ import annotations

import sys

from grader.training.asking import Asking
from grader.training.estimator.install import install, remember


def remember_libraries() -> None:
    """Note how the libraries are, so that what a student's code changes in them is noticed."""
    if "sklearn.model_selection" in sys.modules:
        remember()


def ask_before_training(asking: Asking) -> None:
    """Let scikit-learn ask `asking` first, wherever it would train, if it has been imported."""
    if "sklearn.model_selection" in sys.modules:
        install(asking)
