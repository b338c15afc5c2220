"""The page of a job."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.ci.job_summary import ROOM_BYTES, job_summary
from grader.ci.verdict import verdict_on
from grader.language import Language, Text
from grader.report import CheckResult, Report, Status

MARKDOWN = MarkdownIt("commonmark").enable("table")
OUR_HTML = {"<details>", "</details>"}
HOSTILE = (
    "x\n\n# heading\n\n| a | b |\n</details><script>alert(1)</script>\n```\n````\n![i](http://evil/p.png) "
    "[l](javascript:alert(1))\x1b[2J\u202e|"
)


def page_of(report: Report, language: Language, room: int = ROOM_BYTES) -> str:
    return job_summary(report, verdict_on(report, None), language, room)


def cells(page: str) -> list[list[str]]:
    """The rows of the page's table, without its head."""
    rows: list[list[str]] = []
    for token in MARKDOWN.parse(page):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and token.level == 4:
            rows[-1].append(token.content)
    return rows[1:]


def raw_html(page: str) -> list[str]:
    return [
        line
        for token in MARKDOWN.parse(page)
        for each in (token, *(token.children or []))
        if each.type in ("html_block", "html_inline")
        for line in each.content.strip().split("\n")
    ]


def big(sample: Report, count: int) -> Report:
    """A report of `count` failed exercises with long messages."""
    detail = "가" * 4_000
    check = msgspec.structs.replace(sample.exercises[3].checks[0], detail=detail)
    exercises = tuple(
        msgspec.structs.replace(sample.exercises[3], id=f"ch07_1/e{number:05}", checks=(check,))
        for number in range(count)
    )
    return msgspec.structs.replace(sample, exercises=exercises)


@pytest.mark.parametrize("language", Language)
def test_the_table_comes_first_and_then_what_to_mend(sample: Report, language: Language) -> None:
    page = page_of(sample, language)
    assert [row[2] for row in cells(page)] == ["1 / 1", "- / 2", "1 / 3.5", "0 / 1.5"]
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert headings[0] == ("# Score: 2 of 9" if language is Language.EN else "# 점수: 9점 중 2점")
    titles = [exercise.title.in_language(language) for exercise in sample.exercises[1:4]]
    assert [line[5:] for line in headings if line.startswith("## ")] == titles
    assert page.index("| 0 / 1.5 |") < page.index("## ")
    assert "784" in page
    assert "<summary>" in page


def test_what_is_not_attempted_is_a_line_and_no_row(sample: Report) -> None:
    page = page_of(sample, Language.EN)
    assert "Not attempted yet: `ch07_3/e06_save_and_restore_weights`" in page
    untouched = tuple(
        msgspec.structs.replace(each, status=Status.NOT_ATTEMPTED, checks=()) for each in sample.exercises
    )
    page = page_of(msgspec.structs.replace(sample, exercises=untouched), Language.EN)
    assert "| " not in page
    assert "nothing can be wrong" in page


def test_the_verdict_stands_above_the_table(sample: Report) -> None:
    failed = msgspec.structs.replace(sample, exercises=sample.exercises[2:3])
    assert "❌ Not passed yet" in page_of(failed, Language.EN).split("|")[0]
    passed = msgspec.structs.replace(sample, exercises=sample.exercises[:1])
    assert "✅ 통과" in page_of(passed, Language.KO).split("|")[0]


@pytest.mark.parametrize("language", Language)
def test_a_page_is_cut_between_exercises_below_githubs_limit(sample: Report, language: Language) -> None:
    count = 400
    page = page_of(big(sample, count), language)
    assert ROOM_BYTES * 0.9 < len(page.encode()) <= ROOM_BYTES
    assert len(cells(page)) == count
    sections = page.count("\n## ")
    assert 0 < sections < count
    assert str(count - sections) in page.rstrip().splitlines()[-1]
    assert page.count("<details>") == page.count("</details>") == sections


def test_a_table_that_is_too_long_is_cut_between_its_rows(sample: Report) -> None:
    page = page_of(big(sample, 400), Language.EN, 12_000)
    assert len(page.encode()) <= 12_000
    rows = cells(page)
    assert 0 < len(rows) < 400
    assert all(len(row) == 3 for row in rows)
    assert "400 of the exercises are left out" in page


def test_where_there_is_no_room_nothing_is_written(sample: Report) -> None:
    assert not page_of(sample, Language.EN, 1_000)


@pytest.mark.parametrize("language", Language)
def test_a_hostile_text_stays_text(sample: Report, exception: CheckResult, language: Language) -> None:
    text = Text(en=HOSTILE, ko=HOSTILE)
    check = msgspec.structs.replace(
        exception, title=text, message=text, read=text, expected=HOSTILE, actual=HOSTILE, detail=HOSTILE
    )
    exercise = msgspec.structs.replace(sample.exercises[3], id=HOSTILE, title=text, checks=(check,))
    page = page_of(msgspec.structs.replace(sample, exercises=(exercise,), notes=(text,)), language)
    assert [row[2] for row in cells(page)] == ["0 / 1.5"]
    assert {line for line in raw_html(page) if not line.startswith("<summary>")} == OUR_HTML
    links = [
        each for token in MARKDOWN.parse(page) for each in token.children or [] if each.type == "link_open"
    ]
    assert links == []
    assert page.replace("\n", "").replace("\ufe0f", "").isprintable()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), language=st.sampled_from(Language), room=st.integers(0, 20_000))
def test_any_report_fits_into_any_room(
    data: st.DataObject, reports: st.SearchStrategy[Report], language: Language, room: int
) -> None:
    page = page_of(data.draw(reports), language, room)
    assert len(page.encode()) <= room
    assert {line for line in raw_html(page) if not line.startswith("<summary>")} <= OUR_HTML
    assert all(len(row) == 3 for row in cells(page))
