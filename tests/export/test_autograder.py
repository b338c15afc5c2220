"""The autograder for Gradescope: what is in the zip, and both of its scripts run as Gradescope runs them."""

import io
import json
import os
import shutil
import stat
import subprocess
import sys
import sysconfig
import time
import zipfile
from pathlib import Path

import psutil
import pytest

from grader.catalog import course_root
from grader.export.autograder import AutograderOptions, autograder_zip
from grader.export.error import ExportError
from grader.language import Language
from tests.export.schema import valid_json

FLATTEN, STANDARDIZE = "ch07_1/e04_scale_and_flatten", "ch07_1/e05_standardize"
RIGHT = "def scale_and_flatten(images):\n    return images.reshape(len(images), 784) / 255\n"
ENDLESS = "while True:\n    pass\n"

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Gradescope's machines run Linux")


def entries(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def test_both_scripts_are_at_the_root_and_executable_with_unix_line_ends() -> None:
    content = autograder_zip(AutograderOptions(Language.EN))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        modes = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
    for name in ("setup.sh", "run_autograder"):
        assert stat.S_IMODE(modes[name]) == 0o755
        assert stat.S_ISREG(modes[name])
        assert entries(content)[name].startswith(b"#!/usr/bin/env bash\n")
        assert b"\r" not in entries(content)[name]
    assert content == autograder_zip(AutograderOptions(Language.EN))


@ON_LINUX
@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_shellcheck_has_nothing_to_say_about_the_scripts(name: str) -> None:
    shellcheck = Path(sys.executable).with_name("shellcheck")
    script = entries(autograder_zip(AutograderOptions(Language.EN)))[name]
    checked = subprocess.run([shellcheck, "-"], input=script, capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout.decode()


def test_what_stands_before_grading_is_valid_in_each_language() -> None:
    for language, said in ((Language.EN, "tell your instructor"), (Language.KO, "선생님께")):
        content = entries(autograder_zip(AutograderOptions(language)))["nothing_yet.json"]
        results = valid_json("gradescope", content)
        assert results["score"] == 0
        assert said in str(results["output"])


def test_versions_are_pinned_and_the_time_is_less_than_gradescopes() -> None:
    found = entries(autograder_zip(AutograderOptions(Language.KO, profile="small", time_limit_seconds=1200)))
    assert found["settings"] == (
        b"language=ko\nprofile=small\nhidden_visibility=after_published\nseconds=1170\n"
    )
    assert found["requirements.txt"].startswith(b"chapter-grader==")
    pins = found["constraints.txt"].decode().splitlines()
    assert any(pin.startswith("tensorflow==") for pin in pins)
    assert any(pin.startswith("numpy==") for pin in pins)
    assert not any(pin.startswith(("chapter-grader", "ruff", "mypy")) for pin in pins)


def test_what_is_no_wheel_is_refused(tmp_path: Path) -> None:
    for name in ("grader.zip", "grader-1.whl", "$(touch x).whl"):
        (tmp_path / name).write_bytes(b"no wheel")
        with pytest.raises(ExportError, match="is no wheel"):
            autograder_zip(AutograderOptions(Language.EN, tmp_path / name))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The grader's own wheel, built from the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=course_root(), check=True, capture_output=True)
    return next(folder.glob("*.whl"))


class Machine:
    """Gradescope's folder at another place, without a network: the grader's libraries are this Python's."""

    def __init__(self, place: Path) -> None:
        self.autograder = place / "autograder"
        self._commands = place / "commands"
        self._commands.mkdir(parents=True)
        self._put("apt-get", f'echo "apt-get $*" >> {place / "installed"}\n')
        libraries = sysconfig.get_path("purelib")
        self._put(
            "python3",
            f'"{sys.executable}" "$@" || exit\n'
            '[ "$2" = venv ] || exit 0\n'
            f'for site in "$3"/lib/*/site-packages; do echo {libraries} > "$site/outer.pth"; done\n',
        )
        self.installed = place / "installed"
        self.results = self.autograder / "results" / "results.json"

    def _put(self, name: str, script: str) -> None:
        path = self._commands / name
        path.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        path.chmod(0o755)

    def upload(self, content: bytes) -> None:
        """Unpack the autograder as Gradescope does: modes kept, `run_autograder` copied one up."""
        source = self.autograder / "source"
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                path = Path(archive.extract(entry, source))
                path.chmod(stat.S_IMODE(entry.external_attr >> 16))
        shutil.copy(source / "run_autograder", self.autograder)
        self.run("source/setup.sh")

    def hand_in(self, files: dict[str, str]) -> None:
        shutil.rmtree(self.autograder / "submission", ignore_errors=True)
        shutil.rmtree(self.autograder / "results", ignore_errors=True)
        for identifier, code in files.items():
            file = self.autograder / "submission" / f"{identifier}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(code, encoding="utf-8")

    def start(self, script: str, **environment: str) -> "subprocess.Popen[str]":
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
        path = os.pathsep.join((str(self._commands), os.environ["PATH"]))
        told = {"GRADER_AUTOGRADER_DIR": str(self.autograder), "PATH": path}
        # This Python may have a grader of its own, which must not count.
        pip = {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PIP_IGNORE_INSTALLED": "1"}
        return subprocess.Popen(
            [str(self.autograder / script)],
            cwd=self.autograder,
            env={**kept, **told, **pip, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, script: str, **environment: str) -> str:
        running = self.start(script, **environment)
        said, _ = running.communicate(timeout=300)
        assert running.returncode == 0, said
        return said

    def scores(self) -> dict[str, float]:
        """Return the points of each exercise, as the results say them now."""
        results = valid_json("gradescope", self.results.read_bytes())
        return {test["extra_data"]["exercise"]: test["score"] for test in results["tests"]}


@pytest.fixture(scope="session")
def machine(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine on which the autograder has been set up."""
    machine = Machine(tmp_path_factory.mktemp("gradescope"))
    machine.upload(autograder_zip(AutograderOptions(Language.EN, wheel, "small")))
    return machine


@ON_LINUX
def test_the_scripts_of_the_zip_install_the_wheel_and_grade_a_submission(machine: Machine) -> None:
    assert "bubblewrap" in machine.installed.read_text(encoding="utf-8")
    installed = list(machine.autograder.glob("venv/lib/*/site-packages/grader/__init__.py"))
    assert len(installed) == 1
    machine.hand_in({FLATTEN: RIGHT})
    said = machine.run("run_autograder")
    scores = machine.scores()
    assert scores[FLATTEN] > 0, said
    assert len(scores) == 34
    results = json.loads(machine.results.read_bytes())
    assert "not ended" not in results["output"]
    assert results["score"] == scores[FLATTEN]


@ON_LINUX
def test_a_submission_cannot_write_its_results(machine: Machine) -> None:
    results = machine.results
    forging = (
        "import os\n"
        f"for path in ({str(results)!r}, {str(results.with_name('.results.json.new'))!r}):\n"
        "    try:\n"
        "        os.makedirs(os.path.dirname(path), exist_ok=True)\n"
        "        with open(path, 'w') as file:\n"
        "            file.write('{\"score\": 100}')\n"
        "    except OSError:\n"
        "        continue\n"
        "    raise SystemExit('it could be written')\n"
    )
    machine.hand_in({FLATTEN: forging + RIGHT})
    said = machine.run("run_autograder")
    level = json.loads(results.read_bytes())["extra_data"]["isolation"]
    assert level in ("hardened", "bwrap") or "No isolation that holds off hostile code" in said
    assert level == "process" or machine.scores()[FLATTEN] > 0


@ON_LINUX
def test_a_run_that_is_ended_leaves_the_points_so_far(machine: Machine) -> None:
    machine.hand_in({FLATTEN: RIGHT, STANDARDIZE: ENDLESS})
    running = machine.start("run_autograder")
    deadline = time.monotonic() + 200
    while not (machine.results.is_file() and machine.scores().get(FLATTEN)) and time.monotonic() < deadline:
        time.sleep(0.1)
    limits = [one for one in psutil.Process(running.pid).children() if one.name() == "timeout"]
    for limit in limits:
        limit.terminate()  # as if its time were up
    said, _ = running.communicate(timeout=60)
    assert len(limits) == 1, said
    assert running.returncode == 0, said
    assert machine.scores()[FLATTEN] > 0
    assert machine.scores()[STANDARDIZE] == 0
    results = json.loads(machine.results.read_bytes())
    assert "Grading had not ended" in results["output"]
    assert results["score"] == machine.scores()[FLATTEN]


@ON_LINUX
def test_a_run_that_ends_before_anything_is_judged_leaves_valid_results(machine: Machine) -> None:
    machine.hand_in({FLATTEN: RIGHT})
    machine.run("run_autograder", GRADER_SECONDS="0.05")
    assert machine.scores() == {}
    assert "has not come to any exercise" in json.loads(machine.results.read_bytes())["output"]
