"""What recipes are made of, whatever they train: data by their digests, and one digest for a whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from blake3 import blake3

from grader.evidence.vocabulary import Blob


class NoRecipeError(Exception):
    """The training cannot be said as a recipe; the message says why, in a phrase."""


class TrainerError(Exception):
    """The trainer failed, twice, in a way that is nobody's fault but the grader's."""


class DataDigest(msgspec.Struct, frozen=True):
    """An array by its shape, its dtype, and the digest of its bytes in C order."""

    shape: tuple[int, ...]
    dtype: str
    digest: str


# The data of a training. By all of the digest: arrays of other shapes may be of the same bytes.
Arrays = Mapping[DataDigest, np.ndarray[Any, Any]]


def data_digest(values: np.ndarray[Any, Any]) -> DataDigest:
    """Return what stands for `values` in a recipe."""
    # In this machine's byte order, which the name of a dtype does not tell.
    plain = np.ascontiguousarray(values, values.dtype.newbyteorder("="))
    digest = blake3(plain.reshape(-1).view(np.uint8).data).hexdigest()
    return DataDigest(plain.shape, plain.dtype.name, digest)


def canonical(value: object) -> str:
    """Return `value` as JSON that is the same for equal values.

    Raises:
        NoRecipeError: if it cannot be said in JSON.
    """
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), default=_plain_number)
    except (TypeError, ValueError, RecursionError) as error:
        raise NoRecipeError(f"a setting that is no plain value: {error}") from error


def _plain_number(value: object) -> object:
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} is not plain")


def file_digest(file: Path) -> str:
    """Return the digest of a file's content.

    Raises:
        OSError: if it cannot be read.
    """
    return blake3(file.read_bytes()).hexdigest()


def digest_of(value: msgspec.Struct) -> str:
    """Return the digest of a structure, the bytes of its arrays included."""
    blobs = blake3()

    def counted(blob: object) -> str:
        if not isinstance(blob, Blob):
            raise TypeError(f"{type(blob).__name__} has no digest")
        blobs.update(len(blob.data).to_bytes(8, "little"))
        blobs.update(blob.data)
        return ""

    text = msgspec.json.encode(value, enc_hook=counted)
    return blake3(text + blobs.digest()).hexdigest()
