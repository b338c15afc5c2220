"""Fashion-MNIST downloaded by Keras itself, in a process of its own: this one imports no TensorFlow."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from grader.data.error import DataError
from grader.data.files import all_names, identify

LIMIT_SECONDS = 120.0
_HOST = ("storage.googleapis.com", 443)
_LOOK_SECONDS = 5.0
_COMMAND = "import keras; keras.datasets.fashion_mnist.load_data()"


def download(folder: Path, limit_seconds: float = LIMIT_SECONDS) -> bool:
    """Return whether the genuine four files are now in `folder`, Keras's `datasets/fashion-mnist`.

    Keras downloads to a folder beside it, and only whole files move in: a file that a broken-off download
    left in its cache, Keras would take for good ever after.
    """
    if not _reachable():
        return False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".fashion-mnist-", dir=folder.parent) as home:
            subprocess.run(  # noqa: S603 - our own interpreter and a constant command
                [sys.executable, "-c", _COMMAND],
                # Away from the student's folder, where a `keras.py` would be imported in place of Keras.
                cwd=home,
                env={**os.environ, "KERAS_HOME": home},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=limit_seconds,
                check=True,
            )
            arrived = Path(home) / "datasets" / "fashion-mnist"
            if identify(arrived) != "fashion-mnist":
                return False
            for name in all_names():
                (arrived / name).replace(folder / name)
    except (OSError, subprocess.SubprocessError, DataError):
        return False
    return True


def _reachable() -> bool:
    """Return whether a download can work: offline, starting Keras only to see it fail would take seconds."""
    if urllib.request.getproxies():
        return True
    try:
        socket.create_connection(_HOST, timeout=_LOOK_SECONDS).close()
    except OSError:
        return False
    return True
