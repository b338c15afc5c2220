"""Many exercises of many submissions through one pytest session: checks are collected once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

import pytest

from grader.catalog import Exercise
from grader.checking.finding import GraderFaultError
from grader.judging.collecting import CheckModule, Work
from grader.judging.resources import Resources
from grader.judging.running import CheckRunner
from grader.language import Language
from grader.report import ExerciseResult

Value = TypeVar("Value")

# What pytest would otherwise take from the user's configuration, or from the submission's own folder.
_ARGUMENTS = (
    "--noconftest",
    "--import-mode=importlib",
    *(
        word
        for plugin in ("cacheprovider", "xdist", "grader", "terminal", "faulthandler")
        for word in ("-p", f"no:{plugin}")
    ),
    # These two collect all garbage several times at each end, which a judge of hundreds has no use for.
    *("-p", "no:unraisableexception", "-p", "no:threadexception"),
    "--capture=no",
)


@dataclass(frozen=True)
class Judged:
    """The verdict on one exercise; `device` is what it was computed on, `None` if it was not attempted.

    `measured` holds the figures of trainings that the checks have looked at, by the names of the metrics.
    """

    result: ExerciseResult
    device: str | None
    measured: Mapping[str, float] = field(default_factory=dict)


class Judge:
    """Judges one exercise after another, within a pytest session that is already running."""

    def __init__(self, session: pytest.Session, runner: CheckRunner) -> None:
        self._session = session
        self._runner = runner
        self._collected: dict[str, tuple[CheckModule, list[pytest.Item]]] = {}

    def judge(self, exercise: Exercise, work: Work, *, fixture: str | None = None) -> Judged:
        """Return the verdict on `work`, by all checks or only by those that use `fixture`.

        Raises:
            DataError: if the data that the checks need are damaged.
        """
        module, items = self._checks(exercise)
        module.begin(work)
        if not module.attempt.nothing_written:
            _ = self._runner.resources.lesson  # looked at first: damaged data are nobody's mistake
        if fixture is not None:
            items = [item for item in items if fixture in getattr(item, "fixturenames", ())]
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        devices = self._runner.devices
        device = "gpu" if "gpu" in devices else min(devices, default=None)
        judged = Judged(self._runner.result(exercise), device, module.measured)
        self._runner.forget()
        return judged

    def _checks(self, exercise: Exercise) -> tuple[CheckModule, list[pytest.Item]]:
        # Pytest keeps what it knows of a module for as long as it runs: a module for each submission would
        # take memory that grows with the class.
        if exercise.id not in self._collected:
            module = CheckModule.of(self._session, exercise.checks, exercise, self._runner.resources)
            self._collected[exercise.id] = (module, list(self._session.genitems(module)))
        return self._collected[exercise.id]


def with_judge(resources: Resources, language: Language, work: Callable[[Judge], Value]) -> Value:
    """Return what `work` returns, called with a judge, within a pytest session of its own.

    Raises:
        GraderFaultError: if pytest itself could not run.
    """
    runner = _JudgeRunner(resources, language, work)
    with tempfile.TemporaryDirectory(prefix="grader-") as folder, _own_environment():
        configuration = Path(folder, "pytest.ini")
        configuration.write_text("[pytest]\n", encoding="utf-8")
        arguments = [*_ARGUMENTS, "-c", str(configuration), "--rootdir", folder, folder]
        status = pytest.main(arguments, plugins=[runner])
    if runner.error is not None:
        raise runner.error
    if not runner.values:
        raise GraderFaultError(f"pytest ended with {status!r}")
    return runner.values[0]


class _JudgeRunner(CheckRunner, Generic[Value]):
    """Collects nothing, and has its work done where pytest would run the tests that it collected."""

    def __init__(self, resources: Resources, language: Language, work: Callable[[Judge], Value]) -> None:
        super().__init__(resources.settings, language, resources)
        self._work = work
        self.values: list[Value] = []
        self.error: BaseException | None = None

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the mark of checks known."""
        config.addinivalue_line("markers", "check(check): a check of the grader's")

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> bool:
        """Collect nothing: the judge collects the checks of an exercise when it is first asked for."""
        session.items = []
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do the work."""
        try:
            self.values.append(self._work(Judge(session, self)))
        except BaseException as error:  # noqa: BLE001 - raised again once pytest is out of the way
            self.error = error
        return True


@contextmanager
def _own_environment() -> Iterator[None]:
    taken = {
        name: os.environ.pop(name) for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS") if name in os.environ
    }
    try:
        yield
    finally:
        os.environ.update(taken)
