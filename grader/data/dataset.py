"""The data set that an exercise trains on, as plain arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

UInt8Array = npt.NDArray[np.uint8]

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
"""What each label means: `CLASS_NAMES[label]`, in Fashion-MNIST's own order."""

SIDE = 28
"""Height and width of an image, in pixels."""


# Arrays have no single truth value, so that the generated `__eq__` would raise: sets compare by identity.
@dataclass(frozen=True, eq=False)
class Dataset:
    """A training part and a test part, in the shapes and dtypes of Keras's `fashion_mnist.load_data()`.

    `train_input`, `test_input`: uint8, (n, 28, 28). `train_target`, `test_target`: uint8, (n,), each 0 to 9.
    `name`: "fashion-mnist", "custom" or "synthetic". The arrays are read-only views: what the caller passed
    in keeps its own flags.
    """

    train_input: UInt8Array
    train_target: UInt8Array
    test_input: UInt8Array
    test_target: UInt8Array
    name: str

    def __post_init__(self) -> None:
        for field in ("train_input", "train_target", "test_input", "test_target"):
            view = getattr(self, field).view()
            view.setflags(write=False)
            object.__setattr__(self, field, view)
