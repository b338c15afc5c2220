"""A report as PrairieLearn's `results.json` for questions that are graded externally, under its 1 MB.

The format: https://docs.prairielearn.com/externalGrading/#grading-results
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from grader.export.parts import HIDDEN_CHECKS, hidden_part, plain_overview, public_part, public_report
from grader.language import Text
from grader.report import CheckStatus, ExerciseResult, Refusal, Report, Status, summary, wording
from grader.report.safe_text import BLOCK_LIMIT, LINE_LIMIT, for_terminal
from grader.report.terminal import render_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.language import Language

LIMIT_BYTES: Final = 1_000_000
_CUT: Final = Text(
    en="... the rest was cut: PrairieLearn takes no results above 1 MB.",
    ko="... 뒷부분은 잘랐습니다. PrairieLearn은 1 MB가 넘는 결과를 받지 않습니다.",
)
_TESTS_LEFT_OUT: Final = Text(
    en="The tests are left out: with them the results would be above the 1 MB that PrairieLearn takes.",
    ko="문제별 결과는 뺐습니다. 넣으면 PrairieLearn이 받는 1 MB를 넘습니다.",
)
# How many characters are kept of each exercise's output and of each of its lines, until the whole fits.
_ROOM: Final = ((10 * BLOCK_LIMIT, LINE_LIMIT), (BLOCK_LIMIT, LINE_LIMIT), (400, 200), (0, 100))


def prairielearn(report: Report | Refusal, language: Language) -> bytes:
    """Return the JSON, of less than 1 MB: outputs are cut first, and say so.

    What could not be graded at all, through the submission's fault or the grader's, is `gradable: false`,
    which costs a student neither points nor an attempt.
    """
    if isinstance(report, Refusal):
        return _packed(_ungradable(for_terminal(report.why.in_language(language))))
    if all(exercise.status is Status.ERROR for exercise in report.exercises):
        return _packed(_ungradable(plain_overview(report, language)[:BLOCK_LIMIT]))
    for output_limit, line_limit in _ROOM:
        tests = list(_tests(report, language, output_limit, line_limit))
        packed = _packed(_graded(report, language, tests))
        if len(packed) < LIMIT_BYTES:
            return packed
    return _packed(_graded(report, language, [], _TESTS_LEFT_OUT.in_language(language)))


def _packed(results: dict[str, Any]) -> bytes:
    return msgspec.json.encode(results)


def _ungradable(why: str) -> dict[str, Any]:
    return {"gradable": False, "message": why, "format_errors": [why]}


def _graded(report: Report, language: Language, tests: list[dict[str, Any]], *more: str) -> dict[str, Any]:
    share = report.score / report.max_score if report.max_score > 0 else 0.0
    lines = plain_overview(public_report(report), language).splitlines()
    return {
        "gradable": True,
        "score": round(min(1.0, max(0.0, share)), 6),
        "message": lines[0],
        "output": "\n".join([*lines, *more])[: 10 * BLOCK_LIMIT],
        "tests": tests,
    }


def _tests(
    report: Report, language: Language, output_limit: int, line_limit: int
) -> Iterator[dict[str, Any]]:
    for exercise in report.exercises:
        public, hidden = public_part(exercise), hidden_part(exercise)
        if public is not None:
            yield _test(public, language, output_limit, line_limit)
        if hidden is not None:
            # PrairieLearn shows every test at once: of hidden checks only what they are worth.
            title = HIDDEN_CHECKS.format(title=exercise.title.in_language(language))
            yield {
                "name": for_terminal(exercise.id, line_limit),
                "description": for_terminal(title.in_language(language), line_limit),
                **_points(hidden),
                "output": "",
                "message": "",
            }


def _test(part: ExerciseResult, language: Language, output_limit: int, line_limit: int) -> dict[str, Any]:
    return {
        "name": for_terminal(part.id, line_limit),
        "description": for_terminal(part.title.in_language(language), line_limit),
        **_points(part),
        "output": _cut(_output(part, language), output_limit, language),
        "message": for_terminal(_message(part).in_language(language), line_limit),
    }


def _points(part: ExerciseResult) -> dict[str, float]:
    """Return the points; a fault of our own counts on neither side."""
    if part.status is Status.ERROR:
        return {"points": 0.0, "max_points": 0.0}
    return {"points": round(part.score, 2), "max_points": round(part.max_score, 2)}


def _message(part: ExerciseResult) -> Text:
    if part.status is Status.ERROR:
        return wording.GRADERS_FAULT_SENTENCE
    if part.status is Status.PASSED:
        return wording.ALL_PASSED_PAGE
    if part.status is Status.NOT_ATTEMPTED:
        return part.notes[0] if part.notes else wording.NOT_ATTEMPTED
    return summary.first_to_fix(part) or wording.TO_FIX


def _output(part: ExerciseResult, language: Language) -> str:
    failed = summary.with_status(part, CheckStatus.FAILED)
    texts = [render_failure(check, language, width=100).strip() for check in failed]
    texts += [for_terminal(note.in_language(language)) for note in part.notes]
    return "\n\n".join(texts)


def _cut(output: str, limit: int, language: Language) -> str:
    if len(output) <= limit:
        return output
    kept = output[:limit].rstrip()
    return f"{kept}\n{_CUT.in_language(language)}" if kept else _CUT.in_language(language)
