"""The trainings of section 7-3, judged setting by setting, and in the end by what the model has learnt."""

from __future__ import annotations

from grader.checking import training_hints as hints
from grader.checking.bands import ON_VALIDATION, Bands
from grader.checking.finding import Finding
from grader.checking.learning import learns_as_much
from grader.checking.lesson import Lesson
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
from grader.checking.trial import Trial, evaluates_to, is_trained_model, run_trial, series
from grader.evidence.vocabulary import Model


def trains_as_the_reference(trial: Trial) -> None:
    """Raise a `Finding` unless model, compile settings, data and schedule are the reference's."""
    fit, expected = trial.fit, trial.reference_fit
    same_model(fit.model, expected.model)
    same_compilation(fit.compilation, expected.compilation, fit.model)
    same_data(fit, expected)
    same_validation(fit, expected)
    same_schedule(fit, expected)


def trains_to_the_last_epoch(trial: Trial) -> None:
    """Raise a `Finding` if a callback that the task does not ask for acts on the training."""
    same_callbacks(trial.fit, trial.reference_fit)
    trained = len(trial.fit.history.epochs) if trial.fit.history is not None else 0
    if trained != trial.reference_fit.epochs:
        raise Finding(hints.TRAINED_SHORTER, expected=str(trial.reference_fit.epochs), actual=str(trained))


def returns_the_history(trial: Trial) -> None:
    """Raise a `Finding` unless the History of this very training came back, with the reference's keys."""
    is_history_of(trial.history, trial.fit)
    recorded = trial.reference_fit.history
    needed = set(recorded.series) if recorded is not None else set()
    if set(trial.history.series) != needed:
        raise Finding(
            hints.HISTORY_KEYS,
            expected=", ".join(sorted(needed)),
            actual=", ".join(sorted(trial.history.series)),
        )


def returns_model_of_the_last_epoch(trial: Trial, x: object, y: object) -> None:
    """Raise a `Finding` unless the trained model came back, with the last validation loss of its history."""
    is_trained_model(trial.model, trial.fit)
    is_history_of(trial.history, trial.fit)
    evaluates_to(trial.model, x, y, validation_losses(trial)[-1], Finding(hints.NOT_THE_LAST_EPOCH))


def validation_losses(trial: Trial) -> list[float]:
    """Return the validation loss of every epoch; raise a `Finding` if one is missing."""
    losses, epochs = series(trial.history, "val_loss"), len(trial.history.epochs)
    if not losses:
        raise Finding(hints.NO_VALIDATION, expected="val_loss", actual=", ".join(trial.history.series))
    if len(losses) != epochs:
        raise Finding(hints.UNUSUAL_FIT, expected=f"{epochs} validation losses", actual="validation_freq")
    return losses


def learns(  # noqa: PLR0913 - a call, and how to make it
    student: Subject,
    reference: Subject,
    lesson: Lesson,
    bands: Bands,
    arguments: tuple[object, ...],
    *,
    returns: tuple[str, ...],
    file_name: str | None = None,
) -> Trial:
    """Return the training on the lesson's data; raise a `Finding` unless it is as good as the reference's.

    Everything is looked at once more: code may treat many rows otherwise than few.
    """
    trial = run_trial(
        student,
        reference,
        "train",
        arguments,
        returns=returns,
        file_name=file_name,
        timeout_seconds=lesson.training_seconds,
    )

    def judged(trial: Trial) -> Model:
        # Where a model is returned it is the one that counts: its weights may be those of an earlier epoch.
        return trial.model if "model" in returns else trial.fit.trained

    learns_as_much(
        bands,
        ON_VALIDATION,
        (lesson.images.val_x, lesson.images.val_y),
        model=judged(trial),
        history=trial.fit.history,
        reference=trial.reference_model if "model" in returns else trial.reference_fit.trained,
        again=lambda seed: judged(trial.repeated(seed)),
        settings=lambda: trains_as_the_reference(trial),
    )
    return trial
