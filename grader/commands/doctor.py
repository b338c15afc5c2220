"""`grader doctor`: what works here, and what does not."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from grader.catalog import CatalogError, course_root, exercises, has_answers
from grader.checking.calibration import DamagedCalibrationError
from grader.checking.finding import GraderFaultError
from grader.commands import CANNOT_GRADE, PASSED
from grader.commands.cache import told
from grader.commands.calibration_state import calibration_here
from grader.commands.key_state import state_of
from grader.data import DataError, Profile, load
from grader.evidence import keras_edition
from grader.evidence.keras_edition import LEGACY_VARIABLE
from grader.judging import Resources, Settings
from grader.language import Language, Text
from grader.sandbox import Isolation, SandboxFailureError
from grader.sandbox.probe import computes_after_fork, probe
from grader.stub import stale_stubs
from grader.training.cache import Cache
from grader.training.key import key_of
from grader.versions import version_of

_PACKAGES = (
    "tensorflow",
    "keras",
    "scikit-learn",
    "numpy",
    "matplotlib",
    "pytest",
    "pytest-xdist",
    "hypothesis",
)

_NOT_HERE = Text(en="does not work here: {why}", ko="이 컴퓨터에서는 쓸 수 없습니다: {why}")
_OLDER = Text(
    en=f"{LEGACY_VARIABLE} is set, so that `keras` and `tensorflow.keras` mean {{version}}",
    ko=f"{LEGACY_VARIABLE} 환경 변수가 있어 `keras`와 `tensorflow.keras`는 {{version}}입니다",
)
_OLDER_IS_MISSING = Text(
    en=f"{LEGACY_VARIABLE} is set, and the package tf_keras is not installed: pip install tf_keras",
    ko=f"{LEGACY_VARIABLE} 환경 변수가 있지만 tf_keras 패키지가 없습니다: pip install tf_keras",
)
_COMPUTES = Text(
    en="TensorFlow computes in a new sandbox after {seconds} s",
    ko="새 샌드박스에서 텐서플로가 {seconds}초 만에 계산합니다",
)
_HANGS = Text(
    en="TensorFlow does not compute in a process that was forked after importing it",
    ko="텐서플로를 불러온 뒤 fork한 프로세스에서 텐서플로가 계산하지 못합니다",
)


@dataclass(frozen=True)
class Line:
    """One thing that was looked at. `works` is `None` for what is only told."""

    name: Text
    works: bool | None
    told: str


def run_doctor(data: Path | None, language: Language, console: Console) -> int:
    """Print what was found; return 0 if grading works here, 3 if not."""
    table = Table(box=None, show_header=False, pad_edge=False)
    broken = False
    for line in examine(data, language):
        mark = {True: "[green]ok[/]", False: "[red]no[/]", None: ""}[line.works]
        table.add_row(mark, line.name.in_language(language), escape(line.told))
        broken = broken or line.works is False
    console.print(table)
    return CANNOT_GRADE if broken else PASSED


def examine(data: Path | None, language: Language) -> Iterator[Line]:
    """Yield what is found, one thing after another."""
    yield Line(Text(en="Python", ko="파이썬"), None, f"{platform.python_version()} on {sys.platform}")
    for package in _PACKAGES:
        version = version_of(package)
        yield Line(Text(en=package, ko=package), version is not None, version or "not installed")
    if keras_edition.is_legacy():
        yield edition(language)
    yield _course()
    resources = Resources(Settings(profile=Profile.SMALL, data_folder=data))
    try:
        yield _data(resources, language)
        yield Line(Text(en="cache", ko="캐시"), None, told(Cache().info()).in_language(language))
        yield _key(resources, language)
        if has_answers():
            yield _calibration(resources, language)
    finally:
        resources.close()
    for isolation in Isolation:
        yield _level(isolation, language)
    yield _fork(language)


def edition(language: Language) -> Line:
    """Return what is said where the older Keras is meant."""
    name, version = Text(en="older Keras", ko="이전 케라스"), keras_edition.version()
    means = _OLDER_IS_MISSING if version is None else _OLDER.format(version=version)
    return Line(name, version is not None, means.in_language(language))


def _course() -> Line:
    name = Text(en="course", ko="과제")
    try:
        stale = stale_stubs() if has_answers() else []
        told = f"{len(exercises())} exercises" + (f", {len(stale)} stale stubs" if stale else "")
    except CatalogError as error:
        return Line(name, works=False, told=str(error))
    return Line(name, works=True, told=told)


def _data(resources: Resources, language: Language) -> Line:
    name = Text(en="data", ko="데이터")
    try:
        source = resources.source
        load(source, Profile.FULL)
    except DataError as error:
        return Line(name, works=False, told=error.text.in_language(language))
    note = " (a stand-in: Fashion-MNIST was not found)" if source.name == "synthetic" else ""
    return Line(name, works=True, told=f"{source.name} in {source.folder}{note}")


def _key(resources: Resources, language: Language) -> Line:
    """Look at the answer key; without one everything works, and takes its time."""
    name = Text(en="answer key", ko="정답 키")
    try:
        state = state_of(key_of(course_root()), exercises(), resources.source.name)
    except CatalogError as error:
        return Line(name, None, str(error))
    except DataError as error:
        return Line(name, None, error.text.in_language(language))
    return Line(name, None, state.in_language(language))


def _calibration(resources: Resources, language: Language) -> Line:
    """Train for some seconds; a machine that computes otherwise is told so, and judges all the same."""
    name = Text(en="calibration", ko="보정")
    try:
        return Line(name, None, calibration_here(resources).in_language(language))
    except DataError as error:
        return Line(name, None, error.text.in_language(language))
    except (CatalogError, DamagedCalibrationError, GraderFaultError, OSError) as error:
        return Line(name, works=False, told=str(error))


def _level(isolation: Isolation, language: Language) -> Line:
    """Probe a level by doing; only one that every student needs makes the machine unfit."""
    name = Text(en=f"isolation {isolation.value}", ko=f"격리 {isolation.value}")
    found = probe(isolation)
    if found.works:
        return Line(name, works=True, told=isolation.promise.in_language(language))
    works = False if isolation is Isolation.PROCESS else None
    return Line(name, works, _NOT_HERE.format(why=found.told).in_language(language))


def _fork(language: Language) -> Line:
    """Compute in a sandbox whose libraries were imported before it was made."""
    name = Text(en="sandbox", ko="샌드박스")
    try:
        seconds = computes_after_fork(Isolation.PROCESS)
    except SandboxFailureError:
        return Line(name, works=False, told=_HANGS.in_language(language))
    except OSError as error:
        return Line(name, works=False, told=str(error))
    return Line(name, works=True, told=_COMPUTES.format(seconds=f"{seconds:.1f}").in_language(language))
