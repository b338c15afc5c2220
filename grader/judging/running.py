"""The pytest plugin that runs checks: what is blocked, what a failure means, and the report in the end."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader.catalog import Exercise, exercise_of, find
from grader.checking.exceptions.silent import advice
from grader.checking.finding import Finding
from grader.checking.marks import Check
from grader.data import DataError
from grader.judging.collecting import CheckModule, Work, points_of
from grader.judging.recording import Record, attach, exercise_result, finding_in, record_on, result_of
from grader.judging.resources import Resources, Settings
from grader.language import Language, Text
from grader.report import CheckResult, CheckStatus, ExerciseResult, Report, TrainingRecord, report_of
from grader.report.terminal import render_failure

_CUT = Text(
    en="What your code printed was cut: it is more than is kept.",
    ko="코드가 출력한 내용이 너무 길어서 뒷부분을 잘랐습니다.",
)
_SETUP_SECONDS = pytest.StashKey[float]()


class CheckRunner:
    """Hooks for the items of `CheckModule`s; every other item is left alone."""

    def __init__(self, settings: Settings, language: Language, resources: Resources | None = None) -> None:
        self.language = language
        self._settings = settings
        self._resources = resources
        self._owns_resources = resources is None
        self._records: dict[str, list[Record]] = {}
        self._passed: dict[str, dict[str, bool]] = {}
        self._said: dict[str, list[Finding]] = {}

    @property
    def resources(self) -> Resources:
        """The resources, opened at the first use."""
        if self._resources is None:
            self._resources = Resources(self._settings)
        return self._resources

    @property
    def has_results(self) -> bool:
        """Whether any check has run, or been skipped as not attempted."""
        return bool(self._records)

    def collect(self, parent: pytest.Collector, file: Path) -> CheckModule | None:
        """Return the checks for `file` if its path names an exercise."""
        exercise = exercise_of(file)
        if exercise is None or file.parent.name != exercise.reference.parent.name or file == exercise.checks:
            return None
        module = CheckModule.of(parent, file, exercise, self.resources)
        module.begin(Work(file, file.parent.parent))
        if not module.attempt.nothing_written:
            self.resources.expect([file, exercise.reference])
        return module

    def report(self, submission: str) -> Report:
        """Return the report over what has run."""
        results = tuple(self.result(find(identifier)) for identifier in self._records)
        devices = self.devices
        device = "gpu" if "gpu" in devices else "cpu"
        return report_of(submission, self.resources.environment(device=device, data=bool(devices)), results)

    def result(self, exercise: Exercise) -> ExerciseResult:
        """Return the verdict on `exercise` over what has run; it is not attempted if nothing has."""
        records = self._records.get(exercise.id, [])
        ran = sum(record.check.max_score for record in records)
        return exercise_result(exercise, records, ran or points_of(exercise))

    @property
    def devices(self) -> frozenset[str]:
        """What the attempted exercises were computed on; none if none was attempted."""
        every = (record for records in self._records.values() for record in records)
        return frozenset(record.device for record in every if record.attempted)

    def forget(self) -> None:
        """Drop every result: what comes belongs to another submission."""
        self._records.clear()
        self._passed.clear()
        self._said.clear()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Look at the data before anything runs on them: damaged ones are nobody's mistake in an exercise.

        Raises:
            pytest.UsageError: naming the file and what to do.
        """
        modules = {module for item in items if (module := item.getparent(CheckModule)) is not None}
        if any(not module.attempt.nothing_written for module in modules):
            try:
                _ = self.resources.lesson
            except DataError as error:
                raise pytest.UsageError(error.text.in_language(self.language)) from error

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Skip what was not attempted, and what builds on a check that has not passed."""
        module, check = _check_of(item)
        if module is None or check is None:
            return
        item.stash[_SETUP_SECONDS] = 0.0  # what stands there is of the submission before
        if module.attempt.nothing_written:
            pytest.skip("not attempted")
        outcomes = self._passed.get(module.nodeid, {})
        for name in check.after:
            if outcomes.get(name) is False:
                pytest.skip(f"blocked by {name}")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Turn what pytest makes of a check into its result, and its text into feedback."""
        report = yield
        module, check = _check_of(item)
        if module is None or check is None or call.when == "teardown":
            return report
        if call.when == "setup" and report.passed:
            item.stash[_SETUP_SECONDS] = call.duration  # a training in a fixture is the check's own work
            return report
        seconds = call.duration + item.stash.get(_SETUP_SECONDS, 0.0)
        result = self._result(module, check, call, report, seconds)
        self._passed.setdefault(module.nodeid, {})[check.name] = result.status is CheckStatus.PASSED
        attach(report, self._record(module, result))
        self._say(report, result, item)
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the results, whichever process they come from."""
        record = record_on(report)
        if record is not None:
            self._records.setdefault(record.exercise, []).append(record)

    def close(self) -> None:
        """End what judging has opened, unless it belongs to somebody else."""
        if self._owns_resources and self._resources is not None:
            self._resources.close()
            self._resources = None

    def _result(
        self,
        module: CheckModule,
        check: Check,
        call: pytest.CallInfo[Any],
        report: pytest.TestReport,
        seconds: float,
    ) -> CheckResult:
        if call.excinfo is None:
            return result_of(check, CheckStatus.PASSED, seconds)
        error = call.excinfo.value
        if report.skipped:
            return result_of(check, CheckStatus.BLOCKED, seconds)
        finding = finding_in(error, check)
        if finding is None:
            return result_of(check, CheckStatus.ERROR, seconds, detail=f"{type(error).__name__}: {error}")
        said = self._said.setdefault(module.nodeid, [])
        if any(finding.repeats(other) for other in said):
            return result_of(check, CheckStatus.BLOCKED, seconds)
        said.append(finding)
        result = result_of(check, CheckStatus.FAILED, seconds, finding)
        called = None if module.solution is None else module.solution.called
        return msgspec.structs.replace(result, function=called)

    def _record(self, module: CheckModule, result: CheckResult) -> Record:
        solution = module.solution
        training: tuple[TrainingRecord, ...] = ()
        notes: tuple[Text, ...] = ()
        if solution is not None:
            training = tuple(solution.trainings)
            solution.trainings.clear()
            # Keras warns of old file formats through its log, which is what the code prints.
            told = advice([*solution.warnings, solution.output])
            cut = (_CUT,) if "more bytes]" in solution.output[-40:] else ()
            notes = (*cut, *(hint.text for hint in told))
        attempted = not module.attempt.nothing_written
        device = solution.device if solution is not None else "cpu"
        return Record(module.exercise.id, attempted, result, training, notes, device)

    def _say(self, report: pytest.TestReport, result: CheckResult, item: pytest.Item) -> None:
        if result.status is CheckStatus.FAILED:
            report.outcome = "failed"
            report.when = (
                "call"  # a failure of the student's, wherever it surfaced, and no error of a fixture
            )
            report.longrepr = render_failure(result, self.language)
        elif result.status is CheckStatus.BLOCKED:
            report.outcome = "skipped"
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else "blocked"
            report.longrepr = (str(item.path), 0, reason)


def _check_of(item: pytest.Item) -> tuple[CheckModule | None, Check | None]:
    module = item.getparent(CheckModule)
    mark = item.get_closest_marker("check")
    return module, mark.args[0] if mark is not None else None
