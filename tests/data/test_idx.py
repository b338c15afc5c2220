from __future__ import annotations

import gzip
import pickle
import struct
import tracemalloc
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from grader.data import DataError
from grader.data.idx import MAX_ITEMS, read_images, read_labels, read_pair, write_images, write_labels
from grader.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grader.data.dataset import UInt8Array

# Each example overwrites the file of the one before.
same_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)


def image_header(count: int, rows: int = 28, columns: int = 28, magic: int = 0x0803) -> bytes:
    return struct.pack(">4I", magic, count, rows, columns)


def packed(path: Path, content: bytes) -> Path:
    path.write_bytes(gzip.compress(content))
    return path


@same_folder
@given(images=st.integers(1, 4).flatmap(lambda n: arrays(np.uint8, (n, 28, 28))))
def test_images_come_back_as_written(tmp_path: Path, images: UInt8Array) -> None:
    write_images(tmp_path / "images.gz", images)
    found = read_images(tmp_path / "images.gz")
    assert found.dtype == np.uint8
    assert found.shape == images.shape
    assert (found == images).all()
    assert not found.flags.writeable


@same_folder
@given(labels=arrays(np.uint8, st.integers(1, 300), elements=st.integers(0, 9)))
def test_labels_come_back_as_written(tmp_path: Path, labels: UInt8Array) -> None:
    write_labels(tmp_path / "labels.gz", labels)
    found = read_labels(tmp_path / "labels.gz")
    assert found.dtype == np.uint8
    assert found.tolist() == labels.tolist()


@same_folder
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_as_data(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "raw.gz").write_bytes(content)
    for path in (tmp_path / "raw.gz", packed(tmp_path / "packed.gz", content)):
        for read in (read_images, read_labels):
            with pytest.raises(DataError):
                read(path)


@same_folder
@given(cut=st.integers(0, 1000), flipped=st.integers(0, 1000))
def test_a_damaged_file_is_read_right_or_refused(tmp_path: Path, cut: int, flipped: int) -> None:
    labels = np.arange(100, dtype=np.uint8) % 10
    path = tmp_path / "labels.gz"
    write_labels(path, labels)
    whole = path.read_bytes()
    cut_off = whole[: cut % len(whole)]
    damaged = bytearray(whole)
    damaged[flipped % len(whole)] ^= 0x10
    for content in (cut_off, bytes(damaged)):
        path.write_bytes(content)
        try:
            assert read_labels(path).tolist() == labels.tolist()
        except DataError as error:
            assert error.file == path  # noqa: PT017 - either outcome is right


def test_equal_arrays_make_equal_files(tmp_path: Path) -> None:
    labels = np.arange(10, dtype=np.uint8)
    write_labels(tmp_path / "one.gz", labels)
    write_labels(tmp_path / "two.gz", labels)
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is too short for an IDX header"),
        (image_header(1)[:15], "is too short for an IDX header"),
        (image_header(1, magic=0x0801) + bytes(784), "is not an image file"),
        (image_header(1, magic=0x0D03) + bytes(784), "is not an image file"),
        (image_header(1, 32, 32) + bytes(1024), "holds images of 32 x 32 pixels"),
        (image_header(0), "claims 0 items"),
        (image_header(2) + bytes(784), "should hold 1568 bytes after its header but holds only 784"),
        (image_header(1) + bytes(785), "should hold 784 bytes after its header but holds more"),
        (image_header(MAX_ITEMS + 1), f"claims {MAX_ITEMS + 1} items"),
        (image_header(0xFFFFFFFF), "claims 4294967295 items"),
    ],
)
def test_broken_images_are_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = packed(tmp_path / "images.gz", content)
    with pytest.raises(DataError) as caught:
        read_images(path)
    assert problem in caught.value.problem.en


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (struct.pack(">2I", 0x0803, 1) + b"\1", "is not a label file"),
        (struct.pack(">2I", 0x0801, 3) + b"\1\2", "should hold 3 bytes"),
        (struct.pack(">2I", 0x0801, 3) + b"\1\2\x0a", "holds the label 10"),
    ],
)
def test_broken_labels_are_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = packed(tmp_path / "labels.gz", content)
    with pytest.raises(DataError) as caught:
        read_labels(path)
    assert problem in caught.value.problem.en


def truncated(content: bytes) -> bytes:
    return content[:-20]


def with_wrong_checksum(content: bytes) -> bytes:
    return content[:-8] + bytes(4) + content[-4:]


def followed_by_rubbish(content: bytes) -> bytes:
    return content + b"rubbish"


def not_gzip(_: bytes) -> bytes:
    return image_header(1) + bytes(784)


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (truncated, "is cut off in the middle"),
        (with_wrong_checksum, "is not a whole gzip file"),
        (followed_by_rubbish, "is not a whole gzip file"),
        (not_gzip, "is not a whole gzip file"),
    ],
)
def test_broken_gzip_is_refused(tmp_path: Path, damage: Callable[[bytes], bytes], problem: str) -> None:
    path = tmp_path / "images.gz"
    noise = np.random.default_rng(1).integers(0, 256, 784, np.uint8).tobytes()
    path.write_bytes(damage(gzip.compress(image_header(1) + noise)))
    with pytest.raises(DataError) as caught:
        read_images(path)
    assert caught.value.problem.en == problem


def test_a_second_gzip_member_counts_as_trailing_bytes(tmp_path: Path) -> None:
    path = tmp_path / "images.gz"
    path.write_bytes(gzip.compress(image_header(1) + bytes(784)) + gzip.compress(b"more"))
    with pytest.raises(DataError, match="holds more"):
        read_images(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"images\.gz is not there; delete it and fetch it again"):
        read_images(tmp_path / "images.gz")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_images(tmp_path)


def test_fewer_labels_than_images_are_refused(tmp_path: Path) -> None:
    write_images(tmp_path / "images.gz", np.zeros((3, 28, 28), np.uint8))
    write_labels(tmp_path / "labels.gz", np.zeros(2, np.uint8))
    with pytest.raises(DataError, match=r"holds 2 labels for the 3 images of images\.gz"):
        read_pair(tmp_path / "images.gz", tmp_path / "labels.gz")


def test_memory_is_not_taken_for_what_a_header_merely_claims(tmp_path: Path) -> None:
    path = packed(tmp_path / "images.gz", image_header(MAX_ITEMS) + bytes(784))
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="holds only 784"):
            read_images(path)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < 8 << 20


def test_a_gzip_bomb_is_not_unpacked_past_its_header(tmp_path: Path) -> None:
    path = packed(tmp_path / "images.gz", image_header(1) + bytes(64 << 20))
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="holds more"):
            read_images(path)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < 8 << 20


@pytest.mark.parametrize(
    "images",
    [np.zeros((2, 28, 28), np.float32), np.zeros((2, 784), np.uint8), np.zeros((0, 28, 28), np.uint8)],
)
def test_other_arrays_are_not_written_as_images(tmp_path: Path, images: UInt8Array) -> None:
    with pytest.raises(ValueError, match="expected"):
        write_images(tmp_path / "images.gz", images)


def test_labels_above_nine_are_not_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="0 to 9"):
        write_labels(tmp_path / "labels.gz", np.array([10], np.uint8))


def test_an_error_says_file_problem_and_remedy_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_labels(tmp_path / "labels.gz")
    error = caught.value
    for language in Language:
        sentence = error.text.in_language(language)
        assert str(tmp_path / "labels.gz") in sentence
        assert error.problem.in_language(language) in sentence
        assert error.remedy.in_language(language) in sentence
    assert str(error) == error.text.en


def test_an_error_survives_the_way_between_processes(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_labels(tmp_path / "labels.gz")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert (copy.file, copy.text) == (caught.value.file, caught.value.text)


@pytest.mark.parametrize("field", ["file", "problem", "remedy"])
def test_the_fields_of_an_error_are_read_only(tmp_path: Path, field: str) -> None:
    with pytest.raises(DataError) as caught:
        read_labels(tmp_path / "labels.gz")
    with pytest.raises(AttributeError):
        setattr(caught.value, field, None)
