"""The folders of sandboxes."""

import os
import stat
from pathlib import Path

import pytest

from grader.sandbox.usage import used_under
from grader.sandbox.workspace import copy_linked, listing, make_readable, obstacle, remove_tree

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights of files are another matter there")


def test_a_listing_tells_sizes_and_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("four")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    os.mkfifo(tmp_path / "pipe")
    assert listing(str(tmp_path)) == {
        "file": 4,
        "folder": "folder",
        "link": "no regular file",
        "pipe": "no regular file",
    }


def test_counting_stops_at_the_limit_and_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "big").write_bytes(bytes(range(256)) * 4_000)
    room = tmp_path / "room"
    room.mkdir()
    (room / "link").symlink_to(tmp_path / "out")
    assert used_under(str(room), 10_000, 10).disk_bytes < 10_000
    for number in range(20):
        (room / str(number)).write_text("")
    assert used_under(str(room), 10_000, 10).files == 11


def test_removing_goes_however_deep_and_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    room = tmp_path / "room"
    room.mkdir()
    (room / "link").symlink_to(tmp_path / "kept")
    here = Path.cwd()
    os.chdir(room)
    for _ in range(1_500):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(here)
    remove_tree(str(room))
    assert not room.exists()
    assert (tmp_path / "kept").exists()


def test_links_become_copies_that_everyone_can_read(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("data")
    (tmp_path / "data").chmod(0o600)
    home = tmp_path / "home" / "datasets"
    home.mkdir(parents=True)
    (home / "data").symlink_to(tmp_path / "data")
    copy_linked(tmp_path / "home")
    assert not (home / "data").is_symlink()
    assert (home / "data").read_text() == "data"
    assert stat.S_IMODE((home / "data").stat().st_mode) == 0o644


def test_the_first_closed_folder_on_the_way_is_the_obstacle(tmp_path: Path) -> None:
    inner = tmp_path / "open" / "shut" / "inner"
    inner.mkdir(parents=True)
    for folder in (inner, inner.parent, inner.parent.parent):
        folder.chmod(0o755)
    (tmp_path / "open" / "shut").chmod(0o700)
    found = obstacle(inner)
    assert found is not None
    assert found == next(
        path for path in (*reversed(inner.parents), inner) if not path.stat().st_mode & 0o001
    )
    assert obstacle(Path("/")) is None


def test_making_readable_gives_no_right_to_write(tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o700)
    (folder / "file").write_text("")
    (folder / "file").chmod(0o600)
    make_readable(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    assert stat.S_IMODE((folder / "file").stat().st_mode) == 0o644
