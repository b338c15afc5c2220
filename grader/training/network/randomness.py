"""The state of every random generator that a training draws from, read and set."""

from __future__ import annotations

import json
import random
import sys
from typing import Any

import numpy as np

from grader.training.digests import canonical
from grader.training.network.recipe import RandomState
from grader.training.numpy_generator import numpy_state, set_numpy_state


def random_state() -> RandomState:
    """Return the state of this process's generators. TensorFlow and Keras have been imported.

    Raises:
        NoRecipeError: if one is of another kind than it was.
    """
    seed, generator = _tensorflow()
    keras = _keras()
    return RandomState(
        python=canonical(random.getstate()),
        numpy=canonical(numpy_state()),
        tensorflow_seed=seed,
        tensorflow=None if generator is None else canonical(generator.getstate()),
        keras=None if keras is None else tuple(int(value) for value in np.asarray(keras.state)),
    )


def set_random_state(state: RandomState) -> None:
    """Put this process's generators into `state`.

    Raises:
        ValueError: if it is none that they can have.
    """
    try:
        random.setstate(_generator_state(state.python))
        set_numpy_state(json.loads(state.numpy))
        _set_tensorflow(state.tensorflow_seed, state.tensorflow)
        _set_keras(state.keras)
    except (TypeError, LookupError, OverflowError) as error:
        raise ValueError(f"no state of a random generator: {error}") from error


def _generator_state(text: str) -> tuple[Any, ...]:
    version, values, gauss = json.loads(text)
    return (version, tuple(values), gauss)


def _context() -> Any:
    from tensorflow.python.eager import context  # noqa: PLC0415 - TensorFlow has no public way to its seeds

    return context.context()


def _tensorflow() -> tuple[int | None, random.Random | None]:
    context = _context()
    seed = context._seed  # noqa: SLF001
    return (None, None) if seed is None else (int(seed), context._rng)  # noqa: SLF001


def _set_tensorflow(seed: int | None, state: str | None) -> None:
    context = _context()
    if seed is None or state is None:
        context._seed = None  # noqa: SLF001
        return
    if context._seed != seed:  # noqa: SLF001
        sys.modules["tensorflow"].random.set_seed(seed)
    context._rng.setstate(_generator_state(state))  # noqa: SLF001


def _keras() -> Any:
    return _global_state().get_global_attribute("global_seed_generator")


def _set_keras(state: tuple[int, ...] | None) -> None:
    if state is None:
        _global_state().set_global_attribute("global_seed_generator", None)
        return
    generator = _keras()
    if generator is None:
        generator = sys.modules["keras"].random.SeedGenerator(0)
        _global_state().set_global_attribute("global_seed_generator", generator)
    generator.state.assign(np.array(state, generator.state.dtype))


def _global_state() -> Any:
    from keras.src.backend.common import global_state  # noqa: PLC0415 - no public way to it either

    return global_state
