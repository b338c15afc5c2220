"""`grader release`: a repository for students, with a wheel of the grader of their own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.filesize import decimal

from grader.catalog import course_root, exercises
from grader.checking.answer_key import FILE as EVIDENCE
from grader.checking.answer_key import Recording
from grader.checking.calibration import FILE as CALIBRATION
from grader.checking.calibration import PUBLISHED
from grader.commands import CANNOT_GRADE
from grader.commands.cache_folder import usable
from grader.commands.key import say
from grader.commands.outcome import reporting
from grader.commands.survey import Asked, kept, survey
from grader.data import DataSource, Profile, find_data
from grader.data.locate import stand_in
from grader.judging import Settings
from grader.judging.collecting import points_of
from grader.language import Language
from grader.release.leaks import leaks, secrets
from grader.release.repository import public_points, repository
from grader.release.students_wheel import WheelError, build_wheel, check_builder, lay_out, version_of
from grader.release.tree import TreeError, Written, check_folder, write_tree
from grader.report.safe_text import for_terminal
from grader.training.key import key_of, write_key
from grader.training.key.index import KeptExercise, made_here
from grader.training.recipes import Result


class ReleaseError(Exception):
    """Nothing is released; the message says why."""


@dataclass(frozen=True)
class ReleaseOptions:
    """What the command line was told. With the profile `small` students work on few images, and only so."""

    folder: Path
    profile: str
    data: Path | None
    cache: Path | None

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The profiles that students can work with."""
        return (Profile.SMALL,) if self.profile == Profile.SMALL.value else (Profile.SMALL, Profile.FULL)


def run_release(options: ReleaseOptions, console: Console) -> int:
    """Write the repository; return the exit status."""
    with reporting(Language.EN) as outcome:
        try:
            _Release(options, console).run()
        except (ReleaseError, TreeError, WheelError) as error:
            say(Console(stderr=True, style="red"), str(error))
            outcome.status = CANNOT_GRADE
    return outcome.status


class _Release:
    def __init__(self, options: ReleaseOptions, console: Console) -> None:
        self._options, self._console = options, console
        self._recording = Recording()
        self._kept: dict[str, dict[str, KeptExercise]] = {}
        self._results: dict[str, Result] = {}

    def run(self) -> None:
        # Before the minutes that the rest takes.
        check_builder()
        check_folder(self._options.folder)
        with tempfile.TemporaryDirectory(prefix="grader-release-") as name:
            folder = Path(name)
            self._write_key(lay_out(folder / "wheel"))
            wheel = build_wheel(folder / "wheel", folder)
            files = repository(wheel, self._options.profiles[-1])
            _refuse_leaks(files)
            done = write_tree(self._options.folder, files, version_of(wheel))
        self._tell(done, files)

    def _write_key(self, folder: Path) -> None:
        """Write what stands for the reference in the students' wheel: its answers to public checks alone."""
        self._say("The reference answers the public checks:")
        genuine, drawn = find_data(self._options.data), stand_in()
        device = ""
        for profile in self._options.profiles:
            # Results weigh half a megabyte each: only of what most students do.
            device = self._record(genuine, profile, keep=profile is self._options.profiles[-1])
            if drawn.name != genuine.name:  # what students have who can get no data
                self._record(drawn, profile, keep=False)
        with (folder / EVIDENCE).open("wb") as file:
            self._recording.write(file)
        write_key(folder, made_here(data=genuine.name, device=device), self._kept, self._results)
        for one in (CALIBRATION, PUBLISHED):
            shutil.copyfile(key_of(course_root()).folder / one, folder / one)

    def _record(self, source: DataSource, profile: Profile, *, keep: bool) -> str:
        """Judge the reference on these data; return the device. What it trains is kept if that is said."""
        cache = usable(self._options.cache)
        settings = Settings(profile, data_folder=source.folder, cache_folder=cache, public_only=True)
        device, trained = "", 0
        for asked in survey(exercises(), settings, [key_of(course_root())], self._recording):
            if not asked.passed:
                raise ReleaseError(f"The reference of {asked.exercise.id} does not pass its checks.")
            device, trained = asked.device or device, trained + len(asked.trainings)
            if keep:
                self._keep(asked, profile)
        self._say(f"    {source.name}, {profile.value}: {trained} trainings")
        return device

    def _keep(self, asked: Asked, profile: Profile) -> None:
        self._results |= {digest: trained.result for digest, trained in asked.trainings.items()}
        self._kept.setdefault(profile.value, {})[asked.exercise.id] = kept(asked, self._results)

    def _tell(self, done: Written, files: Mapping[str, bytes]) -> None:
        public = public_points()
        hidden = sum(map(points_of, exercises())) - public
        size = decimal(sum(map(len, files.values())))
        self._say(
            f"{self._options.folder}: {len(done.written)} files written, {len(done.removed)} removed; {size}"
            f" in all. {public:g} points are public; {hidden:g} are hidden, for `grader batch` to give."
        )
        for name in done.kept:
            self._say(f"left as it is, for it was changed since: {for_terminal(name)}")

    def _say(self, words: str) -> None:
        say(self._console, words)


def _refuse_leaks(files: Mapping[str, bytes]) -> None:
    found = leaks(files, secrets())
    if found:
        places = "; ".join(f"{leak.file} tells {leak.secret.where}" for leak in found[:5])
        raise ReleaseError(f"Nothing is released, for it would tell answers: {places}")
