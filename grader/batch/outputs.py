"""What a batch writes for people, all of it made from the store: gradebook, reports, feedback, class page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from grader.batch.store import Store
from grader.batch.verdicts import stored_report
from grader.language import Language
from grader.report import Refusal, Report
from grader.report.class_markdown import class_page
from grader.report.class_summary import summary_of_class
from grader.report.file_names import safe_names
from grader.report.gradebook import gradebook
from grader.report.json import to_json
from grader.report.markdown import write_feedback, write_refusal
from grader.writing import write_whole

GRADEBOOK, CLASS_PAGE, REPORTS, FEEDBACK = "gradebook.csv", "class.md", "reports", "feedback"
_LANGUAGE = "language"


class Outputs:
    """The files under `out`; each is written whole or not at all."""

    def __init__(self, store: Store, out: Path, language: Language) -> None:
        self._store = store
        self._out = out
        self._language = language

    @cached_property
    def _file_names(self) -> dict[str, str]:
        return safe_names(self._store.submissions())

    def write_submission(self, name: str) -> None:
        """Write the report and the feedback of the submission `name`, or why it was refused.

        Raises:
            OSError: if they cannot be written.
        """
        file_name = self._file_names[name]
        refusal = self._store.submissions()[name]
        feedback = self._out / FEEDBACK / file_name
        fresh = feedback.with_name(f".{file_name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        report = stored_report(self._store, name) if refusal is None else None
        if report is not None:
            write_feedback(report, fresh, self._language)
        elif refusal is not None:
            write_refusal(Refusal(name, refusal), fresh, self._language)
        # In this order: wherever it is ended, no feedback stands beside the report of another verdict.
        shutil.rmtree(feedback, ignore_errors=True)
        if report is not None:
            write_whole(self._report(name), to_json(report))
        fresh.rename(feedback)

    def is_written(self, name: str) -> bool:
        """Return whether report and feedback of `name` say what is in force, in the language of this run."""
        if self._store.noted(_LANGUAGE) != self._language.value:
            return False
        report = self._report(name)
        if not report.is_file() or not (self._out / FEEDBACK / self._file_names[name]).is_dir():
            return False
        return report.read_bytes() == to_json(stored_report(self._store, name))

    def write_class(self) -> None:
        """Write the gradebook and the page on the class.

        Raises:
            OSError: if they cannot be written.
        """
        refusals = self.refusals()
        write_whole(self._out / GRADEBOOK, gradebook(self.reports(), refusals, self._language))
        page = class_page(summary_of_class(self.reports(), refusals), self._language)
        write_whole(self._out / CLASS_PAGE, page.encode("utf-8", "backslashreplace"))
        self._store.note(_LANGUAGE, self._language.value)
        self._remove_stale()

    def _remove_stale(self) -> None:
        """Remove what an earlier run wrote of submissions that are gone, or go by another file name now."""
        graded = {
            self._file_names[name] for name, refusal in self._store.submissions().items() if not refusal
        }
        for path in (self._out / REPORTS).glob("*.json"):
            if path.stem not in graded:
                path.unlink()
        for path in (self._out / FEEDBACK).glob("*"):
            if path.is_dir() and path.name not in self._file_names.values():
                shutil.rmtree(path)

    def _report(self, name: str) -> Path:
        return self._out / REPORTS / f"{self._file_names[name]}.json"

    def reports(self) -> Iterator[Report]:
        """Yield the report on every submission that is there and has a verdict."""
        for name, refusal in self._store.submissions().items():
            if refusal is None and self._store.verdicts(name):
                yield stored_report(self._store, name)

    def refusals(self) -> list[Refusal]:
        """Return the submissions that were not taken, with why."""
        return [Refusal(name, why) for name, why in self._store.submissions().items() if why is not None]
