"""Asking stands where training stood, and is not noticed."""

import inspect
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import sklearn.model_selection
from sklearn.linear_model import LogisticRegression, SGDClassifier, SGDRegressor
from sklearn.model_selection import GridSearchCV, StratifiedKFold, _validation, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from grader.training.estimator.install import install, uninstall
from grader.training.estimator.recipe import FittingRecipe, ValidationRecipe
from tests.training.estimator.trainings import Elsewhere, data, heard

X, Y = data(30, 3)


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    trainer = Elsewhere()
    install(trainer)
    with heard("ignore"):  # as in a student's process: not every warning is an error
        yield trainer
    uninstall()


def sgd(**settings: Any) -> Any:
    return SGDClassifier(**{"max_iter": 3, "random_state": 1, **settings})


def cross_validate(*args: Any, **kwargs: Any) -> Any:
    return sklearn.model_selection.cross_validate(*args, **kwargs)


def test_each_training_is_asked_for_once(elsewhere: Elsewhere) -> None:
    sgd().fit(X, Y)
    SGDRegressor(max_iter=2, random_state=1).fit(X, Y)
    cross_validate(sgd(), X, Y)
    sklearn.model_selection.cross_val_score(sgd(), X, Y)
    kinds = [type(recipe) for recipe in elsewhere.asked]
    assert kinds == [FittingRecipe, FittingRecipe, ValidationRecipe, ValidationRecipe]
    assert elsewhere.asked[2].digest == elsewhere.asked[3].digest
    assert elsewhere.here == []


def test_where_nobody_trains_for_it_the_training_runs_here(elsewhere: Elsewhere) -> None:
    wanted = cross_validate(sgd(), X, Y)["test_score"], sgd().fit(X, Y).coef_
    elsewhere.willing = False
    found = cross_validate(sgd(), X, Y)["test_score"], sgd().fit(X, Y).coef_
    assert [one.tobytes() for one in found] == [one.tobytes() for one in wanted]
    # What runs within the cross-validation did not ask.
    assert len(elsewhere.asked) == 4


def test_a_training_within_one_that_runs_here_is_not_asked_for(elsewhere: Elsewhere) -> None:
    folds = StratifiedKFold(3).split(X, Y)
    scores = cross_validate(sgd(), X, Y, cv=folds, n_jobs=1)
    assert np.isfinite(scores["test_score"]).all()
    assert elsewhere.asked == []
    assert elsewhere.here == [("cross_validate", "folds made by generator")]


def test_searches_and_pipelines_fit_by_recipe(elsewhere: Elsewhere) -> None:
    GridSearchCV(sgd(), {"alpha": [0.1, 1.0]}, cv=2).fit(X, Y)
    make_pipeline(StandardScaler(), sgd()).fit(X, Y)
    cross_val_predict(sgd(), X, Y, cv=2)
    assert [type(recipe) for recipe in elsewhere.asked] == [FittingRecipe] * 8
    assert elsewhere.here == []


def test_two_threads_train_at_once(elsewhere: Elsewhere) -> None:
    fitted = [sgd(random_state=number) for number in range(4)]
    threads = [threading.Thread(target=one.fit, args=(X, Y)) for one in fitted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    uninstall()
    for number, one in enumerate(fitted):
        assert one.coef_.tobytes() == sgd(random_state=number).fit(X, Y).coef_.tobytes()
    assert elsewhere.here == []


def test_an_error_of_whoever_is_asked_is_passed_on(elsewhere: Elsewhere, monkeypatch: Any) -> None:
    def fails(*_: Any) -> None:
        raise OSError("gone")

    monkeypatch.setattr(elsewhere, "train", fails)
    for _ in range(2):
        with pytest.raises(OSError, match="gone"):
            sgd().fit(X, Y)


@pytest.mark.parametrize(
    "call",
    [
        lambda: sgd().fit(X),
        lambda: sgd().fit(X, Y, 1, 2, 3, 4),
        lambda: sgd(alpha=-1).fit(X, Y),
        lambda: sgd(loss="log").fit(X, Y),
        lambda: sgd(max_iter="5").fit(X, Y),
        lambda: sgd(n_jobs="2").fit(X, Y),
        lambda: sgd().fit(X, Y[:7]),
        lambda: sgd().fit(X, np.zeros(30)),
        lambda: sgd().fit(X * np.nan, Y),
        lambda: sgd().fit("x", "y"),
        lambda: cross_validate(sgd()),
        lambda: cross_validate(sgd(), X, Y, 5),
        lambda: cross_validate(sgd(), X, Y, cv=1),
        lambda: cross_validate(sgd(), X, Y, cv="five"),
        lambda: cross_validate(sgd(), X, Y, cv=31),
        lambda: cross_validate(sgd(), X, Y, scoring="best"),
        lambda: cross_validate(sgd(), X, Y, return_train_score="yes"),
        lambda: cross_validate(sgd(), X, Y, n_jobs="2"),
        lambda: cross_validate(sgd(), X, Y[:7]),
        lambda: cross_validate(sgd(alpha=-1), X, Y, error_score="raise"),
        lambda: cross_validate(SGDClassifier, X, Y),
        lambda: sklearn.model_selection.cross_val_score(sgd(), X, Y, scoring=["accuracy"]),
        lambda: sklearn.model_selection.cross_val_score(sgd(), X, Y, return_train_score=True),
    ],
)
def test_what_is_wrong_is_told_by_scikit_learn_itself(elsewhere: Elsewhere, call: Any) -> None:
    with pytest.raises(Exception) as found:  # noqa: PT011 - compared below
        call()
    uninstall()
    with pytest.raises(type(found.value)) as wanted:
        call()
    assert str(found.value) == str(wanted.value)
    assert elsewhere.asked == [] or elsewhere.here


def test_the_functions_look_as_they_did(elsewhere: Elsewhere) -> None:
    def looks() -> list[Any]:
        functions = [
            SGDClassifier.fit,
            SGDRegressor.fit,
            sklearn.model_selection.cross_validate,
            sklearn.model_selection.cross_val_score,
        ]
        return [
            (one.__name__, one.__qualname__, one.__module__, one.__doc__, str(inspect.signature(one)))
            for one in functions
        ]

    found = looks()
    uninstall()
    assert found == looks()
    assert elsewhere.asked == []


def test_whoever_installs_last_is_asked(elsewhere: Elsewhere) -> None:
    original = SGDClassifier.fit.original
    last = Elsewhere()
    install(last)
    sgd().fit(X, Y)
    assert (len(elsewhere.asked), len(last.asked)) == (0, 1)
    assert SGDClassifier.fit.original is original


def test_installed_again_it_stands_as_it_stood(elsewhere: Elsewhere) -> None:
    before = SGDClassifier.fit, SGDRegressor.fit, sklearn.model_selection.cross_validate
    install(elsewhere)
    assert (SGDClassifier.fit, SGDRegressor.fit, sklearn.model_selection.cross_validate) == before


@pytest.mark.parametrize(
    ("owner", "name"),
    [(SGDClassifier, "fit"), (sklearn.model_selection, "cross_val_score"), (_validation, "cross_validate")],
)
def test_installed_again_it_stands_where_somebody_took_its_place(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    original = getattr(owner, name).original
    monkeypatch.setattr(owner, name, original)
    install(elsewhere)
    assert getattr(owner, name) is not original
    assert getattr(owner, name).original is original


def test_uninstalling_leaves_scikit_learn_as_it_was() -> None:
    before = dict(vars(SGDClassifier)), dict(vars(sklearn.model_selection))
    install(Elsewhere())
    uninstall()
    uninstall()
    assert (dict(vars(SGDClassifier)), dict(vars(sklearn.model_selection))) == before


def test_other_estimators_are_left_alone(elsewhere: Elsewhere) -> None:
    LogisticRegression().fit(X, Y)
    assert elsewhere.asked == []
    assert elsewhere.here == []


def test_jobs_do_not_enter_the_result(elsewhere: Elsewhere) -> None:
    one = cross_validate(sgd(), X, Y, n_jobs=1)["test_score"]
    two = cross_validate(sgd(n_jobs=2), X, Y, n_jobs=2)["test_score"]
    assert one.tobytes() == two.tobytes()
    assert len({recipe.digest for recipe in elsewhere.asked}) == 1
    # Nor would they by themselves.
    uninstall()
    assert cross_validate(sgd(n_jobs=2), X, Y)["test_score"].tobytes() == one.tobytes()
