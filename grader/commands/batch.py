"""`grader batch` and `grader rescore`: a whole class."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from grader.batch.folder import held
from grader.batch.grading import grade_class
from grader.batch.outputs import CLASS_PAGE, GRADEBOOK
from grader.batch.rescoring import rescore_class
from grader.batch.store import Store
from grader.commands import CANNOT_GRADE, PASSED
from grader.commands.cache_folder import usable
from grader.commands.class_run import ClassRun, isolation_to_use
from grader.commands.outcome import reporting
from grader.data import Profile
from grader.judging import Settings
from grader.language import Language, Text
from grader.report.changes import render_changes
from grader.report.class_summary import summary_of_class
from grader.report.class_terminal import SMALL_CLASS, render_class_summary
from grader.report.safe_text import for_terminal
from grader.sandbox import Isolation
from grader.submission import Candidates, SubmissionError, find_submissions, wording
from grader.submission.error import refused

_NO_PROTECTION = Text(
    en="Isolation {level}: these submissions can read your files and reach the network.",
    ko="격리 수준 {level}: 제출물이 이 컴퓨터의 파일을 읽고 네트워크에 접속할 수 있습니다.",
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
            isolation_to_use(options.isolation),
            options.data,
            full_training=options.full_training,
            cache_folder=usable(options.cache),
        )
        with held(options.out) as work, closing(Store.open(options.out)) as store:
            batch = _Batch(ClassRun(store, settings, options.out, work, options.lanes, language, console))
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
            batch = _Batch(ClassRun(store, settings, options.out, work, options.lanes, language, console))
            outcome.status = batch.rescore()
    return outcome.status


class _Batch:
    """What both commands do, with the store and the folder in hand."""

    def __init__(self, run: ClassRun) -> None:
        self._run = run
        self._store, self._outputs = run.store, run.outputs
        self._language, self._console = run.language, run.console

    def grade(self, found: Candidates) -> None:
        digest = self._run.begin(len(found.submissions))
        if found.ignored:
            self._say(_IGNORED, names=", ".join(map(for_terminal, found.ignored)))
        isolation = self._run.settings.isolation
        if not isolation.restricts_student_code:
            self._say(_NO_PROTECTION, level=isolation.value)
        with self._run.session(len(found.submissions)) as (session, pool):
            grade_class(session, found.submissions, digest, pool, self._run.lanes)

    def rescore(self) -> int:
        names = [name for name, refusal in self._store.submissions().items() if refusal is None]
        with self._run.session(len(names)) as (session, pool):
            rescored = rescore_class(session, pool, self._run.lanes)
        self._outputs.write_class()
        render_changes(rescored.changes, self._console, self._language, not_rescored=rescored.not_possible)
        return CANNOT_GRADE if rescored.not_possible else PASSED

    def show(self) -> int:
        """Write and print what the class did; return the exit status."""
        self._outputs.write_class()
        summed = summary_of_class(self._outputs.reports(), self._outputs.refusals())
        reports = list(self._outputs.reports()) if summed.submissions <= SMALL_CLASS else []
        render_class_summary(summed, self._console, self._language, reports=reports)
        self._say(_WRITTEN, out=self._run.out, gradebook=GRADEBOOK, page=CLASS_PAGE)
        return CANNOT_GRADE if summed.not_graded else PASSED

    def _say(self, text: Text, **values: object) -> None:
        said = text.format(**values).in_language(self._language)
        self._console.print(said, markup=False, highlight=False)


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
