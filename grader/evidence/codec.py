"""Frames between judge and sandbox: JSON with the large binary parts beside it, bounded, and never pickle.

A frame is

    magic (4 bytes) | length of the JSON (u32) | number of blobs (u32) | a length per blob (u64 each)
    | the JSON | the blobs

all integers little-endian. In the JSON a blob stands as its index. Decoding validates against the message's
type, so what is outside the vocabulary is refused, and nothing is allocated before its announced size was
compared with the bound.
"""

from __future__ import annotations

import struct
from typing import Any, BinaryIO, Generic, TypeVar

import msgspec

from grader.evidence.vocabulary import Blob

MAGIC = b"GRD1"
MAX_JSON_BYTES = 32 * 2**20
MAX_BLOBS = 4096
_HEADER = struct.Struct("<4sII")
_CHUNK_BYTES = 2**20

Message = TypeVar("Message")


class ProtocolError(Exception):
    """The bytes on the channel are no frame, or a frame beyond the bounds, or not of the message's type."""


class ChannelClosedError(ProtocolError):
    """The other side is gone: the channel ended before a frame did."""


class Codec(Generic[Message]):
    """Writes and reads frames of one message type, at most `max_bytes` of blobs each.

    That bound may be changed; it holds for every frame whose lengths have not been read yet.
    """

    def __init__(self, message_type: Any, *, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._decoder: msgspec.json.Decoder[Message] = msgspec.json.Decoder(
            message_type, dec_hook=self._blob_at
        )
        self._blobs: list[bytes] = []

    def pack(self, message: Message) -> tuple[bytes, list[bytes]]:
        """Return the JSON of `message` and, in the order of their indices, its blobs.

        Raises:
            ProtocolError: if it is beyond the bounds.
        """
        blobs: list[bytes] = []

        def blob_index(value: Any) -> int:
            if not isinstance(value, Blob):
                raise ProtocolError(f"{type(value).__name__} cannot be sent")
            blobs.append(value.data)
            return len(blobs) - 1

        try:
            text = msgspec.json.encode(message, enc_hook=blob_index)
        except (TypeError, ValueError, RecursionError) as error:
            raise ProtocolError(f"not encodable: {error}") from error
        self._check_bounds(len(text), [len(blob) for blob in blobs])
        return text, blobs

    def unpack(self, text: bytes, blobs: list[bytes]) -> Message:
        """Return the message that `pack` took apart.

        Raises:
            ProtocolError: if it is none of this type.
        """
        self._blobs = blobs
        try:
            return self._decoder.decode(text)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise ProtocolError(f"not a message: {error}") from error
        finally:
            self._blobs = []

    def encode(self, message: Message) -> bytes:
        """Return `message` as one frame.

        Raises:
            ProtocolError: if it is beyond the bounds.
        """
        text, blobs = self.pack(message)
        lengths = struct.pack(f"<{len(blobs)}Q", *map(len, blobs))
        return b"".join([_HEADER.pack(MAGIC, len(text), len(blobs)), lengths, text, *blobs])

    def write(self, stream: BinaryIO, message: Message) -> None:
        """Write `message` to `stream` as one frame.

        Raises:
            ProtocolError: if it is beyond the bounds.
            ChannelClosedError: if nobody reads any more.
        """
        frame = self.encode(message)
        try:
            stream.write(frame)
            stream.flush()
        except (OSError, ValueError) as error:
            raise ChannelClosedError(str(error)) from error

    def read(self, stream: BinaryIO) -> Message:
        """Return the next message of `stream`.

        Raises:
            ChannelClosedError: if the stream ends first.
            ProtocolError: if what comes is no frame of this message type within the bounds.
        """
        magic, text_length, blob_count = _HEADER.unpack(_read_exactly(stream, _HEADER.size))
        if magic != MAGIC:
            raise ProtocolError("not a frame")
        if blob_count > MAX_BLOBS:
            raise ProtocolError(f"{blob_count} blobs in one frame")
        lengths = list(struct.unpack(f"<{blob_count}Q", _read_exactly(stream, 8 * blob_count)))
        self._check_bounds(text_length, lengths)
        text = _read_exactly(stream, text_length)
        return self.unpack(text, [_read_exactly(stream, length) for length in lengths])

    def _check_bounds(self, text_length: int, blob_lengths: list[int]) -> None:
        if text_length > MAX_JSON_BYTES:
            raise ProtocolError(f"{text_length} bytes of JSON in one frame")
        if len(blob_lengths) > MAX_BLOBS:
            raise ProtocolError(f"{len(blob_lengths)} blobs in one frame")
        if sum(blob_lengths) > self.max_bytes:
            raise ProtocolError(f"{sum(blob_lengths)} bytes of blobs in one frame")

    def _blob_at(self, expected: type, index: Any) -> Any:
        if expected is Blob and isinstance(index, int) and 0 <= index < len(self._blobs):
            return Blob(self._blobs[index])
        raise ValueError(f"no blob {index!r} in this frame")


def _read_exactly(stream: BinaryIO, length: int) -> bytes:
    # Grown as the bytes come: a short frame that announces 500 MB costs what it sent, not what it said.
    parts: list[bytes] = []
    missing = length
    while missing:
        try:
            part = stream.read(min(missing, _CHUNK_BYTES))
        except (OSError, ValueError) as error:
            raise ChannelClosedError(str(error)) from error
        if not part:
            raise ChannelClosedError("the channel ended")
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
