"""`grader demo`, the first thing that a new user runs."""

import json
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run

pytestmark = pytest.mark.corpus  # a minute or two


def test_the_demo_grades_a_good_a_typical_and_an_empty_submission(run: Run, tmp_path: Path) -> None:
    result = run("grader", "demo", "--out", "class")
    assert result.returncode == 0, result.stdout + result.stderr
    reports = {
        name: json.loads((tmp_path / "class" / "reports" / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("good", "typical", "empty")
    }
    assert reports["good"]["score"] == 100.0
    assert reports["empty"]["score"] == 0.0
    typical = reports["typical"]["exercises"]
    failed = [exercise["id"] for exercise in typical if exercise["status"] == "failed"]
    assert len(failed) in (4, 5)
    for identifier in failed:
        assert (tmp_path / "class" / "feedback" / "typical" / f"{identifier}.md").is_file()
    assert "typical" in result.stdout
