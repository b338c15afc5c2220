"""What a checkpoint file holds, found out where the student's code runs and measured by the judge."""

from __future__ import annotations

from pathlib import Path

from grader.checking import training_hints as hints
from grader.checking.exceptions import LEGACY_H5
from grader.checking.expect import as_model
from grader.checking.finding import Finding
from grader.checking.lesson import Split
from grader.checking.subject import Subject
from grader.checking.trial import evaluates_to
from grader.evidence.vocabulary import Model


def whole_model_at(student: Subject, path: str) -> Model:
    """Return the model in the file at `path`; it is never loaded in the judge's own process.

    Raises:
        Finding: if there is no regular file, or none of a compiled model.
    """
    files = student.files()
    found = files.get(Path(path).name)
    if found is None:
        old = next((name for name in files if name.endswith(".h5")), None)
        chosen = LEGACY_H5 if old is not None else hints.NOT_SAVED
        actual = f"a file {old}" if old is not None else "no file"
        raise Finding(chosen, expected="a file at path", actual=actual)
    if isinstance(found, str):
        raise Finding(hints.NOT_SAVED, expected="a file at path", actual="no regular file")
    model = as_model(student.open_model(path), "load_model")
    if model.compilation is None:
        raise Finding(hints.NOT_A_WHOLE_MODEL, expected="a compiled model", actual="not compiled")
    return model


def holds_best_epoch(student: Subject, path: str, split: Split, validation_losses: list[float]) -> None:
    """Raise a `Finding` unless the model at `path` has the lowest of `validation_losses` on `split`."""
    model = whole_model_at(student, path)
    evaluates_to(
        model, split.val_x, split.val_y, min(validation_losses), Finding(hints.NOT_THE_BEST_EPOCH_SAVED)
    )
