"""What is made ready where student code will run: after the libraries are imported, before that code."""

from __future__ import annotations

import sys

from grader.training.asking import Asking


def remember_libraries() -> None:
    """Note how the libraries are, so that what a student's code changes in them is noticed."""
    if "sklearn.model_selection" in sys.modules:
        # Here and below: it brings more of scikit-learn along.
        from grader.training.estimator.install import remember  # noqa: PLC0415

        remember()


def ask_before_training(asking: Asking) -> None:
    """Let scikit-learn ask `asking` first, wherever it would train, if it has been imported."""
    if "sklearn.model_selection" in sys.modules:
        from grader.training.estimator.install import install  # noqa: PLC0415

        install(asking)
