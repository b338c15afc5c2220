"""Results in one zip file: each is found without reading the others, arrays are kept once.

A member `results/<name>` holds a result and its small arrays; `arrays/<digest of the bytes>` holds a large
one, which several results may share. The name of a training's result is the digest of its recipe.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec
from blake3 import blake3

from grader.evidence.codec import Codec, ProtocolError

Result = TypeVar("Result")

_RESULTS = "results/"
_LARGE_BYTES = 1024
# Weights shrink by a tenth, and unpacking them takes longer than all else: that is left undone.
_WORTH_PACKING = 0.85
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows
_UNIX = 3
# What zipfile raises for bytes that are no archive's, and what comes of those that are another's.
_UNREADABLE = (
    *(BadZipFile, LookupError, RuntimeError, EOFError, OSError, ValueError, zlib.error, struct.error),
    *(msgspec.MsgspecError, ProtocolError),
)


class DamagedError(Exception):
    """A key is there and cannot be read; the message says why, in a phrase."""


class _Stored(msgspec.Struct, frozen=True, array_like=True):
    """A result as its codec packs it; in the place of a `large` blob stands nothing, and here its digest."""

    text: bytes
    blobs: tuple[bytes, ...]
    large: dict[int, str]


class _Mapped(mmap.mmap):
    """A file in memory, of which only what is read is loaded."""

    def seekable(self) -> bool:
        """Return that it is; `mmap` itself says so since Python 3.13."""
        return True


class Archive(Generic[Result]):
    """The results in the file at `path`; the file stays mapped for as long as this lives."""

    def __init__(self, path: Path, codec: Callable[[], Codec[Result]]) -> None:
        """Open it.

        Raises:
            DamagedError: if there is no such file, or it is no archive.
        """
        try:
            with path.open("rb") as file:
                self._zip = ZipFile(_Mapped(file.fileno(), 0, access=mmap.ACCESS_READ))  # type: ignore[call-overload]
        except _UNREADABLE as error:
            raise DamagedError(str(error)) from error
        self._codec = codec

    def names(self) -> Iterator[str]:
        """Yield the names of the results."""
        return (name.removeprefix(_RESULTS) for name in self._zip.NameToInfo if name.startswith(_RESULTS))

    def get(self, name: str) -> Result | None:
        """Return the result of that name, `None` if it is not here.

        Raises:
            DamagedError: if it is here and cannot be read.
        """
        try:
            if (member := _RESULTS + name) not in self._zip.NameToInfo:
                return None
            stored = msgspec.msgpack.decode(self._zip.read(member), type=_Stored)
            blobs = list(stored.blobs)
            for number, array in stored.large.items():
                blobs[number] = self._zip.read(_array_name(array))
            # A codec is no matter of several threads: each call has its own.
            return self._codec().unpack(stored.text, blobs)
        except _UNREADABLE as error:
            raise DamagedError(str(error)) from error


def write_archive(file: BinaryIO, results: Mapping[str, Result], codec: Callable[[], Codec[Result]]) -> None:
    """Write `results`, by their names, to `file`: the same results give the same bytes."""
    members: dict[str, bytes] = {}
    for name, result in results.items():
        text, blobs = codec().pack(result)
        large = {
            number: blake3(blob).hexdigest() for number, blob in enumerate(blobs) if len(blob) >= _LARGE_BYTES
        }
        members |= {_array_name(digest): blobs[number] for number, digest in large.items()}
        small = tuple(b"" if number in large else blob for number, blob in enumerate(blobs))
        members[_RESULTS + name] = msgspec.msgpack.encode(_Stored(text, small, large))
    with ZipFile(file, "w") as archive:
        for member, content in sorted(members.items()):
            archive.writestr(_member(member, content), content)


def _member(name: str, content: bytes) -> ZipInfo:
    """Return a member's head, the same on every system and at every time."""
    member = ZipInfo(name, _EPOCH)
    member.create_system = _UNIX
    member.external_attr = 0o644 << 16
    worth = len(zlib.compress(content)) < _WORTH_PACKING * len(content)
    member.compress_type = ZIP_DEFLATED if worth else ZIP_STORED
    return member


def _array_name(digest: str) -> str:
    return f"arrays/{digest}"
