"""What is not run in a reader's place is run elsewhere, and that is so."""

import configparser
import re

import pytest

from tests.docs.elsewhere import ELSEWHERE, NOWHERE
from tests.docs.pages import ROOT, Line
from tests.docs.running import TYPED

_WINDOWS = (("py -m ", "python3 -m "), (".venv\\Scripts\\activate", ". .venv/bin/activate"))
_WINDOWS_PATHS = ((".venv\\Scripts\\", ".venv/bin/"), ("\\", "/"))


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
