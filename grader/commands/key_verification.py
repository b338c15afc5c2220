"""`grader key verify`: the answer key, held against what the reference asks for."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from grader.catalog import exercises
from grader.commands import CANNOT_GRADE, NOT_PASSED, PASSED
from grader.commands.key import KeyOptions, say
from grader.commands.outcome import reporting
from grader.commands.survey import Asked, survey
from grader.data import find_data
from grader.language import Language
from grader.training.digests import file_digest
from grader.training.key import Key
from grader.training.key.archive import DamagedError
from grader.training.key.bits import same_bits
from grader.training.key.index import Index, KeptExercise, made_here

# A digest's first digits: enough to find it in the index.
_SHOWN = 12
_NONE = KeptExercise("", {})


def run_verify(options: KeyOptions, key: Key, console: Console, *, retrain: bool = False) -> int:
    """Say what the reference asks for that is not in `key`, and the other way round; return the exit status.

    It is 0 if there is nothing to say, 1 if there is, and 3 where the key was made with something else than
    what is here. With `retrain` every training is run anew, and its result compared with the key's.
    """
    with reporting(Language.EN) as outcome:
        outcome.status = _verify(options, key, console, retrain=retrain)
    return outcome.status


def _verify(options: KeyOptions, key: Key, console: Console, *, retrain: bool) -> int:
    try:
        key.check()
        index = key.index()
    except DamagedError as error:
        say(console, f"The key in {key.folder} is damaged: {error}. `grader key build` makes it anew.")
        return NOT_PASSED
    if index is None or options.profile not in index.profiles:
        say(console, f"{key.folder} holds no key for the profile {options.profile}. `grader key build` does.")
        return NOT_PASSED
    if not _comparable(index, console, data=find_data(options.data).name):
        return CANNOT_GRADE
    return _Verification(options, key, index, console, retrain=retrain).run()


def _comparable(index: Index, console: Console, *, data: str = "", device: str = "") -> bool:
    differences = index.made_with.differences(made_here(data=data, device=device))
    if differences:
        say(console, f"The key was made with {', '.join(differences)}.")
        say(console, "It says nothing about trainings here: they are run, not looked up. Not verified.")
    return not differences


class _Verification:
    def __init__(
        self, options: KeyOptions, key: Key, index: Index, console: Console, *, retrain: bool
    ) -> None:
        self._options, self._key, self._index, self._console = options, key, index, console
        self._retrain = retrain
        self._kept = index.profiles[options.profile]
        self._problems = 0

    def run(self) -> int:
        with ExitStack() as held:
            settings = self._options.settings
            if self._retrain:
                empty = held.enter_context(tempfile.TemporaryDirectory(prefix="grader-"))
                settings = replace(settings, cache_folder=Path(empty))
            for asked in survey(self._options.chosen, settings, () if self._retrain else (self._key,)):
                if asked.trainings and not _comparable(self._index, self._console, device=asked.device):
                    return CANNOT_GRADE
                self._compare(asked)
        self._look_for_others()
        if self._problems:
            say(self._console, f"{self._problems} differences. `grader key build` makes the key anew.")
            return NOT_PASSED
        say(self._console, "The key is what the reference asks for.")
        return PASSED

    def _compare(self, asked: Asked) -> None:
        kept = self._kept.get(asked.exercise.id, _NONE)
        say(self._console, f"{asked.exercise.id}: {len(asked.trainings)} trainings")
        if not asked.passed:
            self._problem("the reference does not pass its checks")
        changed = kept.reference and kept.reference != file_digest(asked.exercise.reference)
        since = ": the reference has changed since" if changed else ""
        for digest in sorted(asked.trainings.keys() - kept.trainings.keys()):
            self._problem(f"not in the key: {digest[:_SHOWN]}{since}")
        for digest in sorted(kept.trainings.keys() - asked.trainings.keys()):
            self._problem(f"in the key, and not asked for: {digest[:_SHOWN]}{since}")
        for digest in sorted(kept.trainings.keys() & asked.trainings.keys()) if self._retrain else ():
            result = self._key.get(digest)
            if result is None or not same_bits(result, asked.trainings[digest].result):
                self._problem(
                    f"trained anew, it comes to other bits: {digest[:_SHOWN]} (the key was made on"
                    f" {self._index.made_with.machine}; another processor may compute other last bits)"
                )

    def _look_for_others(self) -> None:
        for identifier in sorted(self._kept.keys() - {exercise.id for exercise in exercises()}):
            say(self._console, f"{identifier}:")
            self._problem("in the key, and no exercise")

    def _problem(self, words: str) -> None:
        self._problems += 1
        say(self._console, f"    {words}")
