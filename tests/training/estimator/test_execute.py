"""The trainer takes nothing on trust, and fails in one way only."""

from typing import Any

import msgspec
import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from grader.training.digests import DataDigest, NoRecipeError
from grader.training.estimator.budget import work
from grader.training.estimator.capture import fitting, validation
from grader.training.estimator.execute import run
from grader.training.estimator.recipe import FittedEstimator, ValidatedEstimator
from tests.training.estimator.test_capture import DEFAULTS
from tests.training.estimator.trainings import Values, data

X, Y = data(30, 3)
SGD = SGDClassifier(max_iter=3, tol=None, random_state=1)


def fit(x: Values = X, y: Values = Y, estimator: Any = SGD) -> Any:
    return fitting(estimator, x, y)


def validate(x: Values = X, y: Values = Y, estimator: Any = SGD, **options: Any) -> Any:
    return validation({"estimator": estimator, "X": x, "y": y, **DEFAULTS, **options})


def test_honest_recipes_are_trained() -> None:
    assert isinstance(run(*fit()), FittedEstimator)
    assert isinstance(run(*validate()), ValidatedEstimator)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"kind":"SGDClassifier"', '"kind":"GridSearchCV"'),
        ('"kind":"SGDClassifier"', '"kind":"os.system"'),
        ('"kind":"SGDClassifier"', '"kind":["SGDClassifier"]'),
        ('"kind":"SGDClassifier"', '"kind":null'),
        ('"max_iter":3', '"max_iter":1000000000000'),
        ('"max_iter":3', '"max_iter":NaN'),
        ('"max_iter":3', '"max_iter":1e400'),
        ('"max_iter":3', '"max_iter":-3'),
        ('"max_iter":3', '"max_iter":"3"'),
        ('"max_iter":3', '"max_iter":{"tuple":[3]}'),
        ('"max_iter":3', '"max_iter":{"a":[3]}'),
        ('"max_iter":3', '"max_iter":3,"n_jobs":1000000'),
        ('"max_iter":3', '"max_iter":3,"verbose":9'),
        ('"max_iter":3', '"maximum":3'),
        ('"random_state":1', '"random_state":-1'),
        ('"class_weight":null', '"class_weight":{"pairs":[[[],1]]}'),
        ('"class_weight":null', '"class_weight":{"pairs":[[7,1]]}'),
        ("{", "["),
        ('"settings"', '"steps"'),
    ],
)
@pytest.mark.parametrize("made", [fit, validate])
def test_an_estimator_that_was_made_up_is_refused(made: Any, old: str, new: str) -> None:
    honest, arrays = made()
    assert old in honest.estimator
    with pytest.raises(NoRecipeError):
        run(msgspec.structs.replace(honest, estimator=honest.estimator.replace(old, new)), arrays)


@pytest.mark.parametrize("text", ["", "null", "3", "[]", '{"steps":[]}', '{"kind":"Pipeline","steps":[]}'])
def test_what_is_no_estimator_is_refused(text: str) -> None:
    for recipe, arrays in (fit(), validate()):
        with pytest.raises(NoRecipeError):
            run(msgspec.structs.replace(recipe, estimator=text), arrays)


@pytest.mark.parametrize(
    "fields",
    [
        {"folds": ""},
        {"folds": "{}"},
        {"folds": '{"kind":"GroupKFold","settings":{"n_splits":3}}'},
        {"folds": '{"kind":"KFold","settings":{"n_splits":3}}'},
        {"folds": '{"kind":"KFold","settings":{"n_splits":1e9,"random_state":null,"shuffle":false}}'},
        {"folds": '{"kind":"KFold","settings":{"n_splits":1000000000,"random_state":null,"shuffle":false}}'},
        {"folds": '{"kind":"KFold","settings":{"n_splits":-2,"random_state":null,"shuffle":false}}'},
        {"scoring": "no such score"},
        {"scoring": ("accuracy", "no such score")},
        {"scoring": ()},
        {"random": "[]"},
        {"random": "no JSON"},
        {"random": "[[1,2],0,0,0.0]"},
    ],
    ids=str,
)
def test_a_validation_that_was_made_up_is_refused(fields: dict[str, Any]) -> None:
    honest, arrays = validate()
    with pytest.raises(NoRecipeError):
        run(msgspec.structs.replace(honest, **fields), arrays)


@pytest.mark.parametrize("made", [fit, validate])
def test_data_that_are_others_than_said_are_refused(made: Any) -> None:
    honest, arrays = made()
    x = honest.x
    for said in (
        DataDigest((6, 30), x.dtype, x.digest),
        DataDigest((10**9, 10**9), x.dtype, x.digest),
        DataDigest((180,), x.dtype, x.digest),
        DataDigest(x.shape, "float32", x.digest),
        DataDigest(x.shape, x.dtype, "0" * 64),
        honest.y,
    ):
        with pytest.raises(NoRecipeError):
            run(msgspec.structs.replace(honest, x=said), arrays)


@pytest.mark.parametrize("made", [fit, validate])
@pytest.mark.parametrize("field", ["scikit_learn", "numpy", "scipy"])
def test_a_recipe_of_another_platform_is_refused(made: Any, field: str) -> None:
    honest, arrays = made()
    other = msgspec.structs.replace(honest.platform, **{field: "0.1"})
    with pytest.raises(NoRecipeError, match="another platform"):
        run(msgspec.structs.replace(honest, platform=other), arrays)


@pytest.mark.parametrize("threads", [(0, 1), (1, -1), (10**9, 1), None])
def test_threads_that_no_machine_has_are_refused(threads: tuple[int, int] | None) -> None:
    honest, arrays = validate(estimator=LogisticRegression())
    assert honest.platform.threads is not None
    other = msgspec.structs.replace(honest.platform, threads=threads)
    with pytest.raises(NoRecipeError):
        run(msgspec.structs.replace(honest, platform=other), arrays)


@pytest.mark.parametrize("made", [fit, validate])
def test_what_scikit_learn_refuses_is_refused(made: Any) -> None:
    with_nan = X.copy()
    with_nan[0, 0] = np.nan
    for x, y in ((with_nan, Y), (X, np.zeros(30)), (X, Y[:20]), (X[:0], Y[:0]), (X[:, :0], Y)):
        with pytest.raises(NoRecipeError):
            run(*made(np.ascontiguousarray(x), y))


def test_more_threads_change_no_label() -> None:
    decisions = []
    x, y = data(400, 10)
    for blas in (1, 2):
        recipe, arrays = validate(
            x, y, make_pipeline(StandardScaler(), SGD), scoring="neg_mean_squared_error"
        )
        other = msgspec.structs.replace(recipe.platform, threads=(blas, 1))
        result = run(msgspec.structs.replace(recipe, platform=other), arrays)
        assert isinstance(result, ValidatedEstimator)
        decisions.append(result.scores["test_score"])
    assert decisions[0] == decisions[1]


@pytest.mark.parametrize("loss", ["hinge", "log_loss"])
def test_classes_trained_at_once_are_as_one_by_one(loss: str) -> None:
    x, y = data(200, 10)
    estimator = SGDClassifier(loss, max_iter=20, average=True)
    for made in (fit, validate):
        recipe, arrays = made(x, y, estimator)
        found = [msgspec.structs.asdict(run(recipe, arrays, jobs=jobs)) for jobs in (1, 2, 3)]
        for one in found:
            del one["seconds"]
            for name in ("fit_time", "score_time"):
                one.get("scores", {}).pop(name, None)
        assert found[0] == found[1] == found[2]
        assert recipe.random is not None


def test_work_grows_with_all_that_takes_time() -> None:
    plain = work(validate()[0])
    assert work(fit()[0]) < plain
    assert work(validate(estimator=SGDClassifier(max_iter=30))[0]) > plain
    assert work(validate(cv=10)[0]) > plain
    assert work(validate(return_train_score=True)[0]) > plain
    assert work(validate(np.tile(X, (2, 1)), np.tile(Y, 2))[0]) == pytest.approx(2 * plain)
    assert work(validate(np.tile(X, (1, 2)))[0]) == pytest.approx(2 * plain)
