"""What the reference's trainings came to over seeds: a record that bands follow from, one line for each run.

`reference/key/calibration.jsonl` is written by `grader calibrate`; `published.json` beside it holds what
others reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from grader.checking.bands import Distribution

FILE, PUBLISHED = "calibration.jsonl", "published.json"


class Place(msgspec.Struct, frozen=True, tag="place"):
    """Where runs were made: library versions, Keras's backend, `cpu` or `gpu`, and system and processor."""

    id: str
    libraries: dict[str, str]
    backend: str
    device: str
    machine: str


class Run(msgspec.Struct, frozen=True, tag="run", omit_defaults=True):
    """What one training of the reference, begun at `seed`, came to.

    `reference` is the digest of its file. A run with a `fresh` seed is not calibrated with: it is there to
    see whether the band holds.
    """

    place: str
    data: str
    profile: str
    exercise: str
    reference: str
    seed: int
    metrics: dict[str, float]
    fresh: bool = False


class Published(msgspec.Struct, frozen=True):
    """A result on all of Fashion-MNIST that somebody published, or that was measured elsewhere."""

    exercise: str
    metric: str
    value: float
    device: str
    source: str


class DamagedCalibrationError(Exception):
    """The record is there and cannot be read; the message says where and why."""


@dataclass(frozen=True)
class Calibration:
    """Every run there is a record of, and what was published."""

    places: tuple[Place, ...] = ()
    runs: tuple[Run, ...] = ()
    published: tuple[Published, ...] = ()

    @staticmethod
    def read(folder: Path) -> Calibration:
        """Return what `folder` holds; nothing where there is no record.

        Raises:
            DamagedCalibrationError: if it cannot be read.
        """
        lines = _lines(_content(folder / FILE))
        return Calibration(
            tuple(line for line in lines if isinstance(line, Place)),
            tuple(line for line in lines if isinstance(line, Run)),
            _published(_content(folder / PUBLISHED) or b"[]"),
        )

    def distributions(
        self, exercise: str, *, data: str, profile: str, device: str, libraries: Mapping[str, str]
    ) -> dict[str, Distribution]:
        """Return the distribution of each metric of `exercise`, as they are on `device`.

        Of several places that with the most of `libraries` counts, and the last of equals. Where no GPU has
        been calibrated, a GPU's bands are the CPU's, widened by what was published of GPUs.
        """
        runs = self._at(exercise, data, profile, device, libraries)
        if not runs and device != "cpu":
            runs = self._at(exercise, data, profile, "cpu", libraries)
        names = {name for run in runs for name in run.metrics}
        published = self.published if (data, profile) == ("fashion-mnist", "full") else ()
        return {
            name: Distribution(
                tuple(run.metrics[name] for run in runs if name in run.metrics),
                tuple(
                    one.value
                    for one in published
                    if (one.exercise, one.metric) == (exercise, name) and one.device in {"cpu", device}
                ),
            )
            for name in sorted(names)
        }

    def _at(
        self, exercise: str, data: str, profile: str, device: str, libraries: Mapping[str, str]
    ) -> list[Run]:
        runs = self._calibrating.get((exercise, data, profile), ())
        ids = {run.place for run in runs}
        places = [place for place in self.places if place.id in ids and place.device == device]
        # Of equals `max` returns the first.
        best = max(reversed(places), key=lambda place: _alike(place.libraries, libraries), default=None)
        return [run for run in runs if best is not None and run.place == best.id]

    @cached_property
    def _calibrating(self) -> dict[tuple[str, str, str], list[Run]]:
        found: dict[tuple[str, str, str], list[Run]] = {}
        for run in self.runs:
            if not run.fresh:
                found.setdefault((run.exercise, run.data, run.profile), []).append(run)
        return found


def written(line: Place | Run) -> bytes:
    """Return the line of the record that says `line`, with its end."""
    return msgspec.json.encode(line) + b"\n"


def _lines(content: bytes) -> list[Place | Run]:
    try:
        return msgspec.json.Decoder(Place | Run).decode_lines(content)
    except msgspec.MsgspecError as error:
        raise DamagedCalibrationError(f"{FILE}: {error}") from error


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _published(content: bytes) -> tuple[Published, ...]:
    try:
        return msgspec.json.decode(content, type=tuple[Published, ...])
    except msgspec.MsgspecError as error:
        raise DamagedCalibrationError(f"{PUBLISHED}: {error}") from error


def _alike(said: Mapping[str, str], here: Mapping[str, str]) -> int:
    return sum(said.get(name) == version for name, version in here.items())


def stale(runs: Iterable[Run], references: Mapping[str, str]) -> set[str]:
    """Return the exercises whose runs are of another reference than the one with that digest."""
    return {run.exercise for run in runs if references.get(run.exercise) != run.reference}
