"""Large arguments as files: written once, read by every sandbox that is given them, never sent."""

from __future__ import annotations

import contextlib
import threading
import uuid
from pathlib import Path
from typing import Any

import numpy as np

from grader.sandbox.messages import Lent
from grader.training.digests import data_digest

# What is smaller is sent faster than a file is made.
LEAST_BYTES = 2**20
# All files together; those that were lent longest ago go first, but never the last few, which are being read.
MOST_BYTES = 4 * 2**30
_BEING_READ = 16


class LendingFolder:
    """Arrays under `folder`, each in a file named by its digest, for sandboxes to read.

    Safe to use from several threads.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sizes: dict[str, int] = {}  # the one lent last stands last
        self._lock = threading.Lock()

    def lend(self, values: np.ndarray[Any, Any]) -> Lent | None:
        """Return what stands for `values` in a request; `None` if they are better sent."""
        if values.nbytes < LEAST_BYTES or values.dtype.kind not in "biuf":
            return None
        data = data_digest(values)
        with self._lock:
            if self._sizes.pop(data.digest, None) is None:
                self._write(self.folder / data.digest, values)
            self._sizes[data.digest] = values.nbytes
            self._make_room()
        return Lent(data)

    def _make_room(self) -> None:
        for digest in list(self._sizes)[:-_BEING_READ]:
            if sum(self._sizes.values()) <= MOST_BYTES:
                return
            del self._sizes[digest]
            (self.folder / digest).unlink(missing_ok=True)

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
