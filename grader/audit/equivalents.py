"""Mutants that no check can reject, because they are right: a list kept by hand, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from grader.audit.cases import Case, Kind
from grader.audit.corpus import CorpusError, corpus_folder
from grader.audit.model import Stale

FILE_NAME = "equivalent_mutants.json"


class Equivalent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mutant by its exercise and name, what it changes, and why that makes no difference."""

    exercise: str
    name: str
    what: str
    reason: str


class Equivalents:
    """The list, to be asked for one mutant after another."""

    def __init__(self, listed: Iterable[Equivalent]) -> None:
        self._listed = {(one.exercise, one.name): one for one in listed}

    @classmethod
    def read(cls, folder: Path | None = None) -> Equivalents:
        """Return the list in `folder`, beside the answers (the repository's if None); none is an empty one.

        Raises:
            CorpusError: if there is no corpus, or the list cannot be read or holds a mutant twice.
        """
        file = corpus_folder(folder) / FILE_NAME
        if not file.is_file():
            return cls(())
        try:
            listed = msgspec.json.decode(file.read_bytes(), type=tuple[Equivalent, ...])
        except msgspec.MsgspecError as error:
            raise CorpusError(f"{file}: {error}") from error
        found = cls(listed)
        if len(found._listed) < len(listed):
            raise CorpusError(f"{file}: a mutant is listed twice")
        return found

    def reason(self, case: Case) -> str | None:
        """Return why the mutant `case` is equivalent; None if it is not listed."""
        listed = self._listed.get((case.exercise, case.name)) if case.kind is Kind.MUTANT else None
        return listed.reason if listed is not None else None

    def gone(self, cases: Iterable[Case]) -> list[Stale]:
        """Return what is listed of the exercises that `cases` have mutants of, and is none of them."""
        mutants = [case for case in cases if case.kind is Kind.MUTANT]
        made = {(case.exercise, case.name) for case in mutants}
        looked_at = {case.exercise for case in mutants}
        return [
            Stale(one.exercise, one.name, one.what, "no such mutant is made any more")
            for identity, one in self._listed.items()
            if one.exercise in looked_at and identity not in made
        ]
