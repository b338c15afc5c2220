from pathlib import Path

import pytest

from grader.catalog import find
from grader.submission import SubmissionError, open_submission
from tests.submission.archives import as_zip

FLATTEN = "ch07_1/e04_scale_and_flatten"


def put(folder: Path, name: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x = 1\n")
    return file


def test_exercises_are_found_at_any_depth_by_their_path(tmp_path: Path) -> None:
    file = put(tmp_path, f"과제 제출/kim's/{FLATTEN}.py")
    put(tmp_path, "notes.py")
    assert open_submission(tmp_path).files == {FLATTEN: file}


def test_the_file_nearest_to_the_top_is_the_one_handed_in(tmp_path: Path) -> None:
    put(tmp_path, f"old/backup/{FLATTEN}.py")
    near = put(tmp_path, f"{FLATTEN}.py")
    assert open_submission(tmp_path).files == {FLATTEN: near}


@pytest.mark.parametrize("other", ["checks/", "backup/", "a/", ""])
def test_what_lies_in_exercises_goes_before_any_other_of_its_name(other: str, tmp_path: Path) -> None:
    put(tmp_path, f"{other}{FLATTEN}.py")
    theirs = put(tmp_path, f"repository/exercises/{FLATTEN}.py")
    assert open_submission(tmp_path).files == {FLATTEN: theirs}


def test_hidden_folders_and_links_are_left_alone(tmp_path: Path) -> None:
    put(tmp_path, f".git/{FLATTEN}.py")
    target = put(tmp_path, "elsewhere.py")
    link = tmp_path / f"{FLATTEN}.py"
    link.parent.mkdir(parents=True)
    link.symlink_to(target)
    assert open_submission(tmp_path).files == {}


def test_a_single_file_is_told_by_its_path(tmp_path: Path) -> None:
    file = put(tmp_path, f"{FLATTEN}.py")
    assert open_submission(file).files == {FLATTEN: file}


def test_a_single_file_may_be_said_to_be_an_exercise(tmp_path: Path) -> None:
    file = put(tmp_path, "homework.py")
    assert open_submission(file, find(FLATTEN)).files == {FLATTEN: file}


@pytest.mark.parametrize(
    ("name", "said"),
    [("missing", "no file"), ("a.zip", "neither"), ("a.txt", "neither"), ("x.py", "--exercise")],
)
def test_what_is_no_submission_is_said_in_a_sentence(tmp_path: Path, name: str, said: str) -> None:
    if name != "missing":
        put(tmp_path, name)
    with pytest.raises(SubmissionError, match=said):
        open_submission(tmp_path / name)


def test_the_name_is_the_folders(tmp_path: Path) -> None:
    folder = tmp_path / "김 철수"
    folder.mkdir()
    assert open_submission(folder).name == "김 철수"


def test_the_root_is_the_folder_that_the_files_lie_in(tmp_path: Path) -> None:
    file = put(tmp_path, f"{FLATTEN}.py")
    assert open_submission(tmp_path).root == tmp_path
    assert open_submission(file).root == file.parent


def test_an_archive_is_unpacked_where_it_is_told(tmp_path: Path) -> None:
    archive = as_zip(tmp_path / "kim.zip", {f"kim/{FLATTEN}.py": b"x = 1\n"}).path
    submission = open_submission(archive, into=tmp_path / "new")
    assert submission.name == "kim"
    assert submission.files == {FLATTEN: tmp_path / "new/kim" / f"{FLATTEN}.py"}
