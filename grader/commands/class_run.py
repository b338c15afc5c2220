"""A run over a class: its store and folder in hand, workers that judge, and progress that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from grader.batch.error import BatchError
from grader.batch.keys import environment_digest
from grader.batch.lanes import Pool, process_pool
from grader.batch.outputs import Outputs
from grader.batch.session import Session
from grader.batch.store import Store
from grader.batch.worker import WorkerSettings
from grader.commands.progress import progress_on
from grader.judging import Resources, Settings
from grader.judging.budget import TimeLimits
from grader.language import Language, Text
from grader.sandbox import Isolation, Limits
from grader.sandbox.probe import probe

# What is chosen among where nothing is said: never one that does not hold off hostile code.
_STRONG = [level for level in reversed(Isolation) if level.restricts_student_code]

_NOT_HERE = Text(
    en="Isolation {level} does not work here: {why}",
    ko="이 컴퓨터에서는 격리 수준 {level}을(를) 쓸 수 없습니다: {why}",
)
_TOO_WEAK = Text(
    en="No isolation that holds off hostile code works here ({why}). See `grader doctor`. To grade without"
    " it, say so: --isolation process",
    ko="이 컴퓨터에서는 악의적인 코드를 막는 격리 수준을 쓸 수 없습니다({why})."
    " `grader doctor`로 확인해 보세요. 그래도 채점하려면 --isolation process 옵션을 주세요.",
)
_BEGINNING = Text(
    en="{count} submissions, {lanes} at a time, isolation {level}, data {data} ({profile}).",
    ko="제출물 {count}개, 한 번에 {lanes}개씩, 격리 수준 {level}, 데이터 {data}({profile}).",
)


@dataclass(frozen=True)
class ClassRun:
    """What it takes to grade a class: `out` is the store's folder, `work` is for temporary files."""

    store: Store
    settings: Settings
    out: Path
    work: Path
    lanes: int
    language: Language
    console: Console

    @property
    def outputs(self) -> Outputs:
        """What is written for people."""
        return Outputs(self.store, self.out, self.language)

    def begin(self, submissions: int) -> str:
        """Return the digest of the environment, after saying how many submissions are graded in which."""
        digest = self._note_environment()
        said = _BEGINNING.format(
            count=submissions,
            lanes=self.lanes,
            level=self.settings.isolation.value,
            data=self.store.environment(digest).data,
            profile=self.settings.profile.value,
        )
        self.console.print(said.in_language(self.language), markup=False, highlight=False)
        return digest

    @contextmanager
    def session(self, submissions: int) -> Iterator[tuple[Session, Pool]]:
        """Yield what grades that many submissions; the workers are ended with it."""
        told = WorkerSettings(self.settings, Limits(), self.language, self.out, self.work)
        pool = process_pool(self.lanes, told)
        progress = progress_on(self.console, self.language)
        progress.start(submissions)
        time_limits = TimeLimits.of(self.settings.profile)
        try:
            yield Session(self.store, self.work, self.outputs, progress, time_limits), pool
        except BaseException:
            pool.kill()
            raise
        finally:
            progress.close()
            pool.close()

    def _note_environment(self) -> str:
        """Return the digest of versions, data and limits, noted in the store; the data are looked at."""
        resources = Resources(self.settings)
        try:
            _ = resources.lesson
            environment = resources.environment(device="cpu")
            digest = environment_digest(
                environment,
                resources.source,
                resources.limits,
                full_training=self.settings.full_training,
            )
        finally:
            resources.close()
        self.store.note_environment(digest, environment)
        return digest


def isolation_to_use(named: str | None) -> Isolation:
    """Return the level that was asked for, or else the strongest that works here.

    Raises:
        BatchError: if that does not work here, or none works that holds off hostile code.
    """
    levels = [Isolation(named)] if named is not None else _STRONG
    for level in levels:
        found = probe(level)
        if found.works:
            return level
    raise BatchError((_NOT_HERE if named is not None else _TOO_WEAK).format(level=named, why=found.told))
