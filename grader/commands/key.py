"""`grader key build`: the answer key, made of what the reference asks for when it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.filesize import decimal

from grader.catalog import Exercise, exercises, find
from grader.commands import CANNOT_GRADE
from grader.commands.cache_folder import usable
from grader.commands.outcome import reporting
from grader.commands.survey import Asked, kept, survey
from grader.data import Profile
from grader.judging import Settings
from grader.language import Language
from grader.training.key import ARCHIVE, Key, write_key
from grader.training.key.archive import DamagedError
from grader.training.key.bits import same_bits
from grader.training.key.index import Index, KeptExercise, MadeWith, made_here
from grader.training.recipes import Result


class KeyRefusedError(Exception):
    """No key can be written; the message says why. The one that was there is as it was."""


@dataclass(frozen=True)
class KeyOptions:
    """What the command line was told; without `only`, every exercise."""

    profile: str
    only: tuple[str, ...] = ()
    data: Path | None = None
    cache: Path | None = None

    @property
    def chosen(self) -> tuple[Exercise, ...]:
        """The exercises, in the order of their ids."""
        return tuple(sorted({find(name) for name in self.only}, key=lambda one: one.id)) or exercises()

    @property
    def settings(self) -> Settings:
        """How the reference is judged."""
        return Settings(Profile(self.profile), data_folder=self.data, cache_folder=usable(self.cache))


def run_build(options: KeyOptions, key: Key, console: Console) -> int:
    """Write what the reference asks for in the place of `key`; return the exit status.

    A build of some exercises leaves the others, and the other profile, as they are.
    """
    with reporting(Language.EN) as outcome:
        try:
            _Build(options, key, console).run()
        except KeyRefusedError as error:
            say(Console(stderr=True, style="red"), str(error))
            outcome.status = CANNOT_GRADE
    return outcome.status


def say(console: Console, words: str) -> None:
    """Print a line as it is."""
    console.print(words, markup=False, highlight=False, soft_wrap=True)


class _Build:
    def __init__(self, options: KeyOptions, key: Key, console: Console) -> None:
        self._options, self._key, self._console = options, key, console
        self._exercises: dict[str, KeptExercise] = {}
        self._results: dict[str, Result] = {}

    def run(self) -> None:
        made = made_here()
        for asked in survey(self._options.chosen, self._options.settings):
            self._take(asked)
            made = made_here(data=asked.data, device=asked.device)
        profiles = self._others(made)
        profiles[self._options.profile] = profiles.get(self._options.profile, {}) | self._exercises
        index = write_key(self._key.folder, made, profiles, self._results)
        size = decimal((self._key.folder / ARCHIVE).stat().st_size)
        say(self._console, f"{self._key.folder}: {len(index.digests)} trainings, {size}")

    def _take(self, asked: Asked) -> None:
        """Note what an exercise has asked for."""
        if not asked.passed:
            raise KeyRefusedError(f"The reference of {asked.exercise.id} does not pass its checks: no key.")
        say(self._console, f"{asked.exercise.id}: {len(asked.trainings)} trainings")
        for why in asked.without_recipe:
            say(self._console, f"    one has no recipe, and runs with every submission: {why}")
        for digest, trained in asked.trainings.items():
            before = self._key.get(digest)
            # Times differ from build to build: where the bits do not, the file stays as it was.
            unchanged = before is not None and same_bits(before, trained.result)
            self._results[digest] = before if before is not None and unchanged else trained.result
        self._exercises[asked.exercise.id] = kept(asked, self._results)

    def _others(self, made: MadeWith) -> dict[str, dict[str, KeptExercise]]:
        """Return what stays in the key, and take its results along."""
        index = self._earlier(made)
        if index is None:
            return {}
        for digest in index.digests - self._results.keys():
            if (result := self._key.get(digest)) is not None:
                self._results[digest] = result
        return {
            name: dict(kept)
            for name, kept in index.profiles.items()
            if self._options.only or name != self._options.profile
        }

    def _earlier(self, made: MadeWith) -> Index | None:
        """Return the index of the key that is there, if the new one can go on from it."""
        try:
            self._key.check()
            index = self._key.index()
        except DamagedError as error:
            if self._options.only:
                raise KeyRefusedError(f"The key is damaged ({error}): build all of it.") from error
            return None
        if index is None or index.made_with == made:
            return index
        if self._options.only:
            raise KeyRefusedError("The key was made with other versions, data or devices: build all of it.")
        return None
