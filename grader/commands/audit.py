"""`grader audit`: how good the grader's own verdicts are."""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec
import platformdirs
from rich.console import Console

from grader.audit.assessing import audit_of
from grader.audit.cases import Case, Part, cases_of
from grader.audit.corpus import CorpusError
from grader.audit.equivalents import Equivalents
from grader.audit.markdown import audit_page
from grader.audit.model import Audit
from grader.audit.packing import Packed, hand_in, pack
from grader.audit.terminal import render_audit
from grader.batch.folder import held
from grader.batch.grading import grade_class
from grader.batch.store import Store, Verdict
from grader.catalog import Exercise, exercises, find
from grader.commands import NOT_PASSED, PASSED, USAGE
from grader.commands.cache_folder import usable
from grader.commands.class_run import ClassRun, isolation_to_use
from grader.commands.outcome import reporting
from grader.data import Profile
from grader.judging import Settings
from grader.language import Language, Text
from grader.report import Environment
from grader.submission import find_submissions
from grader.writing import write_whole

_INTERRUPTED = Text(
    en="Stopped. What is judged is kept: the same command goes on from there.",
    ko="중단했습니다. 판정한 결과는 저장되어 있으며, 같은 명령을 다시 실행하면 이어서 진행합니다.",
)


@dataclass(frozen=True)
class AuditOptions:
    """What the command line was told; without `only` every exercise, without `parts` all of them."""

    only: tuple[str, ...]
    parts: tuple[str, ...]
    lanes: int
    profile: str
    isolation: str | None
    data: Path | None
    cache: Path | None
    answers: Path | None
    out: Path | None
    json_file: Path | None
    markdown: Path | None

    @property
    def chosen(self) -> tuple[Exercise, ...]:
        """The exercises, in the order of their ids."""
        return tuple(sorted({find(name) for name in self.only}, key=lambda one: one.id)) or exercises()

    @property
    def folder(self) -> Path:
        """The folder that holds the verdicts: another audit in it judges only what has changed."""
        return self.out or platformdirs.user_cache_path("chapter-grader") / "audit"


def run_audit(options: AuditOptions, console: Console) -> int:
    """Have every case judged, print how good the verdicts are, write what is asked for; return the status."""
    with reporting(Language.EN, interrupted=_INTERRUPTED) as outcome:
        try:
            audit = _Audit(options, console).run()
        except CorpusError as error:
            return _complain(str(error))
        render_audit(audit, console)
        _write(audit, options)
        outcome.status = NOT_PASSED if audit.below_the_bar else PASSED
    return outcome.status


class _Audit:
    def __init__(self, options: AuditOptions, console: Console) -> None:
        self._options, self._console = options, console
        self._equivalents = Equivalents.read(options.answers)
        self._cases = cases_of(options.chosen, map(Part, options.parts or tuple(Part)), options.answers)
        self._packed = pack(self._cases)
        if not self._cases:
            raise CorpusError("There is nothing to judge: no answer of the corpus is to these exercises.")

    def run(self) -> Audit:
        """Return the audit over every case."""
        started = time.monotonic()
        options = self._options
        settings = Settings(
            Profile(options.profile),
            isolation_to_use(options.isolation),
            options.data,
            cache_folder=usable(options.cache),
        )
        out = options.folder
        with held(out) as work, closing(Store.open(out)) as store:
            run = ClassRun(store, settings, out, work, options.lanes, Language.EN, self._console)
            environment = self._graded(run)
            judged = _judged(store, self._packed)
        devices = {verdict.device for pairs in judged.values() for _, verdict in pairs}
        results = {
            exercise: [(case, verdict.result) for case, verdict in pairs]
            for exercise, pairs in judged.items()
        }
        return audit_of(
            results,
            self._equivalents,
            msgspec.structs.replace(environment, device="gpu" if "gpu" in devices else "cpu"),
            time.monotonic() - started,
        )

    def _graded(self, run: ClassRun) -> Environment:
        """Have whatever has no verdict yet judged, and return where."""
        handed_in = run.work / "handed-in"
        hand_in(self._packed, handed_in)
        found = find_submissions(handed_in).submissions
        digest = run.begin(len(found))
        with run.session(len(found)) as (session, pool):
            grade_class(session, found, digest, pool, run.lanes)
        return run.store.environment(digest)


def _judged(store: Store, packed: Packed) -> dict[str, list[tuple[Case, Verdict]]]:
    """Return each case with the verdict in force, by exercise."""
    judged: dict[str, list[tuple[Case, Verdict]]] = defaultdict(list)
    for name, handed_in in packed.items():
        verdicts = store.verdicts(name)
        for exercise, case in handed_in.items():
            judged[exercise].append((case, verdicts[exercise]))
    return dict(sorted(judged.items()))


def _write(audit: Audit, options: AuditOptions) -> None:
    if options.json_file is not None:
        write_whole(options.json_file, msgspec.json.format(msgspec.json.encode(audit), indent=2) + b"\n")
    if options.markdown is not None:
        write_whole(options.markdown, audit_page(audit).encode())


def _complain(sentence: str) -> int:
    Console(stderr=True).print(sentence, style="red", markup=False, highlight=False, soft_wrap=True)
    return USAGE
