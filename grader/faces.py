"""What the pytest face does with results: a check's, and the finished report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from _pytest.junitxml import xml_key
from rich.console import Console

from grader.export.junit import check_properties
from grader.judging.recording import record_on
from grader.language import Language
from grader.report import Report, Status
from grader.report.json import to_json
from grader.report.markdown import write_feedback
from grader.report.terminal import render_summary


def finish(
    report: Report,
    terminal: pytest.TerminalReporter,
    language: Language,
    *,
    feedback: Path,
    json_file: Path | None,
) -> None:
    """Print the summary through pytest's own terminal, and write the pages and the JSON."""
    terminal.section("grader")
    writer = terminal._tw  # noqa: SLF001 - the only way to pytest's own stream and width
    console = Console(file=writer._file, width=writer.fullwidth, no_color=not writer.hasmarkup)  # noqa: SLF001
    attempted = any(exercise.status is not Status.NOT_ATTEMPTED for exercise in report.exercises)
    shown = None
    if attempted:
        try:
            write_feedback(report, feedback, language)
            shown = Path(os.path.relpath(feedback))
        except OSError as error:
            terminal.write_line(f"feedback could not be written: {error}")
    if json_file is not None:
        json_file.write_bytes(to_json(report))
    render_summary(report, console, language, feedback=shown)


def tell_junit_xml(config: pytest.Config, report: pytest.TestReport) -> None:
    """Put what a check is worth, and its hint, into the file of `--junitxml`, if there is to be one.

    In the default `junit_family=xunit2` a case has no properties, so they are the suite's, with the case's
    name in front; elsewhere they are the case's own.
    """
    xml = config.stash.get(xml_key, None)
    record = record_on(report)
    if xml is None or record is None:
        return
    for name, value in check_properties(record.check).items():
        if xml.family == "xunit2":
            xml.add_global_property(f"{record.exercise}::{record.check.name}.{name}", value)
        else:
            xml.node_reporter(report).add_property(name, value)
