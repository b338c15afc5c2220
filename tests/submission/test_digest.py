import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.submission import Submission, content_digest, exercise_digests
from tests.submission.archives import as_folder

TREES = st.dictionaries(st.sampled_from(["a", "b", "c/a", "c/b"]), st.sampled_from([b"", b"a", b"b", b"ab"]))


def digest(files: Mapping[str, bytes]) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = as_folder(Path(name, "tree"), files).path
        return content_digest(Submission("kim", {}, folder))


@settings(max_examples=60, deadline=None)
@given(TREES, TREES)
def test_two_submissions_have_one_digest_exactly_if_they_hold_the_same(
    one: dict[str, bytes], other: dict[str, bytes]
) -> None:
    assert (digest(one) == digest(other)) == (one == other)


def test_what_moves_from_a_name_to_the_content_changes_the_digest() -> None:
    assert digest({"ab": b"c"}) != digest({"a": b"bc"})


def test_times_permissions_and_the_students_name_do_not_count(tmp_path: Path) -> None:
    folder = as_folder(tmp_path / "tree", {"a.py": b"x = 1\n"}).path
    before = content_digest(Submission("kim", {}, folder))
    (folder / "a.py").chmod(0o600)
    os.utime(folder / "a.py", (1, 1))
    assert content_digest(Submission("lee", {}, folder)) == before


def test_a_submission_without_a_root_has_no_content_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="root"):
        content_digest(Submission("kim", {"ch07_1/e01_load_data": tmp_path / "a.py"}))


ALONE, TOGETHER = "ch07_1/e01_load_data", "ch07_1/e02_class_counts"


def parts(tmp_path: Path, name: str, helper: str, alone: str = "def load(): pass\n") -> dict[str, str]:
    files = {f"{ALONE}.py": alone, f"{TOGETHER}.py": "import helper\n", "helper.py": helper}
    root = as_folder(tmp_path / name, {path: text.encode() for path, text in files.items()}).path
    found = {identifier: root / f"{identifier}.py" for identifier in (ALONE, TOGETHER)}
    submission = Submission(name, found, root)
    return exercise_digests(submission, content_digest(submission))


def test_what_stands_alone_depends_on_itself_only(tmp_path: Path) -> None:
    kim, lee = parts(tmp_path, "kim", "x = 1\n"), parts(tmp_path, "lee", "x = 2\n")
    assert kim[ALONE] == lee[ALONE]
    assert kim[TOGETHER] != lee[TOGETHER]
    assert parts(tmp_path, "park", "x = 1\n", "def load(): return 1\n")[ALONE] != kim[ALONE]


def test_what_imports_a_neighbour_depends_on_all_of_them(tmp_path: Path) -> None:
    kim = parts(tmp_path, "kim", "x = 1\n")
    assert parts(tmp_path, "lee", "x = 1\n")[TOGETHER] == kim[TOGETHER]
    assert parts(tmp_path, "park", "x = 1\n", "import keras\n")[TOGETHER] != kim[TOGETHER]
