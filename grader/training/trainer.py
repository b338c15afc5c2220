"""The trusted trainer: each recipe is executed once, and then found."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Protocol

from grader.evidence.vocabulary import array
from grader.training.asking import Answer, DataWanted, NotTrained, Trained
from grader.training.cache import Cache
from grader.training.digests import Arrays
from grader.training.orders import Failed, Order
from grader.training.process import TrainerProcess
from grader.training.recipes import Recipe, Result
from grader.training.work import work_of

# A machine may be slow, and TensorFlow has to be imported first: what takes longer hangs.
_SECONDS_AT_LEAST = 300.0
_TIMES_THE_ESTIMATE = 20.0


class Kept(Protocol):
    """Results that are there already."""

    def get(self, digest: str) -> Result | None:
        """Return what came of the recipe with that digest, if it is kept here."""


class RecipeTrainer:
    """Finds what a recipe comes to in the answer key or the cache; else has it executed, and keeps it.

    Safe to use from several threads; several processes may share one cache, and none trains what another is
    training.
    """

    def __init__(self, cache: Cache, process: TrainerProcess, keys: Sequence[Kept] = ()) -> None:
        self._cache = cache
        self._process = process
        self._keys = tuple(keys)

    def train(self, recipe: Recipe, data: Arrays | None) -> Answer:
        """Return what comes of `recipe`; without `data`, only if that is known already."""
        digest = recipe.digest
        if data is None:
            return self._known(digest) or DataWanted()
        with self._cache.lock(digest):
            # Looked for here and no earlier: whoever held the lock may have been training just this.
            return self._known(digest) or self._execute(digest, recipe, data)

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def _known(self, digest: str) -> Trained | None:
        for key in self._keys:
            if (result := key.get(digest)) is not None:
                return Trained(result, "key")
        result = self._cache.get(digest)
        return None if result is None else Trained(result, "cache")

    def _execute(self, digest: str, recipe: Recipe, data: Arrays) -> Answer:
        order = Order(recipe, tuple(array(data[one]) for one in recipe.data))
        timeout_seconds = _SECONDS_AT_LEAST + _TIMES_THE_ESTIMATE * work_of(recipe).seconds
        result = self._process.execute(order, timeout_seconds)
        if isinstance(result, Failed):
            return NotTrained(result.why)
        with contextlib.suppress(OSError):  # a full disk costs the next one a training, and nobody a grade
            self._cache.put(digest, result)
        return Trained(result, "trainer")
