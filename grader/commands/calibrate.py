"""`grader calibrate`: the reference's trainings over many seeds, and the bands that follow."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from multiprocessing import get_context, util
from pathlib import Path

from blake3 import blake3
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from grader.catalog import Exercise, exercises, find
from grader.checking.calibration import FILE, Calibration, DamagedCalibrationError, Place, Run, stale, written
from grader.commands import CANNOT_GRADE, PASSED, USAGE
from grader.commands.calibration_table import markdown_table, rows, terminal_table
from grader.commands.outcome import reporting
from grader.data import Profile, find_data
from grader.judging import Resources, Settings
from grader.judging.measuring import Measured, is_trained, measure
from grader.language import Language, Text
from grader.training.digests import file_digest
from grader.training.key.index import made_here

# Seeds to calibrate with, and others to see whether the bands hold, begin here.
FIRST_SEED, FIRST_FRESH_SEED = 1, 1001
_STOPPED = Text(
    en="Stopped. What has been measured is kept: the same command goes on from there.",
    ko="중단했습니다. 측정한 결과는 저장되어 있으며, 같은 명령을 다시 실행하면 이어서 측정합니다.",
)


@dataclass(frozen=True)
class CalibrateOptions:
    """What the command line was told; without `only`, every exercise that trains."""

    folder: Path
    profile: str
    seeds: int
    fresh: bool = False
    only: tuple[str, ...] = ()
    data: Path | None = None
    lanes: int = 1
    markdown: Path | None = None

    @property
    def chosen(self) -> tuple[Exercise, ...]:
        """The exercises whose trainings are judged by what they come to."""
        listed = tuple(find(name) for name in self.only) or exercises()
        return tuple(exercise for exercise in listed if is_trained(exercise))

    @property
    def numbers(self) -> range:
        """The seeds."""
        first = FIRST_FRESH_SEED if self.fresh else FIRST_SEED
        return range(first, first + self.seeds)


def run_calibrate(options: CalibrateOptions, console: Console) -> int:
    """Measure what has not been measured yet, print the bands, and return the exit status."""
    with reporting(Language.EN, interrupted=_STOPPED) as outcome:
        try:
            outcome.status = _calibrate(options, console)
        except DamagedCalibrationError as error:
            Console(stderr=True, style="red").print(
                f"{options.folder / FILE} is damaged: {error}", markup=False
            )
            outcome.status = CANNOT_GRADE
    return outcome.status


def _calibrate(options: CalibrateOptions, console: Console) -> int:
    if not options.chosen:
        console.print("None of these exercises is judged by what its training comes to.")
        return USAGE
    record = _RecordFile(options.folder)
    record.drop(stale(record.calibration.runs, references()))
    data = find_data(options.data).name
    settings = Settings(Profile(options.profile), data_folder=options.data)
    wanted = [
        (exercise.id, seed)
        for seed in options.numbers
        for exercise in options.chosen
        if not record.holds(exercise.id, data, options.profile, seed)
    ]
    with _shown(console, len(wanted)) as progress:
        for measured in _measured(settings, wanted, options.lanes):
            record.add(measured, options.profile, fresh=options.fresh)
            progress.advance(progress.task_ids[0])
            if not console.is_terminal:
                figure = measured.metrics.get("accuracy", float("nan"))
                console.print(
                    f"{measured.exercise} seed {measured.seed}: accuracy {figure:.4f}", highlight=False
                )
    calibration = Calibration.read(options.folder)
    found = rows(calibration, data, options.profile)
    console.print(terminal_table(found))
    if options.markdown is not None:
        command = f"grader calibrate --profile {options.profile} --markdown {options.markdown}"
        page = markdown_table(found, f"{data}, {options.profile}", command)
        options.markdown.write_text(page, encoding="utf-8")
    return PASSED


def references() -> dict[str, str]:
    """Return the digest of each exercise's reference."""
    return {exercise.id: file_digest(exercise.reference)[:16] for exercise in exercises()}


@dataclass
class _RecordFile:
    """The record in `folder`, written line by line: what has been measured survives whatever comes."""

    folder: Path
    calibration: Calibration = field(init=False)

    def __post_init__(self) -> None:
        self.calibration = Calibration.read(self.folder)
        self._places = {place.id for place in self.calibration.places}
        self._digests = references()

    def drop(self, exercises: set[str]) -> None:
        """Leave out the runs of `exercises`."""
        if not exercises:
            return
        kept = [run for run in self.calibration.runs if run.exercise not in exercises]
        lines = b"".join([*map(written, self.calibration.places), *map(written, kept)])
        fresh = self.folder / f".{FILE}"
        fresh.write_bytes(lines)
        fresh.replace(self.folder / FILE)
        self.calibration = Calibration.read(self.folder)

    def holds(self, exercise: str, data: str, profile: str, seed: int) -> bool:
        """Return whether that run is there already, made with the libraries that are here."""
        return (exercise, data, profile, seed) in self._made_here

    @cached_property
    def _made_here(self) -> set[tuple[str, str, str, int]]:
        libraries = made_here().libraries
        here = {place.id for place in self.calibration.places if place.libraries == libraries}
        runs = (run for run in self.calibration.runs if run.place in here)
        return {(run.exercise, run.data, run.profile, run.seed) for run in runs}

    def add(self, measured: Measured, profile: str, *, fresh: bool) -> None:
        """Write what was measured."""
        place = place_here(measured.device)
        run = Run(
            place.id,
            measured.data,
            profile,
            measured.exercise,
            self._digests[measured.exercise],
            measured.seed,
            {name: round(value, 6) for name, value in sorted(measured.metrics.items())},
            fresh,
        )
        with (self.folder / FILE).open("ab") as file:
            if place.id not in self._places:
                file.write(written(place))
                self._places.add(place.id)
            file.write(written(run))


def place_here(device: str, backend: str = "tensorflow") -> Place:
    """Return what stands for this machine and its libraries."""
    made = made_here()
    said = f"{backend} {device} {made.machine} {sorted(made.libraries.items())}"
    return Place(
        f"{device}-{blake3(said.encode()).hexdigest()[:8]}", made.libraries, backend, device, made.machine
    )


@contextmanager
def _shown(console: Console, total: int) -> Iterator[Progress]:
    columns = (
        TextColumn("Training"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        progress.add_task("trainings", total=total)
        yield progress


def _measured(settings: Settings, wanted: Sequence[tuple[str, int]], lanes: int) -> Iterator[Measured]:
    if not wanted:
        return
    # A cache of its own: trainings that nobody asks for again must not push out those that somebody does.
    with (
        tempfile.TemporaryDirectory(prefix="grader-") as cache,
        ProcessPoolExecutor(
            max_workers=min(lanes, len(wanted)),
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(settings, Path(cache)),
        ) as pool,
    ):
        futures = [pool.submit(_measure, exercise, seed) for exercise, seed in wanted]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_resources: list[Resources] = []


def _begin(settings: Settings, cache: Path) -> None:
    resources = Resources(replace(settings, cache_folder=cache))
    _resources.append(resources)
    util.Finalize(resources, resources.close, exitpriority=10)


def _measure(exercise: str, seed: int) -> Measured:
    return measure(_resources[0], exercise, seed)
