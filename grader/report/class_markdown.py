"""The summary of a class as a Markdown page. Readable as plain text too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from grader.report import class_phrases, wording
from grader.report.safe_text import code_span, for_markdown, prose_for_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grader.language import Language, Text
    from grader.report.class_summary import ClassSummary, ExerciseSummary, NotGraded
    from grader.report.mistakes import Mistake

_MISTAKES_OF_CLASS: Final = 20
_MISTAKES_OF_EXERCISE: Final = 5
_EXERCISES_NAMED: Final = 6
_TEXT_LIMIT: Final = 400


def class_page(summed: ClassSummary, language: Language) -> str:
    """Return the page: scores, a row per exercise, the most frequent mistakes, who could not be graded."""
    return "\n\n".join(_parts(summed, language)) + "\n"


def _parts(summed: ClassSummary, language: Language) -> Iterator[str]:
    yield f"# {wording.CLASS_TITLE.in_language(language)}"
    yield f"**{class_phrases.size(summed, language)}**"
    if summed.scores is not None:
        yield class_phrases.scores(summed.scores, language)
    if summed.exercises:
        yield f"## {wording.EXERCISES.in_language(language)}"
        yield _table(summed.exercises, language)
        yield wording.RATES_EXPLAINED.in_language(language)
    if summed.mistakes:
        yield f"## {wording.FREQUENT_MISTAKES.in_language(language)}"
        yield wording.VALUES_OF_ONE.in_language(language)
        yield _numbered(summed.mistakes[:_MISTAKES_OF_CLASS], language)
        yield f"## {wording.MISTAKES_BY_EXERCISE.in_language(language)}"
    for exercise in summed.exercises:
        if exercise.mistakes:
            yield f"### {for_markdown(exercise.title.in_language(language))} ({code_span(exercise.id)})"
            yield "\n".join(_by_exercise(exercise, language))
    if summed.not_graded:
        yield f"## {wording.CLASS_NOT_GRADED.in_language(language)}"
        yield "\n".join(_not_graded(each, language) for each in summed.not_graded)


def _table(exercises: Sequence[ExerciseSummary], language: Language) -> str:
    columns = class_phrases.columns(exercises)
    header = [text.in_language(language) for text in (wording.COLUMN_EXERCISE, *columns)]
    rows = [
        [code_span(exercise.id), *(value(exercise) for value in columns.values())] for exercise in exercises
    ]
    widths = [max(cell_len(row[column]) for row in (header, *rows)) for column in range(len(header))]
    rules = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_row(cells, widths) for cells in (header, rules, *rows))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return `cells` as a row of a table, padded so that the columns line up in an editor as well."""
    spaces = [" " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)]
    padded = [
        cells[0] + spaces[0],
        *(space + cell for cell, space in zip(cells[1:], spaces[1:], strict=True)),
    ]
    return f"| {' | '.join(padded)} |"


def _numbered(mistakes: Sequence[Mistake], language: Language) -> str:
    return "\n".join(
        f"{number}. **{class_phrases.submissions(mistake, language)}**: {_prose(mistake.text, language)}  \n"
        f"    {_where(mistake, language)}"
        for number, mistake in enumerate(mistakes, start=1)
    )


def _where(mistake: Mistake, language: Language) -> str:
    named = ", ".join(code_span(exercise) for exercise in mistake.exercises[:_EXERCISES_NAMED])
    left_out = len(mistake.exercises) - _EXERCISES_NAMED
    return f"{named}, {wording.MORE.format(count=left_out).in_language(language)}" if left_out > 0 else named


def _by_exercise(exercise: ExerciseSummary, language: Language) -> Iterator[str]:
    for mistake in exercise.mistakes[:_MISTAKES_OF_EXERCISE]:
        count = class_phrases.submissions(mistake, language)
        yield f"- **{count}**: {_prose(mistake.text, language)}"
    left_out = len(exercise.mistakes) - _MISTAKES_OF_EXERCISE
    if left_out > 0:
        yield f"- {wording.MORE.format(count=left_out).in_language(language)}"


def _not_graded(each: NotGraded, language: Language) -> str:
    where = "".join(f", {code_span(exercise)}" for exercise in each.exercises)
    return f"- **{for_markdown(each.submission, 80)}**{where}: {_prose(each.why, language)}"


def _prose(text: Text, language: Language) -> str:
    return prose_for_markdown(text.in_language(language), _TEXT_LIMIT)
