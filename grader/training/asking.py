"""How the code that would train asks for the training to be done elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np

Arrays = Mapping[str, np.ndarray[Any, Any]]


class Asking(Protocol):
    """Whoever is asked: what stands for the judge, where the student's code runs."""

    def train(self, recipe: Any, arrays: Arrays) -> Any | None:
        """Return what comes of `recipe`, which is fed `arrays` by their digests; `None`: train here instead."""

    def no_recipe(self, what: str, why: str) -> None:
        """Note that the training `what`, a name like `fit`, runs here, and why, in a phrase."""
