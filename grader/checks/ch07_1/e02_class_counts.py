"""Judges ch07_1/e02_class_counts."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from grader.checking.expect import (
    arguments_left_alone,
    as_array,
    as_items,
    first_values,
    of_kind,
    same_values,
)
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.lesson import Lesson
from grader.checking.marks import check
from grader.checking.strategies import Values, drawn, labels
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Array, Evidence, Mapping, Opaque, Sequence
from grader.language import Text
from grader.report.model import Reason

READ = Text(en="Section 7-1, the Fashion-MNIST data", ko="7-1절 패션 MNIST")
TYPICAL = np.array([9, 0, 0, 3, 0, 2, 7, 2, 5, 5], np.uint8)

COUNTS_IN_DICTIONARY = hint(
    "counts_in_dictionary",
    "A dictionary came back; two arrays are asked for. `np.unique(target, return_counts=True)` gives both at "
    "once.",
    "딕셔너리가 나왔습니다. 배열 두 개가 필요합니다. `np.unique(target, return_counts=True)`를 쓰면 둘을 한 "
    "번에 얻습니다.",
    read=READ,
)
COUNTS_IN_PAIRS = hint(
    "counts_in_pairs",
    "The result is a list of (label, count) pairs. Return two arrays instead: all the labels, then all the "
    "counts.",
    "(레이블, 횟수) 쌍의 목록이 나왔습니다. 레이블 전체와 횟수 전체를 두 배열로 돌려주세요.",
    read=READ,
)
COUNTS_BEFORE_LABELS = hint(
    "counts_before_labels",
    "The two arrays are right, but the counts come first. Return the labels, then the counts.",
    "두 배열의 값은 맞지만 횟수가 먼저 나왔습니다. 레이블, 횟수의 순서로 돌려주세요.",
    read=READ,
)
ABSENT_LABELS = hint(
    "absent_labels_listed",
    "{extra} is listed as a label but does not occur in the array. Do not assume the labels 0 to 9, and note "
    "that `np.bincount` counts every number up to the largest: `np.unique` lists only what is there.",
    "{extra}은(는) 배열에 없는데 레이블에 들어 있습니다. 레이블이 0~9라고 가정하지 마세요. `np.bincount`는 "
    "가장 큰 값까지의 모든 수를 셉니다. `np.unique`는 있는 값만 돌려줍니다.",
    read=READ,
)
LABELS_UNSORTED = hint(
    "labels_not_ascending",
    "The right labels in another order: {actual}. They should be ascending; `sorted(...)` or `np.unique` "
    "puts them so.",
    "레이블은 맞지만 순서가 다릅니다: {actual}. 오름차순이어야 합니다. `sorted(...)`나 `np.unique`를 쓰세요.",
    read=READ,
)
WRONG_LABELS = hint(
    "wrong_labels",
    "The labels should be those that occur in the array, each once: {expected}. They are {actual}.",
    "레이블은 배열에 나오는 값을 한 번씩 담아야 합니다: {expected}. 지금은 {actual}입니다.",
    read=READ,
)
NEGATIVE_LABELS = hint(
    "negative_labels_fail",
    "It works for labels from 0, but stops with an error where a label is negative. `np.bincount`, and lists "
    "indexed by the label, cannot count those; `np.unique(target, return_counts=True)` can.",
    "0 이상의 레이블은 세지만 음수 레이블에서 오류가 납니다. `np.bincount`나 레이블을 인덱스로 쓰는 "
    "리스트로는 음수를 셀 수 없습니다. `np.unique(target, return_counts=True)`를 쓰세요.",
    read=READ,
)
WRONG_COUNTS = hint(
    "wrong_counts",
    "The labels are right, the counts are not: expected {expected}, got {actual}. Each count says how many "
    "samples of the label in the same place there are.",
    "레이블은 맞지만 횟수가 다릅니다. {expected}이어야 하는데 {actual}입니다. 같은 자리에 있는 레이블의 샘플 "
    "수를 세야 합니다.",
    read=READ,
)
COUNTS_OVERFLOW = hint(
    "counts_overflow",
    "The counts start again from 0 after 255: they are kept in an array of uint8, the dtype of the labels. "
    "Use `np.zeros(len(labels), dtype=int)` for the counts, not `np.zeros_like(labels)`.",
    "횟수가 255 다음에 다시 0이 됩니다. 레이블의 자료형인 uint8 배열에 횟수를 담았기 때문입니다. "
    "`np.zeros_like(labels)` 대신 `np.zeros(len(labels), dtype=int)`를 쓰세요.",
    read=READ,
)
WRONG_NUMBER_OF_LABELS = hint(
    "wrong_number_of_labels",
    "For n = {n} there should be {expected} labels, but {actual} came back. Use the argument: `target[:n]`.",
    "n = {n}이면 레이블이 {expected}개여야 하는데 {actual}개가 나왔습니다. 인수를 쓰세요: `target[:n]`.",
    read=READ,
)
NOT_THE_FIRST = hint(
    "not_the_first_labels",
    "These are not the first labels of the array: expected {expected}, got {actual}. Take `target[:n]` as it "
    "stands, from index 0, without sorting it or leaving repeated labels out.",
    "배열의 처음 레이블이 아닙니다. {expected}이어야 하는데 {actual}입니다. 정렬하거나 중복을 빼지 말고 0번 "
    "인덱스부터 `target[:n]`을 그대로 쓰세요.",
    read=READ,
)


def _two_arrays(evidence: Evidence) -> tuple[Values, Values]:
    if isinstance(evidence, Mapping) or (
        isinstance(evidence, Opaque) and evidence.class_name in _DICTIONARIES
    ):
        raise Finding(COUNTS_IN_DICTIONARY, expected="(labels, counts)", actual="a dictionary")
    rows = evidence.items if isinstance(evidence, Sequence) else ()
    shape = evidence.shape if isinstance(evidence, Array) else (len(rows), 2)
    if len(shape) == 2 and shape[0] > 2 and shape[1] == 2 and all(_is_pair(row) for row in rows):
        raise Finding(COUNTS_IN_PAIRS, expected="(labels, counts)", actual=f"{shape[0]} pairs")
    first, second = as_items(evidence, "class_counts", ("labels", "counts"))
    return as_array(first, "class_counts"), as_array(second, "class_counts")


_DICTIONARIES = ("dict", "Counter", "defaultdict")


def _is_pair(row: Evidence) -> bool:
    return isinstance(row, Array) and row.shape == (2,)


def _same_labels(student: Subject, reference: Subject, target: Values) -> tuple[Values, Values]:
    """Return the student's counts and the right ones, after the labels have been judged."""
    found, counts = _two_arrays(student.class_counts(target))
    wanted, wanted_counts = _two_arrays(reference.class_counts(target))
    if np.array_equal(found, wanted):
        return counts, wanted_counts
    if np.array_equal(counts, wanted) and np.array_equal(found, wanted_counts):
        raise Finding(COUNTS_BEFORE_LABELS, expected="(labels, counts)", actual="(counts, labels)")
    extra = np.setdiff1d(found, wanted)
    hints = WRONG_LABELS
    if extra.size and np.isin(wanted, found).all():
        hints = ABSENT_LABELS
    elif np.array_equal(np.sort(found, axis=None), wanted):
        hints = LABELS_UNSORTED
    raise Finding(
        hints, expected=first_values(wanted), actual=first_values(found), extra=first_values(extra, 1)
    )


@check(1.0, WRONG_LABELS)
@drawn
@given(target=labels(high=30))
@example(target=TYPICAL)
def test_lists_the_labels_that_occur(student: Subject, reference: Subject, target: Values) -> None:
    """The labels are those that occur, each once, in ascending order.

    레이블은 배열에 나오는 값만 한 번씩, 오름차순으로 들어 있습니다.
    """
    _same_labels(student, reference, target)


@check(0.5, WRONG_COUNTS, after="test_lists_the_labels_that_occur")
@drawn
@given(target=labels(low=-6, high=6))
@example(target=TYPICAL)
def test_counts_each_label(student: Subject, reference: Subject, target: Values) -> None:
    """Each label is counted, negative ones too, and the array stays as it is.

    음수 레이블도 포함하여 레이블마다 횟수를 세고, 입력 배열은 바꾸지 않습니다.
    """
    try:
        counts, wanted = _same_labels(student, reference, target)
    except Finding as finding:
        if finding.reason is not Reason.EXCEPTION or not (target < 0).any():
            raise
        raise Finding(
            NEGATIVE_LABELS,
            actual=finding.actual,
            reason=finding.reason,
            frames=finding.frames,
            detail=finding.detail,
        ) from finding
    if counts.shape != wanted.shape or not np.array_equal(counts, wanted):
        raise Finding(WRONG_COUNTS, expected=first_values(wanted), actual=first_values(counts))
    arguments_left_alone(student.call("class_counts", target), "class_counts")


@check(0.5, WRONG_COUNTS, after="test_counts_each_label")
def test_counts_the_training_set(student: Subject, reference: Subject, lesson: Lesson) -> None:
    """The training set has its ten classes, equally many images in each.

    훈련 세트에는 클래스 열 개가 있고 이미지 수가 모두 같습니다.
    """
    counts, wanted = _same_labels(student, reference, lesson.dataset.train_target)
    if np.array_equal(counts, wanted % 256):
        raise Finding(COUNTS_OVERFLOW, expected=first_values(wanted), actual=first_values(counts))
    same_values(counts, wanted, hint=WRONG_COUNTS)


@check(1.0, NOT_THE_FIRST)
@drawn
@given(target=labels(minimum=10, maximum=20), n=st.integers(0, 10) | st.none())
@example(target=TYPICAL, n=None)
@example(target=TYPICAL, n=4)
def test_lists_the_first_labels(student: Subject, reference: Subject, target: Values, n: int | None) -> None:
    """The first `n` labels come back, ten where `n` is not given.

    처음 `n`개의 레이블을 돌려주고, `n`을 주지 않으면 열 개를 돌려줍니다.
    """
    arguments = (target,) if n is None else (target, n)
    found = as_array(student.first_labels(*arguments), "first_labels")
    wanted = as_array(reference.first_labels(*arguments), "first_labels")
    if found.shape != wanted.shape:
        raise Finding(
            WRONG_NUMBER_OF_LABELS,
            expected=str(wanted.size),
            actual=str(found.size),
            n=10 if n is None else n,
        )
    of_kind(found, "iu")
    if not np.array_equal(found, wanted):
        raise Finding(NOT_THE_FIRST, expected=first_values(wanted, 10), actual=first_values(found, 10))
