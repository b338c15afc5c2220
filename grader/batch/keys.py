"""Digests of everything that a verdict depends on: equal digests, equal verdict."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

import grader
from grader.catalog import Exercise, course_root
from grader.checking.calibration import FILE, PUBLISHED
from grader.data import DataSource
from grader.judging.measuring import is_trained
from grader.report import Environment
from grader.sandbox import Limits
from grader.training.key import key_of

_PACKAGE = Path(grader.__file__).parent
# What decides how code is run and described, and what decides how that is judged.
_RUNNING = ("sandbox", "training", "evidence", "data", "versions.py")
_JUDGING = ("checking", "judging", "parsing.py", "source.py")


@dataclass(frozen=True)
class Key:
    """What a verdict depends on, each by its digest: the submission, the checks, the reference, the rest.

    The same `content` and `environment` give the same evidence; the same evidence, `checks` and `answer_key`
    the same verdict.
    """

    content: str
    checks: str
    answer_key: str
    environment: str


def checks_digest(exercise: Exercise) -> str:
    """Return the digest of the checks of `exercise` and of what they are made of."""
    return joined((_sources(*_JUDGING), _sources(str(exercise.checks.relative_to(_PACKAGE)))))


def answer_key_digest(exercise: Exercise) -> str:
    """Return the digest of what the expected values and the bands come from."""
    calibration = _calibration(key_of(course_root()).folder) if is_trained(exercise) else ""
    return joined((exercise.reference.read_bytes().hex(), calibration))


def environment_digest(
    environment: Environment, data: DataSource, limits: Limits, *, full_training: bool = False
) -> str:
    """Return the digest of versions, data, isolation, limits, who trains, and of how code is run.

    What it is computed on is not part of it: that is known only once something has been.
    """
    described = msgspec.json.encode(msgspec.structs.replace(environment, device="")).hex()
    allowed = msgspec.json.encode((limits, full_training)).hex()
    return joined((described, allowed, _data(data.folder), _sources(*_RUNNING)))


@cache
def _calibration(folder: Path) -> str:
    files = (folder / name for name in (FILE, PUBLISHED))
    return joined(_digest(file.read_bytes()) for file in files if file.is_file())


@cache
def _data(folder: Path) -> str:
    return joined(f"{file.name}:{_digest(file.read_bytes())}" for file in sorted(folder.glob("*-ubyte.gz")))


@cache
def _sources(*names: str) -> str:
    """Return the digest of the modules and packages of ours with those names."""
    files = [file for name in names for file in _modules(_PACKAGE / name)]
    return joined(f"{file.relative_to(_PACKAGE).as_posix()}:{_digest(file.read_bytes())}" for file in files)


def _modules(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def joined(parts: Iterable[str]) -> str:
    """Return one digest for `parts`, none of which holds a line break."""
    return _digest("\n".join(parts).encode())


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()
