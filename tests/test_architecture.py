"""The rules of the house: who may import whom, and what an import may load."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ("tensorflow", "keras", "sklearn", "matplotlib")


def loaded_by(*imports: str) -> set[str]:
    """Return the names of all modules that a fresh Python has loaded after these imports."""
    code = f"import sys, {', '.join(imports)}; print('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


def test_imports_run_one_way() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_by("grader") & {*HEAVY, "numpy", "pytest", "rich", "click"}


def test_the_command_line_answers_help_without_numpy() -> None:
    assert not loaded_by("grader.cli") & {*HEAVY, "numpy", "pytest"}


def test_the_plugin_loads_nothing_of_the_judging_by_itself() -> None:
    assert not {name for name in loaded_by("grader.pytest_plugin") if name.startswith("grader.judging")}


def test_checks_load_no_library_of_the_exercises() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "grader/checks").rglob("e*.py")
    ]
    assert modules
    assert not loaded_by(*modules) & set(HEAVY)


def test_a_sandbox_loads_no_answers() -> None:
    loaded = loaded_by("grader.sandbox.zygote", "grader.sandbox.child")
    assert not {
        name for name in loaded if name.startswith(("grader.check", "grader.judging", "grader.catalog"))
    }
    assert not loaded & set(HEAVY)


@pytest.mark.parametrize("name", ["utils", "util", "helpers", "common", "misc"])
def test_no_room_without_a_purpose(name: str) -> None:
    assert not list((ROOT / "grader").rglob(f"{name}.py"))
