"""The closed vocabulary in which a sandbox tells the judge what student code made.

Every type here is plain data. What a student's process cannot say in it becomes `Opaque`: described by its
class name, never trusted and never looked into.
"""

from __future__ import annotations

import math
import sys
from enum import Enum
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

NUMBER_DTYPES = frozenset(
    ["bool", "float16", "float32", "float64"]
    + [f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)]
)
# As many as any NumPy allows.
MAX_AXES = 32


class Blob:
    """Bytes that travel beside the JSON of a frame."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Blob) and self.data == other.data

    def __hash__(self) -> int:
        return hash(self.data)

    def __repr__(self) -> str:
        return f"<{len(self.data)} bytes>"


class Null(msgspec.Struct, frozen=True, tag="null"):
    """Python's `None`."""


class Scalar(msgspec.Struct, frozen=True, tag="scalar"):
    """One number. `kind` is bool, int or float, `text` its `repr`, `of` the class it had (`float32`)."""

    kind: str
    text: str
    of: str

    def __post_init__(self) -> None:
        """Hold the parts against each other: what comes from a sandbox may be made up.

        Raises:
            ValueError: if the text is not a number of its kind.
        """
        if self.kind not in ("bool", "int", "float") or (
            self.kind == "bool" and self.text not in ("True", "False")
        ):
            raise ValueError(f"{self.text[:20]!r} is no {self.kind[:20]}")
        _ = self.value

    @property
    def value(self) -> bool | int | float:
        """Return the number itself."""
        if self.kind == "bool":
            return self.text == "True"
        return int(self.text) if self.kind == "int" else float(self.text)


class String(msgspec.Struct, frozen=True, tag="string"):
    """A text, cut to the codec's bound."""

    value: str


class Array(msgspec.Struct, frozen=True, tag="array"):
    """An array of numbers. `of` is what it was made of: `ndarray`, `list`, `tuple`, `tensor` or `series`.

    `data` holds the elements in row-major order, or is `None` where there were too many to send.
    """

    dtype: str
    shape: tuple[int, ...]
    data: Blob | None
    of: str = "ndarray"

    def __post_init__(self) -> None:
        """Hold the parts against each other: what comes from a sandbox may be made up.

        Raises:
            ValueError: if the dtype is not one of numbers, no array has such a shape, or the elements are not
                as many as it says.
        """
        if self.dtype not in NUMBER_DTYPES:
            raise ValueError(f"{self.dtype!r} is not a dtype of numbers")
        if any(length < 0 for length in self.shape):
            raise ValueError("a negative length")
        room = math.prod(length or 1 for length in self.shape) * np.dtype(self.dtype).itemsize
        if len(self.shape) > MAX_AXES or room > sys.maxsize:
            raise ValueError("a shape that no array can have")
        if self.data is not None and math.prod(self.shape) * np.dtype(self.dtype).itemsize != len(
            self.data.data
        ):
            raise ValueError("elements and shape do not agree")

    @property
    def value(self) -> npt.NDArray[Any]:
        """Return the elements, read-only, of `shape` and `dtype`.

        Raises:
            ValueError: if the elements were too many to send.
        """
        if self.data is None:
            raise ValueError("the elements of this array were not sent")
        return np.frombuffer(self.data.data, dtype=self.dtype).reshape(self.shape)


def array(values: npt.NDArray[Any], of: str = "ndarray") -> Array:
    """Return `values` (any dtype of `NUMBER_DTYPES`, any shape) as evidence.

    Raises:
        ValueError: if they are not numbers.
    """
    plain = np.asarray(values, order="C")
    return Array(dtype=plain.dtype.name, shape=plain.shape, data=Blob(plain.tobytes()), of=of)


class Sequence(msgspec.Struct, frozen=True, tag="sequence"):
    """A list or tuple of anything but equal numbers; `of` says which."""

    items: tuple[Evidence, ...]
    of: str = "tuple"


class Mapping(msgspec.Struct, frozen=True, tag="mapping"):
    """A dictionary with text keys."""

    items: dict[str, Evidence]


class Layer(msgspec.Struct, frozen=True, tag="layer", kw_only=True):
    """One step of a model, as it was written.

    `kind` is the library's class name (`Dense`, `Flatten`, `ReLU`), `function:softmax` for a function applied
    in a functional model, `model` for a nested model (its steps are `layers`), or `opaque` for a class of the
    student's own. `config` holds the settings that matter to what it computes: `units`, `activation` (a
    function's name, `opaque` for one of the student's own), `rate`, `use_bias`, `axis`, `training`.
    """

    kind: str
    name: str
    config: dict[str, str | int | float | bool | None] = {}
    input_shape: tuple[int | None, ...] | None = None
    output_shape: tuple[int | None, ...] | None = None
    parameters: int = 0
    weights: tuple[Array, ...] = ()
    layers: tuple[Layer, ...] = ()
    class_name: str = ""

    def __post_init__(self) -> None:
        """Look at the settings that are computed with: what comes from a sandbox may be made up.

        Raises:
            ValueError: if `units` is not a whole number, or `rate` not a number.
        """
        if type(self.config.get("units", 0)) is not int or type(self.config.get("rate", 0)) not in (
            int,
            float,
        ):
            raise ValueError("a layer with settings that Keras does not have")


class Optimizer(msgspec.Struct, frozen=True, tag="optimizer", kw_only=True):
    """A Keras optimizer: class name and settings. `iterations` counts its steps so far."""

    kind: str
    config: dict[str, str | int | float | bool | None]
    iterations: int = 0
    handle: str | None = None


class Compilation(msgspec.Struct, frozen=True, kw_only=True):
    """What `compile` was told. `from_logits` is `None` where the loss has no such setting."""

    optimizer: Optimizer
    loss: str
    from_logits: bool | None = None
    metrics: tuple[str, ...] = ()
    loss_weights: bool = False
    steps_per_execution: int = 1


class Model(msgspec.Struct, frozen=True, tag="model", kw_only=True):
    """A Keras model: its steps in order, where it was compiled its compile settings.

    `spelling` is `sequential`, `functional` or `subclass`; `linear` is false where the steps are not one
    chain. Of a sequential model, `added` is how many of its steps came through `add`, and `dropped` how many
    layers were second arguments of `add`, which Keras ignores. `handle` names the live object in the sandbox
    that sent it.
    """

    name: str
    spelling: str
    built: bool
    linear: bool
    layers: tuple[Layer, ...]
    input_shape: tuple[int | None, ...] | None = None
    output_shape: tuple[int | None, ...] | None = None
    parameters: int = 0
    compilation: Compilation | None = None
    added: int = 0
    dropped: int = 0
    handle: str | None = None


class History(msgspec.Struct, frozen=True, tag="history", kw_only=True):
    """A Keras `History`: float64 series of equal length by name, and the epoch numbers."""

    series: dict[str, Array]
    epochs: tuple[int, ...]
    handle: str | None = None


class Callback(msgspec.Struct, frozen=True, tag="callback", kw_only=True):
    """A Keras callback: class name, settings, and state after training.

    `kind` is `opaque` for a class of the student's own. `config` holds `monitor`, `patience`, `mode`,
    `save_best_only`, `save_weights_only`, `restore_best_weights`, `min_delta`, `save_freq`, `filepath` where
    the class has them, and `direction`, the name of the comparison that finds a value better (`less`,
    `greater`); `state` holds `stopped_epoch`, `best_epoch`, `best`, `wait`.
    """

    kind: str
    config: dict[str, str | int | float | bool | None]
    state: dict[str, str | int | float | bool | None] = {}
    class_name: str = ""
    handle: str | None = None


class Estimator(msgspec.Struct, frozen=True, tag="estimator", kw_only=True):
    """A scikit-learn estimator: class name, `get_params()` (others as text), and whether it is fitted."""

    kind: str
    params: dict[str, str | int | float | bool | None]
    fitted: bool
    steps: tuple[str, ...] = ()
    handle: str | None = None


class Curve(msgspec.Struct, frozen=True):
    """A line on an Axes: its points, its label (empty for none) and colour as `#rrggbb`."""

    x: Array
    y: Array
    label: str
    color: str


class Bar(msgspec.Struct, frozen=True):
    """A bar on an Axes.

    `position` is its middle along the category axis, `length` its signed height or width.
    """

    position: float
    length: float
    color: str
    upright: bool


class Image(msgspec.Struct, frozen=True):
    """An image on an Axes: the data given to `imshow` and its colour map's name."""

    data: Array
    colormap: str


class Axes(msgspec.Struct, frozen=True, kw_only=True):
    """One Axes of a figure. `box` is its place: left, bottom, width, height as fractions of the figure.

    `texts` holds title, axis labels and free texts as (text, `#rrggbb`); `legend` the entries in order, as
    (text, colour of the line); ticks are the texts of the tick labels.
    """

    box: tuple[float, float, float, float]
    visible: bool
    lines: tuple[Curve, ...] = ()
    bars: tuple[Bar, ...] = ()
    images: tuple[Image, ...] = ()
    title: tuple[str, str] = ("", "")
    x_label: tuple[str, str] = ("", "")
    y_label: tuple[str, str] = ("", "")
    texts: tuple[tuple[str, str], ...] = ()
    legend: tuple[tuple[str, str], ...] | None = None
    x_ticks: tuple[str, ...] = ()
    y_ticks: tuple[str, ...] = ()


class Figure(msgspec.Struct, frozen=True, tag="figure", kw_only=True):
    """A matplotlib figure: its Axes, a legend of its own, and a rendering as PNG (`None` if too large)."""

    axes: tuple[Axes, ...]
    legend: tuple[tuple[str, str], ...] | None = None
    title: str = ""
    rendering: Blob | None = None
    handle: str | None = None


class SourceFrame(msgspec.Struct, frozen=True):
    """A line of a traceback that lies in the submission's own files."""

    file: str
    line: int
    function: str
    source: str


class ErrorStage(str, Enum):
    """What the sandbox was doing when student code failed."""

    LOADING = "loading"
    CALLING = "calling"
    DESCRIBING = "describing"


class Error(msgspec.Struct, frozen=True, tag="error", kw_only=True):
    """An exception that student code raised: class name, its bases' names, message (cut), and the own frames.

    `line` and `source` are set for a syntax error.
    """

    kind: str
    bases: tuple[str, ...]
    message: str
    frames: tuple[SourceFrame, ...] = ()
    stage: ErrorStage = ErrorStage.CALLING
    line: int | None = None
    source: str | None = None


class Opaque(msgspec.Struct, frozen=True, tag="opaque"):
    """Anything else: the class's name, and why it was not described."""

    class_name: str
    why: str = ""


Evidence = (
    Null
    | Scalar
    | String
    | Array
    | Sequence
    | Mapping
    | Layer
    | Model
    | History
    | Callback
    | Optimizer
    | Estimator
    | Figure
    | Error
    | Opaque
)
