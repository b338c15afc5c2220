"""Runs a command on a machine like a lecturer's: Python is readable for everyone, and there is little else.

Started by `machine.py` in a mount and process-id namespace of its own, so that an attack which breaks out can
signal nothing but its judge. The arguments are a user id, the folders that have to be readable, `--`, and the
command.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from grader.sandbox.workspace import obstacle


def main() -> None:
    """Open the folders, become the user, and turn into the command."""
    uid = int(sys.argv[1])
    end = sys.argv.index("--")
    for folder in sys.argv[2:end]:
        _open(Path(folder))
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    os.execvp(sys.argv[end + 1], sys.argv[end + 1 :])  # noqa: S606 - nothing of it comes from outside


def _open(folder: Path) -> None:
    """Let everybody read `folder`: what is closed on the way there is covered, but for the folder itself."""
    closed = obstacle(folder)
    if closed is None:
        return
    if closed == folder:
        raise PermissionError(f"{folder} itself is closed")
    aside = tempfile.mkdtemp()
    _mount("--bind", str(folder), aside)
    _mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", str(closed))
    os.umask(0o022)
    folder.mkdir(parents=True)
    _mount("--bind", aside, str(folder))
    _mount_off(aside)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)


def _mount_off(folder: str) -> None:
    subprocess.run(["umount", folder], check=True)
    Path(folder).rmdir()


if __name__ == "__main__":
    main()
