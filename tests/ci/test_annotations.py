"""What stands beside the lines of a file, and that nothing a student writes becomes a command."""

from pathlib import Path, PurePosixPath

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from grader.ci.annotations import MOST_OF_A_KIND, Annotation, Kind, annotations_on, shown
from grader.ci.workflow_commands import command
from grader.language import Language, Text
from grader.report import CheckResult, CheckStatus, ExerciseResult, Frame, Report, Status
from tests.ci.runner import Command, obeyed

PIECES = (
    *("::", ":", "##[", "]", "[", "#", ",", ";", "=", "title", "가", " ", "\t"),
    *("error", "set-output name=x", "set-env name=PATH", "stop-commands", "add-mask"),
    *("%", "%0A", "%0D", "%25", "%3A", "%2C", "%3B", "%5D"),
    *("\n", "\r", "\r\n", "\x85", "\u2028", "\x0b", "\x1b[2K", "\u202e", "\ud800"),
)
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def commands_of(report: Report, language: Language, folder: Path = Path("exercises")) -> list[str]:
    return [annotation.as_command for annotation in shown(annotations_on(report, language, folder), language)]


def many_failures(sample: Report, check: CheckResult, count: int) -> Report:
    exercise = msgspec.structs.replace(sample.exercises[2], checks=(check,) * count)
    return msgspec.structs.replace(sample, exercises=(exercise,))


@given(name=st.sampled_from(Kind), title=HOSTILE, file=HOSTILE, message=HOSTILE)
@example(name=Kind.ERROR, title="a,line=1::x", file="a\n::error::", message="50%0A\n::set-output name=a::b")
def test_whatever_the_values_are_there_is_one_command_and_it_is_ours(
    name: Kind, title: str, file: str, message: str
) -> None:
    line = command(name.value, {"file": file, "title": title}, message)
    (obeyed_command,) = obeyed(line)
    assert obeyed_command.name == name.value
    assert set(obeyed_command.properties) <= {"file", "title"}
    assert not set(line) & set("\r\n\x1b\u202e\u2028\x85")


@given(title=st.text("a %:,=\\025A", max_size=20), message=st.text("a %:,=\\025A\n", max_size=20))
@example(title="100%25 %3A %2C", message="100%25 %0A %0D")
def test_the_runner_reads_back_what_was_said(title: str, message: str) -> None:
    (read,) = obeyed(command("error", {"title": f"<{title}>", "line": "3"}, f"<{message}>"))
    lines = [line.strip() for line in f"<{message}>".split("\n")]
    assert read == Command("error", {"title": f"<{title}>", "line": "3"}, "\n".join(lines))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(texts=st.lists(HOSTILE, min_size=6, max_size=6), language=st.sampled_from(Language))
def test_a_hostile_report_gives_no_command_but_ours(
    sample: Report, exception: CheckResult, texts: list[str], language: Language
) -> None:
    title, message, value, file, identifier, submission = texts
    check = msgspec.structs.replace(
        exception,
        title=Text(en=title, ko=title),
        message=Text(en=message, ko=message),
        read=Text(en=message, ko=message),
        expected=value,
        actual=value,
        function=value,
        detail=value,
        frames=(Frame(file, 1, value, value),),
    )
    exercise = msgspec.structs.replace(
        sample.exercises[2], id=identifier, title=Text(en=title, ko=title), checks=(check, check)
    )
    broken = msgspec.structs.replace(exercise, status=Status.ERROR)
    report = msgspec.structs.replace(sample, submission=submission, exercises=(exercise, broken))
    lines = commands_of(report, language)
    assert [each.name for each in obeyed("\n".join(lines))] == ["error", "error", "warning"]
    assert all(set(each.properties) <= {"file", "line", "title"} for each in obeyed("\n".join(lines)))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), language=st.sampled_from(Language))
def test_of_any_report_each_line_is_an_annotation(
    data: st.DataObject, reports: st.SearchStrategy[Report], language: Language
) -> None:
    lines = commands_of(data.draw(reports), language)
    assert [each.name in {kind.value for kind in Kind} for each in obeyed("\n".join(lines))] == [True] * len(
        lines
    )


def test_each_failed_check_is_an_error_at_its_line(sample: Report, tmp_path: Path) -> None:
    file = tmp_path / "ch07_1/e04_scale_and_flatten.py"
    file.parent.mkdir()
    file.write_text("import numpy as np\n\n\ndef scale_and_flatten(images):\n    return images\n")
    checks = (msgspec.structs.replace(sample.exercises[2].checks[0], function="scale_and_flatten"),)
    exercise = msgspec.structs.replace(sample.exercises[2], checks=checks)
    report = msgspec.structs.replace(sample, exercises=(exercise, sample.exercises[3]))
    at, raised = annotations_on(report, Language.EN, tmp_path)
    assert (at.kind, at.file, at.line) == (Kind.ERROR, file.as_posix(), 4)
    assert at.title == "Each image becomes one row of 784 numbers"
    assert at.message.startswith("28 columns:")
    assert at.message.splitlines()[1:3] == ["Expected: shape (5, 784)", "Seen: shape (140, 28)"]
    assert (PurePosixPath(raised.file).name, raised.line) == ("e10_train_and_evaluate.py", 9)


def test_the_graders_own_fault_is_a_warning_and_no_error(sample: Report) -> None:
    (broken,) = annotations_on(
        msgspec.structs.replace(sample, exercises=sample.exercises[1:2]), Language.KO, Path("exercises")
    )
    assert broken.kind is Kind.WARNING
    assert "여러분의 실수가 아니며" in broken.message


def test_what_stops_an_exercise_before_any_check_is_said_of_its_file(sample: Report) -> None:
    blocked = msgspec.structs.replace(sample.exercises[2].checks[0], status=CheckStatus.BLOCKED)
    exercise: ExerciseResult = msgspec.structs.replace(
        sample.exercises[3], checks=(blocked,), reason=sample.exercises[3].reason
    )
    (said,) = annotations_on(
        msgspec.structs.replace(sample, exercises=(exercise,)), Language.EN, Path("exercises")
    )
    assert (said.kind, said.line, said.message) == (Kind.ERROR, 1, "Your code stopped with an exception.")


@pytest.mark.parametrize("language", Language)
def test_of_more_than_github_shows_the_rest_is_counted(
    sample: Report, flattening: CheckResult, language: Language
) -> None:
    report = many_failures(sample, flattening, MOST_OF_A_KIND + 3)
    *errors, notice = shown(annotations_on(report, language, Path("exercises")), language)
    assert [each.kind for each in errors] == [Kind.ERROR] * MOST_OF_A_KIND
    assert notice.kind is Kind.NOTICE
    assert "3" in notice.message
    exactly = many_failures(sample, flattening, MOST_OF_A_KIND)
    assert all(each.startswith("::error ") for each in commands_of(exactly, language))


def test_an_id_that_is_no_path_of_an_exercise_leads_to_no_file(sample: Report, tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text("def train(:\n")
    exercise = msgspec.structs.replace(sample.exercises[2], id="../secret")
    (said,) = annotations_on(
        msgspec.structs.replace(sample, exercises=(exercise,)), Language.EN, tmp_path / "exercises"
    )
    assert (said.file, said.line) == ("", 1)
    assert "file=" not in said.as_command


def test_a_message_stays_below_what_the_runner_takes() -> None:
    long = Annotation(Kind.ERROR, "t" * 10_000, "m\n" * 10_000)
    (read,) = obeyed(long.as_command)
    assert len(read.data) <= 4_000
    assert len(read.properties["title"]) <= 255
