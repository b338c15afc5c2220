"""What an audit has judged: answers of the corpus and variants of the reference, with their due verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from grader.audit.corpus import Answer, answers
from grader.audit.mutation import mutants
from grader.audit.rewriting import rewrites
from grader.audit.variant import Variant
from grader.catalog import Exercise


class Kind(str, Enum):
    """Where a case comes from, and so what its verdict must be."""

    RIGHT = "right"
    WRONG = "wrong"
    MUTANT = "mutant"
    REWRITE = "rewrite"


class Part(str, Enum):
    """What an audit may be asked for by itself."""

    CORPUS = "corpus"
    MUTANTS = "mutants"
    REWRITES = "rewrites"


@dataclass(frozen=True)
class Case:
    """One file to be judged, `source`, as an answer to `exercise`.

    `check` and `hint` are what must catch a wrong answer; `what` is the one change of a variant.
    """

    exercise: str
    kind: Kind
    name: str
    source: bytes
    check: str | None = None
    hint: str | None = None
    what: str = ""


def cases_of(chosen: Sequence[Exercise], parts: Iterable[Part], folder: Path | None = None) -> list[Case]:
    """Return the cases of `parts` for the `chosen` exercises, exercise by exercise.

    Args:
        chosen: the exercises.
        parts: what of the audit.
        folder: where the corpus is; the repository's own if None.

    Raises:
        CorpusError: if the corpus is not there, or says something wrong of itself.
    """
    wanted = frozenset(parts)
    found = [_of_answer(answer) for answer in answers(folder)] if Part.CORPUS in wanted else []
    makers: list[tuple[Part, Kind, Callable[[str], Sequence[Variant]]]] = [
        (Part.MUTANTS, Kind.MUTANT, mutants),
        (Part.REWRITES, Kind.REWRITE, rewrites),
    ]
    listed: list[Case] = []
    for exercise in chosen:
        listed += [case for case in found if case.exercise == exercise.id]
        source = exercise.reference.read_text(encoding="utf-8")
        for part, kind, make in makers:
            if part in wanted:
                listed += [_of_variant(exercise, kind, variant) for variant in make(source)]
    return listed


def _of_answer(answer: Answer) -> Case:
    kind = Kind.RIGHT if answer.right else Kind.WRONG
    return Case(answer.exercise, kind, answer.file.stem, answer.file.read_bytes(), answer.check, answer.hint)


def _of_variant(exercise: Exercise, kind: Kind, variant: Variant) -> Case:
    return Case(exercise.id, kind, variant.name, variant.source.encode(), what=variant.what)
