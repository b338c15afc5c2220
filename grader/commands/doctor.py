"""`grader doctor`: what works here, and what does not."""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from grader.catalog import CatalogError, exercises
from grader.commands import CANNOT_GRADE, PASSED
from grader.data import DataError, Profile, load
from grader.judging import Resources, Settings
from grader.language import Language, Text
from grader.sandbox import SandboxFailureError
from grader.sandbox.messages import Describe
from grader.stub import stale_stubs

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
        version = _version(package)
        yield Line(Text(en=package, ko=package), version is not None, version or "not installed")
    yield _course()
    resources = Resources(Settings(profile=Profile.SMALL, data_folder=data))
    try:
        yield _data(resources, language)
        yield _sandbox(resources)
    finally:
        resources.close()


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _course() -> Line:
    name = Text(en="course", ko="과제")
    try:
        stale = stale_stubs()
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


def _sandbox(resources: Resources) -> Line:
    """Open a sandbox and ask it something: what is probed by doing is known."""
    name = Text(en="isolation", ko="격리")
    started = time.perf_counter()
    try:
        session = resources.open_sandbox()
        try:
            session.request(Describe("nothing"), 120.0)
        except SandboxFailureError:  # it refused, as it should: it lives and speaks the protocol
            pass
        finally:
            session.close()
    except (OSError, DataError) as error:
        return Line(name, works=False, told=str(error))
    seconds = time.perf_counter() - started
    kind = "forked from a warm process" if sys.platform == "linux" else "a fresh process"
    return Line(
        name, works=True, told=f"process ({kind}, ready in {seconds:.1f} s): no protection from hostile code"
    )
