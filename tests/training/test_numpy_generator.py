"""NumPy's global generator, told and set: what a state looks like enters digests, and stays as it is."""

import json

import numpy as np
import pytest

from grader.training.estimator.randomness import global_state, set_global_state
from grader.training.numpy_generator import numpy_state


def test_a_state_is_what_numpy_itself_tells() -> None:
    np.random.seed(3)  # noqa: NPY002
    np.random.normal()  # noqa: NPY002 - of two that are drawn, one is kept
    kind, keys, *others = np.random.get_state(legacy=True)  # noqa: NPY002
    assert json.dumps(numpy_state()) == json.dumps([kind, np.asarray(keys).tolist(), *others])
    assert json.loads(global_state()) == numpy_state()[1:]


def test_set_to_a_state_it_draws_what_it_drew() -> None:
    state = global_state()
    drawn = np.random.normal(size=3)  # noqa: NPY002
    set_global_state(state)
    assert np.random.normal(size=3).tobytes() == drawn.tobytes()  # noqa: NPY002


@pytest.mark.parametrize("text", ["5", "[]", "[1,2,3,4]", "null", "nothing"])
def test_what_is_no_state_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        set_global_state(text)
