"""The pages, and what stands in them: commands, options, code to read, sentences of a screen.

An indented block is what people type; a fenced one is what they read: docs/maintainers/documentation.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
STUDENTS = (ROOT / "docs/students/index.md", ROOT / "docs/students/ko.md")
COURSE = (ROOT / "grader/course_template/README.md", ROOT / "grader/course_template/README.ko.md")
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *COURSE)

_OPTION = re.compile(r"(?<![\w-])-{1,2}[a-zA-Z][\w-]*")
_EXPLANATION = re.compile(r"\s{2,}.*$")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


@dataclass(frozen=True)
class Line:
    """A line of a page, from 1, with its text: of a command what is typed."""

    page: str
    number: int
    text: str

    @property
    def options(self) -> tuple[str, ...]:
        """The options that stand in it."""
        return tuple(_OPTION.findall(_QUOTED.sub("", self.text)))

    @property
    def is_for_windows(self) -> bool:
        """Whether it is typed on Windows only."""
        return "\\" in self.text or self.text.startswith("py ")

    def __str__(self) -> str:
        """Return what pytest shows."""
        return f"{self.page}:{self.number} {self.text}"


def typed(page: Path) -> Iterator[Line]:
    """Yield each line of the indented blocks, without what explains it."""
    for token in _tokens(page):
        if token.type == "code_block" and token.map is not None:
            for number, text in enumerate(token.content.splitlines(), token.map[0] + 1):
                if text.strip():
                    yield Line(_name(page), number, _EXPLANATION.sub("", text.strip()))


def commands(page: Path) -> Iterator[Line]:
    """Yield the lines that are commands."""
    return (line for line in typed(page) if not line.text.startswith("-"))


def listed_options(page: Path) -> Iterator[Line]:
    """Yield the lines that explain an option of the page's command."""
    return (line for line in typed(page) if line.text.startswith("-"))


def fenced(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the language and the content of each fenced block."""
    return ((token.info.strip(), token.content) for token in _tokens(page) if token.type == "fence")


def options_in_prose(page: Path) -> Iterator[Line]:
    """Yield each long option that prose or a table names as code."""
    for token in _tokens(page):
        for child in token.children or ():
            if child.type == "code_inline":
                for option in _OPTION.findall(_QUOTED.sub("", child.content)):
                    if option.startswith("--"):
                        yield Line(_name(page), (token.map or [0])[0] + 1, option)


def quoted(page: Path) -> Iterator[Line]:
    """Yield each sentence that is quoted, as the page writes it."""
    depth = 0
    for token in _tokens(page):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            yield Line(_name(page), (token.map or [0])[0] + 1, " ".join(token.content.split()))


def _tokens(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8"))


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()
