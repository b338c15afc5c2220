"""A report as Markdown pages: one per exercise, and an index of them.

Readable as plain text too, for that is how many editors show a `.md` file. All that came from a submission
goes through `safe_text`; the only HTML in a page is the fold around a library's message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from grader.report import summary, wording
from grader.report._error import ReportError
from grader.report.model import CheckResult, CheckStatus, Environment, ExerciseResult, Refusal, Report, Status
from grader.report.safe_text import code_block, code_span, for_markdown, prose_for_markdown
from grader.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grader.language import Language, Text

_MARKS: Final = {Status.PASSED: "✓", Status.FAILED: "✗", Status.NOT_ATTEMPTED: "-", Status.ERROR: "!"}
_IDENTIFIER = re.compile(r"[A-Za-z0-9_]+(/[A-Za-z0-9_]+)*")
_ADDRESS = re.compile(r"https://[A-Za-z0-9._/#?=%+-]*[A-Za-z0-9/]")


def exercise_page(result: ExerciseResult, language: Language) -> str:
    """Return the page of one exercise: what to fix, what was not looked at, what passed."""
    return _joined(_exercise_parts(result, language))


def exercise_section(result: ExerciseResult, language: Language) -> str:
    """Return what has not passed of one exercise, as a section of a longer page."""
    return _joined(_section_parts(result, language))


def index_page(report: Report, language: Language) -> str:
    """Return the page that says the score, where to start, and a line for each exercise."""
    return _joined(_index_parts(report, language))


def write_refusal(refusal: Refusal, folder: Path, language: Language) -> Path:
    """Write why nothing of a submission was graded to a page under `folder`; return its path.

    Raises:
        OSError: if it cannot be written.
    """
    title = f"# {for_markdown(refusal.submission)}"
    path = folder / "index.md"
    _write(path, _joined(iter((title, prose_for_markdown(refusal.why.in_language(language))))))
    return path


def write_feedback(report: Report, folder: Path, language: Language) -> list[Path]:
    """Write the index and a page for each attempted exercise under `folder`; return the paths written.

    Each file appears whole or not at all. The page that an earlier run left of an exercise that now counts as
    not attempted is removed.

    Raises:
        ReportError: if the id of an exercise is not a plain path.
        OSError: if a file cannot be written.
    """
    pages = {folder / "index.md": index_page(report, language)}
    for exercise in report.exercises:
        if not _IDENTIFIER.fullmatch(exercise.id):
            raise ReportError(f"The exercise id {exercise.id[:80]!r} cannot name a feedback file.")
        path = folder / f"{exercise.id}.md"
        if exercise.status is Status.NOT_ATTEMPTED:
            path.unlink(missing_ok=True)
        else:
            pages[path] = exercise_page(exercise, language)
    for path, page in pages.items():
        _write(path, page)
    return list(pages)


def _exercise_parts(result: ExerciseResult, language: Language) -> Iterator[str]:
    yield f"# {for_markdown(result.title.in_language(language))}"
    yield from _score_and_reason(result, language)
    if result.status is Status.PASSED:
        yield wording.ALL_PASSED_PAGE.in_language(language)
    if summary.with_status(result, CheckStatus.FAILED):
        yield f"## {wording.TO_FIX.in_language(language)}"
    yield from _not_passed(result, language, "##")
    yield from _passed_checks(summary.with_status(result, CheckStatus.PASSED), language)
    if result.notes:
        yield f"## {wording.NOTES.in_language(language)}"
        yield "\n".join(f"- {_prose(note, language)}" for note in result.notes)


def _section_parts(result: ExerciseResult, language: Language) -> Iterator[str]:
    yield f"## {_MARKS[result.status]} {for_markdown(result.title.in_language(language))}"
    yield from _score_and_reason(result, language)
    yield from _not_passed(result, language, "###")


def _score_and_reason(result: ExerciseResult, language: Language) -> Iterator[str]:
    yield f"{code_span(result.id)}: {_score(result, language)}"
    told = {check.reason for check in summary.with_status(result, CheckStatus.FAILED)}
    if result.reason is not None and result.reason not in told:
        yield _prose(wording.REASONS[result.reason], language)


def _not_passed(result: ExerciseResult, language: Language, heading: str) -> Iterator[str]:
    failed = summary.with_status(result, CheckStatus.FAILED)
    for check in failed:
        yield from _failed_check(check, language)
    broken = summary.with_status(result, CheckStatus.ERROR)
    if broken or result.status is Status.ERROR:
        yield from _graders_fault(broken, language, heading)
    blocked = summary.with_status(result, CheckStatus.BLOCKED)
    if blocked:
        yield f"{heading} {wording.NOT_LOOKED_AT.in_language(language)}"
        yield from _blocked_checks(blocked, len(failed), language)


def _failed_check(check: CheckResult, language: Language) -> Iterator[str]:
    score = wording.POINTS.format(
        score=summary.points(check.score), max_score=summary.points(check.max_score)
    )
    yield f"### ✗ {_prose(check.title, language)} ({score.in_language(language)})"
    if check.hidden:
        yield wording.HIDDEN_CHECK.in_language(language)
    yield from _comparison(check, language)
    cause = summary.cause(check)
    if cause is not None:
        yield f"**{wording.CAUSE.in_language(language)}:** {_prose(cause, language)}"
    if check.read is not None:
        yield f"**{wording.READ_ON.in_language(language)}:** {_with_links(check.read, language)}"
    if check.frames:
        yield f"**{wording.YOUR_CODE.in_language(language)}:**"
        yield code_block("\n".join(summary.frame_lines(check.frames, language)))
    if check.detail:
        yield _folded(wording.LIBRARY_MESSAGE, check.detail, language)


def _comparison(check: CheckResult, language: Language) -> Iterator[str]:
    values = [(wording.EXPECTED, check.expected), (wording.ACTUAL, check.actual)]
    given = [(label.in_language(language), value) for label, value in values if value is not None]
    if any("\n" in value.strip() for _, value in given):
        for label, value in given:
            yield f"**{label}:**"
            yield code_block(value)
    elif given:
        empty = wording.EMPTY.in_language(language)
        yield "\n".join(f"- **{label}:** {code_span(value) or empty}" for label, value in given)


def _blocked_checks(blocked: list[CheckResult], failed: int, language: Language) -> Iterator[str]:
    because = (wording.BUILDS_ON_OTHERS, wording.BUILDS_ON_ONE, wording.BUILDS_ON_SEVERAL)[min(failed, 2)]
    yield because.in_language(language)
    yield "\n".join(_check_line(check, language, cause=check.message) for check in blocked)


def _passed_checks(passed: list[CheckResult], language: Language) -> Iterator[str]:
    if passed:
        yield f"## {wording.PASSED.in_language(language)}"
        yield "\n".join(_check_line(check, language, mark="✓ ") for check in passed)


def _check_line(check: CheckResult, language: Language, *, mark: str = "", cause: Text | None = None) -> str:
    worth = f" ({_worth(check.max_score, language)})" if check.max_score else ""
    because = f": {_prose(cause, language)}" if cause is not None else ""
    return f"- {mark}{_prose(check.title, language)}{worth}{because}"


def _graders_fault(broken: list[CheckResult], language: Language, heading: str) -> Iterator[str]:
    yield f"{heading} {wording.GRADERS_FAULT.in_language(language)}"
    yield wording.GRADERS_FAULT_SENTENCE.in_language(language)
    if broken:
        yield "\n".join(f"- {_prose(check.title, language)}" for check in broken)
    for check in broken:
        if check.detail:
            yield _folded(wording.DETAILS, check.detail, language)


def _index_parts(report: Report, language: Language) -> Iterator[str]:
    title = wording.INDEX_TITLE.format(submission=for_markdown(report.submission, 80))
    score = wording.SCORE.format(
        score=summary.points(report.score), max_score=summary.points(report.max_score)
    )
    yield f"# {title.in_language(language)}"
    yield f"**{score.in_language(language)}**"
    yield summary.counts_line(report, language)
    if report.notes:
        yield "\n".join(f"- {_prose(note, language)}" for note in report.notes)
    start = next((each for each in report.exercises if each.status is Status.FAILED), None)
    if start is not None:
        yield f"{wording.START_HERE.in_language(language)}: {_link(start, language)}"
    sections = (
        (Status.FAILED, wording.TO_FIX),
        (Status.ERROR, wording.GRADERS_FAULT),
        (Status.PASSED, wording.PASSED),
        (Status.NOT_ATTEMPTED, wording.NOT_ATTEMPTED),
    )
    for status, heading in sections:
        members = [exercise for exercise in report.exercises if exercise.status is status]
        if members:
            yield f"## {heading.in_language(language)}"
            yield "\n".join(_index_line(exercise, language) for exercise in members)
    yield "---"
    yield _environment(report.environment, language)


def _index_line(exercise: ExerciseResult, language: Language) -> str:
    if exercise.status is Status.NOT_ATTEMPTED:
        title = for_markdown(exercise.title.in_language(language))
        return f"- {code_span(exercise.id)} {title} ({_worth(exercise.max_score, language)})"
    line = f"- {_MARKS[exercise.status]} {_link(exercise, language)}: {_score(exercise, language)}"
    first = summary.first_to_fix(exercise) if exercise.status is Status.FAILED else None
    return line if first is None else f"{line}  \n  {_prose(first, language)}"


def _environment(environment: Environment, language: Language) -> str:
    facts = {name: getattr(environment, name) for name in environment.__struct_fields__}
    return _prose(wording.GRADED_WITH.format(**facts), language)


def _score(result: ExerciseResult, language: Language) -> str:
    if result.status is Status.ERROR:
        return wording.NOT_SCORED.in_language(language)
    score, max_score = summary.points(result.score), summary.points(result.max_score)
    return wording.POINTS.format(score=score, max_score=max_score).in_language(language)


def _worth(max_score: float, language: Language) -> str:
    said = summary.points(max_score)
    worth = wording.POINT_WORTH if said == "1" else wording.POINTS_WORTH.format(score=said)
    return worth.in_language(language)


def _link(exercise: ExerciseResult, language: Language) -> str:
    return f"[{for_markdown(exercise.title.in_language(language))}]({quote(exercise.id)}.md)"


def _prose(text: Text, language: Language) -> str:
    return prose_for_markdown(text.in_language(language))


def _with_links(read: Text, language: Language) -> str:
    """Return `read` with https addresses as links: it is the course's own, without a student's values."""
    text = read.in_language(language)
    parts = []
    end = 0
    for address in _ADDRESS.finditer(text):
        before = text[end : address.start()]
        parts += [prose_for_markdown(before), " " if before.endswith(" ") else "", f"<{address[0]}>"]
        end = address.end()
    return "".join(
        [*parts, " " if parts and text[end:].startswith(" ") else "", prose_for_markdown(text[end:])]
    )


def _folded(label: Text, detail: str, language: Language) -> str:
    return (
        f"<details>\n<summary>{label.in_language(language)}</summary>\n\n{code_block(detail)}\n\n</details>"
    )


def _joined(parts: Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _write(path: Path, page: str) -> None:
    write_whole(path, page.encode(), durable=False)  # thousands in a batch, each made anew when it is missing
