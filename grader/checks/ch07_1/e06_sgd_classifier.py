"""Judges ch07_1/e06_sgd_classifier."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.checking.cross_validation import NOT_AVERAGED, READ, described, is_same, other_scores
from grader.checking.exceptions.scikit_learn import SGD_LOSS_LOG
from grader.checking.expect import arguments_left_alone, as_estimator, as_number
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.lesson import Lesson, Values
from grader.checking.marks import check
from grader.checking.strategies import drawn
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Array, Estimator, Evidence, Mapping, Sequence

OTHER_CLASSIFIER = hint(
    "another_classifier",
    "`make_classifier` should return an `SGDClassifier`, but it returned {actual}. Write "
    "`SGDClassifier(loss='log_loss', max_iter=max_iter, random_state=42)`.",
    "`make_classifier`는 `SGDClassifier`를 돌려주어야 하는데 {actual}을(를) 돌려주었습니다. "
    "`SGDClassifier(loss='log_loss', max_iter=max_iter, random_state=42)`라고 쓰세요.",
    read=READ,
)
WRONG_LOSS = hint(
    "not_the_logistic_loss",
    "The loss is `{actual}`; the default, `hinge`, is a support vector machine. For logistic regression "
    "write `loss='log_loss'`.",
    "손실 함수가 `{actual}`입니다. 기본값 `hinge`는 서포트 벡터 머신입니다. 로지스틱 회귀에는 "
    "`loss='log_loss'`를 쓰세요.",
    read=READ,
)
WRONG_RANDOM_STATE = hint(
    "classifier_random_state",
    "`random_state` should be 42, but it is {actual}. Without it every run shuffles differently, and nobody "
    "gets the scores of the chapter.",
    "`random_state`는 42여야 하는데 {actual}입니다. 정하지 않으면 실행할 때마다 다르게 섞여서 교재와 같은 "
    "점수가 나오지 않습니다.",
    read=READ,
)
MAX_ITER_IGNORED = hint(
    "max_iter_ignored",
    "`make_classifier({given})` should have `max_iter` {expected}, but it has {actual}. Pass the argument "
    "on: `max_iter=max_iter`; its default is 5.",
    "`make_classifier({given})`의 `max_iter`는 {expected}이어야 하는데 {actual}입니다. 받은 인수를 그대로 "
    "넘기세요: `max_iter=max_iter`. 기본값은 5입니다.",
    read=READ,
)
OTHER_SETTING = hint(
    "other_classifier_setting",
    "`{name}` is {actual}, but its default is {expected}. Only `loss`, `max_iter` and `random_state` are to "
    "be set.",
    "`{name}`이(가) {actual}인데 기본값은 {expected}입니다. `loss`, `max_iter`, `random_state`만 정하세요.",
    read=READ,
)
IN_PERCENT = hint(
    "accuracy_in_percent",
    "The accuracy is {actual}: a share between 0 and 1 is asked for, not per cent.",
    "정확도가 {actual}입니다. 백분율이 아니라 0과 1 사이의 값이어야 합니다.",
    read=READ,
)
WRONG_ACCURACY = hint(
    "wrong_cross_validation",
    "The mean accuracy over the five folds is {expected} on this data, not {actual}. Take x and y as they "
    "come, and `np.mean(cross_validate(classifier, x, y, cv=5)['test_score'])`.",
    "이 데이터에서 다섯 폴드의 평균 정확도는 {actual}이(가) 아니라 {expected}입니다. x와 y를 그대로 써서 "
    "`np.mean(cross_validate(classifier, x, y, cv=5)['test_score'])`를 구하세요.",
    read=READ,
)
NOT_THE_ONE_GIVEN = hint(
    "not_the_classifier_given",
    "Another classifier than the one passed in was scored: {actual} instead of {expected}. Use the argument "
    "`classifier`, and do not make one inside.",
    "전달받은 분류기가 아니라 다른 분류기를 평가했습니다({expected}이어야 하는데 {actual}). 함수 안에서 새로 "
    "만들지 말고 인수 `classifier`를 쓰세요.",
    read=READ,
)
CLASSIFIER_CHANGED = hint(
    "classifier_changed",
    "The classifier that was passed in is {actual} afterwards. Leave `classifier.fit(...)` and `set_params` "
    "out: `cross_validate` works on copies.",
    "전달받은 분류기가 나중에 {actual} 상태가 되었습니다. `classifier.fit(...)`이나 `set_params`를 쓰지 "
    "마세요. `cross_validate`는 복사본으로 훈련합니다.",
    read=READ,
)

# What has no influence on what is learned.
FREE = ("n_jobs", "verbose", "warm_start")
ROWS = 200


@pytest.fixture(scope="module")
def plain(reference: Subject) -> Estimator:
    """Return the classifier of the task, as a description that can be built anywhere."""
    return described(as_estimator(reference.make_classifier(), "make_classifier"))


@pytest.fixture(scope="module")
def sample(lesson: Lesson) -> tuple[Values, Values]:
    """Return rows and labels on which every mistake scores differently."""
    return lesson.sample(ROWS)


def _classifier(evidence: Evidence) -> Estimator:
    found = as_estimator(evidence, "make_classifier")
    if found.kind != "SGDClassifier":
        raise Finding(OTHER_CLASSIFIER, expected="SGDClassifier", actual=found.kind)
    return found


def _accuracy(evidence: Evidence) -> float:
    if isinstance(evidence, (Mapping, Sequence)) or (isinstance(evidence, Array) and evidence.shape):
        count = f"{evidence.shape[0]} numbers" if isinstance(evidence, Array) else "all the scores"
        raise Finding(NOT_AVERAGED, expected="one number", actual=count)
    return as_number(evidence, "cross_validated_accuracy")


@check(1.0, OTHER_CLASSIFIER)
def test_makes_a_logistic_regression(student: Subject, plain: Estimator) -> None:
    """The classifier is an SGDClassifier with the logistic loss and `random_state` 42.

    분류기는 로지스틱 손실과 `random_state` 42를 쓰는 SGDClassifier입니다.
    """
    found = _classifier(student.make_classifier()).params
    for name, hints in (("loss", WRONG_LOSS), ("random_state", WRONG_RANDOM_STATE)):
        if found.get(name) != plain.params[name]:
            chosen = SGD_LOSS_LOG if found.get(name) == "log" else hints
            raise Finding(chosen, expected=str(plain.params[name]), actual=str(found.get(name)))
    for name, value in plain.params.items():
        if name not in (*FREE, "max_iter") and found.get(name) != value:
            raise Finding(OTHER_SETTING, expected=str(value), actual=str(found.get(name)), name=name)


@check(0.5, MAX_ITER_IGNORED, after="test_makes_a_logistic_regression")
@drawn
@given(max_iter=st.integers(1, 1_000))
@example(max_iter=None)
def test_takes_max_iter(student: Subject, max_iter: int | None) -> None:
    """`max_iter` is the one given, 5 where none is.

    `max_iter`는 받은 값이고, 주지 않으면 5입니다.
    """
    arguments = () if max_iter is None else (max_iter,)
    found = _classifier(student.make_classifier(*arguments)).params.get("max_iter")
    if found != (max_iter or 5):
        said = "" if max_iter is None else max_iter
        raise Finding(MAX_ITER_IGNORED, expected=str(max_iter or 5), actual=str(found), given=said)


@check(1.0, WRONG_ACCURACY)
def test_averages_over_five_folds(
    student: Subject, reference: Subject, plain: Estimator, sample: tuple[Values, Values]
) -> None:
    """The accuracy is the mean test score over five stratified folds, unshuffled.

    정확도는 섞지 않은 계층별 폴드 다섯 개의 평균 테스트 점수입니다.
    """
    found = _accuracy(student.cross_validated_accuracy(plain, *sample))
    wanted = _accuracy(reference.cross_validated_accuracy(plain, *sample))
    if is_same(found, wanted):
        return
    chosen = WRONG_ACCURACY
    if is_same(found, 100 * wanted):
        chosen = IN_PERCENT
    else:
        for mistake, (_, score) in other_scores(plain.params, *sample):
            if is_same(found, score):
                chosen = mistake
                break
    raise Finding(chosen, expected=f"{wanted:.4f}", actual=f"{found:.4f}")


@check(1.0, NOT_THE_ONE_GIVEN, after="test_averages_over_five_folds")
def test_scores_the_classifier_given(
    student: Subject, reference: Subject, plain: Estimator, sample: tuple[Values, Values]
) -> None:
    """Whatever classifier is passed in is the one that is scored.

    설정이 무엇이든 전달받은 분류기를 평가합니다.
    """
    other = described(plain, max_iter=2, alpha=0.01, random_state=7)
    found = _accuracy(student.cross_validated_accuracy(other, *sample))
    wanted = _accuracy(reference.cross_validated_accuracy(other, *sample))
    if not is_same(found, wanted):
        raise Finding(NOT_THE_ONE_GIVEN, expected=f"{wanted:.4f}", actual=f"{found:.4f}")


@check(0.5, CLASSIFIER_CHANGED, after="test_averages_over_five_folds", hidden=True)
def test_leaves_the_classifier_unfitted(
    student: Subject, plain: Estimator, sample: tuple[Values, Values]
) -> None:
    """The classifier that is passed in is neither fitted nor changed, nor are the data.

    전달받은 분류기를 훈련하거나 바꾸지 않고, 데이터도 바꾸지 않습니다.
    """
    live = student.make(plain)
    outcome = student.call("cross_validated_accuracy", live, *sample)
    after = as_estimator(student.describe(live), "cross_validated_accuracy")
    if after.fitted or after.params != live.params:
        state = "fitted" if after.fitted else "set otherwise"
        raise Finding(CLASSIFIER_CHANGED, expected="the classifier as it was", actual=state)
    arguments_left_alone(outcome, "cross_validated_accuracy")
