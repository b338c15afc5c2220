"""The reference in place of the stubs, on all of Fashion-MNIST."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from grader.catalog import course_root

pytestmark = pytest.mark.full


def test_the_reference_gets_every_point_on_the_full_data(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "grader",
        "grade",
        str(course_root() / "reference"),
        "--json",
        "report.json",
    ]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (report["score"], report["max_score"]) == (100.0, 100.0)
    assert report["environment"]["data"] == "fashion-mnist"
    assert report["environment"]["profile"] == "full"
