"""A file is written whole, or what was there before stays, and nothing else is left."""

import os
from pathlib import Path

import pytest

from grader.writing import write_whole


@pytest.mark.parametrize("durable", [True, False])
def test_a_file_is_replaced_and_folders_are_made(durable: bool, tmp_path: Path) -> None:  # noqa: FBT001
    path = tmp_path / "new" / "folder" / "a.csv"
    for content in (b"one\r\n", b"two"):
        write_whole(path, content, durable=durable)
        assert path.read_bytes() == content
    assert [one.name for one in path.parent.iterdir()] == ["a.csv"]


def test_what_was_there_stays_if_the_new_content_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.skipif(os.name == "nt", reason="links are for few on Windows")
def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"before")
    (tmp_path / "a.csv").symlink_to(tmp_path / "theirs")
    write_whole(tmp_path / "a.csv", b"after")
    assert (tmp_path / "theirs").read_bytes() == b"before"
    assert (tmp_path / "a.csv").read_bytes() == b"after"
