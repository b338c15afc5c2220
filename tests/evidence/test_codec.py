import io
import struct
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from grader.evidence.codec import MAGIC, ChannelClosedError, Codec, ProtocolError
from grader.evidence.vocabulary import NUMBER_DTYPES, Array, Blob, Evidence, Null, Scalar, Sequence, array


class Envelope(msgspec.Struct):
    value: Evidence


def codec(max_bytes: int = 10**6) -> Codec[Envelope]:
    return Codec(Envelope, max_bytes=max_bytes)


def round_trip(message: Envelope) -> Envelope:
    return codec().read(io.BytesIO(codec().encode(message)))


@given(npst.arrays(st.sampled_from(sorted(NUMBER_DTYPES)), npst.array_shapes(min_dims=0, min_side=0)))
def test_arrays_come_back_bit_for_bit(values: np.ndarray[Any, Any]) -> None:
    received = round_trip(Envelope(array(values))).value
    assert isinstance(received, Array)
    assert received.value.dtype == values.dtype
    assert received.value.shape == values.shape
    assert received.value.tobytes() == values.tobytes()


@given(st.floats())
def test_every_float_comes_back(number: float) -> None:
    received = round_trip(Envelope(Scalar("float", repr(number), "float"))).value
    assert isinstance(received, Scalar)
    assert repr(received.value) == repr(number)


def test_nested_evidence_comes_back() -> None:
    message = Envelope(Sequence((Null(), array(np.arange(3)), Sequence((array(np.zeros(2)),), of="list"))))
    assert round_trip(message) == message


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ProtocolError):
        codec().read(io.BytesIO(data))


@given(st.binary(max_size=200))
def test_arbitrary_json_is_refused(text: bytes) -> None:
    frame = struct.pack("<4sII", MAGIC, len(text), 0) + text
    with pytest.raises(ProtocolError):
        codec().read(io.BytesIO(frame))


def test_a_frame_cut_anywhere_is_refused() -> None:
    frame = codec().encode(Envelope(array(np.arange(4))))
    for length in range(len(frame)):
        with pytest.raises(ChannelClosedError):
            codec().read(io.BytesIO(frame[:length]))


def test_announced_sizes_are_bounded_before_anything_is_read() -> None:
    frame = struct.pack("<4sIIQ", MAGIC, 2, 1, 2**62)
    with pytest.raises(ProtocolError, match="bytes of blobs"):
        codec().read(io.BytesIO(frame))


def test_a_message_beyond_the_bound_is_not_sent() -> None:
    with pytest.raises(ProtocolError, match="bytes of blobs"):
        codec(max_bytes=10).encode(Envelope(array(np.zeros(100))))


@pytest.mark.parametrize(
    "text",
    [
        b'{"value":{"type":"array","dtype":"object","shape":[1],"data":0,"of":"x"}}',
        b'{"value":{"type":"array","dtype":"float64","shape":[2],"data":0,"of":"x"}}',
        b'{"value":{"type":"array","dtype":"float64","shape":[-1],"data":0,"of":"x"}}',
        b'{"value":{"type":"array","dtype":"float64","shape":[1],"data":7,"of":"x"}}',
        b'{"value":{"type":"no such thing"}}',
        b'{"value":' + b'{"type":"sequence","items":[' * 100_000,
    ],
    ids=["dtype", "size", "negative", "no such blob", "no such type", "nested deep"],
)
def test_evidence_that_does_not_fit_together_is_refused(text: bytes) -> None:
    frame = struct.pack("<4sIIQ", MAGIC, len(text), 1, 8) + text + b"\0" * 8
    with pytest.raises(ProtocolError):
        codec().read(io.BytesIO(frame))


def test_only_blobs_travel_beside_the_json() -> None:
    with pytest.raises(ProtocolError, match="cannot be sent"):
        codec().encode(Envelope(Sequence((object(),))))  # type: ignore[arg-type]


def test_blobs_compare_by_content() -> None:
    assert Blob(b"a") == Blob(b"a")
    assert Blob(b"a") != Blob(b"b")
    assert hash(Blob(b"a")) == hash(Blob(b"a"))
