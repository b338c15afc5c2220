"""One submission and the checks of its exercises, to one report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from grader.catalog import Exercise, exercises
from grader.judging.collecting import Work, points_of
from grader.judging.judge import Judge, Judged, with_judge
from grader.judging.recording import exercise_result
from grader.judging.resources import Resources
from grader.language import Language
from grader.report import Report, report_of
from grader.submission import Submission


def grade(
    submission: Submission,
    resources: Resources,
    *,
    only: Sequence[Exercise] = (),
    language: Language = Language.EN,
    judged: Callable[[str], None] = lambda _: None,
) -> Report:
    """Return the report on `submission`, over the whole catalogue or over `only`.

    `judged` is called with the id of each exercise as it is done, whether it was attempted or not.

    Raises:
        DataError: if the data that the checks need are damaged.
        GraderFaultError: if pytest itself could not run.
    """
    listed = tuple(only) or exercises()
    resources.expect([*submission.files.values(), *(exercise.reference for exercise in listed)])

    def work(judge: Judge) -> list[Judged]:
        verdicts = []
        for exercise in listed:
            verdicts.append(verdict(judge, exercise, submission))
            judged(exercise.id)
        return verdicts

    verdicts = with_judge(resources, language, work)
    resources.forget_student()
    devices = {one.device for one in verdicts} - {None}
    environment = resources.environment(device="gpu" if "gpu" in devices else "cpu", data=bool(devices))
    results = tuple(one.result for one in verdicts)
    return report_of(submission.name, environment, results, submission.notes)


def verdict(judge: Judge, exercise: Exercise, submission: Submission) -> Judged:
    """Return the verdict on one exercise of `submission`, which may not contain it."""
    file = submission.files.get(exercise.id)
    if file is None:
        return not_attempted(exercise)
    return judge.judge(exercise, Work(file, submission.root or file.parent.parent))


def not_attempted(exercise: Exercise) -> Judged:
    """Return the verdict on an exercise that was not handed in."""
    return Judged(exercise_result(exercise, [], points_of(exercise)), None)
