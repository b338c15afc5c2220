"""Judges, each as one user at one level of isolation, on a machine of its own as far as it can see."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import IO, Any, cast

from tests.sandbox.machine import IDENTITIES, ROOT, as_identity

LEVELS = ("hardened", "bwrap")
PLACES = tuple((user, level) for user in IDENTITIES for level in LEVELS)
# Where each level is met with: `hardened` needs no root, and root has bubblewrap. The tests try every attack
# there, and elsewhere those whose verdict differs; `tests.attacks.table` tries all of them everywhere.
USUAL_PLACES = (("user", "hardened"), (IDENTITIES[0], "bwrap"))


class Machine:
    """A judge in a process of its own, asked to judge one attack after another."""

    def __init__(self, user: str, level: str) -> None:
        self._process = subprocess.Popen(
            [*_apart(), *as_identity(user), sys.executable, "-m", "tests.attacks.judge", level],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
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
        """End the judge."""
        cast("IO[str]", self._process.stdin).close()
        self._process.wait()
        cast("IO[str]", self._process.stdout).close()


def _apart() -> list[str]:
    """Return what to put before a command line so that it can signal nothing but what it starts itself."""
    apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
    return apart if os.geteuid() == 0 else [*apart, "--user", "--map-current-user"]
