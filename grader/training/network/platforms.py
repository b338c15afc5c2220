"""What of a process changes the bits of a training."""

from __future__ import annotations

import os
import sys

import numpy as np

from grader.training.network.recipe import Platform


def platform() -> Platform:
    """Return what of this process changes the bits of a training."""
    tensorflow, keras = sys.modules["tensorflow"], sys.modules["keras"]
    return Platform(
        tensorflow=tensorflow.__version__,
        keras=keras.__version__,
        numpy=np.__version__,
        device="gpu" if tensorflow.config.list_physical_devices("GPU") else "cpu",
        onednn=os.environ.get("TF_ENABLE_ONEDNN_OPTS", ""),
        deterministic=bool(tensorflow.config.experimental.is_op_determinism_enabled())
        if hasattr(tensorflow.config.experimental, "is_op_determinism_enabled")
        else _determinism(),
    )


def _determinism() -> bool:
    from tensorflow.python.framework import config  # noqa: PLC0415

    return bool(config.is_op_determinism_enabled())
