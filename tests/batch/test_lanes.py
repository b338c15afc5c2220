"""Every job of every submission is done once, so many submissions at a time, whatever executors do."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.batch.lanes import run_lanes
from grader.batch.worker import Finished, Job
from grader.data import DataError
from grader.judging.judge import Judged
from grader.language import Text
from tests.batch.executors import Opened, Work
from tests.batch.samples import KEY, result


def job(submission: str, exercise: str, seconds_left: float = 300.0) -> Job:
    return Job(exercise, KEY, "basis", Path(submission, exercise), Path(submission), seconds_left)


def done(job: Job, seconds: float = 0.0) -> Finished:
    return Finished(Judged(result(exercise=job.exercise), "cpu"), seconds)


@dataclass
class Entry:
    """A submission with so many exercises, which notes what it is told."""

    name: str
    exercises: int
    told: list[tuple[str, str]] = field(default_factory=list)
    given: list[Job] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    open_now: "set[str]" = field(default_factory=set)
    most_open: list[int] = field(default_factory=list)

    def prepare(self) -> list[Job]:
        self.told.append(("prepare", ""))
        self.open_now.add(self.name)
        self.most_open.append(len(self.open_now))
        return [job(self.name, f"e{number}") for number in range(self.exercises)]

    def began(self, job: Job) -> None:
        self.told.append(("began", job.exercise))
        self.given.append(job)

    def took(self, job: Job, finished: Finished) -> None:
        assert finished.judged is not None
        assert finished.judged.result.id == job.exercise
        self.told.append(("took", job.exercise))

    def failed(self, job: Job, why: str) -> None:
        self.told.append(("failed", job.exercise))
        self.why.append(why)

    def close(self) -> None:
        self.told.append(("close", ""))
        self.open_now.discard(self.name)

    def ended(self, how: str) -> list[str]:
        """Return the exercises that ended so, in order."""
        return sorted(exercise for told, exercise in self.told if told == how)


@pytest.fixture
def opened() -> Iterator[Callable[[Work], Opened]]:
    made: list[Opened] = []

    def open_pool(work: Work) -> Opened:
        made.append(Opened(work))
        return made[-1]

    yield open_pool
    for one in made:
        one.pool.close()


def entries(*exercises: int) -> list[Entry]:
    open_now: set[str] = set()
    most: list[int] = []
    return [
        Entry(f"s{number}", count, open_now=open_now, most_open=most)
        for number, count in enumerate(exercises)
    ]


@given(st.lists(st.integers(0, 5), max_size=8), st.integers(1, 4))
def test_every_job_is_done_once_so_many_submissions_at_a_time(counts: list[int], at_a_time: int) -> None:
    listed = entries(*counts)
    opened = Opened(done)
    run_lanes(listed, opened.pool, at_a_time, 1000.0)
    opened.pool.close()
    for entry in listed:
        wanted = [f"e{number}" for number in range(entry.exercises)]
        assert entry.ended("took") == wanted
        assert entry.ended("began") == wanted
        assert (entry.told[0][0], entry.told[-1][0]) == ("prepare", "close")
        assert Counter(told for told, _ in entry.told)["close"] == 1
    assert max(listed[0].most_open, default=0) <= at_a_time if listed else True


def test_submissions_are_prepared_only_when_there_is_room_for_them(opened: Callable[[Work], Opened]) -> None:
    drawn: list[str] = []
    busy: list[int] = []

    def drawing() -> Iterator[Entry]:
        for entry in listed:
            drawn.append(entry.name)
            yield entry

    def work(asked: Job) -> Finished:
        busy.append(len(drawn) - sum(("close", "") in entry.told for entry in listed))
        return done(asked)

    listed = entries(*[2] * 9)
    run_lanes(drawing(), opened(work).pool, 3, 1000.0)
    assert len(drawn) == 9
    assert max(busy) <= 3


def test_an_exception_costs_one_job_and_is_told(opened: Callable[[Work], Opened]) -> None:
    def work(asked: Job) -> Finished:
        if asked.root == Path("s0") and asked.exercise == "e1":
            raise KeyError("a bug of ours")
        return done(asked)

    listed = entries(3, 3)
    run_lanes(listed, opened(work).pool, 2, 1000.0)
    assert listed[0].ended("took") == ["e0", "e2"]
    assert listed[0].ended("failed") == ["e1"]
    assert listed[0].why == ["KeyError: 'a bug of ours'"]
    assert listed[1].ended("took") == ["e0", "e1", "e2"]


def test_damaged_data_end_all(opened: Callable[[Work], Opened]) -> None:
    def work(asked: Job) -> Finished:
        raise DataError(asked.file, Text(en="is cut short", ko="잘렸습니다"), Text(en="get it", ko="받기"))

    listed = entries(3, 3)
    with pytest.raises(DataError):
        run_lanes(listed, opened(work).pool, 1, 1000.0)
    assert listed[0].ended("failed") == []
    assert listed[1].told == []


def test_a_worker_that_ends_once_costs_nothing(opened: Callable[[Work], Opened]) -> None:
    tried: Counter[tuple[str, str]] = Counter()

    def work(asked: Job) -> Finished:
        tried[str(asked.root), asked.exercise] += 1
        if asked.exercise == "e1" and tried[str(asked.root), "e1"] == 1:
            raise BrokenExecutor("a worker ended")
        return done(asked)

    listed = entries(3)
    made = opened(work)
    run_lanes(listed, made.pool, 1, 1000.0)
    assert listed[0].ended("took") == ["e0", "e1", "e2"]
    assert tried == {("s0", "e0"): 1, ("s0", "e1"): 2, ("s0", "e2"): 1}
    assert len(made.executors) == 2


def test_a_job_that_ends_its_worker_each_time_is_tried_three_times(opened: Callable[[Work], Opened]) -> None:
    tried: Counter[str] = Counter()

    def work(asked: Job) -> Finished:
        tried[asked.exercise] += 1
        if asked.exercise == "e1":
            raise BrokenExecutor("a worker ended")
        return done(asked)

    listed = entries(3, 1)
    run_lanes(listed, opened(work).pool, 1, 1000.0)
    assert listed[0].ended("took") == ["e0", "e2"]
    assert listed[0].ended("failed") == ["e1"]
    assert "ended" in listed[0].why[0]
    assert listed[1].ended("took") == ["e0"]
    assert tried["e1"] == 3


def test_when_workers_end_what_runs_beside_is_neither_lost_nor_an_error(
    opened: Callable[[Work], Opened],
) -> None:
    both = threading.Barrier(2)
    tried: Counter[str] = Counter()

    def work(asked: Job) -> Finished:
        tried[str(asked.root)] += 1
        if tried[str(asked.root)] == 1:
            both.wait(timeout=30)  # two at a time, and then the workers of both end
            if asked.root == Path("s0"):
                raise BrokenExecutor("a worker ended")
            made.executors[0].broken.wait(timeout=30)
        return done(asked)

    listed = entries(1, 1)
    made = opened(work)
    run_lanes(listed, made.pool, 2, 1000.0)
    assert [entry.ended("took") for entry in listed] == [["e0"], ["e0"]]
    assert [entry.why for entry in listed] == [[], []]
    assert len(made.executors) == 2  # renewed once: the second would have ended what the first runs again


def test_a_worker_that_ended_while_it_had_nothing_to_do_is_replaced(opened: Callable[[Work], Opened]) -> None:
    listed = entries(2)
    made = opened(done)

    def ending() -> Iterator[Entry]:
        yield listed[0]

    first = made.pool.submit(job("before", "e0"))
    assert first.result(timeout=30).judged is not None
    made.executors[0].end()
    run_lanes(ending(), made.pool, 1, 1000.0)
    assert listed[0].ended("took") == ["e0", "e1"]
    assert len(made.executors) == 2


def test_what_one_exercise_took_is_not_left_for_the_next(opened: Callable[[Work], Opened]) -> None:
    listed = entries(4, 1)
    run_lanes(listed, opened(lambda asked: done(asked, seconds=150.0)).pool, 1, 500.0)
    assert [given.seconds_left for given in listed[0].given] == [300.0, 300.0, 200.0, 50.0]
    assert [given.seconds_left for given in listed[1].given] == [300.0]


def test_lanes_begin_elsewhere_in_the_chapter(opened: Callable[[Work], Opened]) -> None:
    listed = entries(6, 6, 6)
    run_lanes(listed, opened(done).pool, 3, 1000.0)
    assert {entry.given[0].exercise for entry in listed[:3]} == {"e0", "e2", "e4"}


def test_nothing_to_do_opens_no_executor(opened: Callable[[Work], Opened]) -> None:
    listed = entries(0, 0)
    made = opened(done)
    run_lanes(listed, made.pool, 2, 1000.0)
    assert made.executors == []
    assert [entry.told for entry in listed] == [[("prepare", ""), ("close", "")]] * 2
