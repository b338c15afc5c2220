"""The bands that follow from a calibration, as a table for the terminal and for the docs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.table import Table

from grader.checking.bands import Distribution
from grader.checking.calibration import Calibration, Published, Run

# By which a verdict is given; of the others those are told that somebody may want to compare.
JUDGED = ("accuracy", "epochs")
_TOLD = (*JUDGED, "loss", "history_accuracy", "best_epoch", "best_val_loss", "best_val_accuracy")


@dataclass(frozen=True)
class Row:
    """One metric of one exercise: its distribution, what was published, and what fresh seeds came to."""

    exercise: str
    metric: str
    distribution: Distribution
    published: tuple[Published, ...]
    fresh: tuple[float, ...]

    @property
    def outside(self) -> tuple[float, ...]:
        """The fresh values outside the band."""
        return tuple(value for value in self.fresh if not self.distribution.band.holds(value))


def rows(calibration: Calibration, data: str, profile: str, device: str = "cpu") -> list[Row]:
    """Return a row for each metric of each exercise."""
    at = [run for run in calibration.runs if (run.data, run.profile) == (data, profile)]
    found = []
    for exercise in sorted({run.exercise for run in at}):
        libraries = _libraries(calibration, [run for run in at if run.exercise == exercise])
        distributions = calibration.distributions(
            exercise, data=data, profile=profile, device=device, libraries=libraries
        )
        found += [
            Row(
                exercise,
                metric,
                distribution,
                _published(calibration, exercise, metric)
                if (data, profile) == ("fashion-mnist", "full")
                else (),
                tuple(
                    run.metrics[metric]
                    for run in at
                    if run.fresh and run.exercise == exercise and metric in run.metrics
                ),
            )
            for metric, distribution in distributions.items()
            if len(distribution.values) > 1
        ]
    return found


def terminal_table(listed: Iterable[Row]) -> Table:
    """Return the table of what is judged."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("exercise", no_wrap=True)
    for name in ("seeds", "mean", "sd", "band"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("outside", justify="right", no_wrap=True)
    for row in listed:
        if row.metric not in JUDGED or not row.distribution.deviation:
            continue
        table.add_row(
            row.exercise if row.metric == "accuracy" else f"  its {row.metric}",
            str(len(row.distribution.values)),
            f"{row.distribution.mean:.4f}",
            f"{row.distribution.deviation:.4f}",
            str(row.distribution.band),
            f"{len(row.outside)}/{len(row.fresh)}" if row.fresh else "-",
        )
    return table


def _libraries(calibration: Calibration, runs: Sequence[Run]) -> dict[str, str]:
    places = {place.id: place for place in calibration.places}
    return places[runs[-1].place].libraries if runs else {}


def _published(calibration: Calibration, exercise: str, metric: str) -> tuple[Published, ...]:
    return tuple(one for one in calibration.published if (one.exercise, one.metric) == (exercise, metric))


def markdown_table(listed: Iterable[Row], data: str, command: str) -> str:
    """Return the docs' page of every metric on `data`, with `command`, which makes it."""
    lines = [
        f"# Calibration: {data}",
        "",
        f"Made by `{command}`.",
        "",
        "| exercise | metric | seeds | mean | deviation | least | most | band | published | fresh outside |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- | ---: |",
    ]
    for row in listed:
        distribution = row.distribution
        if row.metric not in _TOLD or not distribution.deviation:
            continue
        unwidened = Distribution(distribution.values).band
        published = ", ".join(
            f"{one.value:g}{'' if unwidened.holds(one.value) else ' (outside)'}" for one in row.published
        )
        judged = f"**{row.metric}**" if row.metric in JUDGED else row.metric
        cells = (
            row.exercise,
            judged,
            str(len(distribution.values)),
            f"{distribution.mean:.4f}",
            f"{distribution.deviation:.4f}",
            f"{min(distribution.values):.4f}",
            f"{max(distribution.values):.4f}",
            str(unwidened),
            published,
            f"{len(row.outside)} of {len(row.fresh)}" if row.fresh else "",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
