"""Matplotlib figures to evidence: what is on them, not how it got there."""

from __future__ import annotations

import io
import math
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.evidence.vocabulary import Array, Axes, Bar, Blob, Curve, Figure, Image, array

MAX_AXES = 400
MAX_ARTISTS = 2_000
MAX_POINTS = 100_000
MAX_RENDERING_BYTES = 4 * 2**20
_MAX_TEXT = 500


def describe(value: Any, keep: Callable[[Any], str]) -> Figure | None:
    """Return a figure as evidence, `None` for anything else. Axes come in the order they were added."""
    figure_module = sys.modules.get("matplotlib.figure")
    if figure_module is None or not issubclass(type(value), figure_module.Figure):
        return None
    rendering = _render(value)  # first: drawing is what settles ticks and layout
    suptitle = getattr(value, "_suptitle", None)
    return Figure(
        axes=tuple(_axes(axes) for axes in value.axes[:MAX_AXES]),
        legend=_legend(value.legends[0]) if value.legends else None,
        title=_text(suptitle)[0] if suptitle is not None else "",
        rendering=rendering,
        handle=keep(value),
    )


def _render(figure: Any) -> Blob | None:
    canvas_module: Any = sys.modules.get("matplotlib.backends.backend_agg")
    if canvas_module is None:
        import matplotlib.backends.backend_agg as canvas_module  # noqa: PLC0415
    buffer = io.BytesIO()
    canvas = canvas_module.FigureCanvasAgg(figure)  # a closed figure has lost its own
    width, height = figure.get_size_inches()
    canvas.print_png(buffer) if width * height * figure.dpi**2 < 2e7 else canvas.draw()
    data = buffer.getvalue()
    return Blob(data) if 0 < len(data) <= MAX_RENDERING_BYTES else None


def _axes(axes: Any) -> Axes:
    left, bottom, width, height = (_finite(edge) for edge in axes.get_position().bounds)
    return Axes(
        box=(left, bottom, width, height),
        visible=bool(axes.axison and axes.get_visible()),
        lines=tuple(_curve(line) for line in axes.lines[:MAX_ARTISTS]),
        bars=tuple(_bars(axes))[:MAX_ARTISTS],
        images=tuple(_image(image) for image in axes.images[:MAX_ARTISTS]),
        title=next((text for text in map(_text, _titles(axes)) if text[0]), ("", "")),
        x_label=_text(axes.xaxis.label),
        y_label=_text(axes.yaxis.label),
        texts=tuple(_text(text) for text in axes.texts[:MAX_ARTISTS]),
        legend=_legend(axes.get_legend()) if axes.get_legend() is not None else None,
        x_ticks=tuple(_text(tick)[0] for tick in axes.get_xticklabels()[:MAX_ARTISTS]),
        y_ticks=tuple(_text(tick)[0] for tick in axes.get_yticklabels()[:MAX_ARTISTS]),
    )


def _titles(axes: Any) -> list[Any]:
    return [axes.title, axes._left_title, axes._right_title]  # noqa: SLF001 - no public way to the other two


def _curve(line: Any) -> Curve:
    label = str(line.get_label())
    return Curve(
        x=_points(line.get_xdata()),
        y=_points(line.get_ydata()),
        label="" if label.startswith("_") else label[:_MAX_TEXT],
        color=_hex(line.get_color()),
    )


def _points(values: Any) -> Array:
    try:
        return array(np.asarray(values, dtype=np.float64)[:MAX_POINTS])
    except (TypeError, ValueError):  # dates, categories
        return array(np.arange(len(values), dtype=np.float64)[:MAX_POINTS])


def _bars(axes: Any) -> list[Bar]:
    bars = []
    for container in axes.containers:
        orientation = getattr(container, "orientation", None)
        if orientation is None:  # error bars and stems
            continue
        for patch in container.patches:
            upright = orientation == "vertical"
            start = patch.get_x() if upright else patch.get_y()
            extent = patch.get_width() if upright else patch.get_height()
            length = patch.get_height() if upright else patch.get_width()
            bars.append(
                Bar(_finite(start + extent / 2), _finite(length), _hex(patch.get_facecolor()), upright)
            )
    return bars


def _finite(value: Any) -> float:
    number = float(value)
    return number if math.isfinite(number) else 0.0  # a frame's JSON has no NaN


def _image(image: Any) -> Image:
    data = np.ma.filled(np.ma.asarray(image.get_array()).astype(np.float64), 0.0)
    return Image(array(data), str(image.get_cmap().name)[:_MAX_TEXT])


def _legend(legend: Any) -> tuple[tuple[str, str], ...]:
    handles = getattr(legend, "legend_handles", [])
    entries = []
    for text, handle in zip(legend.get_texts(), handles, strict=False):
        color = handle.get_color() if hasattr(handle, "get_color") else "black"
        entries.append((str(text.get_text())[:_MAX_TEXT], _hex(color)))
    return tuple(entries)


def _text(text: Any) -> tuple[str, str]:
    return str(text.get_text())[:_MAX_TEXT], _hex(text.get_color())


def _hex(color: Any) -> str:
    colors = sys.modules["matplotlib.colors"]
    try:
        return str(colors.to_hex(color))
    except (TypeError, ValueError):  # a colour per point
        return "#000000"
