import os
import socket
import unicodedata
from pathlib import Path

import pytest

from grader.submission import Candidate, Kind, SubmissionError, find_submissions, stage


def touch(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_bytes(b"")
    return folder


def names(folder: Path) -> list[str]:
    return [candidate.name for candidate in find_submissions(folder).submissions]


def only(folder: Path) -> Candidate:
    (candidate,) = find_submissions(folder).submissions
    return candidate


def test_folders_archives_and_python_files_are_a_submission_each_by_name(tmp_path: Path) -> None:
    touch(tmp_path, "park.zip", "lee.tar.gz", "choi.TGZ", "jung.tar", "kang.py")
    (tmp_path / "김 철수").mkdir()
    found = find_submissions(tmp_path)
    assert [(candidate.name, candidate.kind) for candidate in found.submissions] == [
        ("choi", Kind.TAR),
        ("jung", Kind.TAR),
        ("kang", Kind.FILE),
        ("lee", Kind.TAR),
        ("park", Kind.ZIP),
        ("김 철수", Kind.FOLDER),
    ]
    assert found.ignored == ()


def test_other_and_hidden_files_are_ignored_and_named(tmp_path: Path) -> None:
    touch(tmp_path, "grades.xlsx", ".DS_Store", "kim.py")
    (tmp_path / ".git").mkdir()
    (tmp_path / "__MACOSX").mkdir()
    assert find_submissions(tmp_path).ignored == (".DS_Store", ".git", "__MACOSX", "grades.xlsx")
    assert names(tmp_path) == ["kim"]


@pytest.mark.parametrize("name", ["kim.rar", "kim.7z", "kim.tar.xz", "kim.alz"])
def test_an_archive_that_is_not_read_is_refused_and_not_ignored(name: str, tmp_path: Path) -> None:
    candidate = only(touch(tmp_path, name))
    assert candidate.refusal is not None
    assert ".zip" in candidate.refusal.en
    with pytest.raises(SubmissionError, match="of a kind that is not read"):
        stage(candidate, tmp_path / "new")


def test_links_are_refused_whatever_they_lead_to(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    folder = tmp_path / "class"
    folder.mkdir()
    for name in ("kim", "lee.zip", "gone.py", "notes.txt"):
        (folder / name).symlink_to(tmp_path / ("secret" if name == "kim" else "nowhere"))
    found = find_submissions(folder).submissions
    assert len(found) == 4
    assert all(candidate.refusal and "is a link" in candidate.refusal.en for candidate in found)


def test_fifos_and_sockets_are_refused_without_being_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "kim.zip")
    monkeypatch.chdir(tmp_path)  # a socket's path may have 108 bytes
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("lee")
        found = find_submissions(tmp_path).submissions
    assert len(found) == 2
    assert all(candidate.refusal and "neither a plain file" in candidate.refusal.en for candidate in found)


def test_names_that_would_be_the_same_are_the_whole_file_names(tmp_path: Path) -> None:
    touch(tmp_path, "Kim.zip", "kim.py", "lee.zip")
    assert names(tmp_path) == ["Kim.zip", "kim.py", "lee"]


def test_names_that_differ_in_case_or_normal_form_alone_get_a_digest(tmp_path: Path) -> None:
    touch(tmp_path, "Kim.zip", "kim.ZIP", "김.py", unicodedata.normalize("NFD", "김.py"))
    found = names(tmp_path)
    if len(found) < 4:  # this file system takes them for the same
        assert len(set(found)) == len(found)
        return
    assert len({unicodedata.normalize("NFC", name).casefold() for name in found}) == 4
    assert all("(" in name for name in found)


def test_names_are_composed_and_bytes_that_are_not_utf_8_are_read_as_cp949(tmp_path: Path) -> None:
    touch(tmp_path, unicodedata.normalize("NFD", "박영희") + ".zip")
    for name in ("이순신.zip".encode("cp949"), b"\xff\xfe.zip"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"")
    assert names(tmp_path) == ["%ff%fe", "박영희", "이순신"]


def test_a_folder_without_a_submission_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SubmissionError, match="There is no submission in"):
        find_submissions(tmp_path)
    touch(tmp_path, "grades.xlsx")
    with pytest.raises(SubmissionError, match="ignored: 1") as caught:
        find_submissions(tmp_path)
    assert "없습니다" in caught.value.text.ko


@pytest.mark.parametrize("name", ["missing", "file.txt", "a\0b", "a" * 300])
def test_what_is_no_folder_is_said_in_a_sentence(name: str, tmp_path: Path) -> None:
    touch(tmp_path, "file.txt")
    with pytest.raises(SubmissionError, match=r"no file or folder|not a folder|cannot be read"):
        find_submissions(tmp_path / name)


def test_a_folder_that_cannot_be_read_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(SubmissionError, match="Permission denied"):
        find_submissions(tmp_path)


def test_the_folder_of_one_student_is_no_class(tmp_path: Path) -> None:
    for chapter in ("ch07_1", "ch07_practice"):
        (tmp_path / chapter).mkdir()
    with pytest.raises(SubmissionError, match="grader grade"):
        find_submissions(tmp_path)
