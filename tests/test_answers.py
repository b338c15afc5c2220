"""The grader is graded: every right answer passes, every wrong one fails as it says."""

import pytest

from grader.audit.corpus import Answer, answers
from grader.catalog import find
from grader.judging import Resources, grade
from grader.report import CheckStatus, Status
from grader.submission import Submission

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("answer", answers(), ids=str)
def test_the_verdict_on_an_answer(answer: Answer, resources: Resources) -> None:
    exercise = find(answer.exercise)
    report = grade(Submission("answer", {exercise.id: answer.file}), resources, only=[exercise])
    (result,) = report.exercises
    failed = [check for check in result.checks if check.status is CheckStatus.FAILED]
    told = [
        f"{check.name}: {check.hint}: {check.message and check.message.en} ({check.detail})"
        for check in failed
    ]
    if answer.right:
        assert result.status is Status.PASSED, told
        return
    assert result.status is Status.FAILED, "a wrong answer passed"
    assert (failed[0].name, failed[0].hint) == (answer.check, answer.hint), told
