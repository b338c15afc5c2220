"""What has a verdict is not judged again, and what is handed out is always of the verdicts in force."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from grader.batch.grading import grade_class
from grader.batch.outputs import Outputs
from grader.batch.session import Session
from grader.batch.store import Store, StoredWork
from grader.batch.worker import Finished, Job
from grader.catalog import exercises, find
from grader.judging.budget import TimeLimits
from grader.judging.judge import Judged
from grader.judging.recording import could_not_judge
from grader.language import Language, Text
from grader.report import Status
from grader.submission import find_submissions
from tests.batch.executors import Opened
from tests.batch.samples import ENVIRONMENT, FLATTEN, result

STANDARDIZE = "ch07_1/e05_standardize"


@dataclass
class Told:
    """What the person in front of the screen is told."""

    done: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    not_taken: dict[str, Text] = field(default_factory=dict)

    def already_done(self, name: str) -> None:
        self.already.append(name)

    def began(self, name: str, exercise_id: str) -> None:
        assert name
        assert find(exercise_id)

    def exercise_done(self, name: str) -> None:
        assert name

    def submission_done(self, name: str, score: float, max_score: float) -> None:
        assert 0 <= score <= max_score
        self.done.append(name)

    def not_graded(self, name: str, why: Text) -> None:
        self.not_taken[name] = why


@dataclass
class Class:
    """A class, a folder for its results, and what is judged in a worker's place: a point for each line."""

    folder: Path
    out: Path
    told: Told = field(default_factory=Told)
    judged: list[tuple[str, str]] = field(default_factory=list)
    at_a_time: int = 2

    def hand_in(self, name: str, **sources: str) -> None:
        """Put files of ch07_1 in place, each by the name of its exercise."""
        for exercise, source in sources.items():
            file = self.folder / name / "ch07_1" / f"{exercise}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(source)

    def judge(self, job: Job) -> Finished:
        source = job.file.read_bytes()
        self.judged.append((job.root.name, job.exercise))
        if b"break" in source:
            raise RuntimeError("a bug of ours")
        lines = source.count(b"\n")
        return Finished(Judged(result(lines, exercise=job.exercise), "cpu"), 0.1, StoredWork(source, None))

    def grade(self) -> Told:
        """Grade, as the command does, and return what was told of it."""
        self.told, self.judged = Told(), []
        with self.store() as store:
            outputs = Outputs(store, self.out, Language.EN)
            session = Session(store, self.out / "work", outputs, self.told, TimeLimits(300.0, 1200.0))
            store.note_environment("environment", ENVIRONMENT)
            opened = Opened(self.judge)
            try:
                found = find_submissions(self.folder).submissions
                grade_class(session, found, "environment", opened.pool, self.at_a_time)
            finally:
                opened.pool.close()
            outputs.write_class()
        return self.told

    def store(self) -> "Closing":
        return Closing(Store.open(self.out))

    def files(self) -> Mapping[str, bytes]:
        """Return what is handed out, by its path."""
        return {
            str(path.relative_to(self.out)): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file() and not path.name.startswith("results.sqlite")
        }


@dataclass
class Closing:
    opened: Store

    def __enter__(self) -> Store:
        return self.opened

    def __exit__(self, *error: object) -> None:
        self.opened.close()


@pytest.fixture
def kim_and_lee(tmp_path: Path) -> Iterator[Class]:
    (tmp_path / "out").mkdir()
    made = Class(tmp_path / "submissions", tmp_path / "out")
    made.hand_in("kim", e04_scale_and_flatten="1\n2\n", e05_standardize="1\n")
    made.hand_in("lee", e04_scale_and_flatten="1\n2\n3\n")
    yield made
    assert not list((made.out / "work" / "submissions").iterdir())  # no copy of a submission is left


def score(made: Class, name: str, exercise: str = FLATTEN) -> float:
    with made.store() as store:
        return store.verdicts(name)[exercise].result.score


def test_every_exercise_that_was_handed_in_is_judged_and_the_rest_is_not_attempted(
    kim_and_lee: Class,
) -> None:
    told = kim_and_lee.grade()
    assert sorted(told.done) == ["kim", "lee"]
    assert len(kim_and_lee.judged) == 3
    with kim_and_lee.store() as store:
        verdicts = store.verdicts("kim")
    assert set(verdicts) == {exercise.id for exercise in exercises()}
    attempted = {name: one for name, one in verdicts.items() if one.device is not None}
    assert {name: one.result.score for name, one in attempted.items()} == {FLATTEN: 2, STANDARDIZE: 1}
    rest = [one.result.status for name, one in verdicts.items() if name not in attempted]
    assert set(rest) == {Status.NOT_ATTEMPTED}


def test_a_second_run_judges_nothing_and_changes_nothing(kim_and_lee: Class) -> None:
    kim_and_lee.grade()
    before = kim_and_lee.files()
    told = kim_and_lee.grade()
    assert kim_and_lee.judged == []
    assert (sorted(told.already), told.done) == (["kim", "lee"], [])
    assert kim_and_lee.files() == before
    with kim_and_lee.store() as store:
        assert len(store.history("kim", FLATTEN)) == 1


def test_a_changed_submission_is_judged_again_and_the_earlier_verdict_is_kept(kim_and_lee: Class) -> None:
    kim_and_lee.grade()
    kim_and_lee.hand_in("kim", e04_scale_and_flatten="1\n2\n3\n4\n")
    told = kim_and_lee.grade()
    assert (told.done, told.already) == (["kim"], ["lee"])
    with kim_and_lee.store() as store:
        assert [one.score for one in store.history("kim", FLATTEN)] == [2, 4]
    assert b'"score": 4.0' in kim_and_lee.files()["reports/kim.json"]


def test_the_very_same_work_is_judged_once_and_counts_for_both(kim_and_lee: Class) -> None:
    kim_and_lee.grade()
    kim_and_lee.hand_in("park", e04_scale_and_flatten="1\n2\n3\n")
    told = kim_and_lee.grade()
    assert kim_and_lee.judged == []
    assert told.done == ["park"]
    assert score(kim_and_lee, "park") == score(kim_and_lee, "lee") == 3


def test_so_is_a_file_that_stands_alone_among_others(kim_and_lee: Class) -> None:
    kim_and_lee.grade()
    kim_and_lee.hand_in("park", e04_scale_and_flatten="1\n2\n3\n", e05_standardize="import helper\n")
    kim_and_lee.hand_in("choi", e04_scale_and_flatten="1\n2\n3\n4\n", e05_standardize="import helper\n")
    kim_and_lee.grade()
    # Four lines are new, and of what imports something nobody can say that it is the same.
    with kim_and_lee.store() as store:
        contents = {store.verdicts(name)[STANDARDIZE].key.content for name in ("park", "choi")}
    assert sorted(exercise for _, exercise in kim_and_lee.judged) == [FLATTEN, STANDARDIZE, STANDARDIZE]
    assert len(contents) == 2
    assert score(kim_and_lee, "park") == 3


def test_the_graders_own_failure_is_no_verdict_and_is_tried_again(kim_and_lee: Class) -> None:
    kim_and_lee.hand_in("kim", e05_standardize="break\n")
    for _ in range(2):
        kim_and_lee.grade()
        assert [exercise for _, exercise in kim_and_lee.judged].count(STANDARDIZE) == 1
        with kim_and_lee.store() as store:
            failed = store.verdicts("kim")[STANDARDIZE].result
        assert failed.status is Status.ERROR
        assert "a bug of ours" in failed.notes[0].en
        assert score(kim_and_lee, "kim") == 2
    assert kim_and_lee.judged == [("0", STANDARDIZE)]  # and nothing else is


def test_an_error_of_somebody_elses_is_not_taken_over(kim_and_lee: Class) -> None:
    kim_and_lee.grade()
    kim_and_lee.hand_in("choi", e04_scale_and_flatten="1\n")
    with kim_and_lee.store() as store:
        known = store.verdicts("lee")[FLATTEN]
        broken = could_not_judge(find(FLATTEN), 3.0, "a bug")
        for name in ("lee", "another"):
            store.add(type(known)(name, known.key, broken, None))
    kim_and_lee.grade()
    assert sorted(kim_and_lee.judged) == [("0", FLATTEN), ("2", FLATTEN)]
    assert score(kim_and_lee, "lee") == 3


@pytest.mark.parametrize("call", [1, 2])
def test_a_run_that_was_ended_between_store_and_files_is_made_good_by_the_next(
    call: int, kim_and_lee: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim_and_lee.at_a_time = 1
    kim_and_lee.grade()
    for name in ("kim", "lee"):
        kim_and_lee.hand_in(name, e04_scale_and_flatten="1\n2\n3\n4\n5\n")
    calls = []

    def ended(outputs: Outputs, name: str) -> None:
        calls.append(name)
        if len(calls) == call:
            raise KeyboardInterrupt
        write(outputs, name)

    write = Outputs.write_submission
    with monkeypatch.context() as patched:
        patched.setattr(Outputs, "write_submission", ended)
        with pytest.raises(KeyboardInterrupt):
            kim_and_lee.grade()
    remains = kim_and_lee.out / "work" / "submissions"
    for path in remains.iterdir():
        path.rmdir()
    kim_and_lee.grade()
    resumed = kim_and_lee.files()
    for name in ("reports", "feedback"):
        _remove(kim_and_lee.out / name)
    kim_and_lee.grade()
    assert resumed == kim_and_lee.files()
    assert b'"score": 5.0' in resumed["reports/kim.json"]


def _remove(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


def test_what_is_deleted_of_the_files_comes_back(kim_and_lee: Class) -> None:
    kim_and_lee.grade()
    before = kim_and_lee.files()
    _remove(kim_and_lee.out / "feedback")
    (kim_and_lee.out / "reports" / "lee.json").unlink()
    (kim_and_lee.out / "gradebook.csv").unlink()
    kim_and_lee.grade()
    assert kim_and_lee.judged == []
    assert kim_and_lee.files() == before


def test_who_is_gone_leaves_the_files_and_comes_back_without_being_judged(kim_and_lee: Class) -> None:
    kim_and_lee.grade()
    before = kim_and_lee.files()
    away = kim_and_lee.folder.parent / "away"
    (kim_and_lee.folder / "lee").rename(away)
    kim_and_lee.grade()
    assert not any("lee" in name for name in kim_and_lee.files())
    assert b"lee" not in kim_and_lee.files()["gradebook.csv"]
    away.rename(kim_and_lee.folder / "lee")
    kim_and_lee.grade()
    assert kim_and_lee.judged == []
    assert kim_and_lee.files() == before


def test_what_cannot_be_taken_is_said_and_its_earlier_report_is_gone(kim_and_lee: Class) -> None:
    kim_and_lee.grade()
    _remove(kim_and_lee.folder / "lee")
    (kim_and_lee.folder / "lee.zip").write_bytes(b"no archive")
    told = kim_and_lee.grade()
    assert list(told.not_taken) == ["lee"]
    files = kim_and_lee.files()
    assert "reports/lee.json" not in files
    assert [name for name in files if name.startswith("feedback/lee/")] == ["feedback/lee/index.md"]
    assert "lee" in files["gradebook.csv"].decode("utf-8-sig")
    assert told.not_taken["lee"].en in files["feedback/lee/index.md"].decode()


def test_what_others_have_put_beside_the_feedback_is_no_obstacle(kim_and_lee: Class) -> None:
    kim_and_lee.grade()
    for folder in ("feedback", "reports"):
        (kim_and_lee.out / folder / ".DS_Store").write_bytes(b"x")
    (kim_and_lee.out / "feedback" / "sent on Friday.txt").write_text("to all")
    kim_and_lee.grade()
    assert (kim_and_lee.out / "feedback" / "sent on Friday.txt").read_text() == "to all"
