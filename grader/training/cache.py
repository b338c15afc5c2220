"""Results of trainings on disk, by the digests of their recipes: checksummed, bounded, safe to share."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import platformdirs
from blake3 import blake3
from filelock import FileLock

from grader.evidence.codec import ProtocolError
from grader.training.recipes import Result, result_codec

MAX_BYTES = 4 * 2**30
_CHECKSUM_BYTES = 32
# An entry's name goes up with its format: what an older version wrote is not found, and goes in time.
_SUFFIX = ".training1"


@dataclass(frozen=True)
class CacheInfo:
    """Where the cache is, how many trainings it holds, and the bytes that they take."""

    folder: Path
    entries: int
    bytes: int


class Cache:
    """The trainings under `folder`, at most `max_bytes` of them: those longest unused go first.

    Every file is written whole under its own name and checked when it is read: readers and writers need no
    lock.
    """

    def __init__(self, folder: Path | None = None, max_bytes: int = MAX_BYTES) -> None:
        self.folder = folder or default_folder()
        self._max_bytes = max_bytes

    def get(self, digest: str) -> Result | None:
        """Return the result of the recipe with that digest; a damaged entry is dropped, and `None`."""
        path = self._path(digest)
        try:
            content = path.read_bytes()
            with contextlib.suppress(OSError):
                os.utime(path)  # used just now
        except OSError:
            return None
        checksum, frame = content[:_CHECKSUM_BYTES], content[_CHECKSUM_BYTES:]
        if checksum == _checksum(digest, frame):
            with contextlib.suppress(ProtocolError):
                return result_codec().read(BytesIO(frame))
        with contextlib.suppress(OSError):
            path.unlink()
        return None

    def put(self, digest: str, result: Result) -> None:
        """Keep `result`, and drop what has not been used for longest if there is no room.

        Raises:
            OSError: if it cannot be written: nothing is then changed.
        """
        frame = result_codec().encode(result)
        path = self._path(digest)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{uuid.uuid4().hex}")
        try:
            fresh.write_bytes(_checksum(digest, frame) + frame)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
        self._make_room()

    @contextmanager
    def lock(self, digest: str) -> Iterator[None]:
        """Hold the lock of whoever trains that recipe; others wait for it, in whatever process.

        In a folder that cannot be written there is none: then a recipe may be trained twice.
        """
        folder = self.folder / "locks"
        with ExitStack() as held:
            with contextlib.suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
                # A few files for all recipes: none has to be removed while somebody may wait for it.
                held.enter_context(FileLock(folder / f"{digest[:2]}.lock"))
            yield

    def info(self) -> CacheInfo:
        """Return what there is."""
        sizes = [status.st_size for _, status in self._entries()]
        return CacheInfo(self.folder, len(sizes), sum(sizes))

    def clear(self) -> CacheInfo:
        """Remove every entry, and return what there was."""
        before = self.info()
        for path, _ in self._entries():
            path.unlink(missing_ok=True)
        return before

    def _make_room(self) -> None:
        entries = sorted(self._entries(), key=lambda entry: entry[1].st_mtime_ns)
        excess = sum(status.st_size for _, status in entries) - self._max_bytes
        for path, status in entries:
            if excess <= 0:
                return
            path.unlink(missing_ok=True)
            excess -= status.st_size

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self.folder.glob(f"??/*{_SUFFIX}"):
            with contextlib.suppress(FileNotFoundError):  # another process has just removed it
                yield path, path.stat()

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / f"{digest}{_SUFFIX}"


def default_folder() -> Path:
    """Return the folder that trainings are kept in unless told otherwise; it need not exist yet."""
    told = os.environ.get("GRADER_CACHE_DIR")
    return Path(told) if told else platformdirs.user_cache_path("chapter-grader") / "trainings"


def _checksum(digest: str, frame: bytes) -> bytes:
    # With the digest: an entry that was copied under another name is damaged too.
    return blake3(digest.encode() + b"\n" + frame).digest()
