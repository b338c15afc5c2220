"""The curves on a figure: found by their points, named by the legend, whichever way either was made."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from grader.checking.expect import Values
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.evidence.vocabulary import Array, Axes, Curve, Figure
from grader.language import Text

READ = Text(en="Section 7-3, loss curves", ko="7-3절 손실 곡선")

AXES_NOT_LABELLED = hint(
    "axes_not_labelled",
    "The {axis} axis has no label. Say what it shows: `plt.xlabel(...)` and `plt.ylabel(...)`, or "
    "`ax.set_xlabel(...)` and `ax.set_ylabel(...)`.",
    "{axis}축에 이름이 없습니다. 무엇을 나타내는지 적으세요: `plt.xlabel(...)`과 `plt.ylabel(...)`, 또는 "
    "`ax.set_xlabel(...)`과 `ax.set_ylabel(...)`.",
    read=READ,
)
LEGEND_MISSING = hint(
    "legend_missing",
    "There are two curves, but no legend says which is which. Give each a `label=` and call `plt.legend()`, "
    "or write `plt.legend([...])` after drawing.",
    "곡선이 두 개인데 범례가 없어서 구별할 수 없습니다. 곡선마다 `label=`을 주고 `plt.legend()`를 부르거나, "
    "그린 다음 `plt.legend([...])`를 쓰세요.",
    read=READ,
)


@dataclass(frozen=True)
class Drawn:
    """A curve, the Axes that it is on, and how many curves of the figure were drawn before it."""

    curve: Curve
    axes: Axes
    place: int


def curves(figure: Figure) -> list[Drawn]:
    """Return the curves of all Axes, in the order of drawing."""
    lines = [(line, axes) for axes in figure.axes for line in axes.lines]
    return [Drawn(line, axes, place) for place, (line, axes) in enumerate(lines)]


def curve_through(figure: Figure, y: Values) -> Drawn | None:
    """Return the last curve with the values `y`, `None` where there is none."""
    found = (drawn for drawn in reversed(curves(figure)) if _same(drawn.curve.y, y))
    return next(found, None)


def lying_curve_through(figure: Figure, values: Values) -> Drawn | None:
    """Return a curve that has `values` along the horizontal axis, `None` where there is none."""
    return next((drawn for drawn in curves(figure) if _same(drawn.curve.x, values)), None)


def legend_of(figure: Figure) -> tuple[tuple[str, str], ...]:
    """Return the entries of every legend, as (text, colour)."""
    own = tuple(entry for axes in figure.axes for entry in axes.legend or ())
    return own + (figure.legend or ())


def name_in_legend(figure: Figure, drawn: Drawn) -> str:
    """Return what the legend calls a curve, told by colour, else label, else order; empty for nothing."""
    entries = legend_of(figure)
    alike = [text for text, color in entries if color == drawn.curve.color]
    if len(alike) == 1:
        return alike[0]
    if any(text == drawn.curve.label for text, _ in entries):
        return drawn.curve.label
    return entries[drawn.place][0] if drawn.place < len(entries) else ""


def axes_are_labelled(axes: Axes) -> None:
    """Raise a `Finding` unless both axes have a label."""
    for axis, (text, _) in (("x", axes.x_label), ("y", axes.y_label)):
        if not text.strip():
            raise Finding(AXES_NOT_LABELLED, expected=f"a label of the {axis} axis", actual="none", axis=axis)


def _same(found: Array, expected: Values) -> bool:
    if found.data is None or found.shape != expected.shape:
        return False
    return bool(np.allclose(found.value, expected, rtol=1e-5, atol=1e-7))
