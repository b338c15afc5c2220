"""No test here sees the user's own data: every place that is looked in lies under the test's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import pytest

from grader.data import Dataset, files, locate, synthetic
from grader.data.idx import write_images, write_labels

if TYPE_CHECKING:
    from pathlib import Path

    from grader.data.dataset import UInt8Array


class Fill(Protocol):
    def __call__(self, folder: Path, train: int = ..., test: int = ...) -> Path: ...


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that home, Keras's cache and the user's cache lie in; nothing can be downloaded."""

    def small_standin() -> Dataset:
        return synthetic(train=20, test=10)

    def no_download(_: Path) -> bool:
        return False

    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.delenv("KERAS_HOME", raising=False)
    monkeypatch.delenv("FASHION_MNIST_DIR", raising=False)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / "cache" / name)
    monkeypatch.setattr(locate, "download_by_keras", no_download)
    monkeypatch.setattr(locate, "synthetic", small_standin)
    return tmp_path


@pytest.fixture
def fill() -> Fill:
    """Return a function that writes the four files, with blank images and balanced labels."""

    def write(folder: Path, train: int = 20, test: int = 10) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        for (images, labels), n in zip(files.FILE_NAMES, (train, test), strict=True):
            labels_in_turn: UInt8Array = (np.arange(n) % 10).astype(np.uint8)
            blank = np.zeros((n, 28, 28), np.uint8)
            # Each image says which it is, so that a test can see which were chosen.
            blank[:, 0, 0], blank[:, 0, 1] = np.divmod(np.arange(n), 256)
            write_images(folder / images, blank)
            write_labels(folder / labels, labels_in_turn)
        return folder

    return write
