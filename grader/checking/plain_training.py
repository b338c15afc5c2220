"""A training without validation data and callbacks, `train(x, y)`, judged setting by setting."""

from __future__ import annotations

from grader.checking.bands import ON_VALIDATION, Bands
from grader.checking.learning import learns_as_much
from grader.checking.lesson import Lesson, Split
from grader.checking.models import same_model
from grader.checking.subject import Subject
from grader.checking.training import (
    is_history_of,
    same_callbacks,
    same_compilation,
    same_data,
    same_schedule,
    same_validation,
)
from grader.checking.trial import Trial, is_trained_model, run_trial

_RETURNS = ("model", "history")


def rehearsed(student: Subject, reference: Subject, split: Split) -> Trial:
    """Return the trial of `train` in miniature.

    Raises:
        Finding: unless it called `fit` once.
    """
    trial = run_trial(student, reference, "train", split.train, returns=_RETURNS)
    _ = trial.fit
    return trial


def trains_the_model(trial: Trial) -> None:
    """Raise a `Finding` unless the model and its compile settings are the reference's."""
    same_model(trial.fit.model, trial.reference_fit.model)
    same_compilation(trial.fit.compilation, trial.reference_fit.compilation, trial.fit.model)


def trains_as_long_on_the_same_rows(trial: Trial) -> None:
    """Raise a `Finding` unless data, epochs, batch size and callbacks are the reference's."""
    fit, expected = trial.fit, trial.reference_fit
    same_data(fit, expected)
    same_validation(fit, expected)
    same_schedule(fit, expected)
    same_callbacks(fit, expected)


def returns_model_and_history(trial: Trial) -> None:
    """Raise a `Finding` unless the trained model and the History of this training came back."""
    is_trained_model(trial.model, trial.fit)
    is_history_of(trial.history, trial.fit)


def learns(student: Subject, reference: Subject, lesson: Lesson, bands: Bands, split: Split) -> None:
    """Raise a `Finding` unless the model becomes as good as the reference's on the lesson's data, in `split`.

    The settings are looked at once more: code may treat many rows otherwise than few.
    """
    trial = run_trial(
        student, reference, "train", split.train, returns=_RETURNS, timeout_seconds=lesson.training_seconds
    )

    def settings() -> None:
        trains_the_model(trial)
        trains_as_long_on_the_same_rows(trial)

    learns_as_much(
        bands,
        ON_VALIDATION,
        (split.val_x, split.val_y),
        model=trial.model,
        history=trial.fit.history,
        reference=trial.reference_model,
        again=lambda seed: trial.repeated(seed).model,
        settings=settings,
    )
