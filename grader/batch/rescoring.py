"""A graded class, judged again by today's checks from what its code answered then; nothing of it is run."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from grader.batch.lanes import Pool, run_lanes
from grader.batch.session import Session
from grader.batch.store import Verdict
from grader.batch.verdicts import stored_report, with_seconds_of
from grader.batch.worker import Finished, Job
from grader.catalog import exercises
from grader.judging.grading import not_attempted
from grader.report import Change, ExerciseResult, Report, Status


@dataclass
class Rescored:
    """What came of it: whose score changed, and which exercises would have to be run again to be judged."""

    changes: list[Change] = field(default_factory=list)
    not_possible: list[tuple[str, str]] = field(default_factory=list)


def rescore_class(session: Session, pool: Pool, lanes: int) -> Rescored:
    """Judge again what was judged by other checks, or against another answer key.

    Raises:
        DataError: if the data that the checks need are damaged.
        StoreError: if the store cannot be written.
    """
    rescored = Rescored()
    names = [name for name, refusal in session.store.submissions().items() if refusal is None]
    entries = (
        _Entry(session, name, session.work / "submissions" / str(number), rescored)
        for number, name in enumerate(names)
    )
    run_lanes(entries, pool, lanes, session.time_limits.submission_seconds)
    rescored.changes.sort(key=lambda change: (change.submission, change.exercise))
    rescored.not_possible.sort()
    return rescored


@dataclass
class _Entry:
    session: Session
    name: str
    folder: Path
    rescored: Rescored
    _verdicts: dict[str, Verdict] = field(default_factory=dict)
    _before: Report | None = None
    _judged: int = 0

    def prepare(self) -> list[Job]:
        self._verdicts = self.session.store.verdicts(self.name)
        if self._verdicts:
            self._before = stored_report(self.session.store, self.name)
        jobs = []
        for exercise in exercises():
            verdict = self._verdicts.get(exercise.id)
            if verdict is None:
                continue
            key = self.session.key(exercise.id, verdict.key.content, verdict.key.environment)
            if key == verdict.key:
                continue
            work = self.session.store.work(exercise.id, verdict.key)
            if work is not None and work.transcript is not None:
                file = self.folder / f"{exercise.id}.py"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(work.source)
                job = self.session.job(exercise.id, key, file, self.folder)
                jobs.append(replace(job, replay_only=True))
            elif verdict.result.status is Status.NOT_ATTEMPTED:
                self.session.store.add(Verdict(self.name, key, not_attempted(exercise).result, None))
                self._judged += 1
            else:
                self.rescored.not_possible.append((self.name, exercise.id))
        return jobs

    def began(self, job: Job) -> None:
        self.session.progress.began(self.name, job.exercise)

    def took(self, job: Job, finished: Finished) -> None:
        self.session.progress.exercise_done(self.name)
        if finished.judged is None or finished.judged.result.status is Status.ERROR:
            self.rescored.not_possible.append((self.name, job.exercise))
            return
        judged = with_seconds_of(self._verdicts[job.exercise].result, finished.judged)
        self.session.store_finished(self.name, job, judged, finished)
        self._judged += 1

    def failed(self, job: Job, why: str) -> None:
        del why  # the verdict in force stays
        self.rescored.not_possible.append((self.name, job.exercise))

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._before is None:
            self.session.progress.already_done(self.name)
            return
        if not self._judged:  # a rescoring that was ended may have stored what it had not written yet
            self.session.unchanged(self.name)
            return
        after = stored_report(self.session.store, self.name)
        self.rescored.changes += _changes(self._before, after)
        self.session.finished(self.name)


def _score(result: ExerciseResult) -> float | None:
    return None if result.status is Status.ERROR else result.score


def _changes(before: Report, after: Report) -> list[Change]:
    scores = {exercise.id: _score(exercise) for exercise in before.exercises}
    return [
        Change(
            submission=after.submission,
            exercise=exercise.id,
            before=scores.get(exercise.id),
            after=_score(exercise),
            total_before=before.score,
            total_after=after.score,
        )
        for exercise in after.exercises
        if scores.get(exercise.id) != _score(exercise)
    ]
