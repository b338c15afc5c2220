"""Submissions: what a class handed in, found, brought into folders of our own, and told apart by content."""

from grader.submission.candidates import Candidate, Candidates, Kind, candidate_at, find_submissions
from grader.submission.digest import content_digest, exercise_digests
from grader.submission.error import SubmissionError
from grader.submission.model import SizeLimits, Submission
from grader.submission.opening import open_submission
from grader.submission.staging import stage

__all__ = [
    "Candidate",
    "Candidates",
    "Kind",
    "SizeLimits",
    "Submission",
    "SubmissionError",
    "candidate_at",
    "content_digest",
    "exercise_digests",
    "find_submissions",
    "open_submission",
    "stage",
]
