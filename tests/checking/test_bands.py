"""Bands follow from a distribution by a rule; what lies just outside is trained again before it counts."""

import math
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.checking.bands import FALSE_REJECT_RATE, ON_VALIDATION, OTHER_SEEDS, Band, Bands, Distribution
from grader.checking.finding import Finding

ACCURACIES = tuple(0.87 + 0.001 * step for step in range(-10, 11))
FIGURES = st.floats(0.0, 1.0, width=32)


def bands(values: Iterable[float] = ACCURACIES) -> Bands:
    return Bands({"accuracy": Distribution(tuple(values))}, otherwise=0.03)


class Trainings:
    """Further trainings, each with the next of `values`; `seeds` are those asked for."""

    def __init__(self, *values: float) -> None:
        self.values = list(values)
        self.seeds: list[int] = []

    def __call__(self, seed: int) -> float:
        self.seeds.append(seed)
        return self.values.pop(0)


def test_a_band_has_the_false_reject_rate_that_it_states() -> None:
    # Each band is made of 30 draws and tried on one more, with a rate large enough to be counted.
    generator = np.random.default_rng(0)
    draws = generator.normal(0.87, 0.004, (4_000, 31))
    outside = sum(
        not Distribution(tuple(row[:30])).band_at(0.05).holds(row[30]) for row in draws.astype(float).tolist()
    )
    assert outside / len(draws) == pytest.approx(0.05, abs=0.012)


def test_the_rate_is_below_one_in_ten_thousand() -> None:
    assert FALSE_REJECT_RATE <= 1e-4
    distribution = Distribution(ACCURACIES)
    assert distribution.band == distribution.band_at(FALSE_REJECT_RATE)
    assert distribution.band.lower < distribution.band_at(0.01).lower < min(ACCURACIES)


@settings(deadline=None)
@given(st.lists(FIGURES, min_size=5, max_size=40), st.lists(FIGURES, max_size=3))
def test_a_band_holds_what_was_published(values: list[float], published: list[float]) -> None:
    band = Distribution(tuple(values), tuple(published)).band
    assert all(band.holds(value) for value in published)
    assert band.holds(math.fsum(values) / len(values))


@settings(deadline=None)
@given(st.lists(FIGURES, min_size=5, max_size=40, unique=True), FIGURES)
def test_a_machine_that_differs_is_judged_against_its_own(values: list[float], own: float) -> None:
    distribution = Distribution(tuple(values))
    band = distribution.band_of(own)
    assert band.holds(own)
    if distribution.band.holds(own):
        assert band == distribution.band
    else:
        assert band.upper - band.lower > distribution.band.upper - distribution.band.lower


@settings(deadline=None)
@given(st.floats(-1, 2), st.floats(0, 1), st.floats(0, 1))
def test_just_outside_is_half_a_width_on_either_side(value: float, one: float, other: float) -> None:
    band = Band(min(one, other), max(one, other))
    if band.is_just_outside(value):
        assert not band.holds(value)
        assert Band(1.5 * band.lower - 0.5 * band.upper, 1.5 * band.upper - 0.5 * band.lower).holds(value)
    assert not band.is_just_outside(float("nan"))


def test_inside_nothing_is_trained_again_and_better_is_no_mistake() -> None:
    for value in (0.87, 0.99):
        again = Trainings()
        judged = bands()
        judged.reaches(ON_VALIDATION, value, own=0.871, again=again)
        assert again.seeds == []


def test_just_outside_two_more_seeds_decide() -> None:
    just_outside = bands().distributions["accuracy"].band.lower - 0.001
    again = Trainings(0.868, 0.872)
    bands().reaches(ON_VALIDATION, just_outside, own=0.87, again=again)
    assert again.seeds == list(OTHER_SEEDS)


def test_three_values_and_the_band_are_told() -> None:
    lower = bands().distributions["accuracy"].band.lower
    values = lower - 0.001, lower - 0.002, 0.875
    with pytest.raises(Finding) as told:
        bands().reaches(ON_VALIDATION, values[0], own=0.87, again=Trainings(*values[1:]))
    finding = told.value
    assert finding.hint.id == "metric_too_low"
    assert finding.actual == ", ".join(f"{value:.4f}" for value in values)
    assert finding.expected == str(bands().distributions["accuracy"].band)
    for text in (finding.message.en, finding.message.ko):
        assert all(f"{value:.4f}" in text for value in values)
        assert f"{lower:.4f}" in text


@pytest.mark.parametrize("value", [0.1, float("nan")])
def test_far_outside_nothing_is_trained_again(value: float) -> None:
    again = Trainings()
    with pytest.raises(Finding, match="metric_too_low"):
        bands().reaches(ON_VALIDATION, value, own=0.87, again=again)
    assert again.seeds == []


def test_where_nothing_is_calibrated_the_reference_is_what_counts() -> None:
    uncalibrated = Bands({}, otherwise=0.03)
    uncalibrated.reaches(ON_VALIDATION, 0.85, own=0.87, again=Trainings())
    with pytest.raises(Finding, match="metric_too_low"):
        uncalibrated.reaches(ON_VALIDATION, 0.8, own=0.87, again=Trainings())
    assert Bands({"epochs": Distribution((1.0, 2.0))}, 0.03).band("epochs", 3.0) is None
