"""The page about a class."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from grader.language import Language, Text
from grader.report import CheckResult, ExerciseResult, Refusal, Report
from grader.report.class_markdown import class_page
from grader.report.class_summary import summary_of_class

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WHY = Text(en="This zip is damaged.", ko="압축 파일이 손상되었습니다.")
HOSTILE = (
    "x | y\n\n# heading\n\n<script>alert(1)</script>\n```\n![i](http://evil/p.png) "
    "[l](javascript:alert(1))\x1b[2J\u202e"
)
PARTS = {
    "h1",
    "h2",
    "h3",
    "p",
    "strong",
    "code",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "ol",
    "ul",
    "li",
    "br",
    "",
}


def page_of(
    reports: list[Report], refusals: list[Refusal] | None = None, language: Language = Language.EN
) -> str:
    return class_page(summary_of_class(reports, refusals or []), language)


def tags_of(page: str) -> set[str]:
    tokens = MARKDOWN.parse(page)
    assert not [token for token in tokens if token.type in ("html_block", "fence", "code_block")]
    return {each.tag for token in tokens for each in (token, *(token.children or []))}


def hostile(exercise: ExerciseResult) -> ExerciseResult:
    text = Text(en=HOSTILE, ko=HOSTILE)
    checks = tuple(replace(check, title=text, message=text, detail=HOSTILE) for check in exercise.checks)
    return replace(exercise, title=text, checks=checks)


@pytest.mark.parametrize("language", Language)
def test_a_hostile_class_stays_text(sample: Report, language: Language) -> None:
    report = replace(sample, submission=HOSTILE, exercises=tuple(map(hostile, sample.exercises)))
    page = page_of([report], [Refusal(HOSTILE, Text(en=HOSTILE, ko=HOSTILE))], language)
    assert tags_of(page) <= PARTS
    assert page.replace("\n", "").isprintable()
    assert page.count("\n# ") == 0


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data(), refused=st.lists(st.text(max_size=20), max_size=2), language=st.sampled_from(Language))
def test_any_class_renders(
    data: st.DataObject, reports: st.SearchStrategy[Report], refused: list[str], language: Language
) -> None:
    members = data.draw(st.lists(reports, max_size=2))
    page = page_of(members, [Refusal(name, Text(en=name, ko=name)) for name in refused], language)
    assert tags_of(page) <= PARTS
    assert page.replace("\n", "").isprintable()


def test_the_page_in_its_order(sample: Report) -> None:
    whole = replace(sample, submission="park", exercises=sample.exercises[2:])
    page = page_of([sample, whole, whole], [Refusal("lee.zip", WHY)])
    parts = [
        "# The class",
        "**Submissions: 4 (2 graded, 1 graded in part, 1 not graded)**",
        "Scores (graded whole: 2; out of 9): mean 2,",
        "## Exercises",
        "| Exercise ",
        "## The most frequent mistakes",
        "1. **3 submissions**: 28 columns: the image was reshaped per row",
        "2. **3 submissions**: Keras 3 wants a list of metrics",
        "## Mistakes by exercise",
        "### Scale and flatten the images (`ch07_1/e04_scale_and_flatten`)",
        "- **3 submissions**: 28 columns",
        "## Could not be graded",
        "- **kim**, `ch07_1/e03_show_samples`: KeyError: 'axes'",
        "- **lee.zip**: This zip is damaged.",
    ]
    places = [page.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_a_row_of_the_table_for_each_exercise(sample: Report) -> None:
    rows = [line for line in page_of([sample]).splitlines() if line.startswith("|")]
    assert len(rows) == 2 + len(sample.exercises)
    assert len({len(row) for row in rows}) == 1
    assert [cell.strip() for cell in rows[4].split("|")[1:-1]] == [
        "`ch07_1/e04_scale_and_flatten`",
        "0",
        "0%",
        "0%",
        "1",
        "0",
        "0",
    ]


def test_a_mistake_made_everywhere_names_a_few_exercises(sample: Report, flattening: CheckResult) -> None:
    failed = replace(sample.exercises[2], checks=(flattening,))
    many = tuple(replace(failed, id=f"ch07_1/e{number:02}") for number in range(9))
    page = page_of([replace(sample, exercises=many)])
    assert "`ch07_1/e05`, ... and 3 more" in page


def test_of_many_mistakes_in_an_exercise_the_first_are_told(sample: Report, flattening: CheckResult) -> None:
    checks = tuple(
        replace(flattening, hint=f"hint_{number}", message=Text(en=f"Mistake {number}.", ko="실수"))
        for number in range(8)
    )
    page = page_of([replace(sample, exercises=(replace(sample.exercises[2], checks=checks),))])
    assert page.endswith("- **1 submission**: Mistake 4.\n- ... and 3 more\n")


def test_an_empty_class_has_a_page() -> None:
    assert page_of([]) == "# The class\n\n**Submissions: 0**\n"
    assert page_of([], language=Language.KO) == "# 반 전체\n\n**제출물: 0**\n"
