"""Every option that a page names is one that `--help` knows."""

import re
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from grader.cli import main
from tests.acceptance.conftest import clean_environment
from tests.docs.pages import PAGES, Line, commands, listed_options, options_in_prose
from tests.docs.places import spelled_out

HELP = {"-h", "--help"}
OF_GRADER = [line for page in PAGES for line in commands(page) if line.text.startswith("grader ")]
OF_PYTEST = [
    line
    for page in PAGES
    for line in (*commands(page), *listed_options(page))
    if line.text.startswith(("pytest ", "-"))
]


@pytest.fixture(scope="module")
def of_pytest(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The options of pytest, the grader's among them, without hyphens: it lists one of two spellings."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--help"],
        cwd=tmp_path_factory.mktemp("empty"),
        env=clean_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return {_plain(word) for word in re.findall(r"(?<![\w-])-{1,2}[a-zA-Z][\w-]*", done.stdout)}


@pytest.mark.parametrize("line", OF_GRADER, ids=str)
def test_a_command_of_the_grader_has_the_options_that_it_is_given(line: Line) -> None:
    for command in spelled_out(line.text):
        assert set(Line("", 0, command).options) <= _options_of(command) | HELP


@pytest.mark.parametrize("line", OF_PYTEST, ids=str)
def test_pytest_has_the_options_that_it_is_given(line: Line, of_pytest: set[str]) -> None:
    assert {_plain(option) for option in line.options} <= of_pytest


def test_an_option_that_prose_names_is_somebodys(of_pytest: set[str]) -> None:
    ours = {option for command in _all(main) for parameter in command.params for option in parameter.opts}
    unknown = [
        str(line)
        for page in PAGES
        for line in options_in_prose(page)
        if line.text not in ours | HELP and _plain(line.text) not in of_pytest
    ]
    assert not unknown


def _plain(option: str) -> str:
    return option[:2] + option[2:].replace("-", "")


def _options_of(command: str) -> set[str]:
    """Return the options of a command of the grader."""
    found: click.Command = main
    for word in command.split()[1:]:
        if not isinstance(found, click.Group):
            break
        assert word in found.commands, f"there is no {word}"
        found = found.commands[word]
    return {option for parameter in found.params for option in parameter.opts}


def _all(group: click.Group) -> Iterator[click.Command]:
    for command in group.commands.values():
        yield command
        if isinstance(command, click.Group):
            yield from _all(command)
