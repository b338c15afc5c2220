"""`grader export`: results in the formats of the platforms that keep grades."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console

from grader.commands import NOT_PASSED, PASSED
from grader.commands.outcome import reporting
from grader.export import canvas, moodle, table, unfilled
from grader.export.autograder import AutograderOptions, autograder_zip
from grader.export.class_scores import scores_of
from grader.export.error import ExportError
from grader.export.formats import REPORT_FORMATS, FormatOptions, ReportFormat
from grader.export.gradescope import Visibility
from grader.export.matching import Filled, Score, read_roster
from grader.export.parts import not_graded
from grader.export.results import Result, read_results
from grader.language import Language, Text
from grader.report import Refusal, Report
from grader.report.safe_text import for_terminal
from grader.writing import write_whole

AUTOGRADER: Final = "gradescope-autograder"

_RESULTS_NEEDED: Final = Text(
    en="Which results? Name the folder that `grader batch --out` wrote, or a report.",
    ko="어떤 결과를 내보낼까요? `grader batch --out`이 쓴 폴더나 보고서 파일을 지정하세요.",
)
_TABLE_NEEDED: Final = Text(
    en="The format {format} fills a table: name the one that you downloaded with --table.",
    ko="{format} 형식은 표를 채우는 형식입니다. 내려받은 표를 --table로 지정하세요.",
)
_UNREADABLE: Final = Text(en="{path} cannot be read: {why}", ko="{path} 파일을 읽을 수 없습니다: {why}")
_ONE_AT_A_TIME: Final = Text(
    en="The format {format} is of one submission, and {path} holds {count}: name a report of one.",
    ko="{format} 형식은 제출물 하나에 대한 것인데 {path}에는 {count}개가 있습니다. 보고서 하나를 지정하세요.",
)
_WRITTEN: Final = Text(en="{out}: {count} written", ko="{out}: {count}개를 썼습니다")
_TABLE_WRITTEN: Final = Text(en="{out} is written", ko="{out} 파일을 썼습니다")
_ZIP_WRITTEN: Final = Text(
    en="{out} is written: upload it in Gradescope under Configure Autograder",
    ko="{out} 파일을 썼습니다. Gradescope의 Configure Autograder에서 올리세요",
)
_REFUSED: Final = Text(en="not graded: {name}: {why}", ko="채점하지 못함: {name}: {why}")
_IN_PART: Final = Text(
    en="not graded whole: {name}: {exercises}", ko="일부를 채점하지 못함: {name}: {exercises}"
)


@dataclass(frozen=True)
class ExportOptions:
    """What the command line was told; the fields with a default each mean something in some formats only."""

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
        self._complained = False

    def run(self) -> int:
        options, chosen = self._options, self._options.format
        if chosen == AUTOGRADER:
            self._write_autograder()
        elif options.results is None:
            raise ExportError(_RESULTS_NEEDED)
        elif chosen in REPORT_FORMATS:
            self._write_reports(REPORT_FORMATS[chosen], options.results)
        elif chosen in _TABLES:
            self._write_table(_TABLES[chosen], options.results)
        else:
            self._fill_table(_FILLED[chosen], options.results)
        return NOT_PASSED if self._complained else PASSED

    def _write_autograder(self) -> None:
        options = self._options
        told = AutograderOptions(
            self._language,
            options.wheel,
            options.profile,
            options.time_limit_seconds,
            Visibility(options.hidden_visibility),
        )
        write_whole(options.out, autograder_zip(told))
        self._say(_ZIP_WRITTEN, out=options.out)

    def _write_reports(self, chosen: ReportFormat, source: Path) -> None:
        told = FormatOptions(self._language, Visibility(self._options.hidden_visibility))
        out, alone = self._options.out, source.is_file()
        if chosen.one_at_a_time and not alone:
            self._refuse_several(source)
            alone = True
        written = 0
        for result in read_results(source):
            content = _content(chosen, result, told)
            if content is not None:
                write_whole(out if alone else out / f"{result.file_name}{chosen.ending}", content)
                written += 1
            self._list(result)
        self._say(_WRITTEN, out=out, count=written)

    def _refuse_several(self, source: Path) -> None:
        count = sum(1 for _ in read_results(source))
        if count != 1:
            raise ExportError(_ONE_AT_A_TIME.format(format=self._options.format, path=source, count=count))

    def _write_table(self, make: _Table, source: Path) -> None:
        refusals = _refusals(source)
        write_whole(self._options.out, make(_reports(source), refusals, self._language))
        for result in read_results(source):
            self._list(result)
        self._say(_TABLE_WRITTEN, out=self._options.out)

    def _fill_table(self, fill: _Fill, source: Path) -> None:
        if self._options.table is None:
            raise ExportError(_TABLE_NEEDED.format(format=self._options.format))
        roster = read_roster(_bytes_of(self._options.roster)) if self._options.roster is not None else {}
        sheet = _bytes_of(self._options.table)
        scores = scores_of(_reports(source), _refusals(source), self._language)
        filled = fill(sheet, scores, roster, self._options)
        write_whole(self._options.out, filled.content)
        for text in unfilled.unfilled(filled):
            self._complain(text)
        for text in unfilled.missing(filled):
            self._say(text)
        self._say(_WRITTEN, out=self._options.out, count=filled.written)

    def _list(self, result: Result) -> None:
        """Say what of a submission has no grade."""
        report = result.report
        if isinstance(report, Refusal):
            why = for_terminal(report.why.in_language(self._language))
            self._complain(_REFUSED.format(name=for_terminal(report.submission), why=why))
        elif missing := not_graded(report):
            named = ", ".join(map(for_terminal, missing))
            self._complain(_IN_PART.format(name=for_terminal(report.submission), exercises=named))

    def _complain(self, text: Text) -> None:
        self._complained = True
        self._say(text)

    def _say(self, text: Text, **values: object) -> None:
        said = (text.format(**values) if values else text).in_language(self._language)
        self._console.print(said, markup=False, highlight=False, soft_wrap=True)


def _content(chosen: ReportFormat, result: Result, told: FormatOptions) -> bytes | None:
    if isinstance(result.report, Refusal):
        return chosen.refuse(result.report, told) if chosen.refuse is not None else None
    return chosen.write(result.report, told)


def _reports(source: Path) -> Iterator[Report]:
    return (one.report for one in read_results(source) if isinstance(one.report, Report))


def _refusals(source: Path) -> list[Refusal]:
    return [one.report for one in read_results(source) if isinstance(one.report, Refusal)]


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExportError(_UNREADABLE.format(path=path, why=error)) from error


def _fill_canvas(
    sheet: bytes, scores: Iterator[Score], roster: Mapping[str, str], options: ExportOptions
) -> Filled:
    return canvas.fill(sheet, scores, assignment=options.assignment, roster=roster, scale=options.scale)


def _fill_moodle(
    sheet: bytes, scores: Iterator[Score], roster: Mapping[str, str], options: ExportOptions
) -> Filled:
    return moodle.fill(sheet, scores, roster=roster, scale=options.scale)


def _checks(reports: Iterator[Report], refusals: list[Refusal], _: Language) -> bytes:
    return table.checks_table(reports, refusals)


_Table = Callable[[Iterator[Report], list[Refusal], Language], bytes]
_Fill = Callable[[bytes, Iterator[Score], Mapping[str, str], ExportOptions], Filled]
_TABLES: Final[Mapping[str, _Table]] = {"csv": table.table, "csv-checks": _checks}
_FILLED: Final[Mapping[str, _Fill]] = {"canvas": _fill_canvas, "moodle": _fill_moodle}
