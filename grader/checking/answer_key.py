"""What the reference answered, recorded: for a course as students have it, which holds no reference.

Its checks are the instructor's own. What they ask the reference is found by the digest of the request, and
what hypothesis would draw for them is what it drew when the answers were recorded.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping, MutableMapping
from collections.abc import Sequence as ListOf
from pathlib import Path, PureWindowsPath
from typing import Any, BinaryIO

import msgspec

from grader.checking.finding import GraderFaultError
from grader.checking.reference import RememberedAnswers
from grader.evidence.build import build
from grader.evidence.describe import Describer
from grader.evidence.vocabulary import Estimator, Evidence, Layer, Model, Opaque, Sequence
from grader.evidence.vocabulary import Mapping as MappingEvidence
from grader.sandbox.messages import Outcome, Reply, reply_codec
from grader.training.key.archive import Archive, DamagedError, write_archive

FILE = "evidence.zip"
# Of what is drawn for a check, students get the first; the rest nobody can learn by heart.
MOST_EXAMPLES = 10
_DRAWN_AS_EVIDENCE = (Layer, Model, Estimator)

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
        return RememberedAnswers(lambda request: self.get(_answer(exercise, request)))

    def examples(self, exercise: str, check: str) -> list[Arguments]:
        """Return what was drawn for a check, in order; nothing for one that draws nothing."""
        found = self.get(_examples(exercise, check))
        if found is None:
            return []
        if not isinstance(found.value, Sequence):
            raise GraderFaultError(f"the answer key is damaged: no examples of {exercise}/{check}")
        return [_values(each) for each in found.value.items if isinstance(each, MappingEvidence)]

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


class Recording:
    """Answers and drawn inputs as they come, to be written as an `AnswerKey`."""

    def __init__(self) -> None:
        self._answers: dict[str, dict[str, Outcome]] = {}
        self._examples: dict[tuple[str, str], list[Arguments]] = {}

    def answers(self, exercise: str) -> MutableMapping[str, Outcome]:
        """Return where the answers of the reference of `exercise` are noted."""
        return self._answers.setdefault(exercise, {})

    def with_inputs(self, exercise: str, check: str, test: Test) -> Test:
        """Return `test` with the inputs that will be recorded for it, the same each time."""
        if (exercise, check) not in self._examples:
            self._examples[exercise, check] = _first_drawn(test) if _draws(test) else []
        return replayed(test, self._examples[exercise, check])

    def write(self, file: BinaryIO) -> None:
        """Write all of it: the same answers give the same bytes."""
        recorded: dict[str, Reply] = {
            _answer(exercise, request): _lasting(answer)
            for exercise, answers in self._answers.items()
            for request, answer in answers.items()
        }
        for (exercise, check), examples in self._examples.items():
            if not examples:
                continue
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


def _first_drawn(test: Test) -> list[Arguments]:
    """Return what hypothesis draws for `test`, without running it."""
    drawn: list[Arguments] = []
    fixtures = inspect.signature(test).parameters  # what is drawn does not stand there
    handle = test.hypothesis  # type: ignore[attr-defined]
    inner = handle.inner_test

    @functools.wraps(inner)
    def noting(**values: Any) -> None:
        drawn.append({name: value for name, value in values.items() if name not in fixtures})

    handle.inner_test = noting
    try:
        test(**dict.fromkeys(fixtures))
    finally:
        handle.inner_test = inner
    return drawn[:MOST_EXAMPLES]


def _lasting(answer: Outcome) -> Reply:
    """Return `answer` without what differs each time: how long it took, names of live objects, folders."""
    text, blobs = reply_codec().pack(msgspec.structs.replace(answer, seconds=0.0, trainings=()))
    return reply_codec().unpack(msgspec.json.encode(_placeless(msgspec.json.decode(text))), blobs)


def _placeless(value: Any) -> Any:
    if isinstance(value, list):
        return [_placeless(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {name: _placeless(item) for name, item in value.items() if name != "handle"}
    if isinstance(path := kept.get("filepath"), str):
        kept["filepath"] = PureWindowsPath(path).name  # which knows both kinds of slashes
    return kept


def _draws(test: Test) -> bool:
    return hasattr(test, "hypothesis")


def _described(values: Arguments) -> dict[str, Evidence]:
    """Return what was drawn as evidence; some of it is that already, such as the description of a layer."""
    found = {
        name: value if isinstance(value, _DRAWN_AS_EVIDENCE) else Describer("").describe(value)
        for name, value in values.items()
    }
    if any(isinstance(value, Opaque) for value in found.values()):
        raise GraderFaultError(f"what a check draws cannot be recorded: {values}")
    return found


def _values(described: MappingEvidence) -> Arguments:
    return {
        name: value if isinstance(value, _DRAWN_AS_EVIDENCE) else build(value)
        for name, value in described.items.items()
    }


def _answer(exercise: str, request: str) -> str:
    return f"{exercise}/{request}"


def _examples(exercise: str, check: str) -> str:
    return f"{exercise}/{check}"
