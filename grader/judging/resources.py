"""What judging needs and keeps: the data, the sandboxes, and the reference's answers."""

from __future__ import annotations

import platform
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from grader.catalog import Exercise, course_root, has_answers
from grader.checking.answer_key import AnswerKey, replayed
from grader.checking.bands import Distribution
from grader.checking.calibration import Calibration
from grader.checking.finding import GraderFaultError
from grader.checking.lesson import Lesson
from grader.checking.reference import Reference
from grader.checking.solution import Solution
from grader.checking.subject import SEED
from grader.data import DataSource, Profile, find_data, keras_home, load
from grader.evidence import keras_edition
from grader.judging.allowance import Allowance
from grader.judging.budget import TimeLimits
from grader.judging.lending import LendingFolder
from grader.report import Environment
from grader.sandbox import Isolation, Launcher, Limits, Room, Session, open_launcher
from grader.sandbox.environment import sandbox_environment
from grader.sandbox.messages import Outcome
from grader.sandbox.transcript import LiveSandboxes, Sandboxes
from grader.training.cache import Cache
from grader.training.key import key_of
from grader.training.key.index import made_here
from grader.training.process import TrainerProcess
from grader.training.trainer import RecipeTrainer
from grader.versions import version_of

# What the exercises of the chapter import. TensorFlow before scikit-learn costs the same and hides no order.
_LIBRARIES = {
    b"sklearn": ("sklearn.linear_model", "sklearn.model_selection", "sklearn.preprocessing"),
    b"matplotlib": ("matplotlib.pyplot", "matplotlib.backends.backend_agg"),
    b"keras": ("tensorflow", "keras"),
    b"tensorflow": ("tensorflow", "keras"),
}

# The reference is known to end: only a machine in trouble makes it slow, and that is no student's fault.
_REFERENCE_LIMITS = Limits(
    load_seconds=300.0, call_seconds=300.0, cpu_seconds=36_000, memory_bytes=12 * 2**30
)

_NOT_INSTALLED = "not installed"
_STUDENT, _REFERENCE = "student", "reference"


def _not_recorded() -> Session:
    raise GraderFaultError(
        "this copy of the course holds no reference, and the answer that a check needs was not recorded"
    )


@dataclass(frozen=True)
class Settings:
    """How to judge: on which data, how much of them, and how far from the judge.

    With `full_training` every training runs where it is asked for; else what has been trained before is found
    in the cache, the user's own unless `cache_folder` says another. With `public_only` hidden checks are left
    out.
    """

    profile: Profile = Profile.FULL
    isolation: Isolation = Isolation.PROCESS
    data_folder: Path | None = None
    download: bool = True
    full_training: bool = False
    cache_folder: Path | None = None
    public_only: bool = False


class Resources:
    """Opens each resource at its first use and keeps it until `close`; may serve many submissions."""

    def __init__(
        self,
        settings: Settings,
        limits: Limits | None = None,
        *,
        submissions: Path | None = None,
        answers: Callable[[Exercise], MutableMapping[str, Outcome]] = lambda _: {},
    ) -> None:
        """Prepare; nothing is opened yet.

        Args:
            settings: how to judge.
            limits: what a submission may use.
            submissions: the folder that submissions are copied to, all that a strongly isolated sandbox can
                see of the class; one of our own if it is not given.
            answers: gives, for an exercise, where its reference's answers are remembered.
        """
        self.settings = settings
        self.limits = limits or Limits()
        # Resolved: a sandbox is granted what a path means, whatever links lead there.
        self._folder = Path(tempfile.mkdtemp(prefix="grader-")).resolve()
        self.submissions = (submissions or self._folder / "submissions").resolve()
        self._lending = LendingFolder(self._folder / "lent")
        self._answers_for = answers
        self._launchers: dict[Isolation, Launcher] = {}
        self._references: dict[str, Reference] = {}
        self._wanted: set[str] = {"numpy"}

    @cached_property
    def source(self) -> DataSource:
        """Return where the data are.

        Raises:
            DataError: if they were said to be somewhere where they are not, or are damaged.
        """
        return find_data(self.settings.data_folder, download=self.settings.download)

    @cached_property
    def lesson(self) -> Lesson:
        """Return the data of the profile."""
        return Lesson(load(self.source, self.settings.profile), self.settings.profile)

    @cached_property
    def full_lesson(self) -> Lesson:
        """Return all of the data, whatever the profile."""
        if self.settings.profile is Profile.FULL:
            return self.lesson
        return Lesson(load(self.source, Profile.FULL), Profile.FULL)

    @cached_property
    def trainer(self) -> RecipeTrainer | None:
        """Return who trains what can be said as a recipe; nobody where every training is to be real."""
        if self.settings.full_training:
            return None
        return RecipeTrainer(*self.cache_and_process(), keys=[key_of(course_root())])

    def cache_and_process(self) -> tuple[Cache, TrainerProcess]:
        """Return what a trainer works with, to be closed by it: where it keeps results, and who trains."""
        # All that changes the bits, as the sandboxes have it.
        home = self._folder / "trainer"
        return Cache(self.settings.cache_folder), TrainerProcess(sandbox_environment(home, home))

    def expect(self, files: Iterable[Path]) -> None:
        """Note which libraries the exercises in `files` import, so that they are imported once for all."""
        for file in files:
            source = file.read_bytes() if file.is_file() else b""
            for name, modules in _LIBRARIES.items():
                if name in source:
                    self._wanted.update(modules)

    @cached_property
    def calibration(self) -> Calibration:
        """Return what the reference's trainings came to over seeds."""
        return Calibration.read(key_of(course_root()).folder)

    def distributions(self, exercise: Exercise, device: str) -> dict[str, Distribution]:
        """Return where the figures of the exercise's trainings lie on `device`, by their names."""
        return self.calibration.distributions(
            exercise.id,
            data=self.source.name,
            profile=self.settings.profile.value,
            device=device,
            libraries=made_here().libraries,
        )

    def sandboxes(self, root: Path) -> LiveSandboxes:
        """Return where sandboxes of a student come from, over a new workspace; they can read `root`."""
        seconds = TimeLimits.of(self.settings.profile).exercise_seconds
        allowance = None if self.trainer is None else Allowance(self.trainer, seconds)
        readable = (root.resolve(), self._lending.folder)
        room = Room(self.workspace(), readable, self.limits, allowance)

        def waited() -> float:
            return 0.0 if allowance is None else allowance.waited_seconds

        return LiveSandboxes(room.workspace, lambda: self.open_sandbox(room), waited)

    def student(  # noqa: PLR0913, PLR0917 - what is judged, and how it runs
        self,
        exercise: Exercise,
        file: Path,
        root: Path,
        sandboxes: Sandboxes | None = None,
        stubs: Iterable[str] = (),
        seed: int = SEED,
    ) -> Solution:
        """Return a student's solution of `exercise`; its sandbox is opened at its first use.

        Modules anywhere below `root` can be imported from there. Without `sandboxes` it runs in new ones.
        """
        sandboxes = sandboxes or self.sandboxes(root)
        return self._solution(exercise, file, root, sandboxes, self.limits, frozenset(stubs), seed)

    def forget_student(self) -> None:
        """End what is kept for the student whose submission has been judged."""
        for launcher in self._launchers.values():
            launcher.forget(_STUDENT)

    def reference(self, exercise: Exercise) -> Reference:
        """Return the reference solution of `exercise`; the same one each time."""
        if exercise.id not in self._references:
            room = Room(self.workspace(), (self._lending.folder,), _REFERENCE_LIMITS, self.trainer)
            recorded = self.answer_key is not None
            sandboxes = LiveSandboxes(
                room.workspace, _not_recorded if recorded else lambda: self.open_sandbox(room, _REFERENCE)
            )
            course = exercise.reference.parent.parent
            solution = self._solution(exercise, exercise.reference, course, sandboxes, _REFERENCE_LIMITS)
            self._references[exercise.id] = Reference(solution, self._reference_answers(exercise))
        return self._references[exercise.id]

    @cached_property
    def answer_key(self) -> AnswerKey | None:
        """Return what stands for the reference where the course does not hold it; `None` where it does."""
        return None if has_answers() else AnswerKey(key_of(course_root()).folder)

    def with_inputs(self, exercise: Exercise, check: str, test: Callable[..., Any]) -> Callable[..., Any]:
        """Return the `test` of a check with the inputs that it is to have: drawn ones, or recorded ones."""
        if self.answer_key is None:
            return test
        return replayed(test, self.answer_key.examples(exercise.id, check))

    def _reference_answers(self, exercise: Exercise) -> MutableMapping[str, Outcome]:
        if self.answer_key is not None:
            return self.answer_key.answers(exercise.id)
        return self._answers_for(exercise)

    def release_reference(self, exercise: Exercise) -> None:
        """End the reference's sandbox; what it has answered is kept."""
        reference = self._references.get(exercise.id)
        if reference is not None:
            reference.close()

    def environment(self, *, device: str, data: bool = True) -> Environment:
        """Return where judging happens, on which `device`; `data` says whether any were needed."""
        return Environment(
            python=platform.python_version(),
            tensorflow=version_of("tensorflow") or _NOT_INSTALLED,
            keras=keras_edition.version() or _NOT_INSTALLED,
            scikit_learn=version_of("scikit-learn") or _NOT_INSTALLED,
            device=device,
            isolation=self.settings.isolation.value,
            data=self.source.name if data else "none",
            profile=self.settings.profile.value,
            seed=SEED,
        )

    def close(self) -> None:
        """End every sandbox and remove every temporary file."""
        for reference in self._references.values():
            reference.close()
        for launcher in self._launchers.values():
            launcher.close()
        if "trainer" in vars(self) and self.trainer is not None:
            self.trainer.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def workspace(self) -> Path:
        """Return a new empty folder that goes with the resources."""
        self._scratch.mkdir(exist_ok=True)
        return Path(tempfile.mkdtemp(dir=self._scratch))

    def new_submission_folder(self) -> Path:
        """Return the path of a folder, not made yet, that goes with the resources and sandboxes can see."""
        self.submissions.mkdir(parents=True, exist_ok=True)
        return self.submissions / uuid.uuid4().hex

    @property
    def _scratch(self) -> Path:
        return self._folder / "rooms"

    def open_sandbox(self, room: Room | None = None, owner: str = _STUDENT) -> Session:
        """Return a sandbox of `owner` in `room`, or in a new one.

        Raises:
            OSError: if none can be started.
        """
        launcher = self._launcher(self.settings.isolation if owner == _STUDENT else self._reference_isolation)
        return launcher.open(room or Room(self.workspace(), limits=self.limits), owner)

    @property
    def _reference_isolation(self) -> Isolation:
        """The reference is our own code: it needs protection from nobody, and is kept from student code."""
        return Isolation.NONE if self.settings.isolation is Isolation.NONE else Isolation.PROCESS

    def _launcher(self, isolation: Isolation) -> Launcher:
        if isolation not in self._launchers:
            self.submissions.mkdir(parents=True, exist_ok=True)
            self._lending.folder.mkdir(parents=True, exist_ok=True)
            self._launchers[isolation] = open_launcher(
                isolation,
                keras_home=keras_home(self.source, self._folder / f"keras-{isolation.value}"),
                libraries=sorted(self._wanted, key=lambda name: (name != "tensorflow", name)),
                scratch=self._scratch,
                visible=[self.submissions, self._lending.folder],
            )
        return self._launchers[isolation]

    def _solution(  # noqa: PLR0913, PLR0917
        self,
        exercise: Exercise,
        file: Path,
        root: Path,
        sandboxes: Sandboxes,
        limits: Limits,
        stubs: frozenset[str] = frozenset(),
        seed: int = SEED,
    ) -> Solution:
        return Solution(
            file=file.resolve(),
            functions=tuple(function.name for function in exercise.functions),
            roots=(root.resolve(),),
            open_session=sandboxes.open,
            limits=limits,
            workspace=sandboxes.workspace,
            stubs=stubs,
            lending=self._lending,
            seed=seed,
        )
