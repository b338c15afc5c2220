"""The gzip IDX files of Fashion-MNIST: http://yann.lecun.com/exdb/mnist/ describes the format.

Files come from other people's folders: nothing that a header claims is believed before the bytes are there.
"""

from __future__ import annotations

import gzip
import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

from grader.data.dataset import CLASS_NAMES, SIDE
from grader.data.error import DataError
from grader.language import Text

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO, NoReturn

    from grader.data.dataset import UInt8Array

MAX_ITEMS = 200_000
"""Most images or labels a file may hold: three times Fashion-MNIST, and 157 MB of pixels."""

# Two zero bytes, 0x08 for unsigned bytes, and the number of dimensions.
_IMAGES_MAGIC = 0x0803
_LABELS_MAGIC = 0x0801
_PIECE_BYTES = 1 << 20
_FETCH_AGAIN = Text(
    en="delete it and fetch it again, or name another folder with FASHION_MNIST_DIR",
    ko="파일을 지우고 다시 내려받거나 FASHION_MNIST_DIR로 다른 폴더를 지정하세요",
)


def read_images(path: Path) -> UInt8Array:
    """Return the images of `path`: uint8, (n, 28, 28), read-only, with 1 <= n <= `MAX_ITEMS`.

    Raises:
        DataError: if the file is not there, is not whole, or is not a gzip IDX file of such images.
    """
    return _read(path, _IMAGES_MAGIC, (SIDE, SIDE))


def read_labels(path: Path) -> UInt8Array:
    """Return the labels of `path`: uint8, (n,), each 0 to 9, read-only, with 1 <= n <= `MAX_ITEMS`.

    Raises:
        DataError: if the file is not there, is not whole, or is not a gzip IDX file of such labels.
    """
    labels = _read(path, _LABELS_MAGIC, ())
    largest = int(labels.max())
    if largest >= len(CLASS_NAMES):
        _refuse(
            path, f"holds the label {largest} (labels are 0 to 9)", f"레이블 {largest}이 있습니다(0~9만 가능)"
        )
    return labels


def read_pair(images_path: Path, labels_path: Path) -> tuple[UInt8Array, UInt8Array]:
    """Return the images and labels of two files that belong together: uint8, (n, 28, 28), and uint8, (n,).

    Raises:
        DataError: if a file cannot be used, or there are not as many labels as images.
    """
    images, labels = read_images(images_path), read_labels(labels_path)
    if len(images) != len(labels):
        _refuse(
            labels_path,
            f"holds {len(labels)} labels for the {len(images)} images of {images_path.name}",
            f"{images_path.name}의 이미지는 {len(images)}개인데 레이블은 {len(labels)}개입니다",
        )
    return images, labels


def write_images(path: Path, images: UInt8Array) -> None:
    """Write `images`, uint8, (n, 28, 28), to `path`.

    Raises:
        ValueError: if `images` has another dtype or shape, or a size that could not be read again.
    """
    _write(path, images, _IMAGES_MAGIC, (SIDE, SIDE))


def write_labels(path: Path, labels: UInt8Array) -> None:
    """Write `labels`, uint8, (n,), each 0 to 9, to `path`.

    Raises:
        ValueError: if `labels` has another dtype, shape or value, or a size that could not be read again.
    """
    if labels.size and labels.max() >= len(CLASS_NAMES):
        raise ValueError(f"labels must be 0 to 9, got {labels.max()}")
    _write(path, labels, _LABELS_MAGIC, ())


def _read(path: Path, magic: int, item_shape: tuple[int, ...]) -> UInt8Array:
    """Return the array in `path`, whose header must be `magic`, a number of items, and `item_shape`."""
    try:
        with gzip.open(path, "rb") as file:
            return _parse(file, path, magic, item_shape)
    except FileNotFoundError:
        _refuse(path, "is not there", "파일이 없습니다")
    except EOFError:
        _refuse(path, "is cut off in the middle", "파일이 중간에 잘렸습니다")
    except (gzip.BadGzipFile, zlib.error):
        _refuse(path, "is not a whole gzip file", "온전한 gzip 파일이 아닙니다")
    except OSError as error:
        # The system's own words: they differ by platform and language, and say best what it was.
        reason = error.strerror or type(error).__name__
        _refuse(path, f"cannot be read ({reason})", f"파일을 읽을 수 없습니다({reason})")


def _parse(file: BinaryIO | gzip.GzipFile, path: Path, magic: int, item_shape: tuple[int, ...]) -> UInt8Array:
    header_format = f">{2 + len(item_shape)}I"
    header = file.read(struct.calcsize(header_format))
    if len(header) < struct.calcsize(header_format):
        _refuse(path, "is too short for an IDX header", "IDX 헤더보다 짧습니다")
    found_magic, count, *found_shape = struct.unpack(header_format, header)
    if found_magic != magic:
        kind, kind_ko = ("an image", "이미지") if magic == _IMAGES_MAGIC else ("a label", "레이블")
        found = f"0x{found_magic:08x}, 0x{magic:08x}"
        _refuse(
            path,
            f"is not {kind} file (magic numbers: {found})",
            f"{kind_ko} 파일이 아닙니다(매직 넘버: {found})",
        )
    if tuple(found_shape) != item_shape:
        found = " x ".join(map(str, found_shape))
        _refuse(
            path, f"holds images of {found} pixels, not 28 x 28", f"이미지가 28 x 28이 아니라 {found}입니다"
        )
    if not 1 <= count <= MAX_ITEMS:
        _refuse(
            path, f"claims {count} items (1 to {MAX_ITEMS} are allowed)", f"항목 수가 {count}개라고 합니다"
        )
    expected = count * int(np.prod(item_shape, dtype=np.int64))
    # One byte more than expected: it finds trailing bytes, and takes gzip to its checksum at the end.
    content = _read_at_most(file, expected + 1)
    if len(content) != expected:
        seen = "more" if len(content) > expected else f"only {len(content)}"
        seen_ko = "더 많은" if len(content) > expected else f"{len(content)}"
        _refuse(
            path,
            f"should hold {expected} bytes after its header but holds {seen}",
            f"헤더 뒤에 {expected}바이트가 있어야 하는데 {seen_ko} 바이트가 있습니다",
        )
    items: UInt8Array = np.frombuffer(content, np.uint8).reshape(count, *item_shape)
    return items


def _read_at_most(file: BinaryIO | gzip.GzipFile, limit: int) -> bytes:
    """Return up to `limit` bytes; memory grows with what is there, not with `limit`."""
    pieces = []
    while limit > 0 and (piece := file.read(min(limit, _PIECE_BYTES))):
        pieces.append(piece)
        limit -= len(piece)
    return b"".join(pieces)


def _write(path: Path, array: UInt8Array, magic: int, item_shape: tuple[int, ...]) -> None:
    if array.dtype != np.uint8 or array.shape[1:] != item_shape or array.ndim != 1 + len(item_shape):
        raise ValueError(f"expected uint8 {('n', *item_shape)}, got {array.dtype} {array.shape}")
    if not 1 <= len(array) <= MAX_ITEMS:
        raise ValueError(f"expected 1 to {MAX_ITEMS} items, got {len(array)}")
    header = struct.pack(f">{1 + array.ndim}I", magic, *array.shape)
    # No name and no time in gzip's own header: equal arrays make equal files.
    with path.open("wb") as raw, gzip.GzipFile("", "wb", compresslevel=1, fileobj=raw, mtime=0) as file:
        file.write(header)
        file.write(array.tobytes())


def _refuse(path: Path, en: str, ko: str) -> NoReturn:
    raise DataError(path, Text(en=en, ko=ko), _FETCH_AGAIN) from None
