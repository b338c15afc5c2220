"""What a sandbox answered is answered alike from its transcript, wherever the workspace lies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.evidence.vocabulary import Array, String, array
from grader.report import Reason
from grader.sandbox import SandboxFailureError, Session, transcript
from grader.sandbox.messages import Call, Describe, Load, Loaded, Method, OpenModel, Outcome, Reply, Request
from grader.sandbox.transcript import (
    LiveSandboxes,
    NotRecordedError,
    Recorder,
    Replay,
    Transcript,
    pack_reply,
    request_digest,
)

HERE, THERE = Path("/work space/kim"), Path("/elsewhere/다른 폴더")


@dataclass
class FakeSession:
    """Answers each request with the next of `answers`."""

    answers: Sequence[Reply | SandboxFailureError]
    output: str = ""
    asked: list[tuple[Request, float]] = field(default_factory=list)
    closed: bool = False

    def request(self, request: Request, timeout_seconds: float) -> Reply:
        self.asked.append((request, timeout_seconds))
        answer = self.answers[len(self.asked) - 1]
        self.output += f"{len(self.asked)}\n"
        if isinstance(answer, SandboxFailureError):
            raise answer
        return answer

    def close(self) -> None:
        self.closed = True


def recorder(*sessions: FakeSession, workspace: Path = HERE) -> Recorder:
    """Return a recorder whose sandboxes are `sessions`, one after the other."""
    remaining = iter(sessions)

    def opened() -> Session:
        return next(remaining)

    return Recorder(LiveSandboxes(workspace, opened))


def kept(recorded: Recorder) -> Transcript:
    """Return the transcript as the store would give it back."""
    made = recorded.transcript
    assert made is not None
    return msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Transcript)


def replay_of(recorded: Recorder) -> Replay:
    return Replay(kept(recorded), recorded.arrays.__getitem__)


def answered(session: Session, request: Request) -> object:
    """Return what comes of `request`, or why nothing does."""
    try:
        return session.request(request, 20.0)
    except SandboxFailureError as failure:
        return (failure.reason, failure.detail)


def call(*values: object, function: str = "f") -> Call:
    return Call(function, tuple(array(np.asarray(value)) for value in values), 42)


def says(value: float, size: int = 3) -> Outcome:
    return Outcome(value=array(np.full(size, value)), seconds=0.25)


REQUESTS = st.one_of(
    st.builds(lambda number: call([number, 1.5]), st.integers(0, 3)),
    st.builds(lambda name: call(function=name), st.sampled_from(["f", "g"])),
    st.builds(Describe, st.sampled_from(["1", "2"])),
    st.builds(lambda name: OpenModel(str(HERE / name)), st.sampled_from(["a.keras", "b.keras"])),
    st.builds(
        lambda name: Method("1", "save", (String(str(HERE / name)),), {}, 42), st.sampled_from(["a", "b"])
    ),
    st.just(Load("/somewhere/answer.py", ("/somewhere",), str(HERE))),
)
ANSWERS = st.one_of(
    st.builds(says, st.integers(0, 3), st.integers(0, 4)),
    st.builds(lambda text: Outcome(value=String(text)), st.text(max_size=9)),
    st.just(Loaded(("f", "g"))),
)
FAILURES = st.builds(SandboxFailureError, st.sampled_from(Reason), st.text(max_size=9))
SANDBOXES = st.lists(
    st.tuples(st.lists(st.tuples(REQUESTS, ANSWERS), max_size=8), st.none() | st.tuples(REQUESTS, FAILURES)),
    max_size=3,
)


@given(SANDBOXES)
def test_every_request_is_answered_by_the_replay_as_it_was_by_the_sandbox(
    sandboxes: list[tuple[list[tuple[Request, Reply]], tuple[Request, SandboxFailureError] | None]],
) -> None:
    plans = [[*exchanges, *([last] if last else [])] for exchanges, last in sandboxes]
    sessions = [FakeSession([answer for _, answer in plan]) for plan in plans]
    recorded = recorder(*sessions)
    live = []
    for plan in plans:
        session = recorded.open()
        live.append([answered(session, request) for request, _ in plan])
        session.close()
    replay = replay_of(recorded)
    assert replay.workspace == HERE
    for plan, before, session in zip(plans, live, sessions, strict=True):
        replayed = replay.open()
        assert [answered(replayed, request) for request, _ in plan] == before
        assert replayed.output == session.output
        assert session.closed
        replayed.close()
    assert not replay.missed


@given(st.lists(REQUESTS, unique_by=lambda request: request_digest(request, HERE), max_size=6), st.data())
def test_requests_asked_in_another_order_get_the_same_answers(
    requests: list[Request], data: st.DataObject
) -> None:
    recorded = recorder(FakeSession([says(number) for number in range(len(requests))]))
    session = recorded.open()
    live = {request_digest(request, HERE): answered(session, request) for request in requests}
    replayed = replay_of(recorded).open()
    for request in data.draw(st.permutations(requests)):
        assert answered(replayed, request) == live[request_digest(request, HERE)]


def test_what_was_asked_twice_is_answered_in_turn_and_from_the_start_again() -> None:
    recorded = recorder(FakeSession([says(1), says(2)]))
    session = recorded.open()
    first, second = answered(session, call()), answered(session, call())
    assert first != second
    replayed = replay_of(recorded).open()
    assert [answered(replayed, call()) for _ in range(3)] == [first, second, first]


@pytest.mark.parametrize(
    "request_in",
    [
        lambda folder: OpenModel(str(folder / "best.keras")),
        lambda folder: Method("1", "save", (String(f"{folder}/모델 1.keras"),), {}, 42),
        lambda folder: Load(str(folder / "answer.py"), (str(folder),), str(folder)),
    ],
    ids=["a file opened", "a path in an argument", "loading"],
)
def test_a_request_is_the_same_wherever_the_workspace_lies(request_in: Callable[[Path], Request]) -> None:
    here, there = request_digest(request_in(HERE), HERE), request_digest(request_in(THERE), THERE)
    assert here == there


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (call(), call(function="g")),
        (call([1]), call([2])),
        (call([1, 2], [3]), call([1], [2, 3])),
        (call([1]), call([1.0])),
        (call(), Call("f", (), 43)),
        (OpenModel(f"{HERE}/a"), OpenModel(f"{HERE}/b")),
        (Describe("1"), Describe("2")),
        (Describe("1"), OpenModel("1")),
    ],
)
def test_different_requests_have_different_digests(one: Request, other: Request) -> None:
    assert request_digest(one, HERE) != request_digest(other, HERE)


def test_what_was_never_asked_is_not_made_up_and_noted() -> None:
    recorded = recorder(FakeSession([says(1)]))
    answered(recorded.open(), call([1]))
    replay = replay_of(recorded)
    session = replay.open()
    answered(session, call([1]))
    assert not replay.missed
    with pytest.raises(NotRecordedError):
        session.request(call([2]), 20.0)
    assert replay.missed


def test_a_sandbox_more_than_was_opened_answers_nothing() -> None:
    recorded = recorder(FakeSession([says(1)]))
    answered(recorded.open(), call())
    replay = replay_of(recorded)
    replay.open()
    beyond = replay.open()
    assert beyond.output == ""
    with pytest.raises(NotRecordedError):
        beyond.request(call(), 20.0)
    assert replay.missed


def test_each_sandbox_is_answered_from_its_own_exchanges() -> None:
    recorded = recorder(FakeSession([says(1)]), FakeSession([says(2)]))
    for _ in range(2):
        answered(recorded.open(), call())
    replay = replay_of(recorded)
    assert [answered(replay.open(), call()) for _ in range(2)] == [says(1), says(2)]


def test_a_failure_is_replayed_with_its_reason_and_its_detail() -> None:
    recorded = recorder(FakeSession([SandboxFailureError(Reason.MEMORY_LIMIT, "more than 4 GiB")]))
    with pytest.raises(SandboxFailureError):
        recorded.open().request(call(), 20.0)
    replay = replay_of(recorded)
    with pytest.raises(SandboxFailureError) as failure:
        replay.open().request(call(), 20.0)
    assert (failure.value.reason, failure.value.detail) == (Reason.MEMORY_LIMIT, "more than 4 GiB")
    assert not replay.missed


def test_what_is_no_failure_of_the_sandboxs_is_not_an_answer() -> None:
    recorded = recorder(FakeSession([]))
    with pytest.raises(IndexError):
        recorded.open().request(call(), 20.0)
    assert kept(recorded).sessions[0].exchanges == ()


def test_equal_arrays_are_kept_once() -> None:
    weights = np.arange(1000.0)
    recorded = recorder(
        FakeSession([Outcome(value=array(weights))] * 5 + [Outcome(value=array(weights * 2))])
    )
    session = recorded.open()
    for number in range(6):
        answered(session, call([number]))
    assert len(recorded.arrays) == 2
    assert sum(map(len, recorded.arrays.values())) == 2 * weights.nbytes
    assert len(msgspec.msgpack.encode(kept(recorded))) < weights.nbytes


def test_the_judges_own_arrays_are_not_kept() -> None:
    recorded = recorder(FakeSession([Outcome(value=String("done"))]))
    answered(recorded.open(), call(np.zeros((100, 784))))
    assert recorded.arrays == {}


def test_more_evidence_than_is_kept_leaves_none_but_reaches_the_judge(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(transcript, "MAX_KEPT_BYTES", 5_000)
    recorded = recorder(FakeSession([says(number, size=100) for number in range(20)]))
    session = recorded.open()
    for number in range(20):
        reply = session.request(call([number]), 20.0)
        assert isinstance(reply, Outcome)
        assert isinstance(reply.value, Array)
        assert reply.value.value.tolist() == [number] * 100
    assert recorded.transcript is None
    assert recorded.arrays == {}


def test_the_same_array_again_counts_once_against_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcript, "MAX_KEPT_BYTES", 20_000)
    recorded = recorder(FakeSession([says(1, size=1000)] * 20))
    session = recorded.open()
    for number in range(20):
        answered(session, call([number]))
    assert recorded.transcript is not None


def test_the_time_that_is_waited_is_passed_on_and_the_recorder_stands_in_the_same_folder() -> None:
    session = FakeSession([says(1)])
    recorded = recorder(session)
    recorded.open().request(call(), 7.5)
    assert session.asked == [(call(), 7.5)]
    assert recorded.workspace == HERE


@given(ANSWERS)
def test_a_reply_is_the_same_after_its_arrays_were_kept_apart(reply: Reply) -> None:
    packed, arrays = pack_reply(reply)
    assert transcript.unpack_reply(packed, arrays.__getitem__) == reply
    assert set(packed.arrays) == set(arrays)


def test_what_is_printed_of_them_is_short_whatever_they_hold() -> None:
    recorded = recorder(FakeSession([says(number, size=1000) for number in range(9)]))
    session = recorded.open()
    for number in range(9):
        answered(session, call([number]))
    replay = replay_of(recorded)
    for opens in (recorded.open, replay.open, Replay(kept(recorded), recorded.arrays.pop).open):
        assert len(repr(opens)) < 1000
