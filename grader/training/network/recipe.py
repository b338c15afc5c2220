"""The recipe of a training: all that determines its result, and nothing else, with one digest.

What cannot be said here makes no recipe: such a training runs where it was asked for. Names of layers, models
and files, and how much is printed, are no part of it.
"""

from __future__ import annotations

import msgspec

from grader.evidence.data_summary import DataSummary
from grader.evidence.vocabulary import Array
from grader.training.digests import DataDigest, digest_of


class Samples(msgspec.Struct, frozen=True):
    """Inputs and targets, and what each row counts where that is said."""

    x: DataDigest
    y: DataDigest
    weights: DataDigest | None = None

    @property
    def arrays(self) -> tuple[DataDigest, ...]:
        """The arrays that are there."""
        return tuple(one for one in (self.x, self.y, self.weights) if one is not None)


class RandomState(msgspec.Struct, frozen=True):
    """The generators that a training may draw from, as they stand.

    `python` and `numpy` are JSON of their own states; `tensorflow` is that of the generator of operations'
    seeds, which `tensorflow_seed` was given to; `keras` is the state of the global generator of seeds.
    """

    python: str
    numpy: str
    tensorflow_seed: int | None
    tensorflow: str | None
    keras: tuple[int, ...] | None


class Platform(msgspec.Struct, frozen=True):
    """What else changes the bits: versions, the device, and the switches of the numerical libraries."""

    tensorflow: str
    keras: str
    numpy: str
    device: str
    onednn: str
    deterministic: bool


class NetworkRecipe(msgspec.Struct, frozen=True, kw_only=True, tag="network"):
    """Everything that determines a call of `Model.fit`.

    `input`, `layers`, `compilation` and `callbacks` are canonical JSON of Keras's own configurations, without
    names. `variables` are those of the layers in their order, the states of seed generators among them;
    `optimizer` its variables, `None` before its first step. Batch sizes and epochs are as `fit` takes them.
    """

    input: str
    layers: tuple[str, ...]
    variables: tuple[Array, ...]
    compilation: str
    optimizer: tuple[Array, ...] | None
    training: Samples
    validation: Samples | None
    batch_size: int
    validation_batch_size: int
    epochs: int
    initial_epoch: int
    validation_frequency: int
    shuffle: bool
    class_weights: str | None
    callbacks: tuple[str, ...]
    random: RandomState
    platform: Platform

    @property
    def data(self) -> tuple[DataDigest, ...]:
        """The arrays that the training is fed."""
        return (*self.training.arrays, *(self.validation.arrays if self.validation is not None else ()))

    @property
    def digest(self) -> str:
        """The digest of all of it, 64 hexadecimal digits."""
        return digest_of(self)


class SavedModel(msgspec.Struct, frozen=True):
    """What a checkpoint, callback number `callback`, saved last: the variables of layers and optimizer."""

    callback: int
    variables: tuple[Array, ...]
    optimizer: tuple[Array, ...]


class TrainedNetwork(msgspec.Struct, frozen=True, kw_only=True, tag="network"):
    """What came of a training, all that a process would find changed that had run it itself.

    `history` holds a float64 value per epoch; `metrics` are the variables of the metrics, `callbacks` JSON of
    each callback's state; `saved` holds what checkpoints wrote, the last of each file. `data` and
    `validation` sum up what was fed, `None` where that is not rows with labels.
    """

    variables: tuple[Array, ...]
    optimizer: tuple[Array, ...]
    metrics: tuple[Array, ...]
    history: dict[str, Array]
    epochs: tuple[int, ...]
    callbacks: tuple[str, ...]
    best_weights: dict[str, tuple[Array, ...]]
    saved: tuple[SavedModel, ...]
    stopped: bool
    random: RandomState
    seconds: float
    data: DataSummary | None
    validation: DataSummary | None
