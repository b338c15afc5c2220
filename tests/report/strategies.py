"""Any report, to be rendered."""

from __future__ import annotations

from hypothesis import strategies as st

from grader.language import Text
from grader.report import (
    CheckResult,
    CheckStatus,
    Environment,
    ExerciseResult,
    Frame,
    Reason,
    Report,
    Status,
    TrainingRecord,
)

ENVIRONMENT = Environment(
    python="3.11.7",
    tensorflow="2.21.0",
    keras="3.15.1",
    scikit_learn="1.9.1",
    device="cpu",
    isolation="process",
    data="fashion-mnist",
    profile="small",
    seed=42,
)


def reports(
    anything: st.SearchStrategy[str], points: st.SearchStrategy[float], ids: st.SearchStrategy[str]
) -> st.SearchStrategy[Report]:
    """Return reports with `anything` wherever there is text, and those points and ids of exercises."""
    texts = st.builds(Text, en=anything, ko=anything)
    frames = st.builds(Frame, anything, st.integers(0, 10**6), anything, anything)
    checks = st.builds(
        CheckResult,
        name=anything,
        title=texts,
        status=st.sampled_from(CheckStatus),
        score=points,
        max_score=points,
        expected=st.none() | anything,
        actual=st.none() | anything,
        hint=st.none() | anything,
        message=st.none() | texts,
        read=st.none() | texts,
        reason=st.none() | st.sampled_from(Reason),
        hidden=st.booleans(),
        function=st.none() | anything,
        frames=st.lists(frames, max_size=2).map(tuple),
        detail=st.none() | anything,
        seconds=points,
    )
    trainings = st.builds(TrainingRecord, st.none() | anything, anything, st.integers(0, 100), points)
    exercises = st.builds(
        ExerciseResult,
        id=ids,
        title=texts,
        status=st.sampled_from(Status),
        reason=st.none() | st.sampled_from(Reason),
        score=points,
        max_score=points,
        seconds=points,
        checks=st.lists(checks, max_size=3).map(tuple),
        training=st.lists(trainings, max_size=2).map(tuple),
        notes=st.lists(texts, max_size=2).map(tuple),
    )
    return st.builds(
        Report,
        submission=anything,
        score=points,
        max_score=points,
        environment=st.just(ENVIRONMENT),
        exercises=st.lists(exercises, max_size=3).map(tuple),
        notes=st.lists(texts, max_size=1).map(tuple),
    )
