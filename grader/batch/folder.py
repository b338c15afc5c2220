"""The folder that a batch writes to, held by one batch at a time, and the folder for its temporary files."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from grader.batch.error import FolderError
from grader.language import Text

_PREFIX = "grader-batch-"
_OF_WRITING = {errno.ENOSPC, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)}

_BUSY = Text(
    en="Another batch is at work in {out}: wait until it has ended, or end it.",
    ko="{out} 폴더에서 다른 채점이 진행 중입니다. 끝날 때까지 기다리거나 그 채점을 중단해 주세요.",
)
_NOT_WRITABLE = Text(
    en="{path} cannot be written: {why}.",
    ko="{path}에 쓸 수 없습니다: {why}.",
)


@contextmanager
def held(out: Path) -> Iterator[Path]:
    """Hold the folder `out`, made if need be, and yield a folder for temporary files.

    What a batch that was killed has left behind is removed. The system itself lets go of a lock whose holder
    has ended, however that happened.

    Raises:
        FolderError: if `out` is no folder, cannot be written to, or is held by another batch.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = FileLock(out / ".lock")
        lock.acquire(timeout=0)
    except Timeout:
        raise FolderError(_BUSY.format(out=out)) from None
    except OSError as error:
        raise _not_writable(error, out) from error
    try:
        work = _new_work_folder(out / ".work")
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        # What the batch could not read, say, is no matter of the folder.
        if error.errno in _OF_WRITING or error.filename == str(out / ".work"):
            raise _not_writable(error, out) from error
        raise
    finally:
        lock.release()


def _not_writable(error: OSError, out: Path) -> FolderError:
    return FolderError(_NOT_WRITABLE.format(path=error.filename or out, why=error.strerror or error))


def _new_work_folder(note: Path) -> Path:
    """Return a new folder, its path noted in `note`, and remove the one that was noted before."""
    if note.is_file():
        left_behind = Path(note.read_text(encoding="utf-8", errors="replace"))
        if (
            left_behind.name.startswith(_PREFIX)
            and left_behind.parent == Path(tempfile.gettempdir()).resolve()
        ):
            shutil.rmtree(left_behind, ignore_errors=True)
    work = Path(tempfile.mkdtemp(prefix=_PREFIX)).resolve()
    try:
        note.write_text(str(work), encoding="utf-8")
    except OSError:
        work.rmdir()
        raise
    return work
