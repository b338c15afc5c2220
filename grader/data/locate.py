"""Where the data are: the user's folder, Keras's cache, a download by Keras, or the synthetic stand-in."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from grader.data._download import download as download_by_keras
from grader.data.error import DataError
from grader.data.files import FILE_NAMES, all_names, identify, missing
from grader.data.idx import write_images, write_labels
from grader.data.standin import synthetic
from grader.language import Text

if TYPE_CHECKING:
    from grader.data.dataset import Dataset

FOLDER_VARIABLE = "FASHION_MNIST_DIR"


@dataclass(frozen=True)
class DataSource:
    """Four .gz files under Fashion-MNIST's names in `folder`.

    `name`: "fashion-mnist" for the genuine files, "synthetic" for the stand-in, "custom" for any others.
    """

    name: str
    folder: Path


def find_data(folder: Path | None = None, *, download: bool = True) -> DataSource:
    """Return the data to use: the first of these that there is.

    `folder`; the folder that the environment variable `FASHION_MNIST_DIR` names; Keras's cache; a download by
    Keras into its cache, unless `download` is false; the stand-in, written to the user's cache folder once.
    What Keras's cache holds in part or broken is passed over: the user has not asked for it by name.

    Raises:
        DataError: if `folder` or `FASHION_MNIST_DIR` is given and cannot be used, or the stand-in cannot be
            written.
    """
    if folder is None and os.environ.get(FOLDER_VARIABLE):
        folder = Path(os.environ[FOLDER_VARIABLE]).expanduser()
    if folder is not None:
        return _source(folder)
    cache = _keras_base() / "datasets" / "fashion-mnist"
    if not missing(cache):
        with suppress(DataError):
            return _source(cache)
    if download and download_by_keras(cache):
        return DataSource("fashion-mnist", cache)
    return stand_in()


def keras_home(source: DataSource, into: Path) -> Path:
    """Return `into`, laid out so that Keras started with `KERAS_HOME=into` loads `source`, offline.

    `into/datasets/fashion-mnist/` gets the four files as links, or as copies where links are not to be had.
    Keras looks elsewhere (`/tmp/.keras`) if it may not write to `into`: leave it writable.

    Raises:
        OSError: if `into` cannot be written to.
    """
    target = into / "datasets" / "fashion-mnist"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".links-", dir=target) as fresh:
        for name in all_names():
            original, made = (source.folder / name).resolve(), Path(fresh) / name
            if original == (target / name).resolve():  # a link to itself would take the file's place
                continue
            try:
                made.symlink_to(original)
            except (OSError, NotImplementedError):  # Windows grants links to few
                shutil.copyfile(original, made)
            made.replace(target / name)
    return into


def stand_in() -> DataSource:
    """Return the stand-in, whatever else there is.

    Raises:
        DataError: if it cannot be written.
    """
    return DataSource("synthetic", _written_standin())


def standin_folder() -> Path:
    """Return the folder of the user's cache that the stand-in is kept in; it need not exist yet."""
    # The number goes up whenever the drawings change, so that nobody keeps the old ones.
    return platformdirs.user_cache_path("chapter-grader") / "synthetic-v1"


def _source(folder: Path) -> DataSource:
    """Return `folder` with the name of what it holds."""
    name = identify(folder)
    if name == "custom" and _is_standin(folder):
        name = "synthetic"
    return DataSource(name, folder)


def _is_standin(folder: Path) -> bool:
    """Return whether `folder` is the stand-in's, or a `keras_home` that links to it."""
    # By place, not by digest: what gzip makes of equal arrays differs between builds of zlib.
    home = standin_folder().resolve()
    return all((folder / file).resolve().parent == home for file in all_names())


def _keras_base() -> Path:
    """Return the folder that Keras keeps its data under: the rule of `keras.src.backend.config`."""
    if "KERAS_HOME" in os.environ:
        return Path(os.environ["KERAS_HOME"]).expanduser()
    home = Path("~").expanduser()
    return (home if os.access(home, os.W_OK) else Path("/tmp")) / ".keras"  # noqa: S108 - Keras's own choice


def _written_standin() -> Path:
    """Return the stand-in's folder, with all four files in it.

    Each file arrives whole by one rename. Two processes that write at once write the same bytes, so that it
    does not matter whose file stays.
    """
    folder = standin_folder()
    if not missing(folder):
        return folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".writing-", dir=folder) as fresh:
            _write_all(synthetic(), Path(fresh))
            for name in missing(folder):
                _move(Path(fresh) / name, folder / name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            folder,
            Text(en=f"cannot be written ({reason})", ko=f"폴더에 쓸 수 없습니다({reason})"),
            Text(
                en=f"make room or allow writing, or name a folder with data in {FOLDER_VARIABLE}",
                ko=f"공간이나 쓰기 권한을 확보하거나 {FOLDER_VARIABLE}로 데이터 폴더를 지정하세요",
            ),
        ) from error
    return folder


def _write_all(dataset: Dataset, folder: Path) -> None:
    parts = (
        (dataset.train_input, dataset.train_target),
        (dataset.test_input, dataset.test_target),
    )
    for (images_name, labels_name), (images, labels) in zip(FILE_NAMES, parts, strict=True):
        write_images(folder / images_name, images)
        write_labels(folder / labels_name, labels)


def _move(made: Path, target: Path) -> None:
    try:
        made.replace(target)
    except PermissionError:
        # Windows replaces no file that another process is reading: then that process's file is there to use.
        if not target.is_file():
            raise
