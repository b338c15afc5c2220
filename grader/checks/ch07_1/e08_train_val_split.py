"""Judges ch07_1/e08_train_val_split."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from grader.checking.common_hints import INPUT_CHANGED
from grader.checking.expect import arguments_left_alone, as_array, as_items, first_values
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.strategies import Values, drawn
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Evidence
from grader.language import Text

READ = Text(en="Section 7-1, the validation set", ko="7-1절 검증 세트 나누기")
NAMES = ("train_scaled", "val_scaled", "train_target", "val_target")

WRONG_SHARE = hint(
    "wrong_validation_share",
    "Of {n} rows {expected} belong into the validation set, but {actual} are in it. Write `test_size=0.2`; "
    "without it `train_test_split` takes a quarter, and 0.8 would be the share of the training set.",
    "{n}행 중 {expected}행이 검증 세트에 들어가야 하는데 {actual}행이 들어 있습니다. `test_size=0.2`라고 "
    "쓰세요. 쓰지 않으면 4분의 1을 떼고, 0.8은 훈련 세트의 비율입니다.",
    read=READ,
)
OTHER_ORDER = hint(
    "split_in_another_order",
    "The arrays stand in another order. `train_test_split(scaled, target, ...)` gives training rows, "
    "validation rows, training labels, validation labels: return `train_scaled, val_scaled, train_target, "
    "val_target`.",
    "배열의 순서가 다릅니다. `train_test_split(scaled, target, ...)`은 훈련 행, 검증 행, 훈련 레이블, 검증 "
    "레이블 순서로 줍니다. `train_scaled, val_scaled, train_target, val_target`을 돌려주세요.",
    read=READ,
)
ROWS_CHANGED = hint(
    "split_rows_changed",
    "{name} should have the shape {expected}, but it has {actual}. Splitting only chooses rows; it changes "
    "none of them.",
    "{name}의 크기가 {expected}이어야 하는데 {actual}입니다. 나누기는 행을 고르기만 하고 행 자체는 바꾸지 "
    "않습니다.",
    read=READ,
)
NOT_PAIRED = hint(
    "rows_and_labels_unpaired",
    "Rows and labels no longer belong together: a row came out with the label of another one. Give both to "
    "the same call, `train_test_split(scaled, target, ...)`, so that they are shuffled alike.",
    "행과 레이블의 짝이 어긋났습니다. `train_test_split(scaled, target, ...)`처럼 한 번에 함께 넘겨야 같은 "
    "순서로 섞입니다.",
    read=READ,
)
ROWS_LOST = hint(
    "rows_lost_or_doubled",
    "Training and validation set together should hold every row once; some are missing, changed, or in both. "
    "What is validated on must not have been trained on.",
    "훈련 세트와 검증 세트를 합치면 모든 행이 한 번씩 있어야 합니다. 빠지거나 바뀌거나 양쪽에 모두 들어 있는 "
    "행이 있습니다. 훈련에 쓴 데이터로 검증하면 안 됩니다.",
    read=READ,
)
NOT_SHUFFLED = hint(
    "split_not_shuffled",
    "The rows are still in their old order: the last ones were cut off. `train_test_split` shuffles first; "
    "leave `shuffle=False` out, and do not slice.",
    "행의 순서가 그대로이고 앞이나 뒤를 잘라 냈습니다. `train_test_split`은 먼저 섞습니다. `shuffle=False`를 "
    "빼고 슬라이싱하지 마세요.",
    read=READ,
)
STRATIFIED = hint(
    "split_stratified",
    "The classes have equal shares in both parts (`stratify=target`), which is not asked for here. Leave "
    "`stratify` out: the rows are chosen at random.",
    "클래스 비율이 양쪽에서 같습니다(`stratify=target`). 여기서는 필요하지 않습니다. `stratify`를 빼면 행을 "
    "무작위로 고릅니다.",
    read=READ,
)
OTHER_RANDOM_STATE = hint(
    "split_other_random_state",
    "A fifth was held out, but not the rows that `random_state=42` chooses. Write it exactly so; without it "
    "every run splits differently.",
    "5분의 1을 떼어 놓았지만 `random_state=42`로 고른 행이 아닙니다. `random_state=42`를 그대로 쓰세요. 쓰지 "
    "않으면 실행할 때마다 다르게 나뉩니다.",
    read=READ,
)


def pairs(minimum: int = 2, maximum: int = 60) -> st.SearchStrategy[tuple[Values, Values]]:
    """Return rows and labels; a row tells its index (its first value), its label and the rest do not."""
    # ceil(0.2 * n) is the rounding of scikit-learn; where n / 5 is rounded otherwise, either would be right.
    sizes = st.integers(minimum, maximum).filter(lambda n: math.ceil(0.2 * n) == math.ceil(n / 5))
    return st.tuples(sizes, st.integers(0, 2**32 - 1)).map(lambda drawn_values: _pair(*drawn_values))


def _pair(n: int, seed: int) -> tuple[Values, Values]:
    generator = np.random.default_rng(seed)
    scaled = generator.integers(0, 256, (n, 784)) / 256.0
    scaled[:, 0] = np.arange(n) / n
    return scaled, generator.permutation(np.arange(n) % 10)


# Five of each class, so that every way to split works on it and can be told from the others.
TYPICAL = _pair(50, 1)
# The sandbox starts every call at seed 42: a split without a random state would be right by accident.
OTHER_SEED = 7


def _four(evidence: Evidence) -> list[Values]:
    return [as_array(item, "split") for item in as_items(evidence, "split", NAMES)]


def _same_shapes(found: list[Values], wanted: list[Values], n: int) -> None:
    shapes, right = [values.shape for values in found], [values.shape for values in wanted]
    if shapes == right:
        return
    swapped = shapes == [right[1], right[0], right[3], right[2]]
    if sorted(shapes) == sorted(right) and not (swapped and not np.allclose(found[0], wanted[1])):
        raise Finding(OTHER_ORDER, expected=str(right), actual=str(shapes))
    train, val, train_labels, val_labels = shapes
    paired = train and val and (train_labels, val_labels) == (train[:1], val[:1]) and train[0] + val[0] == n
    if paired and val[0] != len(wanted[1]):
        raise Finding(WRONG_SHARE, expected=str(len(wanted[1])), actual=str(val[0]), n=n)
    name, shape, rows = next(each for each in zip(NAMES, shapes, right, strict=True) if each[1] != each[2])
    raise Finding(ROWS_CHANGED, expected=str(rows), actual=str(shape), name=name)


@check(1.0, WRONG_SHARE)
@drawn
@given(pair=pairs())
@example(pair=TYPICAL)
def test_holds_out_a_fifth(student: Subject, reference: Subject, pair: tuple[Values, Values]) -> None:
    """A fifth of the rows, rounded up, and their labels are held out, for any number of rows.

    행이 몇 개이든 5분의 1(올림)과 그 레이블을 검증 세트로 떼어 놓습니다.
    """
    found, wanted = _four(student.split(*pair)), _four(reference.split(*pair))
    _same_shapes(found, wanted, len(pair[0]))


@check(1.0, NOT_PAIRED, after="test_holds_out_a_fifth")
@drawn
@given(pair=pairs())
@example(pair=TYPICAL)
def test_keeps_rows_and_labels_paired(
    student: Subject, reference: Subject, pair: tuple[Values, Values]
) -> None:
    """Every row is in one of the two parts, with its own label.

    모든 행은 두 세트 중 하나에 자신의 레이블과 함께 들어 있습니다.
    """
    scaled, target = pair
    found = _four(student.call("split", scaled, target, seed=OTHER_SEED).value)
    _same_shapes(found, _four(reference.split(scaled, target)), len(scaled))
    rows, labels = np.concatenate(found[:2]), np.concatenate(found[2:])
    order = np.argsort(rows[:, 0], kind="stable")
    if not np.allclose(rows[order], scaled, atol=1e-6):
        raise Finding(ROWS_LOST, expected=f"{len(scaled)} rows, each once", actual="other rows")
    if not np.array_equal(labels[order], target):
        raise Finding(NOT_PAIRED, expected=first_values(target, 10), actual=first_values(labels[order], 10))


@check(0.5, OTHER_RANDOM_STATE, after="test_keeps_rows_and_labels_paired")
@drawn
@given(pair=pairs())
@example(pair=TYPICAL)
def test_chooses_with_random_state_42(
    student: Subject, reference: Subject, pair: tuple[Values, Values]
) -> None:
    """The rows of both parts are those that `random_state=42` chooses, in that order.

    두 세트의 행은 `random_state=42`로 고른 것이고 순서도 같습니다.
    """
    found, wanted = _four(student.call("split", *pair, seed=OTHER_SEED).value), _four(reference.split(*pair))
    _same_shapes(found, wanted, len(pair[0]))
    if np.allclose(found[0], wanted[0], atol=1e-6) and np.allclose(found[1], wanted[1], atol=1e-6):
        return
    train, val = (np.rint(values[:, 0] * len(pair[0])).astype(int) for values in found[:2])
    chosen = OTHER_RANDOM_STATE
    if (np.diff(train) >= 0).all() and (np.diff(val) >= 0).all():
        chosen = NOT_SHUFFLED
    elif len(pair[0]) == len(TYPICAL[0]) and len(np.unique(found[3])) == 10:
        chosen = STRATIFIED
    indices = np.rint(wanted[0][:, 0] * len(pair[0]))
    raise Finding(chosen, expected=f"rows {first_values(indices)}", actual=f"rows {first_values(train)}")


@check(0.5, INPUT_CHANGED, after="test_holds_out_a_fifth")
def test_leaves_both_arrays_alone(student: Subject) -> None:
    """The arrays that come in stay as they are.

    입력 배열은 바뀌지 않습니다.
    """
    arguments_left_alone(student.call("split", *_pair(40, 3)), "split")
