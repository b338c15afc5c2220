from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import common_hints, expect
from grader.checking.finding import Finding
from grader.evidence.describe import Describer
from grader.evidence.vocabulary import Array, Error, Evidence, Null, Opaque, array
from grader.sandbox.messages import Outcome


def told(value: object) -> Evidence:
    return Describer("").describe(value)


def hint_of(action: Callable[..., object], *arguments: object, **options: object) -> str:
    with pytest.raises(Finding) as found:
        action(*arguments, **options)
    assert found.value.message.en
    assert found.value.message.ko
    return found.value.hint.id


@pytest.mark.parametrize("value", [np.arange(3), [0, 1, 2], (0, 1, 2), [np.int64(0), 1, 2]])
def test_an_array_or_a_list_of_numbers_is_an_array(value: object) -> None:
    assert expect.as_array(told(value), "f").tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("evidence", "hint"),
    [
        (Null(), "missing_return"),
        (Opaque("generator"), "returns_generator"),
        (Opaque("Odd"), "wrong_type"),
        (told("text"), "wrong_type"),
        (told({"a": 1}), "wrong_type"),
        (Array(dtype="float32", shape=(2,), data=None), "array_too_large"),
        (array(np.zeros(0, bool), "tensor"), "returns_tensor"),
    ],
)
def test_what_is_no_array_is_named(evidence: Evidence, hint: str) -> None:
    assert hint_of(expect.as_array, evidence, "f") == hint


@pytest.mark.parametrize("value", [1, 1.0, np.float32(1), np.int8(1), np.array(1.0)])
def test_a_number_of_pythons_or_numpys_is_a_number(value: object) -> None:
    assert expect.as_number(told(value), "f") == 1.0


@pytest.mark.parametrize("value", [True, "1", [1], None, np.ones(1)])
def test_nothing_else_is_a_number(value: object) -> None:
    hint_of(expect.as_number, told(value), "f")


@pytest.mark.parametrize("value", [1.0, True, np.float64(1)])
def test_a_float_is_no_whole_number(value: object) -> None:
    assert hint_of(expect.as_int, told(value), "f") == "wrong_type"


@pytest.mark.parametrize("value", [(1.5, 2), [1.5, 2], np.array([1.5, 2])])
def test_a_pair_is_a_tuple_a_list_or_an_array(value: object) -> None:
    first, second = expect.as_items(told(value), "f", ("loss", "accuracy"))
    assert (expect.as_number(first, "f"), expect.as_number(second, "f")) == (1.5, 2.0)


@pytest.mark.parametrize("value", [(1,), (1, 2, 3), 5, "ab"])
def test_the_wrong_number_of_values_is_named(value: object) -> None:
    assert hint_of(expect.as_items, told(value), "f", ("a", "b")) == "wrong_number_of_values"


def test_shapes_are_compared_before_values() -> None:
    assert hint_of(expect.same_values, np.zeros((4, 1)), np.zeros(4)) == "wrong_shape"


def test_nan_equals_nothing_not_even_nan() -> None:
    nothing = np.full(3, np.nan)
    assert hint_of(expect.same_values, nothing, nothing) == "not_finite"
    assert hint_of(expect.close, float("nan"), 1.0, common_hints.WRONG_VALUES, atol=1.0) == "wrong_values"


def test_the_first_difference_is_shown_with_its_place() -> None:
    with pytest.raises(Finding) as found:
        expect.same_values(np.array([[1.0, 2.0], [3.0, 9.0]]), np.array([[1.0, 2.0], [3.0, 4.0]]))
    assert (found.value.expected, found.value.actual) == ("4 at [1, 1]", "9 at [1, 1]")


@given(st.lists(st.floats(-1e6, 1e6, width=32), max_size=20))
def test_float32_may_stand_for_float64(values: list[float]) -> None:
    exact = np.array(values)
    expect.same_values(exact.astype(np.float32), exact)


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=20)
)
def test_anything_can_be_said_in_a_few_words(value: object) -> None:
    assert len(expect.said(told(value))) < 11_000


def test_a_changed_argument_is_named() -> None:
    expect.arguments_left_alone(Outcome(), "f")
    assert hint_of(expect.arguments_left_alone, Outcome(mutated=(1,)), "f") == "input_changed"


def test_an_error_is_no_array() -> None:
    assert hint_of(expect.as_array, Error(kind="E", bases=(), message=""), "f") == "wrong_type"
