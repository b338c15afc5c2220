"""The recipes of scikit-learn's trainings, and what comes of them.

Two types, for fitting and validating share nothing of their results: a fit leaves an estimator behind, a
cross-validation scores. How much is printed, the number of jobs and the names of a pipeline's steps are no
part of them.
"""

from __future__ import annotations

import msgspec

from grader.evidence.vocabulary import Array, Scalar
from grader.training.digests import DataDigest, digest_of


class Platform(msgspec.Struct, frozen=True):
    """What else changes the bits: the libraries' versions.

    `threads` are those of linear algebra and of OpenMP, `None` where their number changes nothing.
    """

    scikit_learn: str
    numpy: str
    scipy: str
    threads: tuple[int, int] | None = None


class FittingRecipe(msgspec.Struct, frozen=True, kw_only=True, tag="estimator"):
    """Everything that determines a call of an estimator's `fit`.

    `estimator` is canonical JSON of its class and settings; `random` the state of NumPy's global generator,
    `None` where nothing is drawn from it.
    """

    estimator: str
    x: DataDigest
    y: DataDigest
    weights: DataDigest | None
    random: str | None
    platform: Platform

    @property
    def data(self) -> tuple[DataDigest, ...]:
        """The arrays that the training is fed."""
        return tuple(one for one in (self.x, self.y, self.weights) if one is not None)

    @property
    def digest(self) -> str:
        """The digest of all of it, 64 hexadecimal digits."""
        return digest_of(self)


class ValidationRecipe(msgspec.Struct, frozen=True, kw_only=True, tag="estimator_validation"):
    """Everything that determines a cross-validation.

    `estimator` and `folds` are canonical JSON; `scoring` the names of scores, `None` the estimator's own, and
    a single name where the scores are not told apart by theirs. `random` is as of a fit.
    """

    estimator: str
    x: DataDigest
    y: DataDigest
    folds: str
    scoring: str | tuple[str, ...] | None
    train_scores: bool
    random: str | None
    platform: Platform

    @property
    def data(self) -> tuple[DataDigest, ...]:
        """The arrays that the trainings are fed."""
        return (self.x, self.y)

    @property
    def digest(self) -> str:
        """The digest of all of it, 64 hexadecimal digits."""
        return digest_of(self)


class Caution(msgspec.Struct, frozen=True):
    """A warning: the name of its category, its text, and the module and line that it came from."""

    category: str
    text: str
    module: str
    line: int


class View(msgspec.Struct, frozen=True, tag="view"):
    """An array attribute: what the buffer of that number holds, in this shape."""

    buffer: int
    shape: tuple[int, ...]


class Loss(msgspec.Struct, frozen=True, tag="loss"):
    """The loss as an object, which an estimator makes of its settings."""


class FittedEstimator(msgspec.Struct, frozen=True, kw_only=True, tag="estimator"):
    """What a fit has left behind.

    `attributes` are those that it set, in their order; two may be views of one buffer. `random` is the state
    of NumPy's global generator, if the fit drew from it.
    """

    attributes: dict[str, Scalar | View | Loss]
    buffers: tuple[Array, ...]
    cautions: tuple[Caution, ...]
    random: str | None
    seconds: float


class ValidatedEstimator(msgspec.Struct, frozen=True, kw_only=True, tag="estimator_validation"):
    """What a cross-validation has found.

    `scores` holds float64 arrays of a value per fold: scores, and seconds as `fit_time` and `score_time`.
    `cautions` came up with the split, `fold_cautions` in each fold.
    """

    scores: dict[str, Array]
    cautions: tuple[Caution, ...]
    fold_cautions: tuple[tuple[Caution, ...], ...]
    random: str | None
    seconds: float


EstimatorRecipe = FittingRecipe | ValidationRecipe
EstimatorResult = FittedEstimator | ValidatedEstimator
