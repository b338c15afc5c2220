"""Live objects to evidence. Runs in the sandbox; imports no library that student code has not imported."""

from grader.evidence.describe.describer import Describer

__all__ = ["Describer"]
