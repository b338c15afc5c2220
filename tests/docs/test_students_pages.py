"""The students' pages say what students see, in both languages, and what the README in their hands says."""

import ast
import re
from pathlib import Path

import pytest

import grader
from tests.acceptance.classes import FLATTEN
from tests.docs.pages import COURSE, PAGES, STUDENTS, Line, commands, fenced, listed_options, quoted, typed
from tests.docs.places import course

# What other programs say, which nothing here can look up.
_OTHERS = {
    "error: externally-managed-environment",
    "The virtual environment was not created successfully because ensurepip is not available",
    "ERROR: No matching distribution found for tensorflow",
    "Activate.ps1 cannot be loaded because running scripts is disabled on this system",
    "No space left on device",
    "pytest: command not found",
    "pytest: error: unrecognized arguments: --lang",
    "ERROR: file or directory not found: exercises/",
    "collected 0 items",
}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def sentences() -> list[re.Pattern[str]]:
    """Return every text of the grader, with anything in the place of its placeholders."""
    texts = {
        node.value
        for path in Path(grader.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 20
    }
    return [
        re.compile(".*".join(re.escape(" ".join(f"|{part}|".split())[1:-1]) for part in parts))
        for parts in map(_PLACEHOLDER.split, texts)
        if any(len(part) > 10 for part in parts)
    ]


@pytest.mark.parametrize("page", STUDENTS, ids=lambda page: page.name)
def test_what_a_screen_is_said_to_show_is_what_somebody_says(page: Path) -> None:
    known = sentences()
    said = list(quoted(page))
    ours = [line for line in said if line.text not in _OTHERS]
    assert not [line for line in ours if not any(one.fullmatch(line.text) for one in known)]
    assert len(ours) >= 10


def test_both_languages_quote_the_same_programs_and_as_many_sentences() -> None:
    english, korean = ([line.text for line in quoted(page)] for page in STUDENTS)
    assert [text for text in english if text in _OTHERS] == [text for text in korean if text in _OTHERS]
    assert len(english) == len(korean)
    assert set(english) >= _OTHERS


@pytest.mark.parametrize(("page", "readme"), [*zip(STUDENTS, COURSE, strict=True)], ids=["en", "ko"])
def test_the_readme_of_a_course_tells_nothing_that_the_page_does_not(page: Path, readme: Path) -> None:
    told = {_plain(line) for line in commands(readme)} | {line.text for line in listed_options(readme)}
    assert told <= {_plain(line) for line in commands(page)} | {line.text for line in listed_options(page)}


def test_both_languages_tell_the_same_to_type() -> None:
    english, korean = ([_messageless(line) for line in typed(page)] for page in STUDENTS)
    assert english == korean


def test_python_stands_only_where_it_is_run() -> None:
    assert [page for page in PAGES for language, _ in fenced(page) if language == "python"] == list(STUDENTS)


@pytest.mark.docs
@pytest.mark.parametrize(("page", "language"), [*zip(STUDENTS, ("en", "ko"), strict=True)], ids=["en", "ko"])
def test_the_feedback_that_is_explained_is_what_the_code_gets(
    page: Path, language: str, tmp_path: Path
) -> None:
    blocks = dict(fenced(page))
    (tmp_path / "course").mkdir()
    place = course(tmp_path / "course")
    (place.folder / f"exercises/{FLATTEN}.py").write_text(blocks["python"], encoding="utf-8")
    done = place.run(f"pytest exercises/{FLATTEN}.py --lang {language}")
    assert done.returncode == 1, done.stderr
    assert (place.folder / f"feedback/{FLATTEN}.md").read_text(encoding="utf-8") == blocks["markdown"]


def _plain(line: Line) -> str:
    return line.text.rstrip("/")


def _messageless(line: Line) -> str:
    """Return what is typed but for the words of a commit."""
    return re.sub('"[^"]*"', '""', line.text)
