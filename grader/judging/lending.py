"""Large arguments as files: written once, read by every sandbox that is given them, never sent."""

from __future__ import annotations

import contextlib
import uuid
from pathlib import Path
from typing import Any

import numpy as np

from grader.sandbox.messages import Lent
from grader.training.digests import data_digest

# What is smaller is sent faster than a file is made.
LEAST_BYTES = 2**20


class LendingFolder:
    """Arrays under `folder`, each in a file named by its digest, for sandboxes to read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def lend(self, values: np.ndarray[Any, Any]) -> Lent | None:
        """Return what stands for `values` in a request; `None` if they are better sent."""
        if values.nbytes < LEAST_BYTES or values.dtype.kind not in "biuf":
            return None
        data = data_digest(values)
        path = self.folder / data.digest
        if not path.exists():
            self._write(path, values)
        return Lent(data)

    def _write(self, path: Path, values: np.ndarray[Any, Any]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(uuid.uuid4().hex)
        try:
            np.ascontiguousarray(values, values.dtype.newbyteorder("=")).tofile(fresh)
            fresh.chmod(0o444)  # by sandboxes that are users of their own, too
            fresh.replace(path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                fresh.unlink()
