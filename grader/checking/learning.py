"""Whether a training comes to what correct trainings come to, and all that it came to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from grader.checking import training_hints as hints
from grader.checking.bands import Band, Bands, Metric
from grader.checking.finding import Finding
from grader.checking.network import accuracy, cross_entropy
from grader.evidence.vocabulary import History, Model
from grader.sandbox.messages import FitCall

Samples = tuple[npt.NDArray[Any], npt.NDArray[Any]]


def learns_as_much(  # noqa: PLR0913 - a training, its counterpart, and how to repeat it
    bands: Bands,
    metric: Metric,
    samples: Samples,
    *,
    model: Model,
    history: History | None,
    reference: Model,
    again: Callable[[int], Model],
    settings: Callable[[], None],
) -> None:
    """Raise a `Finding` unless `model` is as good on `samples` as correct trainings make it.

    What it is compared with is calibrated; `reference` is what the reference's training came to here. `again`
    gives the model of the same training under another seed. `settings` says of what the training was made
    what says more than a figure, and is asked before the figure counts.
    """

    def figure(model: Model) -> float:
        return accuracy(model, *samples)

    bands.measured.update(figures_of(history))
    bands.measured |= {"loss": cross_entropy(model, *samples), metric.name: figure(model)}
    settings()
    bands.reaches(metric, bands.measured[metric.name], figure(reference), lambda seed: figure(again(seed)))


def trains_as_long(bands: Bands, fit: FitCall, reference: FitCall) -> None:
    """Raise a `Finding` unless a training that stops by itself went on for as long as correct ones do.

    The very training of the reference's takes as many epochs as that; of another the calibration says it.
    """
    trained, own = _epochs(fit), _epochs(reference)
    is_same = fit.recipe is not None and fit.recipe == reference.recipe
    band = Band(own, own) if is_same else bands.band("epochs", own)
    if band is not None and not band.holds(trained):
        expected = f"{max(band.lower, 1):.0f} to {band.upper:.0f}"
        raise Finding(hints.UNUSUALLY_LONG, expected=expected, actual=f"{trained:.0f}")


def _epochs(fit: FitCall) -> float:
    return float(len(fit.history.epochs)) if fit.history is not None else 0.0


def figures_of(history: History | None) -> dict[str, float]:
    """Return what a History comes to: its epochs, its last figures, and those of its best epoch.

    The best epoch, counted from 0, has the lowest validation loss; there is none without one.
    """
    if history is None or not history.epochs:
        return {}
    series = {name: values.value for name, values in history.series.items()}
    found = {"epochs": float(len(history.epochs))}
    found |= {f"history_{name}": float(values[-1]) for name, values in series.items() if values.size}
    losses = series.get("val_loss")
    if losses is not None and losses.size and np.isfinite(losses).all():
        best = int(np.argmin(losses))
        found |= {"best_epoch": float(best), "best_val_loss": float(losses[best])}
        if (accuracies := series.get("val_accuracy")) is not None:
            found["best_val_accuracy"] = float(accuracies[best])
    return found
