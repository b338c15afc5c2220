"""Archives of the other kind that were made to do harm: line 27 of the list of attacks."""

import gzip
import random
import tarfile
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.submission import Candidate, Kind, SizeLimits, SubmissionError, stage
from tests.submission.archives import ZERO_MIB, as_tar, candidate, member, tarred
from tests.submission.test_staging import refusal, staged

MIB = SizeLimits(total_bytes=1 << 20)
END = bytes(2 * tarfile.BLOCKSIZE)


def raw(path: Path, *blocks: bytes) -> Candidate:
    path.write_bytes(gzip.compress(b"".join(blocks) + END))
    return candidate(path, Kind.TAR)


def header(name: str, size: int, kind: bytes = tarfile.REGTYPE) -> bytes:
    info = tarfile.TarInfo(name)
    info.size = size
    info.type = kind
    return info.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize("name", ["../up.py", "a/../../up.py", "/etc/cron.d/up", "..\\up.py", "C:up.py"])
def test_a_name_that_leads_out_is_refused(name: str, tmp_path: Path) -> None:
    found = tarred(tmp_path / "a.tar.gz", [member("fine.py"), member(name)])
    assert "leads out" in refusal(found, tmp_path / "new")
    assert {path.name for path in tmp_path.iterdir()} == {"a.tar.gz"}


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE])
def test_a_link_is_refused(kind: bytes, tmp_path: Path) -> None:
    found = tarred(tmp_path / "a.tar.gz", [member("a.py", kind=kind)])
    assert "is a link" in refusal(found, tmp_path / "new")


@pytest.mark.parametrize("kind", [tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, b"Z"])
def test_a_device_is_refused(kind: bytes, tmp_path: Path) -> None:
    found = tarred(tmp_path / "a.tar.gz", [member("dev", kind=kind)])
    assert "neither a plain file" in refusal(found, tmp_path / "new")


def test_a_file_of_holes_is_refused(tmp_path: Path) -> None:
    found = raw(tmp_path / "a.tar.gz", header("holes", 0, tarfile.GNUTYPE_SPARSE))
    assert "neither a plain file" in refusal(found, tmp_path / "new")


def test_a_file_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    found = tarred(tmp_path / "a.tar.gz", [member("a.py", b"1"), member("./a.py", b"2")])
    assert "there twice" in refusal(found, tmp_path / "new")


def test_links_in_what_is_left_out_do_no_harm(tmp_path: Path) -> None:
    found = tarred(tmp_path / "a.tgz", [member(".venv/bin/python", kind=tarfile.SYMTYPE), member("a.py")])
    stage(found, tmp_path / "new")
    assert set(staged(tmp_path / "new")) == {"a.py"}


@pytest.mark.parametrize("name", ["a.bin", ".cache/a.bin"])
def test_what_unpacks_to_more_than_allowed_is_refused_even_where_it_is_skipped(
    name: str, tmp_path: Path
) -> None:
    found = tmp_path / "a.tar.gz"
    found.write_bytes(gzip.compress(header(name, 4 << 30)) + gzip.compress(ZERO_MIB) * 40)
    assert found.stat().st_size < 50_000
    assert "more than 1 MiB" in refusal(candidate(found, Kind.TAR), tmp_path / "new", MIB)


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE])
@pytest.mark.parametrize(("length", "times"), [(1 << 20, 1), (1 << 16, 65)])
def test_long_headers_are_bounded_one_by_one_and_together(
    kind: bytes, length: int, times: int, tmp_path: Path
) -> None:
    comment = f"{length} comment={'x' * (length - len(str(length)) - 10)}\n".encode()
    found = raw(tmp_path / "a.tar.gz", (header("x", length, kind) + comment + header(".a", 0)) * times)
    assert len(comment) == length
    assert "damaged" in refusal(found, tmp_path / "new")


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME])
def test_a_header_of_negative_length_does_not_read_all_there_is(kind: bytes, tmp_path: Path) -> None:
    found = raw(tmp_path / "a.tar.gz", header("x", -1024, kind), header("a.py", 0))
    assert "damaged" in refusal(found, tmp_path / "new")


@pytest.mark.parametrize("name", ["a.py", ".b"])
def test_a_file_of_negative_length_is_refused(name: str, tmp_path: Path) -> None:
    found = raw(tmp_path / "a.tar.gz", header(name, -1024), header("c.py", 0))
    assert "damaged" in refusal(found, tmp_path / "new")


def test_headers_nested_by_the_thousand_are_refused(tmp_path: Path) -> None:
    found = raw(tmp_path / "a.tar.gz", header("x", 0, tarfile.XHDTYPE) * 5_000, header("a.py", 0))
    assert "damaged" in refusal(found, tmp_path / "new")


def test_a_header_of_digits_that_takes_quadratic_time_is_refused(tmp_path: Path) -> None:
    found = raw(
        tmp_path / "a.tar.gz", header("x", 1 << 16, tarfile.XHDTYPE), b"1" * (1 << 16), header("a", 0)
    )
    assert "damaged" in refusal(found, tmp_path / "new")


def test_a_nul_in_a_name_is_refused(tmp_path: Path) -> None:
    info, data = member("a.py")
    info.pax_headers = {"path": "a\0b.py"}
    assert "cannot be seen" in refusal(tarred(tmp_path / "a.tgz", [(info, data)]), tmp_path / "new")


def test_an_archive_that_was_not_compressed_is_read_whatever_its_ending(tmp_path: Path) -> None:
    stage(tarred(tmp_path / "a.tar.gz", [member("a.py", b"x")], "w"), tmp_path / "new")
    assert staged(tmp_path / "new") == {"a.py": b"x"}


def test_an_archive_that_holds_nothing_is_a_submission_without_exercises(tmp_path: Path) -> None:
    assert stage(as_tar(tmp_path / "a.tar.gz", {}), tmp_path / "new").files == {}


@pytest.mark.parametrize(
    "content",
    # A test's name has to be the same in every worker, and gzip writes the time of day.
    [b"", b"PK\x03\x04", b"x" * 2_000, gzip.compress(b"", mtime=0), gzip.compress(b"hello", mtime=0)],
)
def test_what_is_no_archive_is_said(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.tar.gz").write_bytes(content)
    assert "damaged" in refusal(candidate(tmp_path / "a.tar.gz", Kind.TAR), tmp_path / "new")


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 1, exclude_max=True), st.booleans())
def test_an_archive_that_was_cut_off_is_never_taken_for_whole(part: float, compressed: bool) -> None:  # noqa: FBT001
    with tempfile.TemporaryDirectory() as name:
        mode = "w:gz" if compressed else "w"
        files = [member("a.py", b"x = 1\n" * 100), member("b.py", b"y = 2\n")]
        found = tarred(Path(name, "a.tar.gz"), files, mode)
        data = found.path.read_bytes()
        # Not compressed, it ends with 10 kB of zeros, most of which may be missing.
        whole = len(data) if compressed else len(data.rstrip(b"\0"))
        found.path.write_bytes(data[: int(whole * part)])
        refusal(found, Path(name, "new"))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_whatever_is_broken_is_refused_or_unpacked_and_nothing_else(seed: int, times: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - where to break it
    with tempfile.TemporaryDirectory() as name:
        found = as_tar(Path(name, "a.tar.gz"), {"a.py": b"x = 1\n" * 20, "가" * 80: b"", "d.txt": b"1234"})
        data = bytearray(gzip.decompress(found.path.read_bytes()))
        for _ in range(times):
            data[chance.randrange(len(data.rstrip(b"\0")))] = chance.randrange(256)
        found.path.write_bytes(data)
        new = Path(name, "new")
        with suppress(SubmissionError):
            stage(found, new)
            assert new.is_dir()
            return
        assert not new.exists()


def test_a_broken_header_in_the_middle_is_not_taken_for_the_end(tmp_path: Path) -> None:
    found = raw(tmp_path / "a.tar.gz", header("a.py", 0), b"broken" * 100)
    assert "damaged" in refusal(found, tmp_path / "new")
