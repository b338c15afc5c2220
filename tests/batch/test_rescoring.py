"""A class scored anew: from what is stored, and nobody loses a verdict by a fault of ours."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.batch.lanes import Pool
from grader.batch.outputs import Outputs
from grader.batch.rescoring import Rescored, rescore_class
from grader.batch.session import Session
from grader.batch.store import Store, StoredWork
from grader.batch.worker import Finished, Job
from grader.catalog import exercises
from grader.judging.budget import TimeLimits
from grader.judging.grading import not_attempted
from grader.judging.judge import Judged
from grader.language import Language
from grader.report import Status
from tests.batch.executors import Opened
from tests.batch.samples import ENVIRONMENT, FLATTEN, KEY, arrays, result, verdict, work
from tests.batch.test_grading import Told

Rescore = Callable[[Callable[[Job], Finished]], tuple[Rescored, list[Job]]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A class of three, judged by checks that are no more: evidence is kept of two of them."""
    opened = Store.open(tmp_path)
    opened.note_environment("environment", ENVIRONMENT)
    opened.note_submissions(dict.fromkeys(("kim", "lee", "park")))
    for number, name in enumerate(("kim", "lee", "park"), start=1):
        kept = arrays(number)
        evidence = work(kept) if name != "park" else StoredWork(b"x = 1\n", None)
        opened.add(verdict(number, name, content=name), work=evidence, arrays=kept)
        for exercise in exercises():
            if exercise.id != FLATTEN:
                judged = not_attempted(exercise)
                opened.add(replace(verdict(0, name, content=name), result=judged.result, device=None))
    yield opened
    opened.close()


@pytest.fixture
def rescore(store: Store, tmp_path: Path) -> Rescore:
    def rescored(judge: Callable[[Job], Finished]) -> tuple[Rescored, list[Job]]:
        asked: list[Job] = []

        def judging(job: Job) -> Finished:
            asked.append(job)
            assert job.file.read_bytes() == b"x = 1\n"
            return judge(job)

        outputs = Outputs(store, tmp_path, Language.EN)
        session = Session(store, tmp_path / "work", outputs, Told(), TimeLimits(300.0, 1200.0))
        pool: Pool = Opened(judging).pool
        try:
            return rescore_class(session, pool, 2), asked
        finally:
            pool.close()

    return rescored


def scores(store: Store) -> dict[str, float]:
    return {name: store.verdicts(name)[FLATTEN].result.score for name in ("kim", "lee", "park")}


def scoring(**points: int) -> Callable[[Job], Finished]:
    """Return what judges each by `points`, or finds that its evidence is not enough."""

    def judge(job: Job) -> Finished:
        number = points.get(job.key.content)
        return Finished(None if number is None else Judged(result(number), "cpu"))

    return judge


def test_whose_score_changes_is_told_before_and_after(store: Store, rescore: Rescore) -> None:
    rescored, asked = rescore(scoring(kim=5, lee=2))
    assert [(one.submission, one.exercise, one.before, one.after) for one in rescored.changes] == [
        ("kim", FLATTEN, 1.0, 5.0)
    ]
    assert [(one.total_before, one.total_after) for one in rescored.changes] == [(1.0, 5.0)]
    assert rescored.not_possible == [("park", FLATTEN)]
    assert all(job.replay_only for job in asked)
    assert sorted(job.key.content for job in asked) == ["kim", "lee"]
    assert scores(store) == {"kim": 5, "lee": 2, "park": 3}
    assert [one.score for one in store.history("kim", FLATTEN)] == [1, 5]


def test_scoring_again_by_the_same_checks_asks_and_changes_nothing(store: Store, rescore: Rescore) -> None:
    rescore(scoring(kim=5, lee=2))
    rescored, asked = rescore(scoring(kim=5, lee=2))
    assert (asked, rescored.changes) == ([], [])
    assert rescored.not_possible == [("park", FLATTEN)]
    assert [one.score for one in store.history("kim", FLATTEN)] == [1, 5]


def test_where_the_evidence_is_not_enough_the_verdict_stays(store: Store, rescore: Rescore) -> None:
    rescored, _ = rescore(scoring(lee=9))
    assert rescored.not_possible == [("kim", FLATTEN), ("park", FLATTEN)]
    assert scores(store) == {"kim": 1, "lee": 9, "park": 3}


def test_a_bug_in_the_new_checks_takes_no_verdict_away(store: Store, rescore: Rescore) -> None:
    def judge(job: Job) -> Finished:
        if job.key.content == "kim":
            raise RuntimeError("a bug of ours")
        return Finished(Judged(result(0, status=Status.ERROR), "cpu"))

    rescored, _ = rescore(judge)
    assert rescored.changes == []
    assert rescored.not_possible == [(name, FLATTEN) for name in ("kim", "lee", "park")]
    assert scores(store) == {"kim": 1, "lee": 2, "park": 3}


def test_the_seconds_that_it_took_then_stay(store: Store, rescore: Rescore) -> None:
    rescore(scoring(kim=5, lee=5))
    assert store.verdicts("kim")[FLATTEN].result.seconds == 0.5


def test_what_was_not_attempted_is_worth_todays_points_and_is_so_under_todays_checks(
    store: Store, rescore: Rescore
) -> None:
    rescore(scoring(kim=5, lee=5))
    one = store.verdicts("kim")["ch07_1/e05_standardize"]
    assert one.result.status is Status.NOT_ATTEMPTED
    assert one.key.checks != KEY.checks
    assert one.key.content == "kim"


def test_a_rescoring_that_was_ended_is_made_good_by_the_next(
    store: Store, rescore: Rescore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kim", "lee", "park"):
        Outputs(store, tmp_path, Language.EN).write_submission(name)

    def ended(outputs: Outputs, name: str) -> None:
        raise KeyboardInterrupt(f"{outputs} {name}")

    with monkeypatch.context() as patched:
        patched.setattr(Outputs, "write_submission", ended)
        with pytest.raises(KeyboardInterrupt):
            rescore(scoring(kim=5, lee=6))
    rescore(scoring(kim=5, lee=6))
    for name, points in (("kim", 5), ("lee", 6)):
        assert f'"score": {points}.0' in (tmp_path / "reports" / f"{name}.json").read_text()
