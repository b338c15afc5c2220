"""Whether trainings on this machine come to what they came to when the bands were calibrated."""

from __future__ import annotations

from collections.abc import Iterator

from grader.catalog import Exercise, exercises
from grader.checking.bands import Band
from grader.checking.subject import SEED
from grader.judging import Resources
from grader.judging.measuring import is_trained, measure
from grader.language import Text

# Longer ones would say the same: what a machine computes otherwise shows within as many epochs.
_MOST_EPOCHS = 5
_UNKNOWN = Text(
    en="none of {data} ({profile}): accuracies are judged against this machine's own",
    ko="{data}({profile})의 기록이 없습니다. 정확도를 이 컴퓨터의 결과와 비교합니다",
)
_INSIDE = Text(
    en="{count} short trainings come to what they should ({data}, {profile})",
    ko="짧은 훈련 {count}개의 결과가 기록과 맞습니다({data}, {profile})",
)
_OUTSIDE = Text(
    en="this machine computes otherwise, and is judged against its own: {which}",
    ko="이 컴퓨터는 계산 결과가 달라서 이 컴퓨터의 결과와 비교합니다: {which}",
)


def calibration_here(resources: Resources) -> Text:
    """Train the reference's short trainings, and return how they lie to the bands.

    Raises:
        DataError: if the data are damaged.
        GraderFaultError: if a training fails.
    """
    told = {"data": resources.source.name, "profile": resources.settings.profile.value}
    found = list(_measured(resources))
    if not found:
        return _UNKNOWN.format(**told)
    outside = [
        f"{exercise.id} {value:.4f} ({band})" for exercise, value, band in found if not band.holds(value)
    ]
    if outside:
        return _OUTSIDE.format(which=", ".join(outside))
    return _INSIDE.format(count=len(found), **told)


def _measured(resources: Resources) -> Iterator[tuple[Exercise, float, Band]]:
    for exercise in exercises():
        if not is_trained(exercise):
            continue
        known = resources.distributions(exercise, "cpu")
        if "accuracy" not in known or max(known["epochs"].values) > _MOST_EPOCHS:
            continue
        measured = measure(resources, exercise.id, SEED)
        band = resources.distributions(exercise, measured.device)["accuracy"].band
        yield exercise, measured.metrics["accuracy"], band
