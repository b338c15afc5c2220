"""What `grader.report` exports."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import grader.report


def test_all_is_what_is_exported() -> None:
    public = {
        name
        for name, value in vars(grader.report).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert public == set(grader.report.__all__)


def test_the_package_imports_nothing_of_the_grader_but_texts_and_files() -> None:
    code = (
        "import sys, grader.report.json, grader.report.markdown, grader.report.terminal;"
        "print(*sorted(name for name in sys.modules if name.startswith('grader.')))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert all(
        name.startswith(("grader.report", "grader.language", "grader.writing")) for name in out.split()
    )
