"""A patched scikit-learn trains by itself."""

import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import sklearn
import sklearn.metrics
import sklearn.model_selection
from sklearn.linear_model import SGDClassifier
from sklearn.linear_model._base import LinearClassifierMixin
from sklearn.linear_model._stochastic_gradient import BaseSGDClassifier
from sklearn.model_selection import StratifiedKFold, _validation

from grader.training.digests import NoRecipeError
from grader.training.estimator.install import install, uninstall
from grader.training.estimator.untouched import Untouched
from tests.training.estimator.trainings import Elsewhere, data, heard

X, Y = data(30, 3)


@pytest.fixture(scope="module")
def untouched() -> Untouched:
    return Untouched()


@pytest.fixture(autouse=True)
def as_for_students() -> Iterator[None]:
    with heard("ignore"):
        yield


def nothing(*_: Any, **__: Any) -> None:
    """Do nothing."""


def test_nothing_has_changed_after_trainings(untouched: Untouched) -> None:
    SGDClassifier(max_iter=2).fit(X, Y).predict(X)
    for scoring in ("accuracy", "roc_auc_ovr", "neg_mean_squared_error"):
        sklearn.model_selection.cross_validate(SGDClassifier("log_loss"), X, Y, scoring=scoring)
    untouched.check()


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (SGDClassifier, "__init__"),
        (BaseSGDClassifier, "fit"),
        (BaseSGDClassifier, "_partial_fit"),
        (LinearClassifierMixin, "predict"),
        (StratifiedKFold, "split"),
        (_validation, "_fit_and_score"),
        (_validation, "cross_validate"),
        (sklearn.metrics, "accuracy_score"),
        (sklearn, "clone"),
        (np, "unique"),
        (np.random, "seed"),
        (warnings, "warn"),
    ],
)
def test_a_replaced_function_is_noticed(
    untouched: Untouched, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    monkeypatch.setattr(owner, name, nothing)
    with pytest.raises(NoRecipeError, match="replaced"):
        untouched.check()


def test_a_function_of_another_body_is_noticed(untouched: Untouched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BaseSGDClassifier._partial_fit, "__code__", nothing.__code__)
    with pytest.raises(NoRecipeError, match="changed"):
        untouched.check()


def test_other_settings_are_noticed(untouched: Untouched) -> None:
    with sklearn.config_context(assume_finite=True), pytest.raises(NoRecipeError, match="settings of"):
        untouched.check()
    with np.errstate(over="raise"), pytest.raises(NoRecipeError, match="floating-point"):
        untouched.check()
    with heard("error"), pytest.raises(NoRecipeError, match="errors"):
        untouched.check()


def test_the_training_then_runs_here(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = Elsewhere()
    install(trainer)
    try:
        monkeypatch.setattr(BaseSGDClassifier, "_fit_multiclass", nothing)
        SGDClassifier(max_iter=2, tol=None).fit(X, Y)
    finally:
        uninstall()
    assert trainer.asked == []
    assert trainer.here == [("SGDClassifier.fit", "`_fit_multiclass` was replaced")]
