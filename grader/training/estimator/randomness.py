"""NumPy's global generator, which scikit-learn draws from where `random_state` is `None`."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from grader.training.digests import NoRecipeError


def global_state() -> str:
    """Return the state of the generator as JSON.

    Raises:
        NoRecipeError: if somebody has put another kind of generator in its place.
    """
    state: Any = np.random.get_state(legacy=False)  # noqa: NPY002 - scikit-learn draws from it
    if state["bit_generator"] != "MT19937":
        raise NoRecipeError("another kind of global generator")
    inner = state["state"]
    return json.dumps(
        [inner["key"].tolist(), int(inner["pos"]), int(state["has_gauss"]), float(state["gauss"])],
        separators=(",", ":"),
    )


def set_global_state(text: str) -> None:
    """Put the generator into the state that `text` tells.

    Raises:
        ValueError: if it is none that it can have.
    """
    try:
        key, position, has_gauss, gauss = json.loads(text)
        np.random.set_state(  # noqa: NPY002
            ("MT19937", np.array(key, np.uint32), position, has_gauss, gauss)
        )
    except (TypeError, KeyError, OverflowError) as error:
        raise ValueError(f"no state of a random generator: {error}") from error
