"""The report as it grows while a submission is judged."""

from contextlib import closing
from pathlib import Path

from grader.catalog import find
from grader.data import Profile
from grader.judging import Resources, Settings, grade
from grader.report import Report, Status
from grader.submission import Submission

COUNTS, FLATTEN = "ch07_1/e02_class_counts", "ch07_1/e04_scale_and_flatten"
STANDARDIZE = "ch07_1/e05_standardize"
RIGHT = "def scale_and_flatten(images):\n    return images.reshape(len(images), 784) / 255\n"


def test_the_report_is_told_before_the_first_exercise_and_after_each(
    tmp_path: Path, resources: Resources
) -> None:
    file = tmp_path / f"{FLATTEN}.py"
    file.parent.mkdir(parents=True)
    file.write_text(RIGHT, encoding="utf-8")
    submission = Submission("kim", {FLATTEN: file}, tmp_path)
    told: list[Report] = []
    report = grade(submission, resources, only=[find(FLATTEN), find(COUNTS)], so_far=told.append)
    assert [[one.id for one in each.exercises] for each in told] == [[FLATTEN, COUNTS]] * 3
    first, second, last = told
    assert first.score == 0
    assert {one.status for one in first.exercises} == {Status.NOT_ATTEMPTED}
    assert all("Not judged yet" in one.notes[0].en for one in first.exercises)
    assert "0 of 2" in first.notes[0].en
    assert second.exercises[0].status is Status.PASSED
    assert second.score == second.exercises[0].max_score > 0
    assert second.max_score == last.max_score
    assert "1 of 2" in second.notes[0].en
    assert "2문제 중 1문제" in second.notes[0].ko
    assert last == report
    assert report.notes == ()


def test_with_public_checks_only_a_hidden_one_is_not_looked_at(tmp_path: Path) -> None:
    file = tmp_path / f"{STANDARDIZE}.py"
    file.parent.mkdir(parents=True)
    file.write_text(find(STANDARDIZE).reference.read_text(encoding="utf-8"), encoding="utf-8")
    names = {}
    for public_only in (True, False):
        settings = Settings(Profile.SMALL, download=False, public_only=public_only)
        with closing(Resources(settings)) as resources:
            report = grade(
                Submission("kim", {STANDARDIZE: file}, tmp_path), resources, only=[find(STANDARDIZE)]
            )
        (result,) = report.exercises
        assert result.status is Status.PASSED
        assert result.max_score == sum(check.max_score for check in result.checks)
        names[public_only] = {check.name for check in result.checks if check.hidden}
    assert names == {True: set(), False: {"test_divides_constant_columns_by_1"}}
