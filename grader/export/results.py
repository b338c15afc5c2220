"""What is exported: the results of a batch, a folder of reports, or one report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from grader.batch import store
from grader.batch.error import StoreError
from grader.batch.outputs import REPORTS
from grader.batch.verdicts import stored_report
from grader.export.error import ExportError
from grader.language import Text
from grader.report import Refusal, Report, ReportError
from grader.report.file_names import safe_name, safe_names
from grader.report.json import from_json
from grader.report.safe_text import for_terminal

_LIMIT_BYTES: Final = 64 * 1024 * 1024  # a report of the whole chapter takes some 200 kB
_NOT_GRADED_YET: Final = Text(
    en="It has not been graded yet: run the batch again.",
    ko="아직 채점하지 않았습니다. batch를 다시 실행하세요.",
)
_NOT_THERE: Final = Text(en="There is no {path}.", ko="{path}이(가) 없습니다.")
_NOTHING: Final = Text(
    en="{path} holds no results: neither what `grader batch --out` writes nor a report (.json).",
    ko="{path} 폴더에 결과가 없습니다. `grader batch --out`이 쓴 폴더나 보고서(.json)가 있어야 합니다.",
)
_DAMAGED: Final = Text(en="{path} cannot be used. {why}", ko="{path} 파일을 쓸 수 없습니다. {why}")
_TOO_LARGE: Final = Text(
    en="{path} is too large to be a report.", ko="{path} 파일은 보고서라고 하기에는 너무 큽니다."
)
_TWICE: Final = Text(
    en="{path} holds two reports on {submission}: it is not clear which of them counts.",
    ko="{path} 폴더에 {submission}의 보고서가 둘 있어서 어느 것을 써야 할지 알 수 없습니다.",
)


@dataclass(frozen=True)
class Result:
    """What is known of one submission, and what a file about it may be called (without its ending)."""

    report: Report | Refusal
    file_name: str


def read_results(path: Path) -> Iterator[Result]:
    """Yield the results at `path`, one submission after the other, in the order of their names.

    `path` is what `grader batch --out` was given, a folder of reports, or one report as `grade --json` and
    `pytest --grader-json` write it.

    Raises:
        ExportError: if there is nothing there, or a file is damaged or not ours.
    """
    if path.is_file():
        report = _report(path)
        yield Result(report, safe_name(report.submission))
    elif (path / store.FILE_NAME).is_file():
        yield from _stored(path)
    elif path.is_dir():
        yield from _reports(path)
    else:
        raise ExportError(_NOT_THERE.format(path=path))


def _stored(folder: Path) -> Iterator[Result]:
    """Yield from the store: the reports beside it are made from it, and it knows of refusals too."""
    try:
        with closing(store.Store.read(folder)) as opened:
            submissions = opened.submissions()
            file_names = safe_names(submissions)
            for name, refusal in submissions.items():
                if refusal is None and opened.verdicts(name):
                    yield Result(stored_report(opened, name), file_names[name])
                else:
                    yield Result(Refusal(name, refusal or _NOT_GRADED_YET), file_names[name])
    except StoreError as error:
        raise ExportError(error.text) from error


def _reports(folder: Path) -> Iterator[Result]:
    files = sorted([*folder.glob("*.json"), *(folder / REPORTS).glob("*.json")])
    if not files:
        raise ExportError(_NOTHING.format(path=folder))
    seen: set[str] = set()
    for file in files:
        report = _report(file)
        if report.submission in seen:
            raise ExportError(_TWICE.format(path=folder, submission=for_terminal(report.submission)))
        seen.add(report.submission)
        yield Result(report, safe_name(file.stem))


def _report(path: Path) -> Report:
    try:
        if path.stat().st_size > _LIMIT_BYTES:
            raise ExportError(_TOO_LARGE.format(path=path))
        return from_json(path.read_bytes())
    except (OSError, ReportError) as error:
        raise ExportError(_DAMAGED.format(path=path, why=error)) from error
