"""What student code raised, as evidence.

An exception is student code as well: its class may have a metaclass, its attributes may be properties, and
what it was given may show itself as it likes. So Python's own descriptors are asked, not the exception.
"""

from __future__ import annotations

import linecache
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import cast

import numpy as np

from grader.evidence.vocabulary import Error, ErrorStage, SourceFrame

MAX_FRAMES = 8
MAX_MESSAGE_CHARACTERS = 6_000

_STANDARD_TEXTS = (BaseException.__str__, OSError.__str__, KeyError.__str__, SyntaxError.__str__)
_LIBRARY_MODULES = frozenset({"builtins", "zipfile", "json.decoder", "struct"})
_LIBRARY_PREFIXES = (
    "numpy.",
    "keras.",
    "tf_keras.",
    "tensorflow.",
    "sklearn.",
    "matplotlib.",
    "h5py.",
    "importlib",
)
_PLAIN = (str, bytes, int, float, complex, bool, type(None), type(Path()), *set(np.sctypeDict.values()))


def error_evidence(error: BaseException, stage: ErrorStage, roots: Sequence[str]) -> Error:
    """Return what is told of `error`; of its traceback the frames in files under `roots`."""
    classes = _lineage(type(error))[:-1]
    line, source = _broken_line(error)
    return Error(
        kind=_name(classes[0]),
        bases=tuple(map(_name, classes[1:])),
        message=_message(error),
        frames=_frames(traceback_of(error), roots),
        stage=stage,
        line=line,
        source=source,
    )


def traceback_of(error: BaseException) -> TracebackType | None:
    """Return the traceback of `error`, whatever its class says that it is."""
    return cast("TracebackType | None", vars(BaseException)["__traceback__"].__get__(error))


def _broken_line(error: BaseException) -> tuple[int | None, str | None]:
    """Return number and text of the line that Python could not read; of a student's own error nothing."""
    if not _among(type(error), (SyntaxError, IndentationError, TabError)):
        return None, None
    broken = cast("SyntaxError", error)
    line, text = broken.lineno, broken.text
    return line if type(line) is int else None, text.rstrip()[:500] if type(text) is str else ""


def _frames(trace: TracebackType | None, roots: Sequence[str]) -> tuple[SourceFrame, ...]:
    """Return the frames that lie in the submission's own files, innermost last."""
    frames = []
    for frame, line in traceback.walk_tb(trace):
        file = frame.f_code.co_filename
        if file.startswith(tuple(roots)) and "site-packages" not in file:
            source = linecache.getline(file, line).strip()[:500]
            frames.append(SourceFrame(Path(file).name[:200], line, frame.f_code.co_name[:200], source))
    return tuple(frames[-MAX_FRAMES:])


def _message(error: BaseException) -> str:
    kind = type(error)
    module = str(type.__getattribute__(kind, "__module__"))
    if not module.startswith(_LIBRARY_PREFIXES):
        # An exception's own __str__ is student code as well, and so is that of what it was given.
        known = module in _LIBRARY_MODULES or _among(type.__getattribute__(kind, "__str__"), _STANDARD_TEXTS)
        if not known or not all(map(_can_be_shown, _held(error))):
            return ""
    try:
        text = str(error)
    except BaseException:  # noqa: BLE001 - a class can say that it is a library's
        return ""
    if len(text) <= MAX_MESSAGE_CHARACTERS:
        return text
    # Keras and scikit-learn often put the cause last.
    return f"{text[: MAX_MESSAGE_CHARACTERS // 3]}\n...\n{text[-2 * MAX_MESSAGE_CHARACTERS // 3 :]}"


def _held(error: BaseException) -> tuple[object, ...]:
    """Return what the text of `error` shows: what it was given, and the files that it names."""
    held: tuple[object, ...] = vars(BaseException)["args"].__get__(error)
    if not _among(OSError, _lineage(type(error))):
        return held
    return (*held, *(vars(OSError)[name].__get__(error) for name in ("filename", "filename2")))


def _can_be_shown(value: object, depth: int = 3) -> bool:
    """Return whether showing `value` runs nothing of the student's."""
    if _among(type(value), (tuple, list)) and depth:
        return all(_can_be_shown(item, depth - 1) for item in cast("Sequence[object]", value))
    return _among(type(value), _PLAIN)


def _among(one: object, others: Iterable[object]) -> bool:
    """Return whether `one` is one of `others`; not `in`, which asks them whether they are equal."""
    return any(one is other for other in others)


def _lineage(kind: type) -> tuple[type, ...]:
    return cast("tuple[type, ...]", vars(type)["__mro__"].__get__(kind))


def _name(kind: type) -> str:
    return str(vars(type)["__name__"].__get__(kind))[:200]
