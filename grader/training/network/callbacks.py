"""The callbacks that a training is given."""

from __future__ import annotations

import sys
from typing import Any

from grader.training.digests import NoRecipeError, canonical
from grader.training.network.known import CALLBACK_STATE, CALLBACKS
from grader.training.network.parts import plain_setting


def listed_callbacks(given: Any) -> list[Any]:
    """Return the callbacks that a caller gave, as a list."""
    if given is None:
        return []
    return list(given) if isinstance(given, (list, tuple)) else [given]


def callbacks(given: Any) -> tuple[str, ...]:
    """Return the callbacks that a caller gave, each as canonical JSON.

    Raises:
        NoRecipeError: if one is unknown, or was used before.
    """
    parts = [_callback(one) for one in listed_callbacks(given)]
    if sum(part["kind"] == "ModelCheckpoint" for part in parts) > 1:
        raise NoRecipeError("more than one checkpoint")
    return tuple(map(canonical, parts))


def _callback(value: Any) -> dict[str, Any]:
    part = _kind_of(value)
    if getattr(value, "_model", None) is not None:
        raise NoRecipeError("a callback that was used before")
    state = {
        name: plain_setting(getattr(value, name)) for name in CALLBACK_STATE[part] if hasattr(value, name)
    }
    if state.get("raise_error"):
        raise NoRecipeError("a callback that raises")
    if getattr(value, "monitor_op", None) is not None:
        raise NoRecipeError("a callback that compares in a way of its own")
    if part == "ModelCheckpoint" and state["save_freq"] != "epoch":
        raise NoRecipeError("a checkpoint within an epoch")
    if part == "ModelCheckpoint" and "{" in str(value.filepath):
        raise NoRecipeError("a checkpoint with a name of its own for each epoch")
    return {"kind": part, "config": state}


def _kind_of(value: Any) -> str:
    kind = type(value).__name__
    if kind not in CALLBACKS or getattr(sys.modules["keras"].callbacks, kind, None) is not type(value):
        raise NoRecipeError(f"the callback {kind}")
    return kind
