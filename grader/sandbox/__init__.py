"""Where student code runs, and the one protocol in which the judge talks to it."""

from grader.sandbox.isolation import Isolation
from grader.sandbox.launcher import Launcher, open_launcher
from grader.sandbox.limits import Limits
from grader.sandbox.session import Room, SandboxFailureError, Session

__all__ = ["Isolation", "Launcher", "Limits", "Room", "SandboxFailureError", "Session", "open_launcher"]
