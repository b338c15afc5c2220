"""What is said of the students whose score was not filled into a class's table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from grader.language import Text
from grader.report.safe_text import for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from grader.export.matching import Filled

_SHOWN: Final = 120  # characters of a name

_UNKNOWN: Final = Text(
    en="no student found for the submission: {name}", ko="제출물에 맞는 학생이 표에 없음: {name}"
)
_AMBIGUOUS: Final = Text(
    en="several students fit the submission {name}: {names}",
    ko="제출물 {name}에 여러 학생이 맞음: {names}",
)
_TWICE: Final = Text(
    en="several submissions fit the student {name}: {names}",
    ko="학생 {name}에 여러 제출물이 맞음: {names}",
)
_UNGRADED: Final = Text(en="not graded, or not whole: {name}", ko="전부 또는 일부를 채점하지 못함: {name}")
_KEPT: Final = Text(
    en="what somebody has entered in the table is kept: {name}", ko="표에 누가 적어 둔 것을 그대로 둠: {name}"
)
_MISSING: Final = Text(en="no submission from: {name}", ko="제출물이 없는 학생: {name}")


def unfilled(filled: Filled) -> Iterator[Text]:
    """Yield a line for everything that was not written, harmless on a terminal."""
    yield from _each(_UNKNOWN, filled.unknown)
    yield from _several(_AMBIGUOUS, filled.ambiguous)
    yield from _several(_TWICE, filled.twice)
    yield from _each(_UNGRADED, filled.ungraded)
    yield from _each(_KEPT, filled.kept)


def missing(filled: Filled) -> Iterator[Text]:
    """Yield a line for each student of the table without a submission; nothing went wrong there."""
    yield from _each(_MISSING, filled.missing)


def _each(text: Text, names: Iterable[str]) -> Iterator[Text]:
    return (text.format(name=for_terminal(name, _SHOWN)) for name in names)


def _several(text: Text, found: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Text]:
    for name, names in found:
        listed = "; ".join(for_terminal(each, _SHOWN) for each in names)
        yield text.format(name=for_terminal(name, _SHOWN), names=listed)
