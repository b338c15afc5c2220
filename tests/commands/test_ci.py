"""`grader ci`: exit status, where things are written, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from grader.cli import main
from grader.language import Text
from grader.report import Report, report_of
from grader.report.json import to_json
from tests.ci.runner import obeyed
from tests.report.conftest import exception, flattening, sample

__all__ = ["exception", "flattening", "sample"]

Ci = Callable[..., Result]


@pytest.fixture
def ci(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ci:
    """Return a function that runs the command in `tmp_path`, in no job but the one it is told."""
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_STEP_SUMMARY", "GRADER_MIN_SCORE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str, **environment: str) -> Result:
        return CliRunner().invoke(main, ["ci", *arguments, "--lang", "en"], env=dict(environment))

    return ran


def written(report: Report) -> str:
    """Write `report` where it is expected; return its path."""
    Path("report.json").write_bytes(to_json(report))
    return "report.json"


def part(sample: Report, *numbers: int) -> Report:
    """Some of the sample's exercises: 0 is right, 1 the grader's fault, 2 and 3 are wrong, 4 is untouched."""
    return report_of("kim", sample.environment, tuple(sample.exercises[number] for number in numbers))


@pytest.mark.parametrize(
    ("numbers", "options", "status"),
    [
        ((0, 4), (), 0),
        ((4,), (), 0),
        ((0, 2), (), 1),
        ((0, 1), (), 3),
        ((0, 2), ("--min-score", "40%"), 0),
        ((0, 2), ("--min-score", "2.5"), 1),
        ((0, 1), ("--min-score", "0"), 3),
        ((0,), ("--min-score", "much"), 2),
        ((0,), ("--format", "nobody"), 2),
    ],
)
def test_the_exit_status_is_the_jobs(
    ci: Ci, sample: Report, numbers: tuple[int, ...], options: tuple[str, ...], status: int
) -> None:
    assert ci(written(part(sample, *numbers)), *options).exit_code == status


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b'{"schema": "other/v1"}', b'{"schema": "grader/report/v1"}']
)
@pytest.mark.parametrize("platform", ["github", "gitlab", "plain"])
def test_a_report_that_cannot_be_read_is_no_verdict(ci: Ci, content: bytes | None, platform: str) -> None:
    if content is not None:
        Path("report.json").write_bytes(content)
    result = ci("report.json", "--format", platform)
    assert result.exit_code == 3
    assert "No verdict: " in result.output
    assert "report.json" in result.output
    assert [command.name for command in obeyed(result.output)] == ["warning"] * (platform == "github")


@pytest.mark.parametrize(
    ("environment", "annotated"),
    [({"GITHUB_ACTIONS": "true"}, True), ({"GITLAB_CI": "true"}, False), ({}, False)],
)
def test_the_platform_is_found_in_the_environment(
    ci: Ci, sample: Report, environment: dict[str, str], *, annotated: bool
) -> None:
    result = ci(written(part(sample, 0, 2)), **environment)
    assert bool(obeyed(result.output)) is annotated
    assert ("✗ 1/3.5" in result.output) is not annotated
    assert "Not passed yet: " in result.output


def test_the_jobs_summary_is_written_after_what_its_step_has_written(ci: Ci, sample: Report) -> None:
    Path("page.md").write_text("before\n")
    ci(written(sample), GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY="page.md")
    assert Path("page.md").read_text(encoding="utf-8").startswith("before\n# Score: 2 of 9\n")


def test_with_what_was_there_the_summary_keeps_githubs_limit(ci: Ci, sample: Report) -> None:
    Path("page.md").write_text("b" * 996_500)
    ci(written(sample), GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY="page.md")
    page = Path("page.md").read_text(encoding="utf-8")
    assert "are left out" in page
    assert len(page.encode()) < 1_048_576


def test_elsewhere_a_summary_is_written_where_it_is_asked_for_and_anew(ci: Ci, sample: Report) -> None:
    for _ in range(2):
        ci(written(sample), "--summary", "out/summary.md", GITHUB_STEP_SUMMARY="page.md")
    assert Path("out/summary.md").read_text(encoding="utf-8").count("# Score: ") == 1
    assert not Path("page.md").exists()


def test_a_summary_that_cannot_be_written_is_told(ci: Ci, sample: Report) -> None:
    Path("file").write_text("")
    result = ci(written(part(sample, 0)), "--summary", "file/summary.md")
    assert result.exit_code == 3
    assert "Traceback" not in result.output
    assert "file" in result.stderr


@pytest.mark.parametrize("platform", ["github", "gitlab", "plain"])
def test_what_a_student_names_moves_no_cursor_and_opens_no_section(
    ci: Ci, sample: Report, platform: str
) -> None:
    hostile = "\x1b[0Ksection_start:1:x\r\x1b[0K\n::error::forged\n##[error]forged\u202e"
    exercise = msgspec.structs.replace(
        sample.exercises[2], title=Text(en=hostile, ko=hostile), checks=sample.exercises[3].checks
    )
    result = ci(written(report_of(hostile, sample.environment, (exercise,))), "--format", platform)
    assert not {"\x1b", "\r", "\u202e"} & set(result.output)
    assert not [line for line in result.output.splitlines() if line.startswith("::error::")]
