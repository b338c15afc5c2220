"""What the reference answered comes back as it was, the inputs too, and nothing of where and when."""

import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.checking.answer_key import FILE, MOST_EXAMPLES, AnswerKey, Recording, replayed
from grader.checking.finding import GraderFaultError
from grader.checking.strategies import drawn
from grader.evidence.vocabulary import Callback, Layer, Model, String, array
from grader.sandbox.messages import Outcome

EXERCISE = "ch07_1/e04_scale_and_flatten"
LAYER = Layer(kind="Dropout", name="", config={"rate": 0.3})


def written(recording: Recording, folder: Path) -> AnswerKey:
    with (folder / FILE).open("wb") as file:
        recording.write(file)
    return AnswerKey(folder)


def check(strategy: st.SearchStrategy[Any], calls: list[Any], *explicit: Any) -> Any:
    """Return a check that draws, as checks do, and notes what it is called with."""

    @drawn
    @given(value=strategy)
    def test_something(student: object, value: object) -> None:
        assert student != value
        calls.append(value)

    for value in explicit:
        test_something = example(value=value)(test_something)
    return test_something


def recorded(strategy: st.SearchStrategy[Any], folder: Path, *explicit: Any) -> list[Mapping[str, Any]]:
    recording = Recording()
    recording.with_inputs(EXERCISE, "test_something", check(strategy, [], *explicit))
    return written(recording, folder).examples(EXERCISE, "test_something")


def test_answers_come_back_by_exercise_and_request(tmp_path: Path) -> None:
    recording = Recording()
    recording.answers(EXERCISE)["ab"] = Outcome(value=array(np.arange(5_000)), mutated=(1,), seconds=3.0)
    recording.answers("ch07_2/e01_other")["ab"] = Outcome(value=String("two"))
    key = written(recording, tmp_path)
    answer = key.answers(EXERCISE)["ab"]
    assert np.array_equal(answer.value.value, np.arange(5_000))  # type: ignore[union-attr]
    assert answer.mutated == (1,)
    assert key.answers("ch07_2/e01_other")["ab"].value == String("two")
    assert "cd" not in key.answers(EXERCISE)


def test_nothing_tells_where_and_when_it_was_recorded() -> None:
    def bytes_of(place: str, handle: str, seconds: float) -> bytes:
        recording = Recording()
        callback = Callback(kind="ModelCheckpoint", config={"filepath": f"{place}best.keras"}, handle=handle)
        recording.answers(EXERCISE)["ab"] = Outcome(value=callback, seconds=seconds)
        file = BytesIO()
        recording.write(file)
        return file.getvalue()

    one = bytes_of("/tmp/kim/", "a:1", 0.5)  # noqa: S108 - only a text
    assert one == bytes_of("C:\\Users\\lee\\", "b:7", 1.5)
    assert b"kim" not in one


def test_of_what_is_drawn_the_first_are_recorded_and_a_check_gets_them_in_order(tmp_path: Path) -> None:
    first: list[Any] = []
    recording = Recording()
    test = check(st.integers(0, 10**6), first, -1)
    with_inputs = recording.with_inputs(EXERCISE, "test_something", test)
    assert first == [], "drawing runs no check"
    with_inputs(student="kim")
    assert first[0] == -1
    assert len(first) == MOST_EXAMPLES

    again: list[Any] = []
    examples = written(recording, tmp_path).examples(EXERCISE, "test_something")
    replayed(check(st.nothing(), again), examples)(student="kim")
    assert again == first


def test_recording_leaves_the_check_as_it_was() -> None:
    calls: list[Any] = []
    test = check(st.integers(0, 10**6), calls)
    Recording().with_inputs(EXERCISE, "test_something", test)
    test(student="kim")
    assert len(calls) > MOST_EXAMPLES


def test_the_first_example_that_fails_is_the_one_that_counts() -> None:
    calls: list[Any] = []
    test = replayed(check(st.integers(), calls), [{"value": 1}, {"value": "kim"}, {"value": 3}])
    with pytest.raises(AssertionError):
        test(student="kim")
    assert calls == [1]


def test_a_check_that_draws_nothing_is_left_alone() -> None:
    def test_plain(student: object) -> None:
        assert student

    assert replayed(test_plain, [{"value": 1}]) is test_plain
    assert Recording().with_inputs(EXERCISE, "test_plain", test_plain) is test_plain


values = st.one_of(
    st.none(),
    st.integers(-(2**40), 2**40),
    st.floats(allow_nan=False),
    st.text("가나다abc\n", max_size=5),
    arrays.arrays(
        st.sampled_from([np.uint8, np.int64, np.float32, np.float64]), st.tuples(st.integers(0, 4))
    ),
    st.dictionaries(st.sampled_from(["loss", "val_loss"]), st.lists(st.floats(0, 9), min_size=1, max_size=4)),
)


# Plain numbers alone in a tuple become one array of them, which no check draws.
pairs = st.tuples(values, arrays.arrays(np.float64, st.tuples(st.integers(0, 3), st.just(2))))


@settings(max_examples=60, deadline=None)
@given(st.lists(pairs, min_size=1, max_size=4))
def test_inputs_come_back_as_they_were(drawn_values: list[tuple[Any, Any]]) -> None:
    recording = Recording()
    recording._examples[EXERCISE, "test"] = [{"value": pair, "one": pair[0]} for pair in drawn_values]
    file = BytesIO()
    recording.write(file)
    with tempfile.TemporaryDirectory() as name:
        Path(name, FILE).write_bytes(file.getvalue())
        found = AnswerKey(Path(name)).examples(EXERCISE, "test")
        assert len(found) == len(drawn_values)
        for back, pair in zip(found, drawn_values, strict=True):
            for one, other in zip((*back["value"], back["one"]), (*pair, pair[0]), strict=True):
                assert type(one) is type(other)
                np.testing.assert_array_equal(one, other)
                assert getattr(one, "dtype", None) == getattr(other, "dtype", None)


def test_a_description_stays_a_description(tmp_path: Path) -> None:
    assert [each["value"] for each in recorded(st.just(LAYER), tmp_path)] == [LAYER]


def test_what_cannot_be_said_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraderFaultError, match="cannot be recorded"):
        recorded(st.just(object()), tmp_path)


@pytest.mark.parametrize("content", [None, b"", b"PK\x05\x06", b"no archive"])
def test_a_key_that_is_not_there_or_damaged_is_the_graders_fault(
    content: bytes | None, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    with pytest.raises(GraderFaultError, match="answer key"):
        AnswerKey(tmp_path)


def test_models_and_texts_are_told_apart(tmp_path: Path) -> None:
    shapes = {"input_shape": None, "output_shape": None, "parameters": 0}
    model = Model(name="m", spelling="sequential", built=False, linear=True, layers=(), **shapes)  # type: ignore[arg-type]
    found = recorded(st.sampled_from([model]), tmp_path, "a text")
    assert [each["value"] for each in found] == ["a text", model]
    assert String("a text") not in [each["value"] for each in found]
