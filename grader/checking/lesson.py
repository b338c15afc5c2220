"""The data that checks work on: a rehearsal in miniature, and the profile's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from grader.data import Dataset, Profile

Values = npt.NDArray[Any]

_REHEARSAL_TRAIN_ROWS = 240
_REHEARSAL_VALIDATION_ROWS = 120
_VALIDATION_SHARE = 0.2
# Looked up, in a tenth of the time that it takes to divide 47 million pixels.
_SCALED = (np.arange(256) / 255.0).astype(np.float32)


@dataclass(frozen=True, eq=False)
class Split:
    """Training and validation part: x float32 in 0..1, (n, 28, 28) or (n, 784); y int64, (n,), 0 to 9."""

    train_x: Values
    train_y: Values
    val_x: Values
    val_y: Values

    @property
    def train(self) -> tuple[Values, Values]:
        """Return the training part."""
        return self.train_x, self.train_y

    @property
    def all(self) -> tuple[Values, Values, Values, Values]:
        """Return the four arrays in the order in which the exercises take them."""
        return self.train_x, self.train_y, self.val_x, self.val_y

    @property
    def flat(self) -> Split:
        """Return the same with every image as one row of 784."""
        return Split(
            self.train_x.reshape(len(self.train_x), -1),
            self.train_y,
            self.val_x.reshape(len(self.val_x), -1),
            self.val_y,
        )


def rehearsal(seed: int = 5) -> Split:
    """Return a training of a second: 240 images to train on and 120 to validate on, shape (28, 28).

    Every way to choose a wrong epoch shows. Many validation labels are drawn at random, so that the
    validation loss has its minimum after a few epochs and rises with the network's confidence; classes come
    in pairs that look much alike and are told apart late, so that the validation accuracy has its maximum
    long after; and the training loss falls to the end. (Over twelve trainings in Keras, RMSprop and Adam
    without dropout and Adam with it, the epoch with the best validation accuracy or the lowest training loss
    had a validation loss at least 0.38 above the minimum.)
    """
    generator = np.random.default_rng(seed)
    patterns = generator.random((10, 7, 7))
    patterns[1::2] = 0.6 * patterns[::2] + 0.4 * patterns[1::2]
    patterns = patterns.repeat(4, axis=1).repeat(4, axis=2)

    def part(rows: int, share_at_random: float) -> tuple[Values, Values]:
        labels = np.arange(rows) % 10
        noise = generator.random((rows, 28, 28))
        images = np.clip(0.5 * patterns[labels] + 0.5 * noise, 0, 1).astype(np.float32)
        images[:, 0, 0], images[:, 0, 1] = 1.0, 0.0  # the full range in every image
        shuffled = np.where(generator.random(rows) < share_at_random, generator.integers(0, 10, rows), labels)
        order = generator.permutation(rows)
        return images[order], shuffled[order].astype(np.int64)

    return Split(*part(_REHEARSAL_TRAIN_ROWS, 0.1), *part(_REHEARSAL_VALIDATION_ROWS, 0.6))


class Lesson:
    """The profile's data as the exercises take them, and how long and how exact a training on them is.

    `training_seconds` bounds one training; `uncalibrated_band` is how far from the reference's a judged
    accuracy may lie on data that no calibration knows.
    """

    def __init__(self, dataset: Dataset, profile: Profile) -> None:
        self.dataset = dataset
        self.profile = profile
        self.training_seconds = 900.0 if profile is Profile.FULL else 180.0
        self.uncalibrated_band = 0.03 if profile is Profile.FULL else 0.08

    @cached_property
    def images(self) -> Split:
        """Return the training images, scaled, a fifth of them (always the same) held out for validation."""
        order = np.random.default_rng(42).permutation(len(self.dataset.train_target))
        held_out = int(len(order) * _VALIDATION_SHARE)
        validation, training = order[:held_out], order[held_out:]
        return Split(
            scaled(self.dataset.train_input[training]),
            self.dataset.train_target[training].astype(np.int64),
            scaled(self.dataset.train_input[validation]),
            self.dataset.train_target[validation].astype(np.int64),
        )

    def sample(self, rows: int, seed: int = 0) -> tuple[Values, Values]:
        """Return `rows` images of the training part, (rows, 784) float64 in 0..1, and their labels, int64."""
        chosen = np.random.default_rng(seed).permutation(len(self.dataset.train_target))[:rows]
        x = self.dataset.train_input[chosen].reshape(rows, -1) / 255.0
        return x, self.dataset.train_target[chosen].astype(np.int64)


def scaled(images: Values) -> Values:
    """Return uint8 images divided by 255, float32, in the same shape."""
    return _SCALED[images]
