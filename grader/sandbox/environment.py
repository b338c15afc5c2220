"""The environment variables that a sandbox is given: nothing of the user's but what the libraries need."""

from __future__ import annotations

import os
from pathlib import Path

from grader.evidence.keras_edition import LEGACY_VARIABLE

_PASSED_ON = (
    "PATH",
    "LANG",
    "LC_ALL",
    "TZ",
    "TMPDIR",
    "SYSTEMROOT",  # Windows cannot open a socket without it
    "TEMP",
    "TMP",
    "CUDA_VISIBLE_DEVICES",
    "LD_LIBRARY_PATH",
    "TF_ENABLE_ONEDNN_OPTS",
    "OMP_NUM_THREADS",
    LEGACY_VARIABLE,
)


def sandbox_environment(keras_home: Path, home: Path) -> dict[str, str]:
    """Return the environment for a child whose home folder is `home`."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "KERAS_HOME": str(keras_home),
        "KERAS_BACKEND": "tensorflow",
        "MPLBACKEND": "Agg",
        # `n_jobs=-1`, as the book writes it, would start processes of its own, and spend seconds on a task of
        # milliseconds. The scores are the same.
        "JOBLIB_MULTIPROCESSING": "0",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        # Student and reference train side by side; networks so small gain nothing from a second thread.
        "TF_NUM_INTRAOP_THREADS": "1",
        "PYTHONUTF8": "1",
    }


def home_variables(workspace: str) -> dict[str, str]:
    """Return the variables that send whatever libraries want to keep or write down to `workspace`."""
    folders = ("HOME", "TMPDIR", "TEMP", "TMP", "MPLCONFIGDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
    # A user without an account has no name but what these say.
    names = ("USER", "LOGNAME", "USERNAME")
    return {**dict.fromkeys(folders, workspace), **dict.fromkeys(names, "student")}
