"""One submission and the checks of its exercises, to one report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from grader.catalog import Exercise, exercises
from grader.judging.collecting import Work, points_of
from grader.judging.judge import Judge, Judged, with_judge
from grader.judging.recording import exercise_result
from grader.judging.resources import Resources
from grader.language import Language, Text
from grader.report import ExerciseResult, Report, report_of
from grader.submission import Submission

_NOT_JUDGED_YET = Text(
    en="Not judged yet when this was written: grading had not come to it.",
    ko="아직 채점하지 않았습니다. 이 결과는 채점이 끝나기 전에 쓰였습니다.",
)
_NOT_ENDED = Text(
    en="Grading had not ended when this was written: {judged} of {all} exercises are judged. "
    "If this is still here after a while, grading was stopped (by a time limit, perhaps).",
    ko="채점이 끝나기 전에 쓰인 결과입니다. {all}문제 중 {judged}문제를 채점했습니다. "
    "한참 뒤에도 이 글이 보이면 채점이 도중에 멈춘 것입니다(시간제한 등).",
)


def grade(  # noqa: PLR0913 - two ways of being told, each of its own use
    submission: Submission,
    resources: Resources,
    *,
    only: Sequence[Exercise] = (),
    language: Language = Language.EN,
    judged: Callable[[str], None] = lambda _: None,
    so_far: Callable[[Report], None] | None = None,
) -> Report:
    """Return the report on `submission`, over the whole catalogue or over `only`.

    `judged` is called with the id of each exercise as it is done, whether it was attempted or not. `so_far`
    is called with the report as it stands, before the first exercise and after each: what is not judged yet
    has 0 points in it and says so.

    Raises:
        DataError: if the data that the checks need are damaged.
        GraderFaultError: if pytest itself could not run.
    """
    listed = tuple(only) or exercises()
    resources.expect([*submission.files.values(), *(exercise.reference for exercise in listed)])

    def work(judge: Judge) -> list[Judged]:
        verdicts: list[Judged] = []
        for exercise in listed:
            if so_far is not None:
                so_far(_partial_report(submission, resources, verdicts, listed))
            verdicts.append(verdict(judge, exercise, submission))
            judged(exercise.id)
        return verdicts

    report = _report(submission, resources, with_judge(resources, language, work))
    resources.forget_student()
    if so_far is not None:
        so_far(report)
    return report


def _report(submission: Submission, resources: Resources, verdicts: Sequence[Judged]) -> Report:
    devices = {one.device for one in verdicts} - {None}
    environment = resources.environment(device="gpu" if "gpu" in devices else "cpu", data=bool(devices))
    results = tuple(one.result for one in verdicts)
    return report_of(submission.name, environment, results, submission.notes)


def _partial_report(
    submission: Submission, resources: Resources, verdicts: Sequence[Judged], listed: Sequence[Exercise]
) -> Report:
    report = _report(submission, resources, verdicts)
    pending = tuple(_not_judged_yet(exercise) for exercise in listed[len(verdicts) :])
    note = _NOT_ENDED.format(judged=len(verdicts), all=len(listed))
    notes = (note, *submission.notes)
    return report_of(submission.name, report.environment, report.exercises + pending, notes)


def _not_judged_yet(exercise: Exercise) -> ExerciseResult:
    return msgspec.structs.replace(not_attempted(exercise).result, notes=(_NOT_JUDGED_YET,))


def verdict(judge: Judge, exercise: Exercise, submission: Submission) -> Judged:
    """Return the verdict on one exercise of `submission`, which may not contain it."""
    file = submission.files.get(exercise.id)
    if file is None:
        return not_attempted(exercise)
    return judge.judge(exercise, Work(file, submission.root or file.parent.parent))


def not_attempted(exercise: Exercise) -> Judged:
    """Return the verdict on an exercise that was not handed in."""
    return Judged(exercise_result(exercise, [], points_of(exercise)), None)
