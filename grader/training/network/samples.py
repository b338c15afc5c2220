"""What `fit` is fed, and how much of it at a time."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.training.digests import DataDigest, NoRecipeError, canonical, data_digest
from grader.training.network.recipe import Samples


def samples(options: dict[str, Any]) -> tuple[Any, Any]:
    """Return inputs, targets and weights of rows, to train on and, or `None`, to validate on.

    Raises:
        NoRecipeError: if they are not plain arrays.
    """
    weighted = options["class_weight"] is not None
    if weighted and options["sample_weight"] is not None:
        raise NoRecipeError("weights of labels and of rows")
    training = tuple(plain(options[name]) for name in ("x", "y", "sample_weight"))
    if weighted and training[1] is not None and training[1].dtype.kind == "f":
        raise NoRecipeError("weights of labels that are no integers")  # rounded before they are converted
    given, share = options["validation_data"], options["validation_split"]
    if given is None and share:
        x, y, weights = training
        if x is None or y is None or weights is not None:
            raise NoRecipeError("`validation_split` of more than inputs and targets")
        kept = rows_to_train(options)
        return (x[:kept], y[:kept], None), (x[kept:], y[kept:], None)
    if given is None:
        return training, None
    if not isinstance(given, (tuple, list)) or len(given) not in (2, 3):
        raise NoRecipeError("validation data that are not a pair of arrays")
    return training, tuple(plain(one) for one in (*given, None)[:3])


def rows_to_train(options: dict[str, Any]) -> int:
    """Return how many of the rows are trained on: the last ones, before any shuffling, may be to validate."""
    rows: int = len(options["x"])
    share = options["validation_split"] if options["validation_data"] is None else 0.0
    return int(np.floor(rows * (1.0 - share))) if share else rows


def plain(value: Any) -> np.ndarray[Any, Any] | None:
    """Return an array as it is fed; `None` where there is none.

    Raises:
        NoRecipeError: if it is anything else.
    """
    if value is None:
        return None
    if type(value) is not np.ndarray or value.dtype.kind not in "biuf":
        raise NoRecipeError(f"data of the type {type(value).__name__}")
    if not value.size:
        raise NoRecipeError("no rows")
    # Keras's first step with whatever is fed: other spellings of the same numbers are the same training.
    return value.astype(np.float32, copy=False) if value.dtype.kind == "f" else value


def digests(samples: Any, arrays: dict[DataDigest, np.ndarray[Any, Any]]) -> Samples:
    """Return what stands for `samples`, whose arrays are put into `arrays`.

    Raises:
        NoRecipeError: if there are no inputs or no targets.
    """
    x, y, weights = samples
    if x is None or y is None:
        raise NoRecipeError("no inputs or no targets")
    found = [None if one is None else data_digest(one) for one in (x, y, weights)]
    arrays.update((digest, one) for digest, one in zip(found, (x, y, weights), strict=True) if digest)
    return Samples(*found)  # type: ignore[arg-type]


def class_weights(value: Any) -> str | None:
    """Return the weights of labels as canonical JSON."""
    if value is None:
        return None
    return canonical({str(count(label)): float(weight) for label, weight in dict(value).items()})


def count(value: Any) -> int:
    """Return a number of rows or epochs.

    Raises:
        NoRecipeError: if it is none.
    """
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or value < 0:
        raise NoRecipeError(f"{value!r} is not a number of rows or epochs")
    return int(value)


def flag(value: Any) -> bool:
    """Return a choice.

    Raises:
        NoRecipeError: if it is none.
    """
    if not isinstance(value, (bool, np.bool_)):
        raise NoRecipeError("`shuffle` is neither true nor false")
    return bool(value)
