"""Which levels of isolation work on this machine: found out by doing, not by asking for versions."""

from __future__ import annotations



_WORKSPACE, _SUBMISSION = "room", "submissions"

# Computes, and then tries what a submission must not be able to do: the names of what it could.
_TRIALS = '''
import os, socket, subprocess, sys
import numpy as np

def computes():
    return str(int(np.arange(10).sum()))

def succeeds(trial):
    try:
        trial()
    except OSError:
        return False
    return True

def write(path):
    with open(path, "w") as file:
        file.write("x")

def read(path):
    with open(path) as file:
        return file.read(1)

def escapes(outside, own):
    trials = {
        "writes in its own folder": lambda: write("own"),
        "reads a file of the user": lambda: read(os.path.join(outside, "secret")),
        "writes outside its folder": lambda: write(os.path.join(outside, "new")),
        "changes the rights of a file": lambda: os.chmod(own, 0o600),
        "reads the grader": lambda: read(os.path.join(own, "catalog.py")),
        "opens a socket": lambda: socket.socket().close(),
        "starts a program": lambda: subprocess.run([sys.executable, "-c", ""]),
        "signals another process": lambda: os.kill(os.getppid(), 0),
    }
    return [name for name, trial in trials.items() if succeeds(trial)]
'''


@dataclass(frozen=True)
class Probe:
    """What was found out about one level; `told` says what it promises here, or why it does not work."""

    isolation: Isolation
    works: bool
    told: Text
