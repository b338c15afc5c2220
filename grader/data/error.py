"""What is wrong with a data file, said so that a reader knows what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.language import Text

if TYPE_CHECKING:
    from pathlib import Path


class DataError(Exception):
    """The data cannot be used as they are. `str()` of it is the English sentence.

    Its fields are read-only. (A frozen dataclass would not do: Python itself sets attributes of exceptions.)
    """

    def __init__(self, file: Path, problem: Text, remedy: Text) -> None:
        # All three go to `args`, so that the exception survives the way from one process to another.
        super().__init__(file, problem, remedy)
        self._file = file
        self._problem = problem
        self._remedy = remedy

    @property
    def file(self) -> Path:
        """Return the file or folder that the problem is in."""
        return self._file

    @property
    def problem(self) -> Text:
        """Return what is wrong: what follows "FILE" in a sentence."""
        return self._problem

    @property
    def remedy(self) -> Text:
        """Return what to do about it: an imperative clause."""
        return self._remedy

    @property
    def text(self) -> Text:
        """Return one sentence that names the file, the problem and the remedy, in each language."""
        return Text(
            en=f"{self._file} {self._problem.en}; {self._remedy.en}.",
            ko=f"{self._file}: {self._problem.ko}. {self._remedy.ko}.",
        )

    def __str__(self) -> str:
        return self.text.en
