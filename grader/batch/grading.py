"""A folder of submissions, graded: what has a verdict already is left alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.batch.lanes import Pool, run_lanes
from grader.batch.session import Session
from grader.batch.store import Verdict
from grader.batch.verdicts import is_final, with_seconds_of
from grader.batch.worker import Finished, Job
from grader.catalog import exercises
from grader.judging.grading import not_attempted
from grader.submission import Candidate, Submission, SubmissionError, content_digest, exercise_digests, stage


def grade_class(
    session: Session, candidates: Sequence[Candidate], environment: str, pool: Pool, lanes: int
) -> None:
    """Grade what has no verdict yet, `lanes` submissions at a time.

    Raises:
        DataError: if the data that the checks need are damaged.
        StoreError: if the store cannot be written.
        OSError: if there is no room to copy submissions to.
    """
    session.store.note_submissions({candidate.name: candidate.refusal for candidate in candidates})
    entries: Iterator[_Entry] = (
        _Entry(session, candidate, environment, session.work / "submissions" / str(number))
        for number, candidate in enumerate(candidates)
    )
    run_lanes(entries, pool, lanes, session.time_limits.submission_seconds)


@dataclass
class _Entry:
    session: Session
    candidate: Candidate
    environment: str
    folder: Path
    _judged: int = 0
    _refused: bool = False
    _before: dict[str, Verdict] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.candidate.name

    def prepare(self) -> list[Job]:
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            submission = stage(self.candidate, self.folder)
        except SubmissionError as error:
            self._refused = True
            self.session.refused(self.name, error.text)
            return []
        self.session.store.note_left_out(self.name, submission.notes)
        self._before = self.session.store.verdicts(self.name)
        return self._jobs(submission)

    def began(self, job: Job) -> None:
        self.session.progress.began(self.name, job.exercise)

    def took(self, job: Job, finished: Finished) -> None:
        judged = finished.judged
        if judged is None:
            raise AssertionError("a job that may run code has a verdict")
        earlier = self._before.get(job.exercise)
        if finished.work is None and earlier is not None:  # judged again from what it answered then
            judged = with_seconds_of(earlier.result, judged)
        self.session.store_finished(self.name, job, judged, finished)
        self._judged += 1
        self.session.progress.exercise_done(self.name)

    def failed(self, job: Job, why: str) -> None:
        self.session.store_failure(self.name, job, why)
        self._judged += 1
        self.session.progress.exercise_done(self.name)

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._refused:
            return
        if self._judged:
            self.session.finished(self.name)
        else:
            self.session.unchanged(self.name)

    def _jobs(self, submission: Submission) -> list[Job]:
        jobs = []
        whole = content_digest(submission)
        digests = exercise_digests(submission, whole)
        for exercise in exercises():
            key = self.session.key(exercise.id, digests.get(exercise.id, whole), self.environment)
            earlier = self._before.get(exercise.id)
            if earlier is not None and earlier.key == key and is_final(earlier):
                continue
            file = submission.files.get(exercise.id)
            known = self.session.store.find(exercise.id, key)
            if file is None:
                judged = not_attempted(exercise)
                self.session.store.add(Verdict(self.name, key, judged.result, judged.device))
            elif known is not None and is_final(known):  # somebody else has handed in the very same
                self.session.store.add(Verdict(self.name, key, known.result, known.device))
            else:
                jobs.append(self.session.job(exercise.id, key, file, self.folder))
                continue
            self._judged += 1
        return jobs
