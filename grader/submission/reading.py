"""Files that somebody else made, opened without being led or held up by them."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.language import Text
from grader.submission import wording
from grader.submission.error import SubmissionError, refused

CHUNK_BYTES = 1 << 16

# Neither flag is there on Windows, which has no FIFOs and asks for rights to make a link.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
_JUNCTION = 0xA0000003  # Windows's IO_REPARSE_TAG_MOUNT_POINT: a link to a folder that anybody may make


def is_link(status: os.stat_result) -> bool:
    """Tell whether `status` (of `lstat`) is that of a symbolic link, or of a junction on Windows."""
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def open_plain(path: Path, shown: str) -> io.FileIO:
    """Return the regular file `path` opened for reading, unbuffered; a link is not followed.

    Raises:
        SubmissionError: if it is no regular file any more, or cannot be read; it names `shown`.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        raise refused(wording.UNREADABLE, path=shown, why=error.strerror) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise refused(wording.SPECIAL, name=shown)
    return io.FileIO(descriptor, "rb")


@contextmanager
def reading(problem: Text) -> Iterator[None]:
    """Turn whatever a reader raises over bytes that were made to confuse it into a refusal with `problem`.

    Only reading belongs inside: where writing fails (a full disk), the submission is not to blame.
    """
    try:
        yield
    except SubmissionError:
        raise
    except Exception as error:  # the readers' documented errors are not all that they raise
        raise SubmissionError(problem) from error
