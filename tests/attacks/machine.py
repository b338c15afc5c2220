"""Judges, each as one user at one level of isolation, on a machine of its own as far as it can see."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any, cast

_REPOSITORY = Path(__file__).parents[2]
# Nobody's account; its sandboxes run as itself.
_ORDINARY_UID = 54_321

LEVELS = ("hardened", "bwrap")


def users() -> tuple[str, ...]:
    """Return whom judges can run as here: root can become an ordinary user, and not the other way round."""
    return ("root", "ordinary") if os.geteuid() == 0 else ("ordinary",)


class Machine:
    """A judge in a process of its own, asked to judge one attack after another."""

    def __init__(self, user: str, level: str) -> None:
        self._tree = Path(tempfile.mkdtemp(prefix="grader-attacks-"))
        self._tree.chmod(0o755)
        uid = os.geteuid() if user == "root" or os.geteuid() != 0 else _ORDINARY_UID
        os.chown(self._tree, uid, uid if os.geteuid() == 0 else -1)
        self._process = subprocess.Popen(
            [*_apart(uid), sys.executable, "-m", "tests.attacks.judge", str(self._tree), level],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=_REPOSITORY,
            env={**os.environ, "HOME": str(self._tree / "home"), "TMPDIR": str(self._tree / "tmp")}
            | {"PYTHONDONTWRITEBYTECODE": "1"},
        )

    def judge(self, attack: str) -> dict[str, Any]:
        """Return what the judge found on the attack of that name.

        Raises:
            RuntimeError: if the judge did not live to answer.
        """
        cast("IO[str]", self._process.stdin).write(attack + "\n")
        cast("IO[str]", self._process.stdin).flush()
        answer = cast("IO[str]", self._process.stdout).readline()
        if not answer:
            raise RuntimeError(f"the judge ended with status {self._process.wait()}")
        found: dict[str, Any] = json.loads(answer)
        return found

    def close(self) -> None:
        """End the judge, and remove what belongs to it."""
        cast("IO[str]", self._process.stdin).close()
        self._process.wait()
        cast("IO[str]", self._process.stdout).close()
        shutil.rmtree(self._tree, ignore_errors=True)


def _apart(uid: int) -> list[str]:
    """Return the command line that runs another in a process-id namespace, as that user."""
    apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
    if os.geteuid() != 0:
        return [*apart, "--user", "--map-current-user"]
    readable = (sys.prefix, sys.base_prefix, str(_REPOSITORY))
    return [*apart, sys.executable, "-m", "tests.attacks.view", str(uid), *readable, "--"]
