import os
import stat
import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.catalog import find
from grader.report.file_names import folded
from grader.submission import Candidate, Kind, SizeLimits, SubmissionError, content_digest, stage
from tests.submission.archives import EXERCISE, as_folder, as_tar, as_zip, candidate

Pack = Callable[[Path, Mapping[str, bytes]], Candidate]
Make = Callable[[Path], None]
every_way = pytest.mark.parametrize("pack", [as_folder, as_zip, as_tar])

SMALL = SizeLimits(files=3, entries=20, total_bytes=1 << 20, source_bytes=1 << 10, depth=4)

COMPONENTS = st.text(st.sampled_from("aB 가각의-'=,1"), min_size=1, max_size=5).map(lambda name: f"x{name}x")
TREES = st.dictionaries(
    st.lists(COMPONENTS, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".f"),
    st.binary(max_size=50),
    max_size=6,
).filter(lambda files: len({folded(name) for name in files}) == len(files))


def link(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def staged(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def refusal(found: Candidate, into: Path, limits: SizeLimits | None = None) -> str:
    with pytest.raises(SubmissionError) as caught:
        stage(found, into, limits=limits)
    assert not into.exists(), "something half unpacked was left"
    assert caught.value.text.ko != caught.value.text.en
    return str(caught.value)


@every_way
def test_files_keep_their_paths_and_exercises_are_found(pack: Pack, tmp_path: Path) -> None:
    files = {
        f"kim/과제 1/{EXERCISE}.py": b"x = 1\n",
        "kim/과제 1/ch07_1/helper.py": b"",
        "kim/data.csv": b"1,2",
    }
    submission = stage(pack(tmp_path / "given", files), tmp_path / "new")
    assert staged(tmp_path / "new") == files
    assert submission.name == "kim"
    assert submission.root == tmp_path / "new"
    assert submission.files == {EXERCISE: tmp_path / "new" / f"kim/과제 1/{EXERCISE}.py"}


@every_way
def test_what_tools_leave_behind_is_left_out(pack: Pack, tmp_path: Path) -> None:
    files = {
        f"{folder}/{EXERCISE}.py": b""
        for folder in (".git", "__pycache__", "a/.venv", "__MACOSX", "node_modules")
    }
    submission = stage(pack(tmp_path / "given", {**files, ".DS_Store": b"", "kept": b""}), tmp_path / "new")
    assert staged(tmp_path / "new") == {"kept": b""}
    assert (submission.files, submission.notes) == ({}, ())


@every_way
def test_permissions_are_plain_whatever_they_were_and_whatever_the_umask(pack: Pack, tmp_path: Path) -> None:
    given_files = pack(tmp_path / "given", {"a/b/run.py": b""})
    if given_files.kind is Kind.FOLDER:
        (tmp_path / "given/a/b/run.py").chmod(0o6777)
        (tmp_path / "given/a/b").chmod(0o700)
    before = os.umask(0o077)
    try:
        stage(given_files, tmp_path / "new")
    finally:
        os.umask(before)
    modes = {
        path: stat.S_IMODE(path.stat().st_mode) for path in [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    }
    assert set(modes.values()) == {0o755, 0o644}
    assert modes[tmp_path / "new/a/b/run.py"] == 0o644


@every_way
@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({f"{number}.txt": b"" for number in range(4)}, "more than 3 files"),
        ({f".{number}": b"" for number in range(21)}, "more than 20 files"),
        ({"a/b/c/d/e.py": b""}, "more than 4 folders"),
        ({"a.bin": bytes(600_000), "b.bin": bytes(600_000)}, "more than 1 MiB"),
        ({"a.py": bytes(2_000)}, "a.py is larger"),
        ({"Notes.txt": b"1", "notes.TXT": b"2"}, "upper and lower case"),
        ({"a\nb.py": b""}, "cannot be seen"),
        ({"가" * 60 + "/" + "나" * 60 + "/" + "다" * 60 + "/" + "라" * 60: b""}, "too long"),
        ({"..\\..\\up.py": b""}, "leads out"),
        ({"C:evil.py": b""}, "leads out"),
    ],
)
def test_a_limit_is_a_refusal_that_leaves_nothing(
    pack: Pack, files: dict[str, bytes], said: str, tmp_path: Path
) -> None:
    assert said in refusal(pack(tmp_path / "given", files), tmp_path / "new", SMALL)


def test_a_file_of_200_mb_is_refused(tmp_path: Path) -> None:
    given_files = as_folder(tmp_path / "given", {f"{EXERCISE}.py": b""})
    os.truncate(tmp_path / "given" / f"{EXERCISE}.py", 200_000_000)
    assert "larger than 10 MiB" in refusal(given_files, tmp_path / "new")


@pytest.mark.parametrize("make", [link, os.mkfifo])
def test_what_is_no_file_in_a_folder_is_left_out_with_a_note(make: Make, tmp_path: Path) -> None:
    given_files = as_folder(tmp_path / "given", {"kept.py": b""})
    make(tmp_path / "given/odd.txt")
    (tmp_path / "given/elsewhere").symlink_to("/etc")
    submission = stage(given_files, tmp_path / "new")
    assert staged(tmp_path / "new") == {"kept.py": b""}
    assert not any(path.is_symlink() for path in (tmp_path / "new").rglob("*"))
    (note,) = submission.notes
    assert "elsewhere, odd.txt" in note.en
    assert "elsewhere, odd.txt" in note.ko


@pytest.mark.parametrize(("make", "said"), [(link, "a link"), (os.mkfifo, "neither a plain file")])
def test_an_exercise_that_is_no_plain_file_is_refused(make: Make, said: str, tmp_path: Path) -> None:
    given_files = as_folder(tmp_path / "given", {"ch07_1/helper.py": b""})
    make(tmp_path / "given" / f"{EXERCISE}.py")
    assert said in refusal(given_files, tmp_path / "new")


def test_bytes_in_names_that_are_not_utf_8_are_read_as_korean_windows_wrote_them(tmp_path: Path) -> None:
    given_files = as_folder(tmp_path / "given", {})
    for name in ("과제".encode("cp949"), b"\xff\xfe"):
        (Path(os.fsdecode(os.fsencode(tmp_path / "given") + b"/" + name))).write_bytes(b"")
    stage(given_files, tmp_path / "new")
    assert set(staged(tmp_path / "new")) == {"과제", "%ff%fe"}


def test_decomposed_names_are_composed_so_that_imports_find_them(tmp_path: Path) -> None:
    stage(as_zip(tmp_path / "a.zip", {unicodedata.normalize("NFD", "도우미.py"): b""}), tmp_path / "new")
    assert set(staged(tmp_path / "new")) == {"도우미.py"}


def test_an_archive_inside_is_not_opened_and_the_note_says_so(tmp_path: Path) -> None:
    inner = as_zip(tmp_path / "inner.zip", {f"{EXERCISE}.py": b""})
    outer = as_zip(tmp_path / "outer.zip", {"all/hw.zip": inner.path.read_bytes()})
    submission = stage(outer, tmp_path / "new")
    assert submission.files == {}
    assert "all/hw.zip" in submission.notes[0].en


@pytest.mark.parametrize("name", ["e04_scale_and_flatten.py", "kim_e04_scale_and_flatten (1).PY", "과제.py"])
def test_a_single_file_is_staged_under_its_exercises_path(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x = 1\n")
    told = find(EXERCISE) if name == "과제.py" else None
    submission = stage(candidate(tmp_path / name, Kind.FILE), tmp_path / "new", exercise=told)
    assert submission.files == {EXERCISE: tmp_path / "new" / f"{EXERCISE}.py"}
    assert staged(tmp_path / "new") == {f"{EXERCISE}.py": b"x = 1\n"}


def test_a_single_file_of_no_exercise_is_refused(tmp_path: Path) -> None:
    (tmp_path / "homework.py").write_bytes(b"")
    assert "Which exercise is homework.py?" in refusal(
        candidate(tmp_path / "homework.py", Kind.FILE), tmp_path / "new"
    )


def test_a_folder_that_is_there_already_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new/mine").write_text("mine")
    with pytest.raises(FileExistsError):
        stage(as_zip(tmp_path / "a.zip", {"a": b""}), tmp_path / "new")
    assert staged(tmp_path / "new") == {"mine": b"mine"}


@settings(max_examples=40, deadline=None)
@given(TREES)
def test_the_digest_is_of_the_content_and_not_of_the_packing(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trees = [
            stage(pack(folder / f"given-{number}", files), folder / f"new-{number}")
            for number, pack in enumerate((as_folder, as_zip, as_tar))
        ]
        composed = {unicodedata.normalize("NFC", path): data for path, data in files.items()}
        assert all(tree.root is not None and staged(tree.root) == composed for tree in trees)
        assert len({content_digest(tree) for tree in trees}) == 1
