"""What every Keras object's description needs: whether a class is the library's own, and plain settings."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.evidence.describe.keras_editions import optimizer_settings, steps_made
from grader.evidence.vocabulary import Optimizer

Setting = str | int | float | bool | None


def own_class(value: Any, namespace: Any) -> str:
    """Return the class name of `value` where it is the library's very class of that name, else `opaque`."""
    kind = type(value)
    spaces = (namespace, getattr(namespace, "legacy", None))  # optimizers of the older Keras
    own = any(getattr(space, kind.__name__, None) is kind for space in spaces)
    return str(kind.__name__) if own else "opaque"


def plain(value: Any) -> Setting:
    """Return a setting as JSON can hold it.

    NumPy numbers become Python's, infinities become text, and others their class names.
    """
    if isinstance(value, np.generic) or (type(value) is np.ndarray and value.ndim == 0):
        value = value.item()
    if type(value) is float:
        return value if math.isfinite(value) else repr(value)
    if value is None or type(value) in (bool, int):
        return value  # type: ignore[no-any-return]
    if type(value) is str:
        return value[:1_000]
    return "opaque:" + type(value).__name__[:200]


def describe_optimizer(value: Any, keep: Callable[[Any], str] | None = None) -> Optimizer:
    """Return an optimizer with its settings and the number of steps that it has made."""
    optimizers = sys.modules["keras"].optimizers
    kind = own_class(value, optimizers)
    config = optimizer_settings(value, optimizers) if kind != "opaque" else {}
    return Optimizer(
        kind=kind,
        config={name: plain(setting) for name, setting in config.items()},
        iterations=steps_made(value),
        handle=keep(value) if keep else None,
    )
