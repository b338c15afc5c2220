"""One submission and the checks of its exercises, to one report."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from grader.catalog import Exercise, exercises
from grader.checking.finding import GraderFaultError
from grader.judging.collecting import CheckModule
from grader.judging.resources import Resources
from grader.judging.running import CheckRunner
from grader.language import Language
from grader.report import Report
from grader.submission import Submission

# What pytest would otherwise take from the user's configuration, or from the submission's own folder.
_ARGUMENTS = (
    "--noconftest",
    "--import-mode=importlib",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:grader",
    "-p",
    "no:terminal",
    "-p",
    "no:faulthandler",
    # These two collect all garbage several times at each end, which a judge of hundreds has no use for.
    "-p",
    "no:unraisableexception",
    "-p",
    "no:threadexception",
    "--capture=no",
)


def grade(
    submission: Submission,
    resources: Resources,
    *,
    only: Sequence[Exercise] = (),
    language: Language = Language.EN,
    judged: Callable[[str], None] = lambda _: None,
) -> Report:
    """Return the report on `submission`, over the whole catalogue or over `only`.

    `judged` is called with the id of each exercise as it is done, whether it was attempted or not.

    Raises:
        GraderFaultError: if pytest itself could not run.
    """
    listed = tuple(only) or exercises()
    runner = _SubmissionRunner(submission, listed, resources, language, judged)
    with tempfile.TemporaryDirectory(prefix="grader-") as folder, _own_environment():
        configuration = Path(folder, "pytest.ini")
        configuration.write_text("[pytest]\n", encoding="utf-8")
        status = pytest.main(
            [*_ARGUMENTS, "-c", str(configuration), "--rootdir", folder, folder], plugins=[runner]
        )
    resources.forget_student()
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise GraderFaultError(f"pytest ended with {status!r}")
    return runner.report(submission.name, listed)


class _SubmissionRunner(CheckRunner):
    """Collects the exercises of a submission, wherever its files are."""

    def __init__(
        self,
        submission: Submission,
        listed: Sequence[Exercise],
        resources: Resources,
        language: Language,
        judged: Callable[[str], None],
    ) -> None:
        super().__init__(resources.settings, language, resources)
        self._submission = submission
        self._listed = listed
        self._judged = judged

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the mark of checks known."""
        config.addinivalue_line("markers", "check(check): a check of the grader's")

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> bool:
        """Collect the checks of the exercises that the submission has, instead of any folder."""
        items: list[pytest.Item] = []
        for exercise in self._listed:
            file = self._submission.files.get(exercise.id)
            if file is None:
                self._judged(exercise.id)
            else:
                items += session.genitems(self.module(session, file, exercise))
        session.config.hook.pytest_collection_modifyitems(session=session, config=session.config, items=items)
        session.items = items
        session.testscollected = len(items)
        session.config.hook.pytest_collection_finish(session=session)
        return True

    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> None:
        """Tell when the last check of an exercise begins: the next one belongs to another."""
        module = item.getparent(CheckModule)
        if module is not None and (nextitem is None or nextitem.getparent(CheckModule) is not module):
            self._judged(module.exercise.id)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Call a submission without any exercise a success: it is graded, with nothing attempted."""
        if session.exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
            session.exitstatus = pytest.ExitCode.OK


@contextmanager
def _own_environment() -> Iterator[None]:
    taken = {
        name: os.environ.pop(name) for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS") if name in os.environ
    }
    try:
        yield
    finally:
        os.environ.update(taken)
