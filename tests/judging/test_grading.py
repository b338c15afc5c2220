"""The report as it grows while a submission is judged."""

from pathlib import Path

from grader.catalog import find
from grader.judging import Resources, grade
from grader.report import Report, Status
from grader.submission import Submission

COUNTS, FLATTEN = "ch07_1/e02_class_counts", "ch07_1/e04_scale_and_flatten"
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
