"""A `.zip` that was handed in, unpacked.

What the archive says of itself is not believed: names, kinds and overlaps are looked at here, and bytes are
counted as they come out. The reader is the standard library's.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from grader.submission import wording
from grader.submission.error import refused
from grader.submission.model import SizeLimits
from grader.submission.reading import CHUNK_BYTES, open_plain, reading
from grader.submission.tree import NewTree

# For others (bzip2, LZMA) `zipfile` has no bound on what one block unpacks to: 4 kB of bzip2 can be 4 GB.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_UTF_8 = 0x800
_HEADER = struct.Struct("<26xHH")  # before each file; at its end the lengths of the name and the extra field
_DIRECTORY_BYTES = 4 << 20  # 20,000 entries with names of 150 bytes
_DAMAGED = wording.DAMAGED.format(kind=".zip")


def unpack_zip(path: Path, tree: NewTree) -> None:
    """Unpack the archive `path` into `tree`.

    Raises:
        SubmissionError: if the archive is damaged or made to do harm, or as `NewTree`.
        OSError: if `tree` cannot be written.
    """
    with _opened(path) as (archive, file):
        with reading(_DAMAGED):
            entries = archive.infolist()
            if len(entries) > tree.limits.entries:
                raise refused(wording.TOO_MANY, limit=tree.limits.entries)
            _refuse_overlap(entries, file, archive.start_dir)
        for entry in entries:
            name = _name(entry)
            place = tree.place(name)
            if place is None:
                continue
            _refuse_kind(entry, name)
            if not name.replace("\\", "/").endswith("/"):
                tree.write(place, _chunks(archive, entry))


class _DirectoryReader(io.BufferedReader):
    """A file that refuses to be read in one piece larger than a directory of files may be."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return at most `size` bytes."""
        if size is not None and size > _DIRECTORY_BYTES:
            raise refused(wording.TOO_MANY, limit=SizeLimits.entries)
        return super().read(size)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, io.BufferedReader]]:
    with _DirectoryReader(open_plain(path, path.name)) as file:
        with reading(_DAMAGED):
            archive = zipfile.ZipFile(file)
        with archive:
            yield archive, file


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the name of `entry`; bytes that are not UTF-8 are kept as `surrogateescape` does.

    `ZipInfo.filename` would not do: it ends at a NUL. Without the flag for UTF-8, `zipfile` takes the name
    for code page 437; macOS leaves the flag out and writes UTF-8, Korean Windows writes code page 949.
    """
    if entry.flag_bits & _UTF_8:
        return entry.orig_filename
    return entry.orig_filename.encode("cp437").decode("utf-8", "surrogateescape")


def _refuse_kind(entry: zipfile.ZipInfo, name: str) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise refused(wording.LINK, name=name)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise refused(wording.SPECIAL, name=name)
    if entry.flag_bits & _ENCRYPTED:
        raise refused(wording.ENCRYPTED)
    if entry.compress_type not in _METHODS:
        raise refused(wording.PACKING, name=name)


def _refuse_overlap(entries: list[zipfile.ZipInfo], file: io.BufferedReader, end: int) -> None:
    """Raise if two entries share bytes (CVE-2024-0450), which Python looks for since 3.11.8 only."""
    spans = [(end, end)]
    for entry in entries:
        file.seek(entry.header_offset)
        name, extra = _HEADER.unpack(file.read(_HEADER.size))
        begin = entry.header_offset
        spans.append((begin, begin + _HEADER.size + name + extra + entry.compress_size))
    spans.sort()
    if any(stop > begin for (_, stop), (begin, _) in pairwise(spans)):
        raise refused(wording.OVERLAP)


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with reading(_DAMAGED), archive.open(entry) as source:
        while chunk := source.read(CHUNK_BYTES):
            yield chunk
