"""What the answer key says of itself, for people: a change of it shows in a diff."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np

from grader.evidence import keras_edition
from grader.training.estimator.recipe import ValidatedEstimator
from grader.training.key.archive import DamagedError
from grader.training.key.bits import SECONDS
from grader.training.network.recipe import TrainedNetwork
from grader.training.recipes import Result
from grader.versions import version_of

FORMAT = 1
# Those whose versions recipes name.
_LIBRARIES = ("tensorflow", "keras", "numpy", "scipy", "scikit-learn")


class MadeWith(msgspec.Struct, frozen=True):
    """What a key was made with: elsewhere no recipe is found in it.

    `machine`, as in "Linux x86_64", is no part of a recipe; another one computes other last bits.
    """

    libraries: dict[str, str]
    data: str
    device: str
    machine: str

    def differences(self, here: MadeWith) -> tuple[str, ...]:
        """Return what is otherwise `here`, in phrases; what is not known is the same."""
        said = {**self.libraries, "data": self.data, "device": self.device}
        found = {**here.libraries, "data": here.data, "device": here.device}
        return tuple(
            f"{name} {said.get(name) or 'none'} (here {found[name]})"
            for name in found
            if found[name] and found[name] != said.get(name)
        )


class KeptTraining(msgspec.Struct, frozen=True):
    """A training: of what, its epochs, and its last figures; the mean ones of a cross-validation.

    A figure that is no finite number stands as `None`.
    """

    kind: str
    epochs: int
    metrics: dict[str, float | None]


class KeptExercise(msgspec.Struct, frozen=True):
    """The digest of the reference's file, and its trainings by the digests of their recipes."""

    reference: str
    trainings: dict[str, KeptTraining]


class Index(msgspec.Struct, frozen=True):
    """All of a key: exercises by id for each profile; `archive` is the digest of the file of results."""

    made_with: MadeWith
    archive: str
    profiles: dict[str, dict[str, KeptExercise]]
    format: int = FORMAT

    @property
    def digests(self) -> frozenset[str]:
        """The recipes whose results the key holds."""
        return frozenset(
            digest
            for exercises in self.profiles.values()
            for exercise in exercises.values()
            for digest in exercise.trainings
        )

    @staticmethod
    def read(content: bytes) -> Index:
        """Return the index that `content` says.

        Raises:
            DamagedError: if it is none of this format.
        """
        try:
            index = msgspec.json.decode(content, type=Index)
        except msgspec.MsgspecError as error:
            raise DamagedError(str(error)) from error
        if index.format != FORMAT:
            raise DamagedError(f"its format is {index.format}, not {FORMAT}")
        return index

    def written(self) -> bytes:
        """Return the file's content: indented and sorted, the same for the same index."""
        return msgspec.json.format(msgspec.json.encode(self, order="sorted"), indent=2) + b"\n"


def made_here(*, data: str = "", device: str = "") -> MadeWith:
    """Return what a key would be made with on this machine; what is not known may be left out."""
    libraries = {name: version_of(name) or "" for name in _LIBRARIES}
    libraries["keras"] = keras_edition.version() or ""
    return MadeWith(libraries, data, device, f"{platform.system()} {platform.machine()}")


def summary_of(result: Result) -> KeptTraining:
    """Return what the index says of a training."""
    kind = str(type(result).__struct_config__.tag)
    if isinstance(result, TrainedNetwork):
        last = {name: values.value[-1:] for name, values in result.history.items()}
        return KeptTraining(kind, len(result.epochs), _figures(last))
    if isinstance(result, ValidatedEstimator):
        scores = {name: values.value for name, values in result.scores.items() if name not in SECONDS}
        return KeptTraining(kind, 0, _figures(scores))
    return KeptTraining(kind, 0, {})


def _figures(values: Mapping[str, np.ndarray[Any, Any]]) -> dict[str, float | None]:
    figures = {name: float(np.mean(some)) for name, some in values.items() if some.size}
    return {name: round(figure, 6) if np.isfinite(figure) else None for name, figure in figures.items()}
