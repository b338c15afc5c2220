"""NumPy's global generator, which scikit-learn and students' code draw from."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.training.digests import NoRecipeError

KIND = "MT19937"


def numpy_state() -> list[Any]:
    """Return the generator's state in terms of JSON: its kind, and the four parts of which that is made.

    Raises:
        NoRecipeError: if somebody has put another kind of generator in its place.
    """
    state: Any = np.random.get_state(legacy=False)  # noqa: NPY002 - the one that is drawn from
    if state["bit_generator"] != KIND:
        raise NoRecipeError("another kind of global generator")
    inner = state["state"]
    gauss = int(state["has_gauss"]), float(state["gauss"])
    return [KIND, inner["key"].tolist(), int(inner["pos"]), *gauss]


def set_numpy_state(state: list[Any]) -> None:
    """Put the generator into a state that `numpy_state` has told.

    Raises:
        ValueError: if it is none that it can have; TypeError, LookupError and OverflowError say the same.
    """
    kind, keys, *others = state
    np.random.set_state((kind, np.array(keys, np.uint32), *others))  # noqa: NPY002
