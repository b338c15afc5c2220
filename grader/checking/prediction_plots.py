"""Images and bar charts on a figure, told apart by sample, and what counts as blue or red."""

from __future__ import annotations

import colorsys
import re

import numpy as np

from grader.checking.expect import Values
from grader.evidence.vocabulary import Axes, Bar, Figure

CLASS_NAMES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)


def with_images(figure: Figure) -> list[Axes]:
    """Return the Axes that show an image, in the order in which they were made."""
    return [axes for axes in figure.axes if axes.images]


def with_bars(figure: Figure) -> list[Axes]:
    """Return the Axes that show bars, in the order in which they were made."""
    return [axes for axes in figure.axes if axes.bars and not axes.images]


def sample_shown(axes: Axes, images: Values) -> int | None:
    """Return which of `images` (all different) is on `axes`, whatever its scale; `None` for none of them."""
    data = axes.images[-1].data
    if data.data is None:
        return None
    shown = data.value
    for number, image in enumerate(images):
        if shown.shape == image.shape and np.allclose(_stretched(shown), _stretched(image), atol=1e-3):
            return number
    return None


def sample_charted(axes: Axes, probabilities: Values) -> int | None:
    """Return which row of `probabilities` the ten bars of `axes` show, `None` for none of them."""
    bars = bars_in_order(axes)
    lengths = np.array([bar.length for bar in bars])
    for number, row in enumerate(probabilities):
        for scale in (1, 100):  # per cent is a scale too
            if lengths.shape == row.shape and np.allclose(lengths, scale * row, atol=1e-4 * scale):
                return number
    return None


def bars_in_order(axes: Axes) -> list[Bar]:
    """Return the bars from the lowest position up; of two in one place the one drawn last."""
    topmost = {round(bar.position, 2): bar for bar in axes.bars}
    return [topmost[position] for position in sorted(topmost)]


def class_ticks(axes: Axes) -> tuple[str, ...]:
    """Return the texts at the ticks along the bars' own axis, without empty ones."""
    upright = all(bar.upright for bar in axes.bars)
    return tuple(text.strip() for text in (axes.x_ticks if upright else axes.y_ticks) if text.strip())


def classes_named(text: str) -> set[str]:
    """Return the classes whose names are in `text`, in capital letters or small; a T-shirt is no Shirt."""
    found = set()
    left = text.lower()
    for name in sorted(CLASS_NAMES, key=len, reverse=True):
        if name.lower() in left:
            found.add(name)
            left = left.replace(name.lower(), " ")
    return found


def texts_of(axes: Axes) -> tuple[tuple[str, str], ...]:
    """Return title, axis labels and free texts as (text, colour), without empty ones."""
    every = (axes.title, axes.x_label, axes.y_label, *axes.texts)
    return tuple((text, color) for text, color in every if text.strip())


def hue(color: str) -> str:
    """Return "blue", "red" or "other" for a colour as `#rrggbb`: any shade that a person would call so."""
    if not re.fullmatch(r"#[0-9a-f]{6}", color):
        return "other"
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    angle, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < 0.35 or value < 0.25:
        return "other"
    if 190 / 360 <= angle <= 255 / 360:
        return "blue"
    return "red" if angle <= 22 / 360 or angle >= 335 / 360 else "other"


def cells(places: list[float], size: float) -> int:
    """Return how many different places there are; nearer than half a `size` is the same one."""
    if not places:
        return 0
    return 1 + int((np.diff(np.sort(places)) > size / 2).sum())


def _stretched(image: Values) -> Values:
    low, high = float(image.min()), float(image.max())
    return np.asarray((image.astype(np.float64) - low) / ((high - low) or 1.0))
