"""The comparison of a recorded call of `fit` with the reference's, field by field."""

from __future__ import annotations

import math

import numpy as np

from grader.checking import training_hints as hints
from grader.checking.finding import Finding
from grader.checking.network import steps
from grader.evidence.data_summary import DataSummary
from grader.evidence.vocabulary import Callback, Compilation, History, Model, Optimizer
from grader.sandbox.messages import FitCall, Outcome

# What float32 and another order of operations may do to the mean of pixels between 0 and 1.
MEANS_ATOL = 1e-4
# These change what is trained, or for how long.
_ACTING_CALLBACKS = frozenset(
    {"EarlyStopping", "LearningRateScheduler", "ReduceLROnPlateau", "BackupAndRestore", "SwapEMAWeights"}
)
_OWN_CALLBACKS = frozenset({"opaque", "LambdaCallback"})
_CALLBACK_SETTINGS = {
    "EarlyStopping": (
        "monitor",
        "patience",
        "restore_best_weights",
        "direction",
        "min_delta",
        "start_from_epoch",
    ),
    "ModelCheckpoint": ("monitor", "save_best_only", "save_weights_only", "direction", "save_freq"),
}


def only_fit(outcome: Outcome, function: str, expected: FitCall) -> FitCall:
    """Return the one call of `fit` that `function` made."""
    if not outcome.fits:
        raise Finding(hints.FIT_NOT_CALLED, expected="model.fit(...)", actual="no call", function=function)
    if len(outcome.fits) > 1:
        raise Finding(
            hints.FIT_CALLED_AGAIN, expected="1", actual=str(len(outcome.fits)), epochs=expected.epochs
        )
    return outcome.fits[0]


def same_data(fit: FitCall, expected: FitCall) -> None:
    """Raise a `Finding` unless the same rows with the same labels were trained on.

    Their order and format do not matter.
    """
    data, wanted = fit.data, expected.data
    if data.targets == "one_hot" and wanted.targets != "one_hot":
        raise Finding(hints.LABELS_ONE_HOT, expected="labels (n,)", actual="one-hot rows")
    if fit.validation_split and expected.validation is not None:
        raise Finding(hints.VALIDATION_SPLIT, expected="validation_data", actual="validation_split")
    if fit.validation_split:
        share = f"validation_split={fit.validation_split:g}"
        raise Finding(hints.UNWANTED_VALIDATION, expected="no validation", actual=share)
    if data.source != "opaque" and data.rows != wanted.rows:
        raise Finding(hints.NOT_ALL_ROWS, expected=str(wanted.rows), actual=str(data.rows))
    if wanted.maximum <= 1 < data.maximum and data.maximum > 2:
        raise Finding(hints.NOT_SCALED, expected="1", actual=f"{data.maximum:g}")
    if 0 < data.maximum < wanted.maximum / 50:  # 255 is the factor; all-black images have no maximum
        raise Finding(hints.SCALED_TWICE, expected=f"{wanted.maximum:g}", actual=f"{data.maximum:.2g}")
    if not _same_rows(data, wanted):
        raise Finding(hints.WRONG_DATA)


def same_validation(fit: FitCall, expected: FitCall) -> None:
    """Raise a `Finding` unless the same rows were validated on."""
    if expected.validation is None:
        if fit.validation is not None:
            raise Finding(hints.UNWANTED_VALIDATION, expected="no validation", actual="validation_data")
        return
    if fit.validation is None:
        raise Finding(hints.NO_VALIDATION, expected="validation_data=(...)", actual="none")
    if not _same_rows(fit.validation, expected.validation):
        raise Finding(
            hints.WRONG_VALIDATION,
            expected=f"{expected.validation.rows} validation rows",
            actual=f"{fit.validation.rows} other rows",
        )


def same_schedule(fit: FitCall, expected: FitCall) -> None:
    """Raise a `Finding` unless epochs, batch size and shuffling are the same."""
    if fit.epochs != expected.epochs:
        raise Finding(hints.WRONG_EPOCHS, expected=str(expected.epochs), actual=str(fit.epochs))
    if fit.batch_size != expected.batch_size:
        raise Finding(hints.WRONG_BATCH_SIZE, expected=str(expected.batch_size), actual=str(fit.batch_size))
    if fit.data.source == "array" and not fit.shuffle:
        raise Finding(hints.NOT_SHUFFLED, expected="shuffle=True", actual="shuffle=False")
    if fit.weighted:
        raise Finding(hints.UNUSUAL_FIT, actual="class_weight or sample_weight")
    if fit.steps_per_epoch and fit.steps_per_epoch != math.ceil(fit.data.rows / fit.batch_size):
        raise Finding(hints.UNUSUAL_FIT, actual=f"steps_per_epoch={fit.steps_per_epoch}")


def same_compilation(actual: Compilation | None, expected: Compilation | None, model: Model) -> None:
    """Raise a `Finding` unless optimizer, loss and metric are the same."""
    if actual is None or expected is None:
        raise Finding(hints.NOT_COMPILED, expected="model.compile(...)", actual="not compiled")
    same_optimizer(actual.optimizer, expected.optimizer)
    loss_and_output_agree(actual, model)
    measures_accuracy(actual)


def same_optimizer(actual: Optimizer, expected: Optimizer) -> None:
    """Raise a `Finding` unless two optimizers have the same kind and settings."""
    if actual.kind != expected.kind:
        raise Finding(hints.WRONG_OPTIMIZER, expected=expected.kind, actual=actual.kind)
    for setting, wanted in expected.config.items():
        found = actual.config.get(setting)
        if setting != "name" and not _same_setting(found, wanted):
            raise Finding(
                hints.WRONG_OPTIMIZER_SETTING,
                expected=_said(wanted),
                actual=_said(found),
                optimizer=actual.kind,
                setting=setting,
            )


def loss_and_output_agree(compilation: Compilation, model: Model) -> None:
    """Raise a `Finding` unless the loss is the sparse categorical cross-entropy of the model's output."""
    if compilation.loss != "sparse_categorical_crossentropy":
        raise Finding(hints.WRONG_LOSS, expected="sparse_categorical_crossentropy", actual=compilation.loss)
    chain = steps(model)
    softmax = bool(chain) and chain[-1].function == "softmax"
    if softmax and compilation.from_logits:
        raise Finding(
            hints.LOGITS_MISMATCH, expected="from_logits=False", actual="softmax + from_logits=True"
        )
    if not softmax and not compilation.from_logits:
        raise Finding(
            hints.LOGITS_MISMATCH, expected="from_logits=True", actual="no softmax + from_logits=False"
        )


def measures_accuracy(compilation: Compilation) -> None:
    """Raise a `Finding` unless a metric reports the accuracy of whole-number labels as `accuracy`."""
    good = {"accuracy", "SparseCategoricalAccuracy:accuracy"}
    if not good.intersection(compilation.metrics):
        raise Finding(hints.NO_ACCURACY, expected="['accuracy']", actual=str(list(compilation.metrics)))


def same_callbacks(fit: FitCall, expected: FitCall) -> None:
    """Raise a `Finding` unless Keras's own callbacks are there with the right settings.

    A callback of the student's own stands for any that is missing: what it does is judged by what comes of
    it.
    """
    own = any(callback.kind in _OWN_CALLBACKS for callback in fit.callbacks)
    for wanted in expected.callbacks:
        found = [callback for callback in fit.callbacks if callback.kind == wanted.kind]
        if not found and not own:
            given = ", ".join(callback.kind for callback in fit.callbacks) or "none"
            raise Finding(hints.MISSING_CALLBACK, expected=wanted.kind, actual=given)
        findings = [finding for callback in found if (finding := _callback_finding(callback, wanted))]
        if findings and len(findings) == len(found):
            raise findings[0]
    kinds = [callback.kind for callback in expected.callbacks]
    for callback in fit.callbacks:
        if callback.kind in _ACTING_CALLBACKS and callback.kind not in kinds:
            raise Finding(
                hints.EXTRA_CALLBACK, expected=", ".join(sorted(kinds)) or "none", actual=callback.kind
            )
        if callback.kind in _ACTING_CALLBACKS:
            kinds.remove(callback.kind)


def _callback_finding(actual: Callback, expected: Callback) -> Finding | None:
    try:
        same_callback(actual, expected)
    except Finding as finding:
        return finding
    return None


def same_callback(actual: Callback, expected: Callback) -> None:
    """Raise a `Finding` unless the settings that matter are the same."""
    for setting in _CALLBACK_SETTINGS.get(expected.kind, ()):
        wanted, found = expected.config.get(setting), actual.config.get(setting)
        if not _same_setting(found, wanted):
            raise Finding(
                hints.WRONG_CALLBACK_SETTING,
                expected=_said(wanted),
                actual=_said(found),
                callback=expected.kind,
                setting={"direction": "mode"}.get(setting, setting),
            )


def is_history_of(history: History, fit: FitCall) -> None:
    """Raise a `Finding` unless `history` holds exactly what the recorded training reported."""
    recorded = fit.history
    same = (
        recorded is not None
        and recorded.series.keys() == history.series.keys()
        and all(
            np.array_equal(history.series[name].value, recorded.series[name].value)
            for name in recorded.series
        )
    )
    if not same:
        raise Finding(
            hints.NOT_THE_HISTORY,
            expected=_said_history(recorded) if recorded else "the History of fit",
            actual=_said_history(history),
        )
    if "accuracy" not in history.series:
        raise Finding(hints.NO_ACCURACY, expected="accuracy", actual=", ".join(sorted(history.series)))


def _same_rows(data: DataSummary, expected: DataSummary) -> bool:
    if data.class_counts != expected.class_counts or data.class_means is None or expected.class_means is None:
        return False
    found, wanted = data.class_means.value, expected.class_means.value
    return found.shape == wanted.shape and bool(
        np.allclose(found, wanted, atol=MEANS_ATOL * max(1.0, expected.maximum))
    )


def _same_setting(found: object, wanted: object) -> bool:
    if isinstance(found, (int, float)) and isinstance(wanted, (int, float)):
        return math.isclose(found, wanted, rel_tol=1e-6, abs_tol=1e-12)
    return found == wanted


def _said(value: object) -> str:
    return (
        f"{value:.6g}" if isinstance(value, float) else repr(value) if isinstance(value, str) else str(value)
    )


def _said_history(history: History) -> str:
    lengths = {name: len(series.value) for name, series in history.series.items()}
    return ", ".join(f"{name} ({length})" for name, length in lengths.items())
