"""Cross-validation gone wrong: what the usual mistakes would score, so that feedback can name them."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from grader.checking.hint import Hint, hint
from grader.checking.lesson import Values
from grader.evidence.vocabulary import Estimator
from grader.language import Text

READ = Text(
    en="Section 7-1, logistic regression on Fashion-MNIST", ko="7-1절 로지스틱 회귀로 패션 아이템 분류하기"
)

NOT_AVERAGED = hint(
    "scores_not_averaged",
    "One number is asked for, but {actual} came back. Average the five test scores: "
    "`np.mean(scores['test_score'])`.",
    "숫자 하나가 필요한데 {actual}이(가) 나왔습니다. 테스트 점수 다섯 개의 평균을 구하세요: "
    "`np.mean(scores['test_score'])`.",
    read=READ,
)
TRAINING_SCORE = hint(
    "training_score_instead",
    "That is the mean score on the rows that were trained on. The accuracy is measured on the fold held out: "
    "`scores['test_score']`.",
    "훈련에 쓴 데이터로 잰 평균 점수입니다. 정확도는 떼어 놓은 폴드에서 잽니다: `scores['test_score']`.",
    read=READ,
)
NOT_CROSS_VALIDATED = hint(
    "not_cross_validated",
    "The classifier was scored on the very rows that it was fitted on. Let `cross_validate(classifier, x, y, "
    "cv=5)` fit and score it on separate folds.",
    "훈련한 데이터로 그대로 평가했습니다. `cross_validate(classifier, x, y, cv=5)`로 훈련과 평가를 서로 다른 "
    "폴드에서 하세요.",
    read=READ,
)
ONE_FOLD_ONLY = hint(
    "one_fold_only",
    "That is the score of one fold, not the mean of the five. Write `np.mean(scores['test_score'])`.",
    "다섯 폴드의 평균이 아니라 폴드 하나의 점수입니다. `np.mean(scores['test_score'])`라고 쓰세요.",
    read=READ,
)
OTHER_FOLDS = hint(
    "other_folds",
    "The folds are others than asked for: five, stratified, not shuffled. `cross_validate(classifier, x, y, "
    "cv=5)` makes just these.",
    "폴드가 다릅니다. 섞지 않은 계층별 폴드 다섯 개가 필요합니다. `cross_validate(classifier, x, y, cv=5)`가 "
    "바로 그렇게 나눕니다.",
    read=READ,
)
SCALED_INSIDE = hint(
    "scaled_inside",
    "These are the scores on standardised pixels. Nothing is to be scaled in here: use x as it is passed in.",
    "표준화한 픽셀로 얻은 점수입니다. 이 함수 안에서는 아무것도 변환하지 말고 전달받은 x를 그대로 쓰세요.",
    read=READ,
)
OTHER_CLASSIFIER_SCORED = hint(
    "hinge_loss_scored",
    "These are the scores of a support vector machine, `loss='hinge'`, which is the default. Give "
    "`SGDClassifier` `loss='log_loss'`.",
    "기본값인 `loss='hinge'`, 즉 서포트 벡터 머신의 점수입니다. `SGDClassifier`에 `loss='log_loss'`를 "
    "넣으세요.",
    read=READ,
)

Scores = tuple[float, float]

# Scores are means of counts over rows: anything but rounding in the last place is another number.
SAME_SCORE = 1e-9

FOLDS = 5


def described(classifier: Estimator, **settings: str | float | bool | None) -> Estimator:
    """Return the description of an unfitted classifier like `classifier`, with other `settings`."""
    return Estimator(kind=classifier.kind, params={**classifier.params, **settings}, fitted=False)


def other_scores(params: Mapping[str, Any], x: Values, y: Values) -> Iterator[tuple[Hint, Scores]]:
    """Yield a mistake's hint with the mean training and test score that it leads to.

    `params` are those of the `SGDClassifier` that should have been scored. What is not asked for is not
    computed.
    """
    for mistake, score in _MISTAKES:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a handful of iterations does not converge
            scores = score(dict(params), x, y)
        yield mistake, scores


def is_same(actual: float, expected: float) -> bool:
    """Return whether two mean scores are the same number."""
    return abs(actual - expected) <= SAME_SCORE


def _folds(params: dict[str, Any], x: Values, y: Values, folds: Any = FOLDS) -> tuple[Values, Values]:
    from sklearn.linear_model import SGDClassifier  # noqa: PLC0415 - a second, and only where something is wrong
    from sklearn.model_selection import cross_validate  # noqa: PLC0415

    found = cross_validate(SGDClassifier(**params), x, y, cv=folds, return_train_score=True)
    return found["train_score"], found["test_score"]


def _of_folds(choose: Callable[[Values], float], folds: int = FOLDS) -> Callable[..., Scores]:
    def score(params: dict[str, Any], x: Values, y: Values) -> Scores:
        train, test = _folds(params, x, y, folds)
        return float(choose(train)), float(choose(test))

    return score


def _unstratified(params: dict[str, Any], x: Values, y: Values) -> Scores:
    from sklearn.model_selection import KFold  # noqa: PLC0415

    train, test = _folds(params, x, y, KFold(FOLDS))
    return float(train.mean()), float(test.mean())


def _shuffled(params: dict[str, Any], x: Values, y: Values) -> Scores:
    from sklearn.model_selection import StratifiedKFold  # noqa: PLC0415

    train, test = _folds(params, x, y, StratifiedKFold(FOLDS, shuffle=True, random_state=42))
    return float(train.mean()), float(test.mean())


def _not_at_all(params: dict[str, Any], x: Values, y: Values) -> Scores:
    from sklearn.linear_model import SGDClassifier  # noqa: PLC0415

    score = float(SGDClassifier(**params).fit(x, y).score(x, y))
    return score, score


def _training_score(params: dict[str, Any], x: Values, y: Values) -> Scores:
    train, _ = _folds(params, x, y)
    return float(train.mean()), float(train.mean())


def _scaled(params: dict[str, Any], x: Values, y: Values) -> Scores:
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415

    train, test = _folds(params, StandardScaler().fit_transform(x), y)
    return float(train.mean()), float(test.mean())


def _hinge(params: dict[str, Any], x: Values, y: Values) -> Scores:
    train, test = _folds({**params, "loss": "hinge"}, x, y)
    return float(train.mean()), float(test.mean())


_MISTAKES: tuple[tuple[Hint, Callable[[dict[str, Any], Values, Values], Scores]], ...] = (
    (TRAINING_SCORE, _training_score),
    (NOT_CROSS_VALIDATED, _not_at_all),
    (ONE_FOLD_ONLY, _of_folds(np.max)),
    (ONE_FOLD_ONLY, _of_folds(lambda scores: float(scores[0]))),
    (ONE_FOLD_ONLY, _of_folds(lambda scores: float(scores[-1]))),
    (OTHER_FOLDS, _of_folds(np.mean, 3)),
    (OTHER_FOLDS, _of_folds(np.mean, 10)),
    (OTHER_FOLDS, _unstratified),
    (OTHER_FOLDS, _shuffled),
    (SCALED_INSIDE, _scaled),
    (OTHER_CLASSIFIER_SCORED, _hinge),
)
