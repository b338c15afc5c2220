"""What a training was fed, in a few numbers: enough to tell wrong rows, wrong labels and wrong scaling."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np

from grader.evidence.vocabulary import Array, array

MAX_LABELS = 64
MAX_FEATURES = 10_000


class DataSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What a training was fed, said so that order and number format do not matter.

    `rows` samples of `shape` (without the batch axis) and `dtype`, the smallest and largest value, and per
    label its number of rows and their mean, row by row in `class_means`: float64, (labels, features).
    `source` is `array`, `dataset` or `opaque`; `targets` is `integer`, `one_hot` or `opaque`.
    """

    source: str
    rows: int
    shape: tuple[int, ...]
    dtype: str
    minimum: float
    maximum: float
    targets: str
    class_counts: dict[str, int]
    class_means: Array | None
    batch_size: int | None = None


def summary_of(
    inputs: np.ndarray[Any, Any],
    targets: np.ndarray[Any, Any],
    *,
    source: str = "array",
    batch_size: int | None = None,
) -> DataSummary:
    """Return what a training was fed, said so that the order of rows and the number format do not matter.

    Raises:
        ValueError: if the two are no rows with a label each.
    """
    if "O" in (inputs.dtype.kind, targets.dtype.kind) or inputs.ndim == 0 or len(inputs) != len(targets):
        raise ValueError("no pair of arrays")
    kind, labels = _labels(targets)
    flat = inputs.reshape(len(inputs), -1)
    present = np.unique(labels)[:MAX_LABELS]
    means: Array | None = None
    if flat.shape[1] <= MAX_FEATURES and len(flat):
        means = array(np.stack([flat[labels == label].mean(axis=0, dtype=np.float64) for label in present]))
    return DataSummary(
        source=source,
        rows=len(inputs),
        shape=inputs.shape[1:],
        dtype=inputs.dtype.name,
        minimum=float(inputs.min()) if inputs.size else 0.0,
        maximum=float(inputs.max()) if inputs.size else 0.0,
        targets=kind,
        class_counts={str(label): int((labels == label).sum()) for label in present},
        class_means=means,
        batch_size=batch_size,
    )


def _labels(targets: np.ndarray[Any, Any]) -> tuple[str, np.ndarray[Any, Any]]:
    if targets.ndim == 2 and targets.shape[1] > 1:
        return "one_hot", targets.argmax(axis=1)
    if targets.size == len(targets) and np.array_equal(targets, np.floor(targets)):
        return "integer", targets.reshape(-1).astype(np.int64)
    raise ValueError("neither labels nor one-hot rows")
