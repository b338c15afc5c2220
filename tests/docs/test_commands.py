"""Every command that the pages tell people to type is run: here, or where `elsewhere.py` says."""

import configparser
import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.docs import places
from tests.docs.elsewhere import ELSEWHERE, NOWHERE
from tests.docs.pages import PAGES, ROOT, Line, commands

_WINDOWS = (("py -m ", "python3 -m "), (".venv\\Scripts\\activate", ". .venv/bin/activate"))
_WINDOWS_PATHS = ((".venv\\Scripts\\", ".venv/bin/"), ("\\", "/"))
_MAKE: dict[str, Callable[[Path], places.Place]] = {
    "course": places.course,
    "class": places.a_class,
    "clone": places.clone,
}

TYPED = [line for page in PAGES for line in commands(page)]


def here() -> list[Line]:
    """Return the commands to run here, each once for each place, a class's grading before what needs it."""
    chosen = {
        (places.place_of(line), line.text): line
        for line in reversed(TYPED)
        if line.text not in ELSEWHERE | NOWHERE and not line.is_for_windows
    }
    return sorted(chosen.values(), key=lambda line: (places.place_of(line), _rank(line), TYPED.index(line)))


def _rank(line: Line) -> int:
    """Return 0 for what writes what others read, 2 for what writes over what they read."""
    if line.text.startswith(("grader batch", "pytest exercises/ --grader-json")):
        return 0
    return 2 if "--out gradebook.csv" in line.text or line.text.startswith("git ") else 1


def _runs() -> list[Any]:
    """Return what is run here; what is run in one place stays together, in order."""
    group = pytest.mark.xdist_group
    return [pytest.param(line, id=str(line), marks=group(places.place_of(line))) for line in here()]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], places.Place]:
    """A function that returns the place of a name, made when it is first asked for."""
    base = tmp_path_factory.mktemp("readers")

    @functools.cache
    def made(name: str) -> places.Place:
        (base / name).mkdir()
        return _MAKE[name](base / name)

    return made


@pytest.mark.docs
@pytest.mark.parametrize("line", _runs())
def test_a_command_does_what_it_is_for(line: Line, place: Callable[[str], places.Place]) -> None:
    reader = place(places.place_of(line))
    for command in places.spelled_out(line.text):
        if command.startswith("git commit"):
            reader.change()
            reader.run("git add exercises").check_returncode()
        done = reader.run(command)
        assert done.returncode in places.allowed(command), (
            f"{command}\n{done.stdout[-3_000:]}{done.stderr[-3_000:]}"
        )


@pytest.mark.parametrize("line", [line for line in TYPED if line.is_for_windows], ids=str)
def test_what_is_typed_on_windows_is_typed_elsewhere_too(line: Line) -> None:
    text = line.text
    for windows, other in (*_WINDOWS, *_WINDOWS_PATHS):
        text = text.replace(windows, other)
    assert text in {one.text for one in TYPED if one.page == line.page}


def test_what_runs_elsewhere_stands_on_a_page_and_is_run_there() -> None:
    texts = {line.text for line in TYPED}
    environments = _environments()
    for command, place in (ELSEWHERE | NOWHERE).items():
        assert command in texts, "on no page"
        if command in ELSEWHERE:
            assert place in environments or (ROOT / place).is_file(), f"{command}: no {place}"


def test_the_two_commands_of_the_readme_are_taken_from_there_by_ci() -> None:
    taken = re.compile(r"^    python3 -m venv \.venv && ", re.MULTILINE)
    assert len(taken.findall((ROOT / "README.md").read_text(encoding="utf-8"))) == 2
    assert "^    python3 -m venv \\.venv && " in (ROOT / ".ci/run").read_text(encoding="utf-8")


def _environments() -> set[str]:
    """Return the names of tox's environments, those of a family one by one."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "tox.ini", encoding="utf-8")
    labelled = parser["tox"]["labels"].replace("=", ",")
    sections = (name.removeprefix("testenv:") for name in parser if name.startswith("testenv:"))
    return {*sections, *re.split(r"[,\s]+", labelled)}
