from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.data import DataError, DataSource, find_data, keras_home, locate
from grader.data.files import _GENUINE, all_names, identify, missing
from grader.data.idx import read_labels

if TYPE_CHECKING:
    from tests.data.conftest import Fill


@pytest.fixture
def keras_cache(places: Path) -> Path:
    return places / "home" / ".keras" / "datasets" / "fashion-mnist"


def take_for_genuine(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    for name in all_names():
        monkeypatch.setitem(_GENUINE, hashlib.sha256((folder / name).read_bytes()).hexdigest(), name)


def test_a_named_folder_comes_first(
    places: Path, fill: Fill, keras_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(keras_cache)
    monkeypatch.setenv("FASHION_MNIST_DIR", str(fill(places / "variable")))
    assert find_data(fill(places / "named")) == DataSource("custom", places / "named")


def test_the_variable_comes_second(
    places: Path, fill: Fill, keras_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(keras_cache)
    monkeypatch.setenv("FASHION_MNIST_DIR", str(fill(places / "variable")))
    assert find_data() == DataSource("custom", places / "variable")


def test_keras_cache_comes_third(fill: Fill, keras_cache: Path) -> None:
    fill(keras_cache)
    assert find_data() == DataSource("custom", keras_cache)


def test_keras_cache_is_where_keras_home_says(
    places: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KERAS_HOME", str(places / "elsewhere"))
    cache = fill(places / "elsewhere" / "datasets" / "fashion-mnist")
    assert find_data() == DataSource("custom", cache)


def test_a_download_comes_fourth(
    keras_cache: Path, fill: Fill, places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def arrives(folder: Path) -> bool:
        asked.append(fill(folder))
        return True

    monkeypatch.setattr(locate, "download_by_keras", arrives)
    assert find_data() == DataSource("fashion-mnist", keras_cache)
    assert asked == [keras_cache]
    assert not (places / "cache").exists()


def test_the_standin_comes_last(places: Path) -> None:
    source = find_data()
    assert source == DataSource("synthetic", places / "cache" / "chapter-grader" / "synthetic-v1")
    assert sorted(path.name for path in source.folder.iterdir()) == sorted(all_names())


def test_nothing_is_downloaded_unless_asked(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: Path) -> bool:
        pytest.fail("downloaded")

    monkeypatch.setattr(locate, "download_by_keras", never)
    assert find_data(download=False).folder.is_relative_to(places)


@pytest.mark.parametrize("by_variable", [True, False])
def test_a_given_folder_without_the_files_is_an_error(
    places: Path, fill: Fill, keras_cache: Path, monkeypatch: pytest.MonkeyPatch, *, by_variable: bool
) -> None:
    fill(keras_cache)
    folder = fill(places / "given")
    (folder / "t10k-labels-idx1-ubyte.gz").unlink()
    if by_variable:
        monkeypatch.setenv("FASHION_MNIST_DIR", str(folder))
    with pytest.raises(DataError, match=r"does not hold t10k-labels-idx1-ubyte\.gz") as caught:
        find_data(None if by_variable else folder)
    assert caught.value.file == folder


def test_an_empty_variable_is_none(fill: Fill, keras_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FASHION_MNIST_DIR", "")
    assert find_data().folder != fill(keras_cache)
    assert find_data().folder == keras_cache


def test_a_partial_keras_cache_is_passed_over(fill: Fill, keras_cache: Path) -> None:
    (fill(keras_cache) / "train-images-idx3-ubyte.gz").unlink()
    assert find_data().name == "synthetic"


def test_a_broken_keras_cache_is_passed_over(fill: Fill, keras_cache: Path) -> None:
    (fill(keras_cache) / "train-images-idx3-ubyte.gz").write_bytes(b"\x1f\x8b")
    assert find_data().name == "synthetic"


def test_genuine_files_are_known_by_their_digests(
    places: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(places / "named")
    take_for_genuine(monkeypatch, folder)
    assert find_data(folder).name == "fashion-mnist"


def test_a_genuine_file_under_another_name_is_an_error(
    places: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(places / "named")
    take_for_genuine(monkeypatch, folder)
    test_labels = (folder / "t10k-labels-idx1-ubyte.gz").read_bytes()
    (folder / "train-labels-idx1-ubyte.gz").write_bytes(test_labels)
    with pytest.raises(DataError, match=r"is really Fashion-MNIST's t10k-labels-idx1-ubyte\.gz") as caught:
        find_data(folder)
    assert caught.value.file == folder / "train-labels-idx1-ubyte.gz"


def test_a_broken_file_in_a_given_folder_is_an_error(places: Path, fill: Fill) -> None:
    folder = fill(places / "named")
    (folder / "train-images-idx3-ubyte.gz").write_bytes(b"rubbish")
    with pytest.raises(DataError, match="is not a whole gzip file"):
        find_data(folder)


def test_the_standin_is_written_once(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = find_data()
    monkeypatch.setattr(locate, "synthetic", lambda: pytest.fail("drawn again"))
    assert find_data() == first
    assert first.folder.is_relative_to(places)


def test_a_standin_with_a_file_missing_is_made_whole(places: Path) -> None:
    folder = find_data().folder
    (folder / "train-labels-idx1-ubyte.gz").unlink()
    assert find_data().folder == folder
    assert missing(folder) == ()
    assert folder.is_relative_to(places)


def test_two_at_once_write_one_whole_standin(places: Path) -> None:
    threads = [threading.Thread(target=find_data) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    folder = places / "cache" / "chapter-grader" / "synthetic-v1"
    assert sorted(path.name for path in folder.iterdir()) == sorted(all_names())
    assert identify(folder) == "custom"
    assert len(read_labels(folder / "train-labels-idx1-ubyte.gz")) == 20


def test_a_cache_that_cannot_be_written_is_named(places: Path) -> None:
    (places / "cache").write_text("a file where a folder belongs")
    with pytest.raises(DataError, match="cannot be written") as caught:
        find_data()
    assert caught.value.file == places / "cache" / "chapter-grader" / "synthetic-v1"


@pytest.mark.parametrize("links", [True, False])
def test_keras_home_holds_the_four_files(
    places: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    def refused(*_: object) -> None:
        raise OSError

    if not links:
        monkeypatch.setattr(Path, "symlink_to", refused)
    source = DataSource("custom", fill(places / "named"))
    for _ in range(2):  # a second time changes nothing
        assert keras_home(source, places / "into") == places / "into"
    made = places / "into" / "datasets" / "fashion-mnist"
    assert sorted(path.name for path in made.iterdir()) == sorted(all_names())
    for name in all_names():
        assert (made / name).read_bytes() == (source.folder / name).read_bytes()
        assert links or not (made / name).is_symlink()


def test_keras_home_leaves_data_alone_that_lie_there_already(places: Path, fill: Fill) -> None:
    folder = fill(places / "into" / "datasets" / "fashion-mnist")
    keras_home(DataSource("custom", folder), places / "into")
    assert identify(folder) == "custom"


def test_a_relative_source_is_linked_by_its_full_path(
    places: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(places / "named")
    monkeypatch.chdir(places)
    keras_home(DataSource("custom", Path("named")), places / "into")
    assert missing(places / "into" / "datasets" / "fashion-mnist") == ()


def test_what_links_to_the_standin_is_known_as_it(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = find_data()
    assert find_data(source.folder) == source
    monkeypatch.setenv("KERAS_HOME", str(keras_home(source, places / "into")))
    linked = places / "into" / "datasets" / "fashion-mnist"
    expected = "synthetic" if (linked / all_names()[0]).is_symlink() else "custom"
    assert find_data() == DataSource(expected, linked)


def test_importing_the_package_loads_no_tensorflow() -> None:
    code = (
        "import sys, grader.data; print([m for m in ('tensorflow', 'keras', 'sklearn') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "[]"
