"""One judge for many submissions gives each what it would get alone."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from grader.catalog import Exercise, find
from grader.data import DataError, Profile
from grader.judging import Resources, Settings, grade
from grader.judging.collecting import Work
from grader.judging.grading import verdict
from grader.judging.judge import Judge, Judged, with_judge
from grader.language import Language
from grader.report import CheckStatus, ExerciseResult, Reason, Status
from grader.sandbox import Limits
from grader.sandbox.transcript import Recorder, Replay
from grader.submission import Submission

FLATTEN, COUNTS = "ch07_1/e04_scale_and_flatten", "ch07_1/e02_class_counts"
RIGHT = "def scale_and_flatten(images):\n    return images.reshape(len(images), 784) / 255\n"
SOURCES = {
    "wrong": "def scale_and_flatten(images):\n    return images\n",
    "right": RIGHT,
    "stub": find(FLATTEN).stub.read_text(encoding="utf-8"),
    "crash": "import os\ndef scale_and_flatten(images):\n    os._exit(1)\n",
    "right again": RIGHT,
    "noisy": "print('x' * 2**20)\n" + RIGHT,
    "not scaled": "def scale_and_flatten(images):\n    return images.reshape(len(images), 784)\n",
    "no Python": "def scale_and_flatten(images)\n",
    "hangs": "while True: pass\n" + RIGHT,
    "right at last": "import numpy as np\n" + RIGHT,
    "wrong again": "def scale_and_flatten(images):\n    return images\n",
}


@pytest.fixture(scope="module")
def resources() -> Iterator[Resources]:
    opened = Resources(
        Settings(profile=Profile.SMALL, download=False), Limits(load_seconds=3.0, call_seconds=3.0)
    )
    yield opened
    opened.close()


def handed_in(folder: Path, name: str, source: str, exercise: str = FLATTEN) -> Submission:
    root = folder / name
    file = root / f"{exercise}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    return Submission(name, {exercise: file}, root)


def plain(result: ExerciseResult) -> ExerciseResult:
    """Return `result` without how long it took, which is never the same."""
    checks = tuple(msgspec.structs.replace(check, seconds=0.0) for check in result.checks)
    return msgspec.structs.replace(result, seconds=0.0, checks=checks)


def judged_together(resources: Resources, submissions: list[Submission], exercise: Exercise) -> list[Judged]:
    def work(judge: Judge) -> list[Judged]:
        verdicts = []
        for submission in submissions:
            verdicts.append(verdict(judge, exercise, submission))
            resources.forget_student()
        return verdicts

    return with_judge(resources, Language.EN, work)


@pytest.fixture(scope="module")
def together(resources: Resources, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Judged]:
    """The verdicts on all of `SOURCES`, by one judge in that order."""
    folder = tmp_path_factory.mktemp("together")
    submissions = [handed_in(folder, name, source) for name, source in SOURCES.items()]
    return dict(zip(SOURCES, judged_together(resources, submissions, find(FLATTEN)), strict=True))


def test_many_after_one_another_get_what_each_gets_alone(
    together: dict[str, Judged], resources: Resources, tmp_path: Path
) -> None:
    for name, source in SOURCES.items():
        alone = grade(handed_in(tmp_path, name, source), resources, only=[find(FLATTEN)]).exercises[0]
        assert plain(together[name].result) == plain(alone), name
    statuses = {name: one.result.status for name, one in together.items()}
    assert [name for name, status in statuses.items() if status is Status.PASSED] == [
        "right",
        "right again",
        "noisy",
        "right at last",
    ]
    assert statuses["stub"] is Status.NOT_ATTEMPTED
    assert Status.ERROR not in statuses.values()


def test_nothing_of_one_is_in_the_verdict_on_the_next(together: dict[str, Judged]) -> None:
    assert [name for name, one in together.items() if one.result.notes] == ["noisy"]
    assert together["stub"].device is None
    assert together["right again"].device == "cpu"
    reasons = {name: one.result.reason for name, one in together.items() if one.result.reason}
    assert reasons == {
        "crash": Reason.CRASH,
        "no Python": Reason.SYNTAX_ERROR,
        "hangs": Reason.TIMEOUT,
    }
    for name, one in together.items():
        assert len({check.name for check in one.result.checks}) == len(one.result.checks), name
    # What was said to the one before is said to the next again: only within one verdict is it said once.
    assert together["wrong"].result.checks[0].message == together["wrong again"].result.checks[0].message
    crashed = [check.status for check in together["crash"].result.checks]
    assert crashed == [CheckStatus.FAILED, CheckStatus.BLOCKED, CheckStatus.BLOCKED]


def test_exercises_in_any_order_are_kept_apart(resources: Resources, tmp_path: Path) -> None:
    right = find(COUNTS).reference.read_text(encoding="utf-8")
    plan = [
        (FLATTEN, SOURCES["wrong"]),
        (COUNTS, right),
        (FLATTEN, RIGHT),
        (COUNTS, "def class_counts(labels):\n    return 0\n"),
        (FLATTEN, SOURCES["wrong"]),
        (COUNTS, right),
    ]

    def work(judge: Judge) -> list[Judged]:
        verdicts = []
        for number, (exercise, source) in enumerate(plan):
            one = handed_in(tmp_path, f"{number}", source, exercise)
            verdicts.append(judge.judge(find(exercise), Work(one.files[exercise], tmp_path / f"{number}")))
        return verdicts

    judged = with_judge(resources, Language.EN, work)
    assert [one.result.id for one in judged] == [exercise for exercise, _ in plan]
    passed, failed = Status.PASSED, Status.FAILED
    assert [one.result.status for one in judged] == [failed, passed, passed, failed, failed, passed]


def test_a_file_that_is_not_there_is_not_attempted(resources: Resources, tmp_path: Path) -> None:
    missing = Submission("kim", {}, tmp_path)
    (one,) = judged_together(resources, [missing], find(FLATTEN))
    assert (one.result.status, one.result.max_score, one.device) == (Status.NOT_ATTEMPTED, 3.0, None)


def test_the_verdict_from_the_transcript_is_the_verdict_and_no_sandbox_is_opened(
    resources: Resources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise = find(FLATTEN)
    submissions = [handed_in(tmp_path, name, source) for name, source in SOURCES.items() if name != "hangs"]

    def recording(judge: Judge) -> list[tuple[Judged, Recorder]]:
        found = []
        for one in submissions:
            assert one.root is not None
            recorder = Recorder(resources.sandboxes(one.root))
            found.append((judge.judge(exercise, Work(one.files[FLATTEN], one.root, recorder)), recorder))
            resources.forget_student()
        return found

    recorded = with_judge(resources, Language.EN, recording)

    def impossible(*_: object) -> None:
        raise AssertionError("a sandbox of a student was opened")

    def replaying(judge: Judge) -> list[tuple[Judged, bool]]:
        found = []
        for one, (_, recorder) in zip(submissions, recorded, strict=True):
            assert recorder.transcript is not None
            replay = Replay(recorder.transcript, recorder.arrays.__getitem__)
            moved = (tmp_path / f"{one.name} moved").resolve()
            moved.mkdir()
            file = moved / one.files[FLATTEN].name
            file.write_bytes(one.files[FLATTEN].read_bytes())
            found.append((judge.judge(exercise, Work(file, moved, replay)), replay.missed))
        return found

    with monkeypatch.context() as patched:
        patched.setattr(resources, "sandboxes", impossible)
        replayed = with_judge(resources, Language.EN, replaying)
    for one, (live, _), (again, missed) in zip(submissions, recorded, replayed, strict=True):
        assert not missed, one.name
        assert plain(again.result) == plain(live.result), one.name
        assert again.device == live.device


def test_what_the_work_raises_comes_out_as_it_is(resources: Resources) -> None:
    def work(judge: Judge) -> None:
        del judge
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        with_judge(resources, Language.EN, work)
    assert with_judge(resources, Language.EN, lambda _: 7) == 7


@pytest.mark.parametrize("name", ["PYTEST_ADDOPTS", "PYTEST_PLUGINS"])
def test_what_the_users_own_pytest_is_told_is_not_told_to_the_judge(
    name: str, resources: Resources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "--no-such-option" if name == "PYTEST_ADDOPTS" else "no_such_plugin")
    (one,) = judged_together(resources, [handed_in(tmp_path, "kim", RIGHT)], find(FLATTEN))
    assert one.result.status is Status.PASSED
    assert name in os.environ


def test_damaged_data_are_nobodys_mistake(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    broken = Resources(Settings(profile=Profile.SMALL, data_folder=tmp_path / "data", download=False))
    try:
        with pytest.raises(DataError):
            judged_together(broken, [handed_in(tmp_path, "kim", RIGHT)], find(FLATTEN))
    finally:
        broken.close()
