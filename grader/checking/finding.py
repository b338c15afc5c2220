"""What a check found wrong, as an exception with all that the feedback needs."""

from __future__ import annotations

import errno
import re

from grader.checking.exceptions import explain
from grader.checking.hint import Hint
from grader.evidence.vocabulary import Error, ErrorStage
from grader.language import Text
from grader.report.model import Frame, Reason

_DISK_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
_REFUSED = frozenset({errno.EPERM, errno.EACCES, errno.EROFS})


class Finding(AssertionError):  # noqa: N818 - it is no error of the program's: it is what a check is there to find
    """A property that the student's work does not have.

    `expected` and `actual` are short texts for a person. The hint's placeholders are filled from `values`.
    Where student code raised an exception, `raised` holds the names of its class and that class's bases.
    """

    def __init__(  # noqa: PLR0913 - one field per part of the feedback
        self,
        hint: Hint,
        *,
        expected: str | None = None,
        actual: str | None = None,
        reason: Reason | None = None,
        frames: tuple[Frame, ...] = (),
        detail: str | None = None,
        **values: object,
    ) -> None:
        super().__init__(hint.id)
        self.hint = hint
        self.expected = expected
        self.actual = actual
        self.reason = reason
        self.frames = frames
        self.detail = detail
        self.raised: tuple[str, ...] = ()
        self._values = {"expected": expected, "actual": actual, **values}

    @property
    def message(self) -> Text:
        """Return the hint's text with this student's values in it."""
        return self.hint.text.format(**self._values)

    def repeats(self, other: Finding) -> bool:
        """Return whether `other` has said it already.

        It has if it is the same finding, or if the same line of the student's raised.
        """
        return self is other or (self.frames != () and self.frames[-1:] == other.frames[-1:])

    def __str__(self) -> str:
        return f"[{self.hint.id}] expected {self.expected}, got {self.actual}: {self.message.en}"


class GraderFaultError(Exception):
    """Something that is the grader's own fault: the reference failed, or a check asked what it must not."""


def finding_of_error(error: Error) -> Finding:
    """Return the finding for an exception that student code raised."""
    hint, values = explain(error)
    reason = _reason(error)
    frames = tuple(Frame(frame.file, frame.line, frame.function, frame.source) for frame in error.frames)
    detail = f"{error.kind}: {error.message}" if error.message else error.kind
    finding = Finding(hint, actual=error.kind, reason=reason, frames=frames, detail=detail, **values)
    finding.raised = (error.kind, *error.bases)
    return finding


def _reason(error: Error) -> Reason:
    """Return what kind of failure the exception is."""
    names = {error.kind, *error.bases}
    number = _system_error(error) if "OSError" in names else None
    if "SystemExit" in names:
        return Reason.CRASH
    if error.kind == "MemoryError":
        return Reason.MEMORY_LIMIT
    if number in _DISK_FULL:
        return Reason.DISK_LIMIT
    # A name that cannot be looked up: there is no network where student code runs.
    if names & {"PermissionError", "gaierror", "URLError"} or number in _REFUSED:
        return Reason.FORBIDDEN
    if error.stage is ErrorStage.LOADING:
        return Reason.SYNTAX_ERROR if "SyntaxError" in names else Reason.IMPORT_ERROR
    return Reason.EXCEPTION


def _system_error(error: Error) -> int | None:
    """Return the system's number of an `OSError`, as Python and h5py write it into the message."""
    found = re.search(r"\[Errno (\d{1,4})\]|errno = (\d{1,4})", error.message)
    return int(found[1] or found[2]) if found else None
