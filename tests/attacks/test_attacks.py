"""Whatever a submission tries: it gets its verdict, reaches and leaves nothing, and the next is graded."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from markdown_it import MarkdownIt
from rich.console import Console

from grader.language import Language
from grader.report import CheckStatus, Report, gradebook, markdown
from grader.report.terminal import render_summary
from tests.attacks.corpus import Attack, attacks
from tests.attacks.machine import PLACES, USUAL_PLACES, Machine
from tests.attacks.surroundings import REACHED
from tests.attacks.verdicts import verdict_of

pytestmark = pytest.mark.attacks

# What a page could do but be read, and what a spreadsheet computes.
_ACTIVE = re.compile(r"<script|<img|<[^>]* on\w+=|javascript:[^<]*\"")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Try = Callable[[Attack, str, str], dict[str, Any]]


@pytest.fixture(scope="session")
def attempt() -> Iterator[Try]:
    """Return what comes of an attack as a user at a level; judges are started at their first use."""
    machines: dict[tuple[str, str], Machine] = {}

    def tried(attack: Attack, user: str, level: str) -> dict[str, Any]:
        if (user, level) not in machines:
            machines[user, level] = Machine(user, level)
        return machines[user, level].judge(attack.name)

    yield tried
    for machine in machines.values():
        machine.close()


def cases() -> Iterator[Any]:
    for attack in attacks():
        for user, level in PLACES if attack.exceptions else USUAL_PLACES:
            place = f"{user}-{level}"
            mark = pytest.mark.xdist_group(place)
            yield pytest.param(attack, user, level, id=f"{attack.name}-{place}", marks=mark)


@pytest.mark.parametrize(("attack", "user", "level"), list(cases()))
def test_an_attack_gets_its_verdict_and_nothing_else(
    attempt: Try, attack: Attack, user: str, level: str
) -> None:
    found = attempt(attack, user, level)
    report = msgspec.convert(found["report"], Report)
    told = [
        f"{check.name}: {check.hint}: {check.reason}: {check.detail}"
        for check in report.exercises[0].checks
        if check.status in (CheckStatus.FAILED, CheckStatus.ERROR)
    ]
    assert verdict_of(report) == attack.expected(user, level), told
    _has_the_details(report, attack)
    assert REACHED not in found["told"], found["told"][:2_000]
    assert not found["secret_told"]
    assert found["changes"] == []
    assert found["left_behind"] == []
    assert found["next"] == "passed"
    _shown_harmless(report)


def _has_the_details(report: Report, attack: Attack) -> None:
    (result,) = report.exercises
    failed = [number for number, check in enumerate(result.checks) if check.status is CheckStatus.FAILED]
    assert sum(check.score for check in result.checks if check.status is not CheckStatus.PASSED) == 0
    if result.reason is not None and result.reason.value not in ("exception", "import_error"):
        # What ended its sandbox gets no points for anything after it.
        assert all(check.score == 0 for check in result.checks[failed[0] :])
    if attack.hint is not None:
        assert result.checks[failed[0]].hint == attack.hint
    if attack.note is not None:
        assert any(attack.note in note.en for note in result.notes)


def _shown_harmless(report: Report) -> None:
    for language in Language:
        console = Console(file=io.StringIO(), width=100, color_system=None)
        render_summary(report, console, language)
        pages = [markdown.index_page(report, language)]
        pages += [markdown.exercise_page(result, language) for result in report.exercises]
        for shown in (console.file.getvalue(), *pages):  # type: ignore[attr-defined]
            assert all(char.isprintable() or char == "\n" for char in shown)
        for page in pages:
            html = MarkdownIt("commonmark", {"html": True}).enable("table").render(page)
            assert not _ACTIVE.search(html), html
        table = gradebook.gradebook([report], [], language).decode("utf-8-sig")
        assert not any(cell[:1] in _FORMULA for row in csv.reader(io.StringIO(table)) for cell in row)
