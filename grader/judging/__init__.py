"""Judging: a submission and the checks of its exercises, to a report."""

from grader.judging.grading import grade
from grader.judging.resources import Resources, Settings

__all__ = ["Resources", "Settings", "grade"]
