"""What the reference answered, recorded: for a course as students have it, which holds no reference.

Its checks are the instructor's own. What they ask the reference is found by the digest of the request, and
what hypothesis would draw for them is what it drew when the answers were recorded.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from collections.abc import Sequence as ListOf
from pathlib import Path
from typing import Any, BinaryIO

from grader.checking.finding import GraderFaultError
from grader.evidence.build import build
from grader.evidence.describe import Describer
from grader.evidence.vocabulary import Mapping as MappingEvidence
from grader.evidence.vocabulary import Sequence
from grader.sandbox.messages import Outcome, Reply, reply_codec
from grader.training.key.archive import Archive, DamagedError, write_archive

FILE = "evidence.zip"

Test = Callable[..., Any]
Arguments = Mapping[str, Any]


class AnswerKey:
    """The recorded answers in `folder`, read as they are asked for."""

    def __init__(self, folder: Path) -> None:
        """Open it.

        Raises:
            GraderFaultError: if there is none, or it is damaged.
        """
        try:
            self._archive: Archive[Reply] = Archive(folder / FILE, reply_codec)
        except DamagedError as error:
            raise GraderFaultError(f"the answer key in {folder} cannot be read: {error}") from error

    def answers(self, exercise: str) -> MutableMapping[str, Outcome]:
        """Return what the reference of `exercise` answered, by the digests of the requests."""
        return _Recorded(self, exercise)

    def examples(self, exercise: str, check: str) -> list[Arguments]:
        """Return what was drawn for a check, in order; nothing for one that draws nothing."""
        found = self.get(_examples(exercise, check))
        drawn = build(found.value) if found is not None else []
        return list(drawn)

    def get(self, name: str) -> Outcome | None:
        """Return what was recorded under `name`.

        Raises:
            GraderFaultError: if it is damaged.
        """
        try:
            found = self._archive.get(name)
        except DamagedError as error:
            raise GraderFaultError(f"the answer key is damaged: {error}") from error
        return found if isinstance(found, Outcome) else None


class _Recorded(MutableMapping[str, Outcome]):
    """The answers of one exercise; what is added is kept for as long as this lives."""

    def __init__(self, key: AnswerKey, exercise: str) -> None:
        self._key, self._exercise = key, exercise
        self._known: dict[str, Outcome] = {}

    def __getitem__(self, request: str) -> Outcome:
        if request not in self._known:
            found = self._key.get(_answer(self._exercise, request))
            if found is None:
                raise KeyError(request)
            self._known[request] = found
        return self._known[request]

    def __setitem__(self, request: str, answer: Outcome) -> None:
        self._known[request] = answer

    def __delitem__(self, request: str) -> None:
        del self._known[request]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class Recording:
    """Answers and drawn inputs as they come, to be written as an `AnswerKey`."""

    def __init__(self) -> None:
        self._answers: dict[str, dict[str, Outcome]] = {}
        self._examples: dict[tuple[str, str], list[Arguments]] = {}

    def answers(self, exercise: str) -> MutableMapping[str, Outcome]:
        """Return where the answers of the reference of `exercise` are noted."""
        return self._answers.setdefault(exercise, {})

    def note_examples(self, exercise: str, check: str, test: Test) -> None:
        """Have every input noted that is drawn for `test` from now on."""
        if _draws(test):
            noted = self._examples[exercise, check] = []
            # What stays in the signature are the fixtures; the rest is drawn.
            fixtures = frozenset(inspect.signature(test).parameters)
            test.hypothesis.inner_test = _noting(test.hypothesis.inner_test, fixtures, noted)  # type: ignore[attr-defined]

    def write(self, file: BinaryIO) -> None:
        """Write all of it: the same answers give the same bytes."""
        recorded: dict[str, Reply] = {
            _answer(exercise, request): answer
            for exercise, answers in self._answers.items()
            for request, answer in answers.items()
        }
        for (exercise, check), examples in self._examples.items():
            described = tuple(MappingEvidence(_described(values)) for values in examples)
            recorded[_examples(exercise, check)] = Outcome(value=Sequence(described, of="list"))
        write_archive(file, recorded, reply_codec)


def replayed(test: Test, examples: ListOf[Arguments]) -> Test:
    """Return `test` with `examples` in place of what hypothesis would draw for it."""
    if not _draws(test):
        return test
    inner = test.hypothesis.inner_test  # type: ignore[attr-defined]

    @functools.wraps(test, updated=())  # its attributes would have pytest take it for one of hypothesis's
    def replaying(**fixtures: Any) -> None:
        for values in examples:
            inner(**fixtures, **values)

    return replaying


def _noting(inner: Test, fixtures: frozenset[str], noted: list[Arguments]) -> Test:
    @functools.wraps(inner)
    def noting(*args: Any, **kwargs: Any) -> Any:
        noted.append({name: value for name, value in kwargs.items() if name not in fixtures})
        return inner(*args, **kwargs)

    return noting


def _draws(test: Test) -> bool:
    return hasattr(test, "hypothesis")


def _described(values: Arguments) -> dict[str, Any]:
    describe = Describer("").describe
    return {name: describe(value) for name, value in values.items()}


def _answer(exercise: str, request: str) -> str:
    return f"{exercise}/{request}"


def _examples(exercise: str, check: str) -> str:
    return f"{exercise}/{check}"
