"""A release over a release renews what is ours, and nothing that anybody changed, made or linked since."""

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.release import tree
from grader.release.tree import MANIFEST, TreeError, write_tree
from grader.writing import write_whole

FIRST = {"README.md": b"one", "exercises/ch07_1/e01.py": b"stub", "wheels/old.whl": b"old"}
SECOND = {"README.md": b"two", "exercises/ch07_1/e01.py": b"better stub", "wheels/new.whl": b"new"}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "release.json"
    }


def test_what_nobody_has_changed_is_renewed(tmp_path: Path) -> None:
    write_tree(tmp_path / "new", FIRST, "1")
    done = write_tree(tmp_path / "new", SECOND, "2")
    assert content(tmp_path / "new") == SECOND
    assert done.removed == ["wheels/old.whl"]
    assert done.kept == []
    assert json.loads((tmp_path / "new" / MANIFEST).read_text())["version"] == "2"


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path, FIRST, "1")
    done = write_tree(tmp_path, FIRST, "1")
    assert (done.written, done.removed, done.kept) == ([], [], [])


def test_a_students_work_is_left_alone_and_said_and_so_it_is_the_next_time(tmp_path: Path) -> None:
    write_tree(tmp_path, FIRST, "1")
    (tmp_path / "exercises" / "ch07_1" / "e01.py").write_bytes(b"my answer")
    (tmp_path / "notes.md").write_bytes(b"mine")
    for _ in range(2):
        done = write_tree(tmp_path, SECOND, "2")
        assert done.kept == ["exercises/ch07_1/e01.py"]
    assert content(tmp_path) == {**SECOND, "exercises/ch07_1/e01.py": b"my answer", "notes.md": b"mine"}


def test_other_line_ends_are_nobodys_work(tmp_path: Path) -> None:
    write_tree(tmp_path, {"README.md": b"one\ntwo\n"}, "1")
    (tmp_path / "README.md").write_bytes(b"one\r\ntwo\r\n")
    assert write_tree(tmp_path, {"README.md": b"new\n"}, "2").kept == []
    assert (tmp_path / "README.md").read_bytes() == b"new\n"


def test_a_file_of_ours_that_was_deleted_comes_back(tmp_path: Path) -> None:
    write_tree(tmp_path, FIRST, "1")
    (tmp_path / "README.md").unlink()
    assert write_tree(tmp_path, FIRST, "1").written == ["README.md"]


def test_a_changed_file_that_is_ours_no_more_stays(tmp_path: Path) -> None:
    write_tree(tmp_path, FIRST, "1")
    (tmp_path / "wheels" / "old.whl").write_bytes(b"changed")
    assert write_tree(tmp_path, SECOND, "2").kept == ["wheels/old.whl"]
    assert (tmp_path / "wheels" / "old.whl").read_bytes() == b"changed"


def test_a_file_of_theirs_where_a_new_one_of_ours_would_stand_stays(tmp_path: Path) -> None:
    write_tree(tmp_path, {"README.md": b"one"}, "1")
    (tmp_path / "exercises").write_bytes(b"a file where our folder would be")
    done = write_tree(tmp_path, SECOND, "2")
    assert done.kept == ["exercises/ch07_1/e01.py"]
    assert (tmp_path / "exercises").is_file()


def test_a_release_that_was_ended_in_the_middle_leaves_nothing_that_the_next_takes_for_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(tmp_path, FIRST, "1")
    written: list[Path] = []

    def ended(path: Path, content: bytes) -> None:
        if len(written) == 3:  # the manifest and two files
            raise KeyboardInterrupt
        written.append(path)
        write_whole(path, content)

    monkeypatch.setattr(tree, "write_whole", ended)
    with pytest.raises(KeyboardInterrupt):
        write_tree(tmp_path, {**SECOND, "README.md": b"half", "a.md": b"gone by then"}, "2")
    monkeypatch.undo()
    done = write_tree(tmp_path, SECOND, "3")
    assert done.kept == []
    assert content(tmp_path) == SECOND
    assert json.loads((tmp_path / MANIFEST).read_text())["begun"] == {}


@pytest.mark.skipif(os.name == "nt", reason="links are for few on Windows")
@pytest.mark.parametrize("link", ["README.md", "wheels", "exercises/ch07_1"])
def test_nothing_is_written_or_removed_through_a_link(link: str, tmp_path: Path) -> None:
    course, elsewhere = tmp_path / "course", tmp_path / "elsewhere"
    write_tree(course, FIRST, "1")
    (course / link).rename(elsewhere)
    (course / link).symlink_to(elsewhere)
    before = content(tmp_path)
    done = write_tree(course, SECOND, "2")
    assert [name for name in done.kept if name.startswith(link)]
    after = content(tmp_path)
    assert {name: after[name] for name in after if name.startswith("elsewhere")} == {
        name: before[name] for name in before if name.startswith("elsewhere")
    }


@pytest.mark.parametrize("there", ["", "{", "[]", '{"files": {"../up": "0"}, "version": "1"}'])
def test_a_damaged_manifest_is_said_and_nothing_is_touched(there: str, tmp_path: Path) -> None:
    write_tree(tmp_path, FIRST, "1")
    (tmp_path / MANIFEST).write_text(there)
    with pytest.raises(TreeError, match=r"release\.json"):
        write_tree(tmp_path, SECOND, "2")
    assert content(tmp_path) == FIRST


def test_a_folder_with_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.md").write_bytes(b"mine")
    with pytest.raises(TreeError, match="not empty"):
        write_tree(tmp_path, FIRST, "1")
    assert content(tmp_path) == {"thesis.md": b"mine"}


def test_an_empty_repository_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert write_tree(tmp_path, FIRST, "1").kept == []


names = st.sampled_from(["a", "b", "c/d", "c/e", "f/g/h"])
trees = st.dictionaries(names, st.binary(max_size=3))


@settings(max_examples=100, deadline=None)
@given(trees, st.dictionaries(names, st.none() | st.binary(min_size=4, max_size=6)), trees)
def test_what_was_changed_is_never_lost_and_all_else_is_the_new_release(
    first: dict[str, bytes], changes: dict[str, bytes | None], second: dict[str, bytes]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_tree(folder, first, "1")
        for file, changed in changes.items():
            if changed is None:
                (folder / file).unlink(missing_ok=True)
            else:
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(changed)
        write_tree(folder, second, "2")
        theirs = {file: changed for file, changed in changes.items() if changed is not None}
        assert content(folder) == second | theirs
