"""Archives that were made to do harm (line 27 of the list of attacks), and those of Korean programs."""

import io
import random
import stat
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.submission import Kind, SizeLimits, SubmissionError, stage
from tests.submission.archives import (
    EXERCISE,
    ZERO_MIB,
    as_zip,
    candidate,
    set_in_directory,
    special_in_zip,
    zipped,
)
from tests.submission.test_staging import refusal, staged

MIB = SizeLimits(total_bytes=1 << 20)


@pytest.mark.parametrize(
    "name", ["../up.py", "a/../../up.py", "/etc/cron.d/up", "\\\\host\\up", "D:\\up.py", ".."]
)
def test_a_name_that_leads_out_is_refused(name: str, tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {"fine.py": b"", name: b""})
    assert "leads out" in refusal(found, tmp_path / "new")
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip"}


def test_a_link_is_refused(tmp_path: Path) -> None:
    found = zipped(tmp_path / "a.zip", [(special_in_zip("a.py", stat.S_IFLNK), b"/etc/passwd")])
    assert "is a link" in refusal(found, tmp_path / "new")


@pytest.mark.parametrize("kind", [stat.S_IFIFO, stat.S_IFBLK, stat.S_IFCHR, stat.S_IFSOCK])
def test_a_device_is_refused(kind: int, tmp_path: Path) -> None:
    found = zipped(tmp_path / "a.zip", [(special_in_zip("dev", kind), b"")])
    assert "neither a plain file" in refusal(found, tmp_path / "new")


def test_an_entry_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        found = zipped(tmp_path / "a.zip", [("a.py", b"1"), ("a.py", b"2")])
    assert "there twice" in refusal(found, tmp_path / "new")


@pytest.mark.parametrize("names", [("a", "a/b"), ("a/b", "a"), ("A/b", "a")])
def test_a_file_and_a_folder_of_one_name_are_refused(names: tuple[str, str], tmp_path: Path) -> None:
    assert "twice" in refusal(as_zip(tmp_path / "a.zip", dict.fromkeys(names, b"")), tmp_path / "new")


def test_entries_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {"a": ZERO_MIB, "b": b""})
    set_in_directory(found.path, 42, "<L", 0)  # where b begins: at a
    assert "overlap" in refusal(found, tmp_path / "new")


def test_an_entry_that_covers_the_next_is_refused(tmp_path: Path) -> None:
    """The quoted overlap of the 42 kB that unpack to gigabytes: each file is the start of the next."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b", b"kernel")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a", inner.getvalue())
        archive.writestr("b", b"kernel")
    set_in_directory(tmp_path / "a.zip", 42, "<L", 31)  # into the content of a, after its header
    assert "overlap" in refusal(candidate(tmp_path / "a.zip", Kind.ZIP), tmp_path / "new")


def test_what_unpacks_to_more_than_allowed_is_refused_while_it_is_unpacked(tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {f"{number}.bin": ZERO_MIB for number in range(40)})
    assert found.path.stat().st_size < 50_000
    assert "more than 1 MiB" in refusal(found, tmp_path / "new", MIB)


def test_a_length_that_lies_is_not_believed(tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {"a.bin": ZERO_MIB * 40})
    set_in_directory(found.path, 24, "<L", 10)  # the size unpacked
    assert "damaged" in refusal(found, tmp_path / "new", MIB)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_without_a_bound_on_memory_are_refused(method: int, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", method) as archive:
        archive.writestr("a", ZERO_MIB)
    assert "ordinary .zip" in refusal(candidate(tmp_path / "a.zip", Kind.ZIP), tmp_path / "new")


def test_a_password_is_said(tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {"a.py": b"x = 1"})
    set_in_directory(found.path, 8, "<H", 1)
    assert "password" in refusal(found, tmp_path / "new")


def test_a_nul_in_a_name_is_refused(tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {"aXpy": b"x = 1"})
    found.path.write_bytes(found.path.read_bytes().replace(b"aXpy", b"a\0py"))
    assert "cannot be seen" in refusal(found, tmp_path / "new")


def test_a_name_of_300_characters_is_refused_and_cut_in_the_message(tmp_path: Path) -> None:
    message = refusal(as_zip(tmp_path / "a.zip", {"x" * 300: b""}), tmp_path / "new")
    assert "too long" in message
    assert len(message) < 200


def test_a_terminal_escape_in_a_name_is_shown_and_not_sent(tmp_path: Path) -> None:
    assert "\x1b" not in refusal(as_zip(tmp_path / "a.zip", {"a\x1b[2J.py": b""}), tmp_path / "new")


def test_too_many_entries_are_refused_before_each_is_looked_at(tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {str(number): b"" for number in range(21)})
    set_in_directory(found.path, 42, "<L", 0)  # which would be an overlap
    assert "more than 20 files" in refusal(found, tmp_path / "new", SizeLimits(entries=20))


def test_a_million_empty_entries_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {f"{number:0200}": b"" for number in range(50)})
    data = found.path.read_bytes()
    begin, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    directory = data[begin:end] * 400
    record = bytearray(data[end:])
    record[12:16] = len(directory).to_bytes(4, "little")
    found.path.write_bytes(data[:begin] + directory + record)
    assert "more than" in refusal(found, tmp_path / "new")


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"Rar!\x1a\x07", b"x" * 10_000])
def test_what_is_no_archive_is_said(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    assert "damaged" in refusal(candidate(tmp_path / "a.zip", Kind.ZIP), tmp_path / "new")


def test_an_archive_that_holds_nothing_is_a_submission_without_exercises(tmp_path: Path) -> None:
    assert stage(as_zip(tmp_path / "a.zip", {}), tmp_path / "new").files == {}


def test_names_that_windows_wrote_in_korean_and_with_backslashes_are_understood(tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {f"AAAA/{EXERCISE}.py": b"x = 1"})
    path = f"과제/{EXERCISE}.py".replace("/", "\\").encode("cp949")
    found.path.write_bytes(found.path.read_bytes().replace(f"AAAA/{EXERCISE}.py".encode(), path))
    submission = stage(found, tmp_path / "new")
    assert submission.files == {EXERCISE: tmp_path / "new" / f"과제/{EXERCISE}.py"}


def test_names_in_utf_8_without_the_flag_are_understood_as_macos_writes_them(tmp_path: Path) -> None:
    found = as_zip(tmp_path / "a.zip", {"AAAAAA.txt": b""})
    found.path.write_bytes(found.path.read_bytes().replace(b"AAAAAA", "과제".encode()))
    stage(found, tmp_path / "new")
    assert set(staged(tmp_path / "new")) == {"과제.txt"}


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4), st.booleans())
def test_whatever_is_broken_is_refused_or_unpacked_and_nothing_else(seed: int, times: int, cut: bool) -> None:  # noqa: FBT001
    chance = random.Random(seed)  # noqa: S311 - where to break it
    with tempfile.TemporaryDirectory() as name:
        found = as_zip(Path(name, "a.zip"), {"a.py": b"x = 1\n" * 20, "b/c": b"", "d.txt": b"1234"})
        data = bytearray(found.path.read_bytes())
        for _ in range(times):
            data[chance.randrange(len(data))] = chance.randrange(256)
        found.path.write_bytes(data[: chance.randrange(len(data))] if cut else data)
        new = Path(name, "new")
        with suppress(SubmissionError):
            stage(found, new)
            assert new.is_dir()
            return
        assert not new.exists()
