"""`grader cache`: what is kept of trainings on this machine."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.filesize import decimal

from grader.commands import CANNOT_GRADE, PASSED
from grader.language import Language, Text
from grader.training.cache import Cache, CacheInfo

_KEPT = Text(
    en="{folder}: results of trainings: {entries}, together {size}",
    ko="{folder}: 훈련 결과 {entries}개, 모두 {size}",
)
_REMOVED = Text(
    en="Removed from {folder}: results of trainings: {entries}, together {size}",
    ko="{folder} 폴더에서 훈련 결과 {entries}개(모두 {size})를 지웠습니다.",
)
_NOT_REMOVED = Text(
    en="Results of trainings could not be removed: {why}",
    ko="훈련 결과를 지우지 못했습니다: {why}",
)


def run_info(folder: Path | None, language: Language, console: Console) -> int:
    """Print where the cache is and what it holds; return the exit status."""
    _print(told(Cache(folder).info()), language, console)
    return PASSED


def run_clear(folder: Path | None, language: Language, console: Console) -> int:
    """Remove every result, and print what there was; return the exit status."""
    try:
        removed = Cache(folder).clear()
    except OSError as error:
        _print(_NOT_REMOVED.format(why=error), language, Console(stderr=True, style="red"))
        return CANNOT_GRADE
    _print(told(removed, _REMOVED), language, console)
    return PASSED


def told(info: CacheInfo, text: Text = _KEPT) -> Text:
    """Return what there is as a sentence."""
    return text.format(folder=info.folder, entries=info.entries, size=decimal(info.bytes))


def _print(text: Text, language: Language, console: Console) -> None:
    console.print(text.in_language(language), markup=False, highlight=False, soft_wrap=True)
