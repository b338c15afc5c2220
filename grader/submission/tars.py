"""A `.tar.gz` or `.tar` that was handed in, unpacked.

`tarfile` is used to understand headers and nothing else. It believes what they say of their own length, jumps
to where they point, and takes a broken one for the end; `_ForwardReader` stands between it and the bytes.
"""

from __future__ import annotations

import gzip
import io
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from grader.submission import wording
from grader.submission.error import refused
from grader.submission.model import SizeLimits
from grader.submission.reading import CHUNK_BYTES, open_plain, reading
from grader.submission.tree import NewTree

_BLOCK_BYTES = tarfile.BLOCKSIZE
_GZIP = b"\x1f\x8b"
_DAMAGED = wording.DAMAGED.format(kind=".tar.gz")
# A header that goes on over more than a block holds a long name, or attributes of macOS.
_LONG_HEADER_BYTES = 1 << 16
_LONG_HEADERS_BYTES = 4 << 20  # all of them together: half a second of `tarfile`'s time at the worst
# `tarfile` before 3.12.6 searches such a header in time quadratic in a row of digits (CVE-2024-6232).
_DIGITS = re.compile(rb"\d{32}")
# So many times what may be kept is unpacked at most: to skip a file (a `.venv`) is to unpack it.
_SKIPPED = 4


def unpack_tar(path: Path, tree: NewTree) -> None:
    """Unpack the archive `path` into `tree`.

    Raises:
        SubmissionError: if the archive is damaged or made to do harm, or as `NewTree`.
        OSError: if `tree` cannot be written.
    """
    with _opened(path, tree.limits) as reader:
        for member in _members(reader):
            place = tree.place(member.name)
            if place is None:
                continue
            _refuse_kind(member)
            if member.isreg():
                tree.write(place, reader.data(member.size))
        reader.finish()


class _ForwardReader:
    """A stream that `tarfile` may read headers from and seek forward in, and no more."""

    def __init__(self, source: BinaryIO, limits: SizeLimits) -> None:
        self._source = source
        self._limit = limits.total_bytes
        self._position = 0
        self._header = b""
        self._long_headers = 0

    def read(self, size: int) -> bytes:
        """Return the next `size` bytes of a header, fewer at the end."""
        self._long_headers += size if size > _BLOCK_BYTES else 0
        if not 0 <= size <= _LONG_HEADER_BYTES or self._long_headers > _LONG_HEADERS_BYTES:
            raise tarfile.ReadError("a header is too long")
        self._header = self._pull(size)
        if size > _BLOCK_BYTES and _DIGITS.search(self._header):
            raise tarfile.ReadError("a header holds a number that no length or time is")
        return self._header

    def tell(self) -> int:
        """Return how many bytes have been read."""
        return self._position

    def seek(self, position: int) -> None:
        """Skip to `position`, which a header with a negative length would put behind."""
        if position < self._position:
            raise tarfile.ReadError("a header points backwards")
        while self._position < position:
            if not self._pull(min(CHUNK_BYTES, position - self._position)):
                raise tarfile.ReadError("cut off")

    def data(self, size: int) -> Iterator[bytes]:
        """Yield the `size` bytes that follow the header that was read last."""
        while size:
            with reading(_DAMAGED):
                chunk = self._pull(min(CHUNK_BYTES, size))
                if not chunk:
                    raise tarfile.ReadError("cut off")
            size -= len(chunk)
            yield chunk

    def finish(self) -> None:
        """Read on to the end, where gzip keeps its checksum; raise if the archive had no proper end."""
        with reading(_DAMAGED):
            # `tarfile` stops without a word at a broken header, and where the file was cut between two.
            if self._header != bytes(_BLOCK_BYTES):
                raise tarfile.ReadError("no end")
            while self._pull(CHUNK_BYTES):
                pass

    def _pull(self, size: int) -> bytes:
        data = self._source.read(size)
        self._position += len(data)
        if self._position > _SKIPPED * self._limit:
            raise refused(wording.TOO_LARGE, mib=self._limit >> 20)
        return data


@contextmanager
def _opened(path: Path, limits: SizeLimits) -> Iterator[_ForwardReader]:
    with io.BufferedReader(open_plain(path, path.name)) as file:
        if file.peek(2).startswith(_GZIP):
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield _ForwardReader(cast("BinaryIO", unpacked), limits)
        else:
            yield _ForwardReader(file, limits)


def _members(reader: _ForwardReader) -> Iterator[tarfile.TarInfo]:
    with reading(_DAMAGED):
        source = cast("BinaryIO", reader)
        members = iter(tarfile.TarFile(fileobj=source, encoding="utf-8", errors="surrogateescape"))
    while True:
        with reading(_DAMAGED):
            member = next(members, None)
            if member is not None and member.size < 0:
                raise tarfile.ReadError("a negative length")
        if member is None:
            return
        yield member


def _refuse_kind(member: tarfile.TarInfo) -> None:
    if member.issym() or member.islnk():
        raise refused(wording.LINK, name=member.name)
    # A sparse file is a few bytes that stand for as many as somebody likes.
    if member.issparse() or not (member.isreg() or member.isdir()):
        raise refused(wording.SPECIAL, name=member.name)
