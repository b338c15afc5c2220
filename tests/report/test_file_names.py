import ntpath
import re
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.file_names import safe_name, safe_names

# What a Windows program cannot open as a file, whatever follows the first dot.
RESERVED = re.compile(
    r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3])\s*(\..*)?", re.IGNORECASE
)
PATHS = ("..", "/", "\\", ".", " ", "-", ":", "C:", "?", "*", "\0", "\n", "\u202e", "\ud800")
DEVICES = ("CON", "nul", "COM1", "CONIN$")
ALIKE = ("K", "k", "ß", "ss", "e\u0301", "\u00e9", "김", unicodedata.normalize("NFD", "김"))
LONG = ("가" * 80, "a" * 200)
HOSTILE = st.sampled_from(PATHS + DEVICES + ALIKE + LONG)
NAMES = st.lists(HOSTILE | st.text(st.characters(), max_size=5), max_size=6).map("".join)


def folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


@given(NAMES)
def test_a_file_name_is_one_component_of_a_path_on_every_system(name: str) -> None:
    safe = safe_name(name)
    assert PurePosixPath("out", safe).parts == ("out", safe)
    assert PureWindowsPath("out", safe).parts == ("out", safe)
    assert safe not in {"", ".", ".."}
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert safe.isprintable()
    assert not safe.endswith((".", " "))
    assert not RESERVED.fullmatch(safe)
    assert not RESERVED.fullmatch(f"{safe}.json")
    assert len(safe.encode()) <= 150


@given(NAMES)
def test_a_file_of_that_name_lies_in_its_folder(name: str) -> None:
    folder = Path("/results/reports")
    assert (folder / safe_name(name)).resolve().parent == folder.resolve()
    assert ntpath.dirname(ntpath.join("C:\\out", safe_name(name))) == "C:\\out"


@given(st.sets(NAMES, max_size=12))
def test_distinct_names_have_distinct_file_names_whatever_the_case(names: set[str]) -> None:
    spelled = safe_names(names)
    assert set(spelled) == names
    assert len({folded(file_name) for file_name in spelled.values()}) == len(names)


@pytest.mark.parametrize(
    "name", ["kim", "김 철수", "O'Brien, J. (2)", "=1+1", "박_영희-20261234", "@lee", "a.b"]
)
def test_korean_spaces_and_punctuation_stay(name: str) -> None:
    assert safe_name(name) == name
    assert safe_names([name, "another"])[name] == name


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\autoexec", "con", ".", "", "kim\n", "a" * 300])
def test_a_changed_name_carries_a_digest(name: str) -> None:
    assert re.search(r"-[0-9a-f]{8}$", safe_name(name))


def test_a_name_that_was_made_to_look_like_anothers_file_name_is_told_apart() -> None:
    taken = safe_name("kim/")
    spelled = safe_names(["kim/", taken, f"{taken}-00000000"])
    assert len(set(spelled.values())) == 3


def test_names_that_differ_in_case_both_get_a_digest() -> None:
    spelled = safe_names(["Kim", "kim", "lee"])
    assert spelled["lee"] == "lee"
    assert re.fullmatch(r"Kim-[0-9a-f]{8}", spelled["Kim"])
    assert re.fullmatch(r"kim-[0-9a-f]{8}", spelled["kim"])
