"""What grading a class and rescoring it have in common: the store, the keys, and who is told of progress."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from grader.batch.keys import Key, answer_key_digest, checks_digest, joined
from grader.batch.outputs import Outputs
from grader.batch.store import Store, Verdict
from grader.batch.verdicts import stored_report
from grader.batch.worker import Finished, Job
from grader.catalog import exercises, find
from grader.judging.budget import TimeLimits
from grader.judging.collecting import points_of
from grader.judging.judge import Judged
from grader.judging.recording import could_not_judge
from grader.language import Text


class Progress(Protocol):
    """Who is told how far a batch is."""

    def already_done(self, name: str) -> None:
        """Say that an earlier run has graded the submission `name`."""

    def began(self, name: str, exercise_id: str) -> None:
        """Say which exercise of the submission `name` is in hand now."""

    def exercise_done(self, name: str) -> None:
        """Say that the exercise in hand is done."""

    def submission_done(self, name: str, score: float, max_score: float) -> None:
        """Say that a submission is graded."""

    def not_graded(self, name: str, why: Text) -> None:
        """Say that a submission could not be graded."""


@dataclass(frozen=True)
class Session:
    """One run over a class. `work` is a folder for temporary files, `time_limits` is what is waited for."""

    store: Store
    work: Path
    outputs: Outputs
    progress: Progress
    time_limits: TimeLimits

    @cached_property
    def _digests(self) -> dict[str, tuple[str, str]]:
        return {one.id: (checks_digest(one), answer_key_digest(one)) for one in exercises()}

    def key(self, exercise: str, content: str, environment: str) -> Key:
        """Return what a verdict by today's checks and answer key depends on."""
        checks, answer_key = self._digests[exercise]
        return Key(content, checks, answer_key, environment)

    def job(self, exercise: str, key: Key, file: Path, root: Path) -> Job:
        """Return the job to judge `file`."""
        basis = joined((key.answer_key, key.environment))
        return Job(exercise, key, basis, file, root, self.time_limits.exercise_seconds)

    def store_finished(self, name: str, job: Job, judged: Judged, finished: Finished) -> None:
        """Put a verdict in force."""
        self.store.add(
            Verdict(name, job.key, judged.result, judged.device),
            work=finished.work,
            arrays=finished.arrays,
            answers=finished.answers,
            basis=job.basis,
        )

    def store_failure(self, name: str, job: Job, why: str) -> None:
        """Put in force that there is no verdict, through a fault of the grader's own."""
        exercise = find(job.exercise)
        result = could_not_judge(exercise, points_of(exercise), why)
        self.store.add(Verdict(name, job.key, result, None))

    def finished(self, name: str) -> None:
        """Write what is to be handed out of the submission `name`, and tell."""
        self.outputs.write_submission(name)
        report = stored_report(self.store, name)
        self.progress.submission_done(name, report.score, report.max_score)

    def unchanged(self, name: str) -> None:
        """Tell that the submission `name` was graded before."""
        if not self.outputs.is_written(name):
            self.outputs.write_submission(name)
        self.progress.already_done(name)

    def refused(self, name: str, why: Text) -> None:
        """Note, write and tell that the submission `name` cannot be taken."""
        self.store.refuse(name, why)
        self.outputs.write_submission(name)
        self.progress.not_graded(name, why)
