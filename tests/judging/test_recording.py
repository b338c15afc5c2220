from grader.catalog import find
from grader.checking.finding import Finding, GraderFaultError
from grader.checking.hint import hint
from grader.checking.marks import Check
from grader.judging.recording import Record, exercise_result, finding_in, result_of
from grader.language import Text
from grader.report import CheckStatus, Reason, Status

CHECK = Check("test_x", Text("x", "엑스"), 2.0, hint("plain", "why", "왜"), ())


def verdict(*statuses: CheckStatus, attempted: bool = True) -> Status:
    records = [Record("e", attempted, result_of(CHECK, status, 0.1)) for status in statuses]
    return exercise_result(find("ch07_1/e04_scale_and_flatten"), records, 3.0).status


def test_a_verdict_is_passed_only_if_every_check_is() -> None:
    assert verdict(CheckStatus.PASSED, CheckStatus.PASSED) is Status.PASSED
    assert verdict(CheckStatus.PASSED, CheckStatus.BLOCKED) is Status.FAILED
    assert verdict(CheckStatus.PASSED, CheckStatus.FAILED) is Status.FAILED


def test_our_own_fault_is_never_the_students() -> None:
    assert verdict(CheckStatus.FAILED, CheckStatus.ERROR) is Status.ERROR
    assert finding_in(GraderFaultError("the reference failed"), CHECK) is None
    assert finding_in(KeyError("a bug in a check"), CHECK) is None


def test_nothing_attempted_is_not_attempted() -> None:
    assert verdict() is Status.NOT_ATTEMPTED
    assert verdict(CheckStatus.BLOCKED, attempted=False) is Status.NOT_ATTEMPTED


def test_a_plain_assert_takes_the_checks_own_hint() -> None:
    finding = finding_in(AssertionError("assert 1 == 2"), CHECK)
    assert finding is not None
    assert finding.hint.id == "plain"
    assert finding.message == Text("why", "왜")


def test_the_reason_is_the_first_failed_checks() -> None:
    finding = Finding(CHECK.hint, reason=Reason.TIMEOUT)
    failed = Record("e", True, result_of(CHECK, CheckStatus.FAILED, 0.1, finding))  # noqa: FBT003
    result = exercise_result(find("ch07_1/e04_scale_and_flatten"), [failed], 3.0)
    assert (result.reason, result.score, result.max_score) == (Reason.TIMEOUT, 0.0, 3.0)
