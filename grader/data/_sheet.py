"""A sheet of drawings in progress: many at a time, of trapezoids painted over one another.

Only the four operations, comparisons and rounding are used, no `sin`, `exp`, sum or matrix product: IEEE 754
fixes the result of each, so that the same seed gives the same bytes on every platform.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from grader.data.dataset import SIDE

if TYPE_CHECKING:
    from grader.data.dataset import UInt8Array

# Half the bytes of float64 is half the time, and as reproducible.
Floats = npt.NDArray[np.float32]
Value = float | Floats
PIXELS = np.arange(SIDE, dtype=np.float32) - (SIDE - 1) / 2


class Sheet:
    """`n` drawings in progress. Lengths are in pixels from the centre, x to the right and y downwards."""

    def __init__(self, rng: np.random.Generator, n: int) -> None:
        self.rng = rng
        self.n = n
        self.canvas: Floats = np.zeros((n, SIDE, SIDE), np.float32)
        shift_x, shift_y = self.bell(0, 1.1), self.bell(0, 0.9)
        self.y = ((PIXELS - shift_y[:, None]) / self.bell(1, 0.08)[:, None])[:, :, None]
        across = ((PIXELS - shift_x[:, None]) / self.bell(1, 0.09)[:, None])[:, None, :]
        self.x = across - self.bell(0, 0.04)[:, None, None] * self.y
        self.mirrored_x = np.abs(self.x)
        self.tone = self.between(70, 250)

    def between(self, low: float, high: float) -> Floats:
        """Return `n` numbers spread evenly over [low, high)."""
        return (self.rng.random(self.n) * (high - low) + low).astype(np.float32)

    def bell(self, mean: float, spread: float) -> Floats:
        """Return `n` numbers around `mean`, most within `spread` of it and all within three times that."""
        # Three uniform numbers have the variance 1/4: twice their distance from the mean has variance 1.
        total = self.rng.random(self.n) + self.rng.random(self.n) + self.rng.random(self.n)
        return ((total - 1.5) * (2 * spread) + mean).astype(np.float32)

    def maybe(self, share: float) -> Floats:
        """Return `n` numbers that are 1.0 with probability `share`, else 0.0."""
        return (self.rng.random(self.n) < share).astype(np.float32)

    def paint(
        self,
        rows: tuple[Value, Value],
        centres: tuple[Value, Value],
        halves: tuple[Value, Value],
        tone: Value = 1.0,
        *,
        mirrored: bool = False,
    ) -> None:
        """Paint one trapezoid per drawing.

        From its top to its bottom row, the centre and half the width change evenly. `tone` is relative to the
        garment's own; 0 cuts out. `mirrored` paints it on both sides of x = 0.
        """
        top, bottom = _column(rows[0]), _column(rows[1])
        way = np.clip((self.y - top) / np.maximum(bottom - top, 0.01), 0, 1)
        centre = _column(centres[0]) * (1 - way) + _column(centres[1]) * way
        half = _column(halves[0]) * (1 - way) + _column(halves[1]) * way
        in_rows = np.clip(self.y - top + 0.5, 0, 1) * np.clip(bottom - self.y + 0.5, 0, 1)
        covered = (self.mirrored_x if mirrored else self.x) - centre
        np.abs(covered, out=covered)
        np.subtract(half + 0.5, covered, out=covered)
        np.clip(covered, 0, 1, out=covered)
        covered *= in_rows
        self.canvas += covered * (_column(tone * self.tone) - self.canvas)

    def finish(self) -> UInt8Array:
        """Return the drawings with weave, shade and noise on the cloth: uint8, (n, 28, 28)."""
        striped = self.maybe(0.3)
        turns = (self.x * _column(self.between(-0.4, 0.4))) + self.y * _column(self.between(-0.4, 0.4))
        turns += _column(self.between(0, 1))
        wave = np.abs(turns - np.rint(turns)) * 4 - 1
        cloth = 1 + wave * _column(self.between(0.05, 0.4) * striped)
        cloth += self.x * _column(self.bell(0, 0.012)) + self.y * _column(self.bell(0, 0.012))
        # Raw bytes: what a generator makes of them otherwise may change between versions of NumPy.
        words = self.rng.bit_generator.random_raw(self.canvas.size // 8).astype("<u8", copy=False)
        grain = words.view(np.uint8).reshape(self.canvas.shape).astype(np.float32) / 127.5 - 1
        cloth += grain * _column(self.between(0.05, 0.3))
        drawings: UInt8Array = np.clip(np.rint(self.canvas * cloth), 0, 255).astype(np.uint8)
        return drawings


def _column(value: Value) -> Floats:
    """Return numbers per drawing, or one number for all, in a shape that spreads over the pixels."""
    # One dtype throughout: what float32 and a float64 scalar make together differs between NumPy 1 and 2.
    return np.asarray(value, np.float32).reshape(-1, 1, 1)
