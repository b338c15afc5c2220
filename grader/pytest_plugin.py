"""`pytest exercises/`: options, and the way from pytest's hooks to the judging."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.language import Language, preferred_language


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the grader's options."""
    group = parser.getgroup("grader", "grading the exercises of the course")
    group.addoption("--lang", choices=["en", "ko"], help="language of the feedback (default: the locale's)")
    group.addoption("--profile", choices=["small", "full"], default="full", help="how much of the data to use")
    group.addoption("--data", metavar="DIR", help="folder with the four files of Fashion-MNIST")
    group.addoption("--grader-json", metavar="FILE", help="write the report as JSON")
    group.addoption("--isolation", choices=["none", "process"], help="where your code runs (none: for --pdb)")
    group.addoption("--full-training", action="store_true", help="train for real (as is always done so far)")


def pytest_configure(config: pytest.Config) -> None:
    """Register the runner of checks; it costs nothing until an exercise is collected."""
    config.addinivalue_line("markers", "check(check): a check of the grader's")
    config.pluginmanager.register(_Face(config), "grader-face")


class _Face:
    """Collects exercises, and says in the end what became of them. Imports the judging only if there are any."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._language: Language = preferred_language(config.getoption("--lang"))
        self._runner: object = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Return the checks for a file whose path names an exercise."""
        if file_path.suffix != ".py" or not file_path.parent.name.startswith("ch"):
            return None
        from grader.judging.running import CheckRunner  # noqa: PLC0415 - only where there are exercises

        if not isinstance(self._runner, CheckRunner):
            self._runner = self._make_runner()
        assert isinstance(self._runner, CheckRunner)
        return self._runner.collect(parent, file_path)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print a line per exercise, and write the feedback and the report."""
        from grader.judging.running import CheckRunner  # noqa: PLC0415

        if not isinstance(self._runner, CheckRunner):
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
        from grader.judging.running import CheckRunner  # noqa: PLC0415

        if isinstance(self._runner, CheckRunner):
            self._runner.close()

    def _make_runner(self) -> object:
        from grader.data import Profile  # noqa: PLC0415
        from grader.judging.resources import Settings  # noqa: PLC0415
        from grader.judging.running import CheckRunner  # noqa: PLC0415
        from grader.sandbox import Isolation  # noqa: PLC0415

        folder = self._config.getoption("--data")
        settings = Settings(
            profile=Profile(self._config.getoption("--profile")),
            isolation=Isolation(self._config.getoption("--isolation") or "process"),
            data_folder=Path(folder) if folder else None,
        )
        runner = CheckRunner(settings, self._language)
        self._config.pluginmanager.register(runner, "grader-runner")
        return runner
