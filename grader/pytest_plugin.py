"""`pytest exercises/`: options, and the way from pytest's hooks to the judging.

The judging is imported only where there are exercises: the plugin is installed in every pytest of its
environment.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader.language import Language, preferred_language

if TYPE_CHECKING:
    from grader.judging.running import CheckRunner


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the grader's options."""
    group = parser.getgroup("grader", "grading the exercises of the course")
    group.addoption("--lang", choices=["en", "ko"], help="language of the feedback (default: the locale's)")
    group.addoption(
        "--profile", choices=["small", "full"], default="full", help="how much of the data to use"
    )
    group.addoption("--data", metavar="DIR", help="folder with the four files of Fashion-MNIST")
    group.addoption("--grader-json", metavar="FILE", help="write the report as JSON")
    group.addoption("--isolation", choices=["none", "process"], help="where your code runs (none: for --pdb)")
    group.addoption(
        "--full-training",
        action="store_true",
        help="train everything where it is asked for: nothing is taken from the answer key or the cache",
    )
    group.addoption("--grader-cache", metavar="DIR", help="folder in which results of trainings are kept")


def pytest_configure(config: pytest.Config) -> None:
    """Register the face; it costs nothing until an exercise is seen."""
    config.addinivalue_line("markers", "check(check): a check of the grader's")
    cache = config.getoption("--grader-cache")
    if cache:
        _refuse_unusable(Path(cache), preferred_language(config.getoption("--lang")))
    config.pluginmanager.register(_Face(config), "grader-face")


def _refuse_unusable(cache: Path, language: Language) -> None:
    from grader.commands.cache_folder import CacheFolderError, usable  # noqa: PLC0415

    try:
        usable(cache)
    except CacheFolderError as error:
        raise pytest.UsageError(error.text.in_language(language)) from error


class _Face:
    """Collects exercises, and says in the end what became of them."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._language = preferred_language(config.getoption("--lang"))
        self._runner: CheckRunner | None = None

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
        """Return the checks for a file whose path names an exercise, and nothing else.

        pytest itself takes every file that is named on the command line for tests, and would import it.
        """
        found = yield
        if file_path.suffix != ".py" or not file_path.parent.name.startswith("ch"):
            return found
        checks = self._open_runner().collect(parent, file_path)
        return found if checks is None else [checks]

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: Any) -> Any:
        """Keep the checks of an exercise together: they share a sandbox, and some build on others."""
        from grader.catalog import exercise_paths  # noqa: PLC0415

        folders = [Path(str(argument).partition("::")[0]) for argument in config.args]
        if config.getoption("dist") != "load" or not any(exercise_paths(folder) for folder in folders):
            return None
        from xdist.scheduler import LoadFileScheduling  # noqa: PLC0415 - xdist is there: it asks

        return LoadFileScheduling(config, log)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Open the runner where results come from workers only, and hand it this one; tell `--junitxml`."""
        if not any(name == "grader" for name, _ in report.user_properties):
            return
        if self._runner is None:
            self._open_runner().pytest_runtest_logreport(report)
        from grader.faces import tell_junit_xml  # noqa: PLC0415

        tell_junit_xml(self._config, report)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print a line per exercise, and write the feedback and the report."""
        if self._runner is None or not self._runner.has_results:
            return
        from grader.faces import finish  # noqa: PLC0415

        file = self._config.getoption("--grader-json")
        finish(
            self._runner.report(self._config.rootpath.name),
            terminalreporter,
            self._language,
            feedback=self._config.rootpath / "feedback",
            json_file=Path(file) if file else None,
        )

    def pytest_unconfigure(self) -> None:
        """End the sandboxes."""
        if self._runner is not None:
            self._runner.close()

    def _open_runner(self) -> CheckRunner:
        if self._runner is None:
            self._runner = self._new_runner()
            self._config.pluginmanager.register(self._runner, "grader-runner")
        return self._runner

    def _new_runner(self) -> CheckRunner:
        from grader.data import Profile  # noqa: PLC0415
        from grader.judging.resources import Settings  # noqa: PLC0415
        from grader.judging.running import CheckRunner  # noqa: PLC0415
        from grader.sandbox import Isolation  # noqa: PLC0415

        folder, cache = self._config.getoption("--data"), self._config.getoption("--grader-cache")
        settings = Settings(
            profile=Profile(self._config.getoption("--profile")),
            isolation=Isolation(self._config.getoption("--isolation") or "process"),
            data_folder=Path(folder) if folder else None,
            full_training=self._config.getoption("--full-training"),
            cache_folder=Path(cache).resolve() if cache else None,
        )
        return CheckRunner(settings, self._language)
