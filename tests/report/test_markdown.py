"""The pages a student reads."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.language import Language, Text
from grader.report import CheckResult, ExerciseResult, Frame, Reason, Report, ReportError, Status
from grader.report.markdown import exercise_page, index_page, write_feedback

MARKDOWN = MarkdownIt("commonmark")
OUR_HTML = {"<details>", "</details>"}
HOSTILE = (
    "x\n\n# heading\n\n</details><script>alert(1)</script>\n```\n````\n![i](http://evil/p.png) "
    "[l](javascript:alert(1))\x1b[2J\u202e"
)


def html_and_links(page: str) -> tuple[list[str], list[str]]:
    """All raw HTML in `page`, and where its links and images lead."""
    html, links = [], []
    for token in MARKDOWN.parse(page):
        for each in (token, *(token.children or [])):
            if each.type in ("html_block", "html_inline"):
                html += each.content.strip().split("\n")
            target = each.attrGet("href") or each.attrGet("src")
            if target is not None:
                links.append(str(target))
    return html, links


@pytest.fixture
def hostile(exception: CheckResult, sample: Report) -> Report:
    """A report in which every text is an attack."""
    text = Text(en=HOSTILE, ko=HOSTILE)
    check = msgspec.structs.replace(
        exception,
        title=text,
        message=text,
        read=text,
        expected=HOSTILE,
        actual="`" * 50 + HOSTILE,
        detail=HOSTILE,
        frames=(Frame(HOSTILE, 1, HOSTILE, HOSTILE),),
    )
    exercise = msgspec.structs.replace(sample.exercises[3], title=text, notes=(text,), checks=(check, check))
    return msgspec.structs.replace(sample, submission=HOSTILE, exercises=(exercise,))


@pytest.mark.parametrize("language", Language)
def test_a_hostile_text_stays_text(hostile: Report, language: Language) -> None:
    page = exercise_page(hostile.exercises[0], language)
    html, links = html_and_links(page)
    assert {line for line in html if not line.startswith("<summary>")} == OUR_HTML
    assert links == []
    headings = [token.tag for token in MARKDOWN.parse(page) if token.type == "heading_open"]
    assert headings == ["h1", "h2", "h3", "h3", "h2"]
    index = index_page(hostile, language)
    assert html_and_links(index) == ([], ["ch07_1/e10_train_and_evaluate.md"] * 2)
    for written in (page, index):
        assert written.replace("\n", "").isprintable()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), language=st.sampled_from(Language))
def test_any_report_renders(
    data: st.DataObject, reports: st.SearchStrategy[Report], language: Language
) -> None:
    report = data.draw(reports)
    for page in (index_page(report, language), *(exercise_page(each, language) for each in report.exercises)):
        html, _ = html_and_links(page)
        assert {line for line in html if not line.startswith("<summary>")} <= OUR_HTML
        assert page.replace("\n", "").isprintable()


def test_the_page_in_its_order(sample: Report) -> None:
    page = exercise_page(sample.exercises[2], Language.EN)
    parts = [
        "# Scale and flatten the images",
        "1 of 3.5 points",
        "## To fix",
        "Each image becomes one row of 784 numbers",
        "**Expected:** `shape (5, 784)`",
        "**Seen:** `shape (140, 28)`",
        "28 * 28 = 784 belongs in one axis",
        "<https://numpy.org/doc/stable/reference/generated/numpy.reshape.html>",
        "## Not looked at yet",
        "builds on the point above",
        "The pixels keep their order",
        "## Passed",
        "The values lie between 0 and 1",
        "The output was cut",
    ]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


def test_an_exception_shows_the_students_lines_and_folds_the_librarys(sample: Report) -> None:
    page = exercise_page(sample.exercises[3], Language.KO)
    assert "e10_train_and_evaluate.py:9, compile_model 함수\n    model.compile(" in page
    assert page.index("<details>") > page.index("원인")
    assert "Received instead: metrics=accuracy" in page


def test_the_graders_fault_is_not_the_students(sample: Report) -> None:
    page = exercise_page(sample.exercises[1], Language.EN)
    assert "not scored" in page
    assert "not your mistake" in page


def test_a_reason_that_no_check_tells_is_told(sample: Report) -> None:
    exercise = msgspec.structs.replace(sample.exercises[2], reason=Reason.SYNTAX_ERROR)
    assert "it has a syntax error" in exercise_page(exercise, Language.EN)


def test_values_of_several_lines_stand_in_blocks(sample: Report, flattening: CheckResult) -> None:
    check = msgspec.structs.replace(flattening, expected="[[1 2]\n [3 4]]", actual="")
    exercise = msgspec.structs.replace(sample.exercises[2], checks=(check,))
    assert "**Expected:**\n\n```text\n[[1 2]\n [3 4]]\n```" in exercise_page(exercise, Language.EN)


def test_a_hidden_check_says_that_it_was_hidden(sample: Report, flattening: CheckResult) -> None:
    for hidden in (False, True):
        check = msgspec.structs.replace(flattening, hidden=hidden)
        exercise = msgspec.structs.replace(sample.exercises[2], checks=(check,))
        page = exercise_page(exercise, Language.KO)
        assert ("공개하지 않은 검사" in page) is hidden


def test_a_deep_recursion_is_told_by_its_ends(sample: Report, exception: CheckResult) -> None:
    frames = tuple(Frame("a.py", line, "again", f"again({line})") for line in range(1000))
    check = msgspec.structs.replace(exception, frames=frames)
    page = exercise_page(msgspec.structs.replace(sample.exercises[3], checks=(check,)), Language.EN)
    assert page.count("a.py:") == 8
    assert "... 992 more lines like these ..." in page


@pytest.mark.parametrize("language", Language)
def test_every_exercise_has_its_line_in_the_index(sample: Report, language: Language) -> None:
    page = index_page(sample, language)
    for exercise in sample.exercises:
        assert exercise.title.in_language(language) in page
        linked = f"]({exercise.id}.md)" in page
        assert linked is (exercise.status is not Status.NOT_ATTEMPTED)


def test_files_are_written(sample: Report, tmp_path: Path) -> None:
    folder = tmp_path / "피드백"
    written = write_feedback(sample, folder, Language.KO)
    assert {path for path in folder.rglob("*") if path.is_file()} == set(written)
    names = [path.relative_to(folder).as_posix() for path in written]
    assert names == ["index.md", *(f"{each.id}.md" for each in sample.exercises[:4])]
    assert (folder / "ch07_1/e04_scale_and_flatten.md").read_bytes().decode("utf-8") == exercise_page(
        sample.exercises[2], Language.KO
    )


def test_the_page_of_an_exercise_taken_back_goes(sample: Report, tmp_path: Path) -> None:
    write_feedback(sample, tmp_path, Language.EN)
    emptied = tuple(
        msgspec.structs.replace(each, status=Status.NOT_ATTEMPTED, checks=()) for each in sample.exercises
    )
    write_feedback(msgspec.structs.replace(sample, exercises=emptied), tmp_path, Language.EN)
    assert [path.name for path in tmp_path.rglob("*.md")] == ["index.md"]


def test_a_link_in_the_way_is_replaced_and_not_followed(sample: Report, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    folder = tmp_path / "feedback"
    folder.mkdir()
    try:
        (folder / "index.md").symlink_to(outside)
    except OSError:
        pytest.skip("links need a privilege here")
    write_feedback(sample, folder, Language.EN)
    assert outside.read_text() == "mine"


@pytest.mark.parametrize(
    "identifier", ["../../etc/x", "/etc/x", "a//b", "", "a/../b", "C:\\x", "a\nb", "a b", "."]
)
def test_an_id_that_leads_elsewhere_writes_nothing(sample: Report, tmp_path: Path, identifier: str) -> None:
    exercise: ExerciseResult = msgspec.structs.replace(sample.exercises[2], id=identifier)
    with pytest.raises(ReportError, match="cannot name a feedback file"):
        write_feedback(msgspec.structs.replace(sample, exercises=(exercise,)), tmp_path, Language.EN)
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_nothing(
    sample: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_feedback(sample, tmp_path, Language.EN)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
