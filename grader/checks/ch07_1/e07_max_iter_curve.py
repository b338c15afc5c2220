"""Judges ch07_1/e07_max_iter_curve."""

from __future__ import annotations

import re

import numpy as np
import pytest

from grader.checking.cross_validation import READ, is_same, other_scores
from grader.checking.curves import (
    AXES_NOT_LABELLED,
    LEGEND_MISSING,
    Drawn,
    axes_are_labelled,
    curves,
    legend_of,
    name_in_legend,
)
from grader.checking.expect import arguments_left_alone, as_array, as_figure, as_items, said
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.lesson import Lesson
from grader.checking.marks import check
from grader.checking.strategies import Values
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Evidence, Figure, Sequence

ONE_SCORE_PER_ENTRY = hint(
    "one_score_per_entry",
    "For {n} entries of `max_iters` there should be {n} training scores and {n} test scores, but one of the "
    "two is {actual}. Append one mean, `np.mean(...)`, in each round of the loop, and return after the loop.",
    "`max_iters`의 값이 {n}개이면 훈련 점수와 테스트 점수도 {n}개씩이어야 하는데 그중 하나가 {actual}입니다. "
    "반복할 때마다 `np.mean(...)` 하나씩을 추가하고, 반복문이 끝난 뒤에 돌려주세요.",
    read=READ,
)
SCORES_SWAPPED = hint(
    "train_and_test_scores_swapped",
    "The test scores come first. Return `train_scores, test_scores`.",
    "테스트 점수가 먼저 나왔습니다. `train_scores, test_scores` 순서로 돌려주세요.",
    read=READ,
)
MAX_ITER_NOT_USED = hint(
    "max_iter_not_used",
    "Every entry has the same score: the loop's value does not reach the classifier. Make a new one in each "
    "round, `SGDClassifier(..., max_iter=max_iter)`.",
    "모든 점수가 같습니다. 반복문의 값이 분류기에 전달되지 않았습니다. 반복할 때마다 `SGDClassifier(..., "
    "max_iter=max_iter)`로 새로 만드세요.",
    read=READ,
)
SWEEP_SORTED = hint(
    "sweep_reordered",
    "The scores are right, but not in the order of `max_iters`: one for each entry as it is given, neither "
    "sorted nor without repetitions.",
    "점수는 맞지만 `max_iters`의 순서와 다릅니다. 정렬하거나 중복을 빼지 말고 주어진 값마다 하나씩 넣으세요.",
    read=READ,
)
WRONG_SCORES = hint(
    "wrong_sweep_scores",
    "For max_iter {given} the mean {part} score is {expected} on this data, not {actual}. Cross-validate "
    "`SGDClassifier(loss='log_loss', max_iter=max_iter, random_state=42)` with `cv=5` on x and y as they "
    "come.",
    "max_iter가 {given}일 때 이 데이터의 평균 {part_ko} 점수는 {actual}이(가) 아니라 {expected}입니다. x와 "
    "y를 그대로 써서 `SGDClassifier(loss='log_loss', max_iter=max_iter, random_state=42)`를 `cv=5`로 교차 "
    "검증하세요.",
    read=READ,
)
NOT_AGAINST_MAX_ITERS = hint(
    "not_against_max_iters",
    "The curve is drawn against 0, 1, 2, ... instead of `max_iters`. Give both: `plt.plot(max_iters, "
    "train_scores)`.",
    "곡선을 `max_iters`가 아니라 0, 1, 2, ...에 대해 그렸습니다. 둘 다 넣으세요: `plt.plot(max_iters, "
    "train_scores)`.",
    read=READ,
)
CURVE_MISSING = hint(
    "score_curve_missing",
    "No curve shows the {part} scores against `max_iters`. Draw both: `plt.plot(max_iters, train_scores)` "
    "and `plt.plot(max_iters, test_scores)`.",
    "`max_iters`에 대한 {part_ko} 점수 곡선이 없습니다. 둘 다 그리세요: `plt.plot(max_iters, train_scores)`, "
    "`plt.plot(max_iters, test_scores)`.",
    read=READ,
)
WRONG_NAMES = hint(
    "score_curve_misnamed",
    "The legend calls the curve of the {part} scores '{actual}'. The names of `plt.legend([...])` go with "
    "the curves in the order in which they were drawn; `label='{expected}'` in `plt.plot` is safer.",
    "범례에서 {part_ko} 점수 곡선의 이름이 '{actual}'입니다. `plt.legend([...])`의 이름은 곡선을 그린 "
    "순서대로 붙습니다. `plt.plot`에 `label='{expected}'`를 쓰는 편이 안전합니다.",
    read=READ,
)

NO_CURVE = hint(
    "no_curve_drawn",
    "There is no curve on the figure that came back. Draw on the Axes of the figure that you return: `fig, "
    "ax = plt.subplots()`, `ax.plot(x, y)`, `return fig`. `plt.figure()` makes a new, empty one.",
    "돌려준 그림에 곡선이 없습니다. 돌려줄 그림의 축에 그리세요: `fig, ax = plt.subplots()`, `ax.plot(x, "
    "y)`, `return fig`. `plt.figure()`는 비어 있는 새 그림을 만듭니다.",
    read=READ,
)

PARTS = (("training", "훈련"), ("test", "테스트"))
# How the curves may be called.
NAMES = (
    re.compile(r"train|\btr\b|훈련|학습", re.IGNORECASE),
    re.compile(r"test|val|\bcv\b|테스트|검증|시험|교차", re.IGNORECASE),
)

Pair = tuple[Values, Values]


@pytest.fixture(scope="module")
def sample(lesson: Lesson) -> Pair:
    """Return the rows of four classes: few enough to sweep over in a moment."""
    x, y = lesson.sample(220)
    return x[y < 4], y[y < 4]


def _scores(evidence: Evidence, n: int) -> Pair:
    train, test = as_items(evidence, "score_curve", ("train_scores", "test_scores"))
    for item in (train, test):
        if isinstance(item, Sequence) and item.items:  # the scores of the folds, an array for each entry
            raise Finding(ONE_SCORE_PER_ENTRY, expected=f"{n} scores", actual=said(item), n=n)
    found = as_array(train, "score_curve"), as_array(test, "score_curve")
    for scores in found:
        if scores.shape != (n,):
            raise Finding(ONE_SCORE_PER_ENTRY, expected=f"{n} scores", actual=f"an array {scores.shape}", n=n)
    return found


def _swept(student: Subject, reference: Subject, sample: Pair, max_iters: list[int]) -> tuple[Pair, Pair]:
    # Another seed than 42: a classifier without a random state must not be right by accident.
    outcome = student.call("score_curve", *sample, max_iters, seed=7)
    arguments_left_alone(outcome, "score_curve")
    found = _scores(outcome.value, len(max_iters))
    return found, _scores(reference.score_curve(*sample, max_iters), len(max_iters))


def _equal(found: Values, wanted: Values) -> bool:
    return all(map(is_same, found.tolist(), wanted.tolist()))


def _wrong_scores(found: Pair, wanted: Pair, sample: Pair, max_iters: list[int]) -> Finding:
    part = 0 if not _equal(found[0], wanted[0]) else 1
    place = next(i for i in range(len(max_iters)) if not is_same(found[part][i], wanted[part][i]))
    chosen = WRONG_SCORES
    if _equal(found[0], wanted[1]) and _equal(found[1], wanted[0]):
        chosen = SCORES_SWAPPED
    elif len(set(found[1].tolist())) == 1 < len(set(wanted[1].tolist())):
        chosen = MAX_ITER_NOT_USED
    else:
        params = {"loss": "log_loss", "max_iter": max_iters[place], "random_state": 42}
        for mistake, scores in other_scores(params, *sample):
            if is_same(found[0][place], scores[0]) and is_same(found[1][place], scores[1]):
                chosen = mistake
                break
    expected, actual = f"{wanted[part][place]:.4f}", f"{found[part][place]:.4f}"
    part_en, part_ko = PARTS[part]
    return Finding(
        chosen, expected=expected, actual=actual, given=max_iters[place], part=part_en, part_ko=part_ko
    )


@check(1.0, WRONG_SCORES)
def test_scores_each_max_iter(student: Subject, reference: Subject, sample: Pair) -> None:
    """Each number of iterations gets its mean training score and its mean test score over the five folds.

    반복 횟수마다 다섯 폴드의 평균 훈련 점수와 평균 테스트 점수를 구합니다.
    """
    max_iters = [1, 3]
    found, wanted = _swept(student, reference, sample, max_iters)
    if not (_equal(found[0], wanted[0]) and _equal(found[1], wanted[1])):
        raise _wrong_scores(found, wanted, sample, max_iters)


@check(0.5, SWEEP_SORTED, after="test_scores_each_max_iter", hidden=True)
def test_keeps_the_given_order(student: Subject, reference: Subject, sample: Pair) -> None:
    """The scores stand in the order of `max_iters`, whatever it is and however many there are.

    점수는 `max_iters`의 순서와 개수를 그대로 따릅니다.
    """
    for max_iters in ([3, 1, 1], [2]):
        found, wanted = _swept(student, reference, sample, max_iters)
        for actual, expected in zip(found, wanted, strict=True):
            if _equal(np.sort(actual), np.sort(expected)) and not _equal(actual, expected):
                raise Finding(SWEEP_SORTED, expected=f"{expected.round(3)}", actual=f"{actual.round(3)}")
        if not (_equal(found[0], wanted[0]) and _equal(found[1], wanted[1])):
            raise _wrong_scores(found, wanted, sample, max_iters)


Plot = tuple[list[int], Pair, Figure]


@pytest.fixture(scope="module")
def figures(student: Subject) -> list[Plot]:
    """Return what was to be drawn and the figure; the test scores lie above the training scores as well."""
    generator = np.random.default_rng(11)
    found = []
    for max_iters in ([1, 3, 5, 7, 9, 10], [5, 20, 40]):
        scores = generator.random((2, len(max_iters))).round(4)
        figure = student.plot_score_curve(max_iters, scores[0].tolist(), scores[1].tolist())
        found.append((max_iters, (scores[0], scores[1]), as_figure(figure, "plot_score_curve")))
    return found


def _curve(plot: Plot, part: int) -> Drawn:
    """Return the curve of the training (0) or the test scores (1)."""
    max_iters, scores, figure = plot
    drawn = curves(figure)
    if not drawn:
        raise Finding(NO_CURVE, expected="two curves", actual=f"{len(figure.axes)} Axes without a curve")
    x, y = np.array(max_iters), scores[part]
    for curve in drawn:
        if _runs_through(curve, x, y):
            return curve
    by_place = any(_runs_through(curve, np.arange(len(x)) + start, y) for curve in drawn for start in (0, 1))
    part_en, part_ko = PARTS[part]
    raise Finding(
        NOT_AGAINST_MAX_ITERS if by_place else CURVE_MISSING,
        expected=f"x from {x[0]} to {x[-1]}",
        actual=f"{len(drawn)} curves",
        part=part_en,
        part_ko=part_ko,
    )


def _runs_through(drawn: Drawn, x: Values, y: Values) -> bool:
    found = drawn.curve.x.value, drawn.curve.y.value
    return all(
        a.shape == b.shape and np.allclose(a, b, rtol=1e-6) for a, b in zip(found, (x, y), strict=True)
    )


@check(0.5, CURVE_MISSING)
def test_draws_both_curves_against_max_iters(figures: list[Plot]) -> None:
    """Training and test scores are drawn as curves against `max_iters`.

    훈련 점수와 테스트 점수를 `max_iters`에 대한 곡선으로 그립니다.
    """
    for plot in figures:
        for part in (0, 1):
            _curve(plot, part)


@check(0.5, LEGEND_MISSING, after="test_draws_both_curves_against_max_iters")
def test_names_the_right_curve(figures: list[Plot]) -> None:
    """The legend names the right curve `train` and the other `test`.

    범례는 두 곡선의 이름 `train`과 `test`를 바르게 알려 줍니다.
    """
    for plot in figures:
        if not legend_of(plot[2]):
            raise Finding(LEGEND_MISSING, expected="a legend", actual="none")
        names = [name_in_legend(plot[2], _curve(plot, part)) for part in (0, 1)]
        right = [bool(pattern.search(name)) for pattern, name in zip(NAMES, names, strict=True)]
        swapped = [bool(pattern.search(name)) for pattern, name in zip(NAMES, names[::-1], strict=True)]
        if not all(right) or all(swapped):
            part = right.index(False) if False in right else 0
            part_en, part_ko = PARTS[part]
            expected = ("train", "test")[part]
            raise Finding(WRONG_NAMES, expected=expected, actual=names[part], part=part_en, part_ko=part_ko)


@check(0.5, AXES_NOT_LABELLED, after="test_draws_both_curves_against_max_iters")
def test_labels_both_axes(figures: list[Plot]) -> None:
    """Both axes have a label.

    두 축에 이름이 있습니다.
    """
    for plot in figures:
        for part in (0, 1):
            axes_are_labelled(_curve(plot, part).axes)
