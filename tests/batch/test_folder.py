"""One batch at a time writes to a folder, and what it leaves behind is cleared away by the next."""

import errno
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from grader.batch.error import FolderError
from grader.batch.folder import held

ROOT = Path(__file__).parents[2]
# Holds the folder, leaves a file in the folder for temporary ones, says where that is, and waits.
HOLDER = """
import sys
from pathlib import Path
from grader.batch.folder import held

with held(Path(sys.argv[1])) as work:
    (work / "left behind").write_text("x")
    print(work, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where temporary files go, which is nobody else's."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_folder_for_temporary_files_is_new_empty_and_gone_afterwards(tmp_path: Path) -> None:
    with held(tmp_path / "results" / "2026 가을") as work:
        assert list(work.iterdir()) == []
        assert tmp_path / "results" not in work.parents
        (work / "a").mkdir()
        (work / "a" / "b").write_text("x")
    assert not work.exists()
    with held(tmp_path / "results" / "2026 가을") as again:
        assert again != work


def test_it_is_gone_after_an_error_too_and_the_folder_is_free(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), held(tmp_path / "out") as work:
        raise KeyboardInterrupt
    assert not work.exists()
    with held(tmp_path / "out"):
        pass


def test_a_second_batch_is_told_and_does_no_harm(tmp_path: Path) -> None:
    with held(tmp_path / "out") as work:
        (work / "in hand").write_text("x")
        with pytest.raises(FolderError, match="Another batch is at work") as refused, held(tmp_path / "out"):
            pass
        assert "진행 중" in refused.value.text.ko
        assert (work / "in hand").exists()
        with held(tmp_path / "another"):
            pass


def test_a_batch_that_was_killed_is_not_in_the_way_and_is_cleared_up_after(tmp_path: Path) -> None:
    out = tmp_path / "out"
    killed = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(out)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert killed.stdout is not None
    assert killed.stdin is not None
    left_behind = Path(killed.stdout.readline().rstrip("\n"))
    try:
        with pytest.raises(FolderError, match="Another batch"), held(out):
            pass
    finally:
        killed.kill()
        killed.wait()
        killed.stdin.close()
        killed.stdout.close()
    assert (left_behind / "left behind").exists()
    with held(out) as work:
        assert not left_behind.exists()
        assert work.exists()


@pytest.mark.parametrize(
    "noted",
    [
        "{precious}",
        "{temporary}/{name}",
        "{temporary}/grader-batch-x/../{name}",
        "{precious}/grader-batch-x",
        "{temporary}/sub/grader-batch-x",
        "grader-batch-x",
        "",
        "\x00",
    ],
)
def test_only_what_a_batch_has_made_is_cleared_away(noted: str, tmp_path: Path, temporary: Path) -> None:
    precious = tmp_path / "precious"
    kept = [
        precious / "grader-batch-x" / "file",
        temporary / "theirs" / "file",
        temporary / "sub" / "grader-batch-x" / "file",
        Path.cwd() / "grader-batch-x",
    ]
    for file in kept[:3]:
        file.parent.mkdir(parents=True)
        file.write_text("kept")
    (tmp_path / "out").mkdir()
    text = noted.format(precious=precious, temporary=temporary, name="theirs")
    (tmp_path / "out" / ".work").write_text(text)
    with held(tmp_path / "out"):
        pass
    assert [file.read_text() for file in kept[:3]] == ["kept"] * 3


def test_a_link_in_the_place_of_what_was_left_behind_is_not_followed(tmp_path: Path, temporary: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("kept")
    link = temporary / "grader-batch-x"
    link.symlink_to(precious, target_is_directory=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".work").write_text(str(link))
    with held(tmp_path / "out"):
        pass
    assert (precious / "file").read_text() == "kept"


def a_file(out: Path) -> None:
    out.write_text("notes")


def below_a_file(out: Path) -> None:
    out.parent.write_text("notes")


def with_a_folder_for_a_note(out: Path) -> None:
    (out / ".work").mkdir(parents=True)


@pytest.mark.parametrize("make", [a_file, below_a_file, with_a_folder_for_a_note])
def test_a_folder_that_cannot_be_written_to_is_one_sentence(
    make: object, tmp_path: Path, temporary: Path
) -> None:
    out = tmp_path / "parent" / "out"
    if make is not below_a_file:
        out.parent.mkdir()
    assert callable(make)
    make(out)
    with pytest.raises(FolderError, match="cannot be written") as refused, held(out):
        pass
    assert "\n" not in str(refused.value)
    assert str(out) in str(refused.value)
    assert list(temporary.iterdir()) == []


def test_a_disk_that_is_full_is_one_sentence_that_names_the_file(tmp_path: Path) -> None:
    out = tmp_path / "out"

    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(out / "kim.json"))

    with (
        pytest.raises(FolderError, match=r"kim\.json cannot be written: No space left"),
        held(tmp_path / "out"),
    ):
        full()


def test_what_cannot_be_read_is_not_said_to_be_a_matter_of_writing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), held(tmp_path / "out"):
        (tmp_path / "nothing here").read_bytes()
