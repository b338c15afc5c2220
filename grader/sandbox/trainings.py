"""The judge's side of a training that a sandbox asks for: who is asked, and what is noted of it."""

from __future__ import annotations

import msgspec

from grader.evidence.codec import ProtocolError
from grader.evidence.vocabulary import Array, History
from grader.report.model import TrainingRecord
from grader.sandbox.messages import FitCall, Outcome
from grader.training.asking import (
    Answer,
    Asked,
    DataWanted,
    NotTrained,
    Trained,
    Trainer,
    TrainingAsked,
)
from grader.training.digests import Arrays, DataDigest, data_digest
from grader.training.network.recipe import TrainedNetwork
from grader.training.recipes import Recipe, function_of

# More than an exercise has any use for; what is asked beyond costs the sandbox its own time.
MAX_TRAININGS = 200
_MAX_PHRASE = 200


class Trainings:
    """The trainings that one sandbox has asked for since the last reply."""

    def __init__(self, trainer: Trainer | None) -> None:
        self._trainer = trainer
        self._done: dict[str, Trained] = {}
        self._asked = 0
        self._open: Recipe | None = None

    @property
    def available(self) -> bool:
        """Whether there is anybody to ask."""
        return self._trainer is not None

    def answer(self, asked: Asked) -> Answer:
        """Return the answer to a sandbox that asks for a training, or gives its data.

        Raises:
            ProtocolError: if those are not the data that the recipe says.
        """
        self._asked += 1
        if self._trainer is None or self._asked > 2 * MAX_TRAININGS:
            return NotTrained("there is no trainer" if self._trainer is None else "too many trainings")
        if isinstance(asked, TrainingAsked):
            recipe, data = asked.recipe, None
        elif self._open is None:
            raise ProtocolError("data that nobody asked for")
        else:
            recipe, data = self._open, _said(self._open.data, asked.arrays)
        answer = self._trainer.train(recipe, data)
        self._open = recipe if isinstance(answer, DataWanted) and data is None else None
        if isinstance(answer, Trained):
            self._done[recipe.digest] = answer
        return answer

    def attested(self, outcome: Outcome) -> Outcome:
        """Return `outcome` with what is known here put in the place of what the sandbox says.

        Of a training that the trainer did, the history and the data are the trainer's own; what ran in the
        sandbox has no recipe, whatever is said.
        """
        done, self._done = self._done, {}
        records = [_record(digest, trained) for digest, trained in done.items()]
        own = [_own(record) for record in outcome.trainings[:MAX_TRAININGS]]
        fits = tuple(_attested(fit, done.get(fit.recipe or "")) for fit in outcome.fits)
        return msgspec.structs.replace(outcome, fits=fits, trainings=(*records, *own))


def _said(digests: tuple[DataDigest, ...], given: tuple[Array, ...]) -> Arrays:
    """Return the arrays, whose digests are looked at here: nothing is trained on other data."""
    if [data_digest(one.value) for one in given] != list(digests):
        raise ProtocolError("other data than the recipe says")
    return {digest: one.value for digest, one in zip(digests, given, strict=True)}


def _record(digest: str, trained: Trained) -> TrainingRecord:
    result = trained.result
    return TrainingRecord(
        recipe=f"b3:{digest}",
        source=trained.source,
        epochs=len(result.epochs) if isinstance(result, TrainedNetwork) else 0,
        seconds=result.seconds,
        what=function_of(result),
    )


def _own(record: TrainingRecord) -> TrainingRecord:
    return msgspec.structs.replace(
        record, recipe=None, source="sandbox", what=record.what[:_MAX_PHRASE], why=record.why[:_MAX_PHRASE]
    )


def _attested(fit: FitCall, trained: Trained | None) -> FitCall:
    if trained is None or not isinstance(trained.result, TrainedNetwork):
        return msgspec.structs.replace(fit, recipe=None)
    result = trained.result
    split = bool(fit.validation_split)  # then what was passed is more than what was trained on
    return msgspec.structs.replace(
        fit,
        history=History(series=result.history, epochs=result.epochs, handle=""),
        data=fit.data if split or result.data is None else result.data,
        validation=fit.validation if split or result.validation is None else result.validation,
        seconds=result.seconds,
    )
