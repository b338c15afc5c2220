"""Where student code runs, and the one protocol in which the judge talks to it.

`process` and `forked` separate the student's code from the judge's memory and survive its crashes. They do
not stop it from reading files, opening sockets or ending other processes of the same user.
"""

from grader.sandbox.launcher import Isolation, Launcher, open_launcher
from grader.sandbox.session import Limits, Room, SandboxFailureError, Session

__all__ = ["Isolation", "Launcher", "Limits", "Room", "SandboxFailureError", "Session", "open_launcher"]
