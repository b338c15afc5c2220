"""`grader export`: results in the formats of the platforms that keep grades."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console

from grader.batch.outputs import write_whole
from grader.commands import NOT_PASSED, PASSED
from grader.commands.outcome import reporting
from grader.export.autograder import AutograderOptions, autograder_zip
from grader.export.error import ExportError
from grader.export.formats import REPORT_FORMATS, FormatOptions, ReportFormat
from grader.export.gradescope import Visibility
from grader.export.parts import not_graded
from grader.export.results import Result, read_results
from grader.language import Language, Text
from grader.report import Refusal
from grader.report.safe_text import for_terminal

AUTOGRADER: Final = "gradescope-autograder"

_RESULTS_NEEDED: Final = Text(
    en="Which results? Name the folder that `grader batch --out` wrote, or a report.",
    ko="어떤 결과를 내보낼까요? `grader batch --out`이 쓴 폴더나 보고서 파일을 지정하세요.",
)
_ONE_AT_A_TIME: Final = Text(
    en="The format {format} is of one submission, and {path} holds {count}: name a report of one.",
    ko="{format} 형식은 제출물 하나에 대한 것인데 {path}에는 {count}개가 있습니다. 보고서 하나를 지정하세요.",
)
_WRITTEN: Final = Text(en="{out}: {count} written", ko="{out}: {count}개를 썼습니다")
_ZIP_WRITTEN: Final = Text(
    en="{out} is written. Upload it in Gradescope under Configure Autograder.",
    ko="{out} 파일을 썼습니다. Gradescope의 Configure Autograder에서 올리세요.",
)
_REFUSED: Final = Text(en="not graded: {name}: {why}", ko="채점하지 못함: {name}: {why}")
_IN_PART: Final = Text(
    en="not graded whole: {name}: {exercises}", ko="일부를 채점하지 못함: {name}: {exercises}"
)


@dataclass(frozen=True)
class ExportOptions:
    """What the command line was told."""

    results: Path | None
    format: str
    out: Path
    table: Path | None = None
    roster: Path | None = None
    assignment: str | None = None
    scale: bool = True
    hidden_visibility: str = Visibility.AFTER_PUBLISHED.value
    wheel: Path | None = None
    profile: str = "full"
    time_limit_seconds: int = 600


def run_export(options: ExportOptions, language: Language, console: Console) -> int:
    """Write the results, list what could not be written, and return the exit status."""
    with reporting(language) as outcome:
        outcome.status = _Export(options, language, console).run()
    return outcome.status


class _Export:
    """One run of the command."""

    def __init__(self, options: ExportOptions, language: Language, console: Console) -> None:
        self._options, self._language, self._console = options, language, console
        self._said_anything = False

    def run(self) -> int:
        options = self._options
        if options.format == AUTOGRADER:
            told = AutograderOptions(
                self._language, options.wheel, options.profile, options.time_limit_seconds
            )
            write_whole(options.out, autograder_zip(told))
            self._say(_ZIP_WRITTEN, out=options.out)
            return PASSED
        if options.results is None:
            raise ExportError(_RESULTS_NEEDED)
        self._write_reports(REPORT_FORMATS[options.format], options.results)
        return NOT_PASSED if self._said_anything else PASSED

    def _write_reports(self, chosen: ReportFormat, source: Path) -> None:
        told = FormatOptions(self._language, Visibility(self._options.hidden_visibility))
        alone = source.is_file()
        if chosen.one_at_a_time and not alone:
            count = sum(1 for _ in read_results(source))
            if count != 1:
                raise ExportError(
                    _ONE_AT_A_TIME.format(format=self._options.format, path=source, count=count)
                )
            alone = True
        written = 0
        for result in read_results(source):
            content = self._content(chosen, result, told)
            if content is not None:
                out = self._options.out
                write_whole(out if alone else out / f"{result.file_name}{chosen.ending}", content)
                written += 1
            self._list(result)
        self._say(_WRITTEN, out=self._options.out, count=written)

    @staticmethod
    def _content(chosen: ReportFormat, result: Result, told: FormatOptions) -> bytes | None:
        if isinstance(result.report, Refusal):
            return chosen.refuse(result.report, told) if chosen.refuse is not None else None
        return chosen.write(result.report, told)

    def _list(self, result: Result) -> None:
        """Say what of a submission has no grade."""
        report = result.report
        if isinstance(report, Refusal):
            why = for_terminal(report.why.in_language(self._language))
            self._complain(_REFUSED, name=for_terminal(report.submission), why=why)
        elif missing := not_graded(report):
            named = ", ".join(map(for_terminal, missing))
            self._complain(_IN_PART, name=for_terminal(report.submission), exercises=named)

    def _complain(self, text: Text, **values: object) -> None:
        self._said_anything = True
        self._say(text, **values)

    def _say(self, text: Text, **values: object) -> None:
        said = text.format(**values).in_language(self._language)
        self._console.print(said, markup=False, highlight=False, soft_wrap=True)
