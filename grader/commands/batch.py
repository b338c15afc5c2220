"""`grader batch` and `grader rescore`: a whole class."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from grader.batch.error import BatchError
from grader.batch.folder import held
from grader.batch.grading import grade_class
from grader.batch.keys import environment_digest
from grader.batch.lanes import Pool, process_pool
from grader.batch.outputs import CLASS_PAGE, GRADEBOOK, Outputs
from grader.batch.rescoring import rescore_class
from grader.batch.session import Session
from grader.batch.store import Store
from grader.batch.worker import WorkerSettings
from grader.commands import CANNOT_GRADE, PASSED
from grader.commands.cache_folder import usable
from grader.commands.outcome import reporting
from grader.commands.progress import progress_on
from grader.data import Profile
from grader.judging import Resources, Settings
from grader.judging.budget import TimeLimits
from grader.language import Language, Text
from grader.report.changes import render_changes
from grader.report.class_summary import summary_of_class
from grader.report.class_terminal import SMALL_CLASS, render_class_summary
from grader.report.safe_text import for_terminal
from grader.sandbox import Isolation, Limits
from grader.sandbox.probe import probe
from grader.submission import Candidates, SubmissionError, find_submissions, wording
from grader.submission.error import refused

# What a batch chooses among by itself: never one that does not hold off hostile code.
_STRONG = [level for level in reversed(Isolation) if level.restricts_student_code]

_NOT_HERE = Text(
    en="Isolation {level} does not work here: {why}",
    ko="이 컴퓨터에서는 격리 수준 {level}을(를) 쓸 수 없습니다: {why}",
)
_NO_PROTECTION = Text(
    en="Isolation {level}: these submissions can read your files and reach the network.",
    ko="격리 수준 {level}: 제출물이 이 컴퓨터의 파일을 읽고 네트워크에 접속할 수 있습니다.",
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
_IGNORED = Text(en="Not submissions: {names}", ko="제출물이 아닌 파일: {names}")
_SAME_FOLDER = Text(
    en="The results need another folder than the submissions: there they would be taken for more of them.",
    ko="결과는 제출물과 다른 폴더에 두어야 합니다. 같은 폴더에 쓰면 결과까지 제출물로 읽게 됩니다.",
)
_WRITTEN = Text(
    en="{out}/: {gradebook}, {page}, reports/, feedback/",
    ko="{out}/: {gradebook}, {page}, reports/, feedback/",
)
_INTERRUPTED = Text(
    en="Stopped. What is graded is kept: the same command goes on from there.",
    ko="중단했습니다. 채점한 결과는 저장되어 있으며, 같은 명령을 다시 실행하면 이어서 채점합니다.",
)


@dataclass(frozen=True)
class BatchOptions:
    """What the command line was told. Without `isolation`, the strongest that works here."""

    folder: Path
    out: Path
    lanes: int
    profile: str
    isolation: str | None
    data: Path | None
    full_training: bool = False
    cache: Path | None = None


@dataclass(frozen=True)
class RescoreOptions:
    """What the command line was told."""

    out: Path
    lanes: int
    data: Path | None


def run_batch(options: BatchOptions, language: Language, console: Console) -> int:
    """Grade the class, write what is to be handed out, and print what it did; return the exit status."""
    with reporting(language, interrupted=_INTERRUPTED) as outcome:
        found = _without(find_submissions(options.folder), options)
        settings = Settings(
            Profile(options.profile),
            _isolation(options.isolation),
            options.data,
            full_training=options.full_training,
            cache_folder=usable(options.cache),
        )
        with held(options.out) as work, closing(Store.open(options.out)) as store:
            batch = _Batch(store, settings, options.out, work, options.lanes, language, console)
            batch.grade(found)
            outcome.status = batch.show()
    return outcome.status


def run_rescore(options: RescoreOptions, language: Language, console: Console) -> int:
    """Score the class anew, print whose score changed, write what changed; return the exit status."""
    with reporting(language, interrupted=_INTERRUPTED) as outcome:
        Store.read(options.out).close()  # where nothing was graded, nothing is made
        with held(options.out) as work, closing(Store.open(options.out)) as store:
            graded = store.latest_environment()
            # Nothing of a submission is run: isolation makes no difference. The profile is what it was.
            settings = Settings(Profile(graded.profile), Isolation.PROCESS, options.data)
            batch = _Batch(store, settings, options.out, work, options.lanes, language, console)
            outcome.status = batch.rescore()
    return outcome.status


class _Batch:
    """What both commands do, with the store and the folder in hand."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        store: Store,
        settings: Settings,
        out: Path,
        work: Path,
        lanes: int,
        language: Language,
        console: Console,
    ) -> None:
        self._store, self._settings, self._out, self._work = store, settings, out, work
        self._lanes, self._language, self._console = lanes, language, console
        self._outputs = Outputs(store, out, language)

    def grade(self, found: Candidates) -> None:
        digest = self._note_environment()
        self._say(
            _BEGINNING,
            count=len(found.submissions),
            lanes=self._lanes,
            level=self._settings.isolation.value,
            data=self._store.environment(digest).data,
            profile=self._settings.profile.value,
        )
        if found.ignored:
            self._say(_IGNORED, names=", ".join(map(for_terminal, found.ignored)))
        if not self._settings.isolation.restricts_student_code:
            self._say(_NO_PROTECTION, level=self._settings.isolation.value)
        with self._session(len(found.submissions)) as (session, pool):
            grade_class(session, found.submissions, digest, pool, self._lanes)

    def rescore(self) -> int:
        names = [name for name, refusal in self._store.submissions().items() if refusal is None]
        with self._session(len(names)) as (session, pool):
            rescored = rescore_class(session, pool, self._lanes)
        self._outputs.write_class()
        render_changes(rescored.changes, self._console, self._language, not_rescored=rescored.not_possible)
        return CANNOT_GRADE if rescored.not_possible else PASSED

    def show(self) -> int:
        """Write and print what the class did; return the exit status."""
        self._outputs.write_class()
        summed = summary_of_class(self._outputs.reports(), self._outputs.refusals())
        reports = list(self._outputs.reports()) if summed.submissions <= SMALL_CLASS else []
        render_class_summary(summed, self._console, self._language, reports=reports)
        self._say(_WRITTEN, out=self._out, gradebook=GRADEBOOK, page=CLASS_PAGE)
        return CANNOT_GRADE if summed.not_graded else PASSED

    @contextmanager
    def _session(self, submissions: int) -> Iterator[tuple[Session, Pool]]:
        limits = Limits()
        pool = process_pool(
            self._lanes, WorkerSettings(self._settings, limits, self._language, self._out, self._work)
        )
        progress = progress_on(self._console, self._language)
        progress.start(submissions)
        time_limits = TimeLimits.of(self._settings.profile)
        try:
            yield Session(self._store, self._work, self._outputs, progress, time_limits), pool
        except BaseException:
            pool.kill()
            raise
        finally:
            progress.close()
            pool.close()

    def _note_environment(self) -> str:
        """Return the digest of versions, data and limits, noted in the store; the data are looked at."""
        resources = Resources(self._settings)
        try:
            _ = resources.lesson
            environment = resources.environment(device="cpu")
            digest = environment_digest(
                environment,
                resources.source,
                resources.limits,
                full_training=self._settings.full_training,
            )
        finally:
            resources.close()
        self._store.note_environment(digest, environment)
        return digest

    def _say(self, text: Text, **values: object) -> None:
        said = text.format(**values).in_language(self._language)
        self._console.print(said, markup=False, highlight=False)


def _isolation(named: str | None) -> Isolation:
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


def _without(found: Candidates, options: BatchOptions) -> Candidates:
    """Return the submissions without the folder that the batch itself writes to.

    Raises:
        SubmissionError: if there is no other, or they are in that folder themselves.
    """
    out = options.out.resolve()
    if out == options.folder.resolve():
        raise SubmissionError(_SAME_FOLDER)
    kept = tuple(one for one in found.submissions if one.path.resolve() != out)
    if not kept:
        raise refused(wording.NO_SUBMISSIONS, path=options.folder, ignored=len(found.ignored))
    return replace(found, submissions=kept)
