"""What a worker does for one job after another, through the sandboxes of a real one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from grader.batch import worker as module
from grader.batch.store import Store, Verdict
from grader.batch.worker import Finished, Job, Worker, WorkerSettings
from grader.checking.finding import GraderFaultError
from grader.data import DataError, Profile
from grader.evidence.vocabulary import array
from grader.judging import Resources, Settings
from grader.language import Language
from grader.report import Reason, Status
from grader.sandbox import Limits
from grader.sandbox.messages import Outcome
from tests.batch.samples import FLATTEN, KEY, verdict

RIGHT = "def scale_and_flatten(images):\n    return images.reshape(len(images), 784) / 255\n"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    Store.open(folder).close()
    (tmp_path / "work" / "submissions").mkdir(parents=True)
    return folder


def settings_in(out: Path, data: Path | None = None) -> WorkerSettings:
    settings = Settings(profile=Profile.SMALL, data_folder=data, download=False)
    return WorkerSettings(settings, Limits(), Language.EN, out, out.parent / "work")


@pytest.fixture
def worker(out: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    # Libraries that one exercise of NumPy has no use for take seconds to import.
    monkeypatch.setattr(Resources, "expect", lambda *_: None)
    made = Worker(settings_in(out))
    yield made
    made.close()


def job(out: Path, name: str, source: str = RIGHT) -> Job:
    root = out.parent / "work" / "submissions" / name
    file = root / f"{FLATTEN}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    return Job(FLATTEN, replace(KEY, content=source), "basis", file, root, 60.0)


def put(out: Path, finished: Finished, done: Job) -> None:
    """Store what came of a job, as the batch does."""
    assert finished.judged is not None
    store = Store.open(out)
    store.add(
        Verdict("kim", done.key, finished.judged.result, finished.judged.device),
        work=finished.work,
        arrays=finished.arrays,
        answers=finished.answers,
        basis=done.basis,
    )
    store.close()


def status(finished: Finished) -> Status:
    assert finished.judged is not None
    return finished.judged.result.status


def test_what_was_judged_is_judged_again_from_the_store_and_not_run(worker: Worker, out: Path) -> None:
    first = worker.judge(job(out, "kim"))
    assert status(first) is Status.PASSED
    assert first.seconds > 0
    assert first.arrays
    assert first.answers
    put(out, first, job(out, "kim"))
    again = worker.judge(replace(job(out, "another folder"), replay_only=True))
    assert status(again) is Status.PASSED
    assert (again.seconds, again.work, again.arrays, again.answers) == (0.0, None, {}, {})


def test_nothing_that_the_store_holds_is_sent_to_it_again(worker: Worker, out: Path) -> None:
    first = worker.judge(job(out, "kim"))
    put(out, first, job(out, "kim"))
    same = worker.judge(job(out, "lee", RIGHT + "# by Lee\n"))
    assert status(same) is Status.PASSED
    assert same.work is not None
    assert (same.arrays, same.answers) == ({}, {})


def test_what_is_not_stored_is_not_judged_from_the_store(worker: Worker, out: Path) -> None:
    assert worker.judge(replace(job(out, "kim"), replay_only=True)) == Finished(None)
    other = job(out, "kim", "def scale_and_flatten(images):\n    return images\n")
    put(out, worker.judge(job(out, "kim")), job(out, "kim"))
    environment = replace(job(out, "kim"), key=replace(KEY, content=RIGHT, environment="another"))
    for asked in (other, environment):
        assert worker.judge(replace(asked, replay_only=True)) == Finished(None)


def test_when_the_time_of_a_submission_is_used_up_its_code_is_not_run(worker: Worker, out: Path) -> None:
    late = worker.judge(replace(job(out, "kim"), seconds_left=0.0))
    assert late.judged is not None
    assert late.judged.result.reason is Reason.TIMEOUT
    assert status(worker.judge(job(out, "lee"))) is Status.PASSED


def test_an_exception_of_ours_reaches_who_asked_and_the_worker_goes_on(
    worker: Worker, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(module, "find", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            worker.judge(job(out, "kim"))
    assert status(worker.judge(job(out, "kim"))) is Status.PASSED


def test_damaged_data_reach_who_asked(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Resources, "expect", lambda *_: None)
    (tmp_path / "data").mkdir()
    made = Worker(settings_in(out, tmp_path / "data"))
    with pytest.raises(DataError):
        made.judge(job(out, "kim"))
    made.close()


def test_a_worker_that_could_not_begin_says_so(out: Path) -> None:
    (out / "results.sqlite").unlink()
    made = Worker(settings_in(out))
    with pytest.raises(GraderFaultError, match="nothing has been graded"):
        made.judge(job(out, "kim"))
    made.close()


def test_answers_of_the_reference_hold_for_what_they_rest_on_and_nothing_else(out: Path) -> None:
    store = Store.open(out)
    stored, own = (Outcome(value=array(np.full(3, number))) for number in (1, 2))
    store.add(verdict(), answers={"request": stored}, basis="earlier")
    answers = module._Answers(store, FLATTEN)
    answers.rest_on("today's")
    assert "request" not in answers
    answers["request"] = own
    answers.rest_on("today's")
    assert answers["request"] == own
    assert answers.take_new() == {"request": own}
    assert answers.take_new() == {}
    answers.rest_on("earlier")
    assert answers["request"] == stored
    answers.rest_on("today's")
    assert "request" not in answers
    store.close()
