"""Where a metric of correct trainings lies, by measurement, and what to make of one that lies elsewhere."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from grader.checking import training_hints as hints
from grader.checking.finding import Finding
from grader.checking.subject import SEED
from grader.language import Text

# How often a correct training under another seed may lie outside its band, both sides together.
FALSE_REJECT_RATE = 1e-4
# With what a training that lies just outside is done again.
OTHER_SEEDS = (SEED + 1, SEED + 2)
_LEAST_VALUES = 5


@dataclass(frozen=True)
class Band:
    """From `lower` to `upper`, both inside."""

    lower: float
    upper: float

    def __str__(self) -> str:
        return f"{self.lower:.4f} to {self.upper:.4f}"

    def holds(self, value: float) -> bool:
        """Return whether `value` lies inside; NaN does not."""
        return self.lower <= value <= self.upper

    def is_just_outside(self, value: float) -> bool:
        """Return whether `value` lies outside by half of the band's width at most."""
        margin = (self.upper - self.lower) / 2
        return not self.holds(value) and self.lower - margin <= value <= self.upper + margin

    def widened(self, values: Iterable[float]) -> Band:
        """Return the smallest band that holds this one and `values`."""
        every = (self.lower, self.upper, *values)
        return Band(min(every), max(every))


@dataclass(frozen=True)
class Distribution:
    """What a metric of the reference came to over seeds; `published` are results that others reached."""

    values: tuple[float, ...]
    published: tuple[float, ...] = ()

    @property
    def mean(self) -> float:
        """The mean of the values."""
        return statistics.fmean(self.values)

    @property
    def deviation(self) -> float:
        """The standard deviation of the values, as of a sample."""
        return statistics.stdev(self.values)

    @property
    def band(self) -> Band:
        """Where one more value lies, all but `FALSE_REJECT_RATE` of the time."""
        return self.band_at(FALSE_REJECT_RATE)

    def band_at(self, rate: float) -> Band:
        """Return where one more value lies, all but `rate` of the time; what was published lies there too.

        A prediction interval by Student's t, for a value that comes of a normal distribution as the others
        did (Hahn and Meeker, Statistical Intervals, section 4.7).
        """
        spreads = math.sqrt(1 + 1 / len(self.values))
        return self._around(self.mean, spreads, rate).widened(self.published)

    def band_of(self, own: float) -> Band:
        """Return the band on a machine whose reference comes to `own`.

        Where that lies outside the band, it is the machine that differs: then a value may lie as far from
        `own` as two values of the distribution lie from each other.
        """
        return self.band if self.band.holds(own) else self._around(own, math.sqrt(2), FALSE_REJECT_RATE)

    def _around(self, centre: float, spreads: float, rate: float) -> Band:
        from scipy.special import stdtrit  # noqa: PLC0415 - SciPy takes its time, which only a band is worth

        quantile = float(stdtrit(len(self.values) - 1, 1 - rate / 2))
        margin = quantile * self.deviation * spreads
        return Band(centre - margin, centre + margin)


@dataclass(frozen=True)
class Metric:
    """A figure of a trained model: its `name` in the calibration, and the data that it is measured on."""

    name: str
    data: Text


ON_VALIDATION = Metric("accuracy", Text(en="the validation data", ko="검증 데이터"))
ON_TEST = Metric("accuracy", Text(en="the test data", ko="테스트 데이터"))


@dataclass
class Bands:
    """The bands of an exercise, and what its checks have `measured`, by the names of the metrics.

    `otherwise` is how far from the reference's an uncalibrated accuracy may lie.
    """

    distributions: Mapping[str, Distribution]
    otherwise: float
    measured: dict[str, float] = field(default_factory=dict)

    def band(self, name: str, own: float) -> Band | None:
        """Return the band of a metric that is `own` for the reference here, if it is calibrated."""
        distribution = self.distributions.get(name)
        if distribution is None or len(distribution.values) < _LEAST_VALUES:
            return None
        return distribution.band_of(own)

    def reaches(self, metric: Metric, value: float, own: float, again: Callable[[int], float]) -> None:
        """Raise a `Finding` if `value` is worse than correct trainings are; a better one is no mistake.

        A value just outside the band does not count by itself: `again` gives it for another seed, and it is
        the middle one of three that counts.
        """
        band = self.band(metric.name, own) or Band(own - self.otherwise, own + self.otherwise)
        values = [value]
        if not value >= band.lower and band.is_just_outside(value):
            values += [again(seed) for seed in OTHER_SEEDS]
        if not statistics.median(values) >= band.lower:
            raise Finding(
                hints.METRIC_TOO_LOW,
                expected=str(band),
                actual=", ".join(_figures(values)),
                data=metric.data.en,
                data_ko=metric.data.ko,
                reached=_said(values, "{} (and with two other seeds {})"),
                reached_ko=_said(values, "{}(다른 두 시드로는 {})"),
            )


def _figures(values: Iterable[float]) -> list[str]:
    return [f"{value:.4f}" for value in values]


def _said(values: Iterable[float], several: str) -> str:
    first, *others = _figures(values)
    return several.format(first, ", ".join(others)) if others else first
