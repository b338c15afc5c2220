"""A synthetic stand-in for Fashion-MNIST, made from a seed where the real data cannot be had."""

from __future__ import annotations

import numpy as np

from grader.data._drawing import GARMENTS
from grader.data._sheet import Sheet
from grader.data.dataset import CLASS_NAMES, SIDE, Dataset, UInt8Array

HARD_SHARE = 0.08
"""The share of images that are half another garment: no model gets all of these right."""

# Whose drawings blend into a class's hard images: what is confused in the genuine data as well.
_CONFUSED_WITH = (6, 3, 4, 0, 2, 7, 0, 9, 6, 7)
# Drawings made at a time. Their intermediates (1.5 MB each) stay in the processor's cache.
_SHEET = 500


def synthetic(seed: int = 42, train: int = 60_000, test: int = 10_000) -> Dataset:
    """Return a data set of garment-like drawings: the same shapes, dtypes and labels as Fashion-MNIST.

    Args:
        seed: what everything is drawn from; equal seeds give equal bytes.
        train: number of training images, a multiple of 10.
        test: number of test images, a multiple of 10.

    Returns:
        `train_input`: uint8, (train, 28, 28). `train_target`: uint8, (train,). `test_input` and `test_target`
        likewise. Each class has exactly a tenth of each part, in shuffled order; `name` is "synthetic".

    Raises:
        ValueError: if `train` or `test` is not a positive multiple of 10.
    """
    train_seed, test_seed = np.random.SeedSequence(seed).spawn(2)
    train_input, train_target = _part(train_seed, train)
    test_input, test_target = _part(test_seed, test)
    return Dataset(train_input, train_target, test_input, test_target, name="synthetic")


def _part(seed: np.random.SeedSequence, n: int) -> tuple[UInt8Array, UInt8Array]:
    """Return `n` drawings and their labels: uint8, (n, 28, 28), and uint8, (n,)."""
    each, rest = divmod(n, len(CLASS_NAMES))
    if rest or each < 1:
        raise ValueError(f"{n} images cannot be shared out evenly over {len(CLASS_NAMES)} classes")
    rng = np.random.Generator(np.random.PCG64(seed))
    drawings = np.empty((len(CLASS_NAMES), each, SIDE, SIDE), np.uint8)
    for label, garment in enumerate(GARMENTS):
        for start in range(0, each, _SHEET):
            sheet = Sheet(rng, min(_SHEET, each - start))
            garment(sheet)
            drawings[label, start : start + sheet.n] = sheet.finish()
    images = _with_hard_ones(rng, drawings).reshape(n, SIDE, SIDE)
    labels = np.repeat(np.arange(len(CLASS_NAMES), dtype=np.uint8), each)
    # Sorting random numbers is a shuffle that does not hang on how a version of NumPy shuffles.
    order = np.argsort(rng.random(n), kind="stable")
    shuffled: UInt8Array = images[order]
    return shuffled, labels[order]


def _with_hard_ones(rng: np.random.Generator, drawings: UInt8Array) -> UInt8Array:
    """Return the drawings with the first few of each class blended with a similar class's: same shape."""
    blended: UInt8Array = drawings.copy()
    hard = round(drawings.shape[1] * HARD_SHARE)
    for label, other in enumerate(_CONFUSED_WITH):
        own = (rng.random(hard) * 0.4 + 0.35)[:, None, None]
        # The other class's last drawings: they are nobody's hard ones, so no image is seen twice.
        mixed = drawings[label, :hard] * own + drawings[other, drawings.shape[1] - hard :] * (1 - own)
        blended[label, :hard] = np.rint(mixed)
    return blended
