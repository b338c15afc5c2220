"""A complete autograder for Gradescope: the zip that an instructor uploads.

What Gradescope does with it: https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from __future__ import annotations

import importlib.metadata
import io
import platform
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from grader import __version__
from grader.export.error import ExportError
from grader.export.gradescope import Visibility
from grader.language import Language, Text

_PACKAGE: Final = "chapter-grader"
_SCRIPTS: Final = Path(__file__).parent / "scripts"
_EXECUTABLE, _PLAIN = 0o755, 0o644
_RESERVE_SECONDS: Final = 30  # to end before Gradescope ends us: it fetches the submission in its time too
# A fixed time, the earliest that a zip can say: equal contents give equal bytes.
_TIME: Final = (1980, 1, 1, 0, 0, 0)
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")

_NO_WHEEL: Final = Text(en="{path} is no wheel (.whl).", ko="{path}은(는) wheel 파일(.whl)이 아닙니다.")
NOTHING_YET: Final = Text(
    en="**Grading has not come to any exercise.** If this is still here after a while, grading was stopped "
    "before it began, or failed. Please tell your instructor.",
    ko="**아직 채점한 문제가 없습니다.** 한참 뒤에도 이 글이 보이면 채점이 시작되기 전에 "
    "멈췄거나 실패한 것입니다. 선생님께 알려 주세요.",
)


@dataclass(frozen=True)
class AutograderOptions:
    """How an autograder grades. `time_limit_seconds` is the time-out that is set in Gradescope."""

    language: Language
    wheel: Path | None = None
    profile: str = "full"
    time_limit_seconds: int = 600
    hidden_visibility: Visibility = Visibility.AFTER_PUBLISHED


def autograder_zip(options: AutograderOptions) -> bytes:
    """Return the zip: `setup.sh`, `run_autograder`, and what they need, the grader's wheel among it.

    Without a wheel the grader is installed from the package index, at this version. What it depends on is
    pinned to the versions that are installed here, where Gradescope's Python is the same as this one.

    Raises:
        ExportError: if the wheel is none.
    """
    requirement = f"{_PACKAGE}=={__version__}\n"
    files: dict[str, tuple[bytes, int]] = {
        "setup.sh": (_script("setup.sh"), _EXECUTABLE),
        "run_autograder": (_script("run_autograder"), _EXECUTABLE),
        "settings": (_settings(options), _PLAIN),
        "constraints.txt": ("".join(_pins()).encode(), _PLAIN),
        "nothing_yet.json": (_nothing_yet(options.language), _PLAIN),
    }
    if options.wheel is not None:
        requirement = f"./{options.wheel.name}\n"
        files[options.wheel.name] = (_wheel(options.wheel), _PLAIN)
    files["requirements.txt"] = (requirement.encode(), _PLAIN)
    return _zipped(files)


def _zipped(files: dict[str, tuple[bytes, int]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (content, mode) in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix: only then are the permissions looked at
            entry.external_attr = (0o100000 | mode) << 16
            archive.writestr(entry, content)
    return out.getvalue()


def _script(name: str) -> bytes:
    # Checked out on Windows, the scripts may have its line ends, and bash would stumble over them.
    return (_SCRIPTS / name).read_bytes().replace(b"\r\n", b"\n")


def _settings(options: AutograderOptions) -> bytes:
    """Return what `run_autograder` reads, as assignments of bash."""
    settings = {
        "language": options.language.value,
        "profile": options.profile,
        "hidden_visibility": options.hidden_visibility.value,
        "seconds": max(1, options.time_limit_seconds - _RESERVE_SECONDS),
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items()).encode()


def _nothing_yet(language: Language) -> bytes:
    """Return the results of a submission whose grading has not begun."""
    output = NOTHING_YET.in_language(language)
    return msgspec.json.encode({"score": 0, "output": output, "output_format": "md", "tests": []})


def _wheel(wheel: Path) -> bytes:
    if not _NAME.fullmatch(wheel.name) or wheel.suffix != ".whl" or not zipfile.is_zipfile(wheel):
        raise ExportError(_NO_WHEEL.format(path=wheel))
    return wheel.read_bytes()


def _pins() -> Iterator[str]:
    """Yield a constraint for everything that the grader depends on, at its version here."""
    python = ".".join(platform.python_version_tuple()[:2])
    for name in sorted(_dependencies()):
        version = importlib.metadata.version(name)
        yield f'{name}=={version}; python_version == "{python}"\n'


def _dependencies() -> set[str]:
    """Return the names of the packages that the grader needs, however indirectly, and that are installed."""
    found: set[str] = set()
    waiting = [_PACKAGE]
    while waiting:
        try:
            requirements = importlib.metadata.requires(waiting.pop()) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system, or optional
        for requirement in requirements:
            name = _NAME.match(requirement)
            if name is None or "extra ==" in requirement or name[0] in found or not _installed(name[0]):
                continue
            found.add(name[0])
            waiting.append(name[0])
    return found


def _installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
