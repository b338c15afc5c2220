"""Cross-validation gone wrong: what the usual mistakes would score, so that feedback can name them."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from grader.checking.lesson import Values
from grader.evidence.vocabulary import Estimator

Scores = tuple[float, float]

# Scores are means of counts over rows: anything but rounding in the last place is another number.
SAME_SCORE = 1e-9

FOLDS = 5


def described(classifier: Estimator, **settings: str | float | bool | None) -> Estimator:
    """Return the description of an unfitted classifier like `classifier`, with other `settings`."""
    return Estimator(kind=classifier.kind, params={**classifier.params, **settings}, fitted=False)


def other_scores(params: Mapping[str, Any], x: Values, y: Values) -> Iterator[tuple[str, Scores]]:
    """Yield a mistake's name with the mean training and test score that it leads to.

    `params` are those of the `SGDClassifier` that should have been scored. What is not asked for is not
    computed.
    """
    for name, score in _MISTAKES:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a handful of iterations does not converge
            yield name, score(dict(params), x, y)


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


_MISTAKES: tuple[tuple[str, Callable[[dict[str, Any], Values, Values], Scores]], ...] = (
    ("training score", _training_score),
    ("not at all", _not_at_all),
    ("one fold", _of_folds(np.max)),
    ("one fold", _of_folds(lambda scores: float(scores[0]))),
    ("one fold", _of_folds(lambda scores: float(scores[-1]))),
    ("other folds", _of_folds(np.mean, 3)),
    ("other folds", _of_folds(np.mean, 10)),
    ("other folds", _unstratified),
    ("other folds", _shuffled),
    ("scaled", _scaled),
    ("hinge", _hinge),
)
