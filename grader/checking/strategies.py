"""What hypothesis draws for the checks of pure functions."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import Phase, settings
from hypothesis import strategies as st

Values = npt.NDArray[Any]

EXAMPLES = 20

# The same examples in every run: a verdict must not depend on when, or beside what, it was reached. Nothing
# is shrunk or explained, which takes hundreds of calls: a first counterexample with few images is as good as
# the smallest. No deadline: a sandbox may be slow.
settings.register_profile(
    "grader-checks",
    max_examples=EXAMPLES,
    phases=(Phase.explicit, Phase.generate),
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=False,
)
drawn = settings(settings.get_profile("grader-checks"), report_multiple_bugs=False)
# For calls of a model, which cost a tenth of a second each.
drawn_few = settings(drawn, max_examples=6)


def images(minimum: int = 0, maximum: int = 6) -> st.SearchStrategy[Values]:
    """Return batches of `minimum` to `maximum` images, uint8, (n, 28, 28).

    Every pixel is drawn, 0 and 255 among them.
    """

    def batch(size_and_seed: tuple[int, int]) -> Values:
        size, seed = size_and_seed
        values = np.random.default_rng(seed).integers(0, 256, (size, 28, 28), dtype=np.uint8)
        values[:, 0, :2] = (0, 255)
        return values

    return st.tuples(st.integers(minimum, maximum), st.integers(0, 2**32 - 1)).map(batch)


def labels(minimum: int = 0, maximum: int = 60, low: int = 0, high: int = 9) -> st.SearchStrategy[Values]:
    """Return label arrays, int64, (n,), with values from `low` to `high`."""
    return st.lists(st.integers(low, high), min_size=minimum, max_size=maximum).map(
        lambda values: np.array(values, dtype=np.int64)
    )


def matrices(rows: tuple[int, int], columns: tuple[int, int]) -> st.SearchStrategy[Values]:
    """Return float64 matrices of 0..1 with so many rows and columns, each (fewest, most)."""

    def matrix(drawn_values: tuple[int, int, int]) -> Values:
        height, width, seed = drawn_values
        return np.random.default_rng(seed).random((height, width))

    return st.tuples(st.integers(*rows), st.integers(*columns), st.integers(0, 2**32 - 1)).map(matrix)
