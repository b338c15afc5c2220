"""Which trainings a correct submission asks for: the reference is judged as one, and its trainings noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property

from grader.catalog import Exercise, course_root
from grader.checking.answer_key import Recording, Test
from grader.judging import Resources, Settings, grade
from grader.report import Status
from grader.submission import Submission
from grader.training.asking import Answer, Trained
from grader.training.cache import Cache
from grader.training.digests import Arrays, file_digest
from grader.training.key.index import KeptExercise, summary_of
from grader.training.process import TrainerProcess
from grader.training.recipes import Recipe, Result
from grader.training.trainer import Kept, RecipeTrainer


@dataclass(frozen=True)
class Asked:
    """What judging the reference of `exercise` asked for, by the digests of the recipes.

    `without_recipe` says of each training that made none, why. `data` and `device` are what it ran on, empty
    where no code was run.
    """

    exercise: Exercise
    trainings: dict[str, Trained]
    without_recipe: tuple[str, ...]
    passed: bool
    data: str
    device: str


def kept(asked: Asked, results: Mapping[str, Result]) -> KeptExercise:
    """Return what a key's index says of an exercise whose trainings came to `results`."""
    trainings = {digest: summary_of(results[digest]) for digest in asked.trainings}
    return KeptExercise(file_digest(asked.exercise.reference), trainings)


def survey(
    exercises: Sequence[Exercise],
    settings: Settings,
    keys: Sequence[Kept] = (),
    recording: Recording | None = None,
) -> Iterator[Asked]:
    """Yield what each of `exercises` asks for; results are taken from `keys`, and else as in any grading.

    What the reference answers, and what is drawn for its checks, goes into `recording`.

    Raises:
        DataError: if the data that the checks need are damaged.
        GraderFaultError: if pytest itself could not run.
    """
    files = {exercise.id: exercise.reference for exercise in exercises}
    submission = Submission("reference", files, course_root() / "reference")
    with closing(_Watched(settings, keys, recording or Recording())) as resources:
        resources.expect(files.values())
        for exercise in exercises:
            report = grade(submission, resources, only=[exercise])
            (result,) = report.exercises
            yield Asked(
                exercise,
                resources.trainer.taken(),
                tuple(one.why for one in result.training if one.recipe is None),
                result.status is Status.PASSED,
                report.environment.data,
                report.environment.device,
            )


class _Noting(RecipeTrainer):
    """Trains as any other, and notes what it was asked for and answered."""

    def __init__(self, cache: Cache, process: TrainerProcess, keys: Sequence[Kept]) -> None:
        super().__init__(cache, process, keys)
        self._noted: dict[str, Trained] = {}

    def train(self, recipe: Recipe, data: Arrays | None) -> Answer:
        """Return what comes of `recipe`."""
        answer = super().train(recipe, data)
        if isinstance(answer, Trained):
            self._noted.setdefault(recipe.digest, answer)
        return answer

    def taken(self) -> dict[str, Trained]:
        """Return what was noted since the last call, and where each came from first."""
        taken, self._noted = self._noted, {}
        return taken


class _Watched(Resources):
    def __init__(self, settings: Settings, keys: Sequence[Kept], recording: Recording) -> None:
        super().__init__(settings, answers=lambda exercise: recording.answers(exercise.id))
        self._keys, self._recording = keys, recording

    def with_inputs(self, exercise: Exercise, check: str, test: Test) -> Test:
        """Return `test` with inputs that are recorded."""
        return self._recording.with_inputs(exercise.id, check, test)

    @cached_property
    def trainer(self) -> _Noting:
        """Return who trains, whatever the course's own key says."""
        return _Noting(*self.cache_and_process(), self._keys)
