"""A recipe says what matters, nothing else, and only what can be said."""

import importlib
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from sklearn.base import BaseEstimator
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, Perceptron, SGDClassifier, SGDRegressor
from sklearn.metrics import accuracy_score, make_scorer
from sklearn.model_selection import GroupKFold, KFold, ShuffleSplit, StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler

from grader.training.digests import NoRecipeError
from grader.training.estimator.capture import fitting, validation
from tests.training.estimator.trainings import data

X, Y = data(30, 3)
DEFAULTS: dict[str, Any] = {
    "groups": None,
    "scoring": None,
    "cv": None,
    "n_jobs": None,
    "verbose": 0,
    "params": None,
    "pre_dispatch": "2*n_jobs",
    "return_train_score": False,
    "return_estimator": False,
    "return_indices": False,
    "error_score": np.nan,
}


def classifier(**settings: Any) -> Any:
    return SGDClassifier(**{"loss": "log_loss", "max_iter": 3, "random_state": 42, **settings})


def fit_digest(estimator: Any = None, x: Any = X, y: Any = Y, **options: Any) -> str:
    return fitting(classifier() if estimator is None else estimator, x, y, **options)[0].digest


def validation_digest(estimator: Any = None, x: Any = X, y: Any = Y, **options: Any) -> str:
    estimator = classifier() if estimator is None else estimator
    return validation({"estimator": estimator, "X": x, "y": y, **DEFAULTS, **options})[0].digest


digests = pytest.mark.parametrize("digest", [fit_digest, validation_digest])


@digests
def test_the_same_training_has_the_same_digest(digest: Callable[..., str]) -> None:
    assert digest() == digest(classifier(), X.copy(), Y.copy())


@digests
@pytest.mark.parametrize(
    "settings",
    [
        {"n_jobs": 2},
        {"n_jobs": -1},
        {"warm_start": True},
        {"verbose": False},
        {"max_iter": np.int64(3)},
        {"alpha": np.float64(0.0001)},
    ],
    ids=str,
)
def test_neither_jobs_nor_spelling_count(digest: Callable[..., str], settings: dict[str, Any]) -> None:
    assert digest(classifier(**settings)) == digest()


@digests
@pytest.mark.parametrize(
    "settings",
    [
        {"loss": "hinge"},
        {"penalty": "l1"},
        {"penalty": None},
        {"alpha": np.nextafter(0.0001, 1)},
        {"l1_ratio": 0.2},
        {"fit_intercept": False},
        {"max_iter": 4},
        {"tol": None},
        {"tol": 1e-4},
        {"shuffle": False},
        {"epsilon": 0.2},
        {"random_state": 43},
        {"random_state": None},
        {"learning_rate": "constant"},
        {"eta0": 0.02},
        {"power_t": 0.25},
        {"early_stopping": True},
        {"validation_fraction": 0.2},
        {"n_iter_no_change": 4},
        {"class_weight": "balanced"},
        {"class_weight": {0: 2}},
        {"average": True},
        {"average": 2},
    ],
    ids=str,
)
def test_every_setting_that_determines_a_training_changes_its_digest(
    digest: Callable[..., str], settings: dict[str, Any]
) -> None:
    assert digest(classifier(**settings)) != digest()


def test_like_settings_of_unlike_types_stay_apart() -> None:
    alike: list[dict[str, Any]] = [
        {"average": 1},
        {"average": True},
        {"class_weight": {1: 1}},
        {"class_weight": {1: 1.0}},
    ]
    assert len({fit_digest(classifier(**settings)) for settings in alike}) == len(alike)


@digests
def test_data_count_to_the_last_bit_and_by_their_dtype(digest: Callable[..., str]) -> None:
    shifted, relabelled = X.copy(), Y.copy()
    shifted[7, 3] = np.nextafter(shifted[7, 3], 1e9)
    relabelled[3] = 2 - relabelled[3]
    found = {
        digest(),
        digest(x=shifted),
        digest(y=relabelled),
        digest(x=X.astype(np.float32)),
        digest(x=X.astype(np.float32).astype(np.float64)),
        digest(y=Y.astype(np.int32)),
        digest(x=X[:, :5].copy()),
        digest(x=X[:29], y=Y[:29]),
    }
    assert len(found) == 8


def test_weights_of_rows_count() -> None:
    ones = np.ones(len(Y))
    assert len({fit_digest(), fit_digest(sample_weight=ones), fit_digest(sample_weight=2 * ones)}) == 3


def test_classes_are_told_apart() -> None:
    others = [
        SGDRegressor(max_iter=3, random_state=42),
        make_pipeline(classifier()),
        make_pipeline(StandardScaler(), classifier()),
        make_pipeline(MinMaxScaler(), classifier()),
        make_pipeline(MinMaxScaler((0, 2)), classifier()),
        make_pipeline(StandardScaler(with_std=False), classifier()),
        make_pipeline(StandardScaler(), MinMaxScaler(), classifier()),
        LogisticRegression(),
        KNeighborsClassifier(),
        KNeighborsClassifier(4),
        RandomForestClassifier(random_state=1),
        classifier(),
    ]
    assert len(set(map(validation_digest, others))) == len(others)


def test_the_steps_names_do_not_count() -> None:
    named = Pipeline([("a", StandardScaler()), ("b", classifier())])
    assert validation_digest(named) == validation_digest(make_pipeline(StandardScaler(), classifier()))


def test_folds_that_are_the_same_are_said_the_same() -> None:
    same = [None, 5, StratifiedKFold(5), StratifiedKFold(n_splits=5)]
    assert len({validation_digest(cv=cv) for cv in same}) == 1
    assert validation_digest(SGDRegressor(random_state=1), cv=5) == validation_digest(
        SGDRegressor(random_state=1), cv=KFold(5)
    )


@pytest.mark.parametrize(
    "options",
    [
        {"cv": 4},
        {"cv": KFold(5)},
        {"cv": StratifiedKFold(5, shuffle=True, random_state=1)},
        {"cv": StratifiedKFold(5, shuffle=True, random_state=2)},
        {"cv": StratifiedKFold(5, shuffle=True)},
        {"scoring": "accuracy"},
        {"scoring": "f1_macro"},
        {"scoring": ("accuracy",)},
        {"scoring": ("accuracy", "f1_macro")},
        {"scoring": ("f1_macro", "accuracy")},
        {"return_train_score": True},
    ],
    ids=str,
)
def test_folds_and_scores_count(options: dict[str, Any]) -> None:
    another = validation_digest(cv=StratifiedKFold(5, shuffle=True, random_state=7), scoring="r2")
    assert len({validation_digest(**options), validation_digest(), another}) == 3


@pytest.mark.parametrize(
    "options", [{"n_jobs": 2}, {"n_jobs": 1}, {"error_score": 0.0}, {"error_score": "raise"}]
)
def test_jobs_and_what_a_failure_counts_do_not(options: dict[str, Any]) -> None:
    assert validation_digest(**options) == validation_digest()


@digests
@pytest.mark.parametrize("random_state", [42, None])
def test_the_global_generator_counts_where_it_is_drawn_from(
    digest: Callable[..., str], random_state: int | None
) -> None:
    np.random.seed(1)  # noqa: NPY002
    first = digest(classifier(random_state=random_state))
    np.random.rand()  # noqa: NPY002
    assert (digest(classifier(random_state=random_state)) == first) is (random_state is not None)


def test_it_counts_for_folds_that_draw() -> None:
    drawing, still = StratifiedKFold(3, shuffle=True), StratifiedKFold(3)
    np.random.seed(1)  # noqa: NPY002
    first = validation_digest(cv=drawing), validation_digest(cv=still)
    np.random.rand()  # noqa: NPY002
    assert validation_digest(cv=drawing) != first[0]
    assert validation_digest(cv=still) == first[1]


class OwnClassifier(SGDClassifier):  # type: ignore[misc]
    """No classifier of scikit-learn's, though it looks like one."""


class OwnEstimator(BaseEstimator):  # type: ignore[misc]
    """Learns nothing."""


def changed(**attributes: Any) -> Any:
    estimator = classifier()
    vars(estimator).update(attributes)
    return estimator


@digests
@pytest.mark.parametrize(
    ("estimator", "why"),
    [
        (OwnClassifier(), "OwnClassifier"),
        (OwnEstimator(), "OwnEstimator"),
        (Perceptron(), "Perceptron"),
        (None, "NoneType"),
        (SGDClassifier, "class"),
        (classifier(random_state=np.random.RandomState(1)), "RandomState"),
        (classifier(random_state=np.random), "module"),
        (classifier(verbose=1), "prints"),
        (classifier(n_jobs=0), "n_jobs"),
        (classifier(n_jobs="2"), "n_jobs"),
        (classifier(warm_start=1), "warm_start"),
        (classifier(max_iter=[1]), "list"),
        (classifier(alpha=np.float32(0.1)), "float32"),
        (classifier(class_weight={0: [1]}), "list"),
        (changed(fit=None), "`fit`"),
        (changed(_fit=None), "`_fit`"),
        (changed(_skl_callbacks=[]), "_skl_callbacks"),
        (changed(feature_names_in_=["a"]), "feature_names_in_"),
    ],
)
def test_an_estimator_of_ones_own_makes_no_recipe(
    digest: Callable[..., str], estimator: Any, why: str
) -> None:
    with pytest.raises(NoRecipeError, match=why):
        digest(estimator) if estimator is not None else _of_nothing(digest)


def _of_nothing(digest: Callable[..., str]) -> None:
    options = {"estimator": None, "X": X, "y": Y, **DEFAULTS}
    fitting(None, X, Y) if digest is fit_digest else validation(options)


@pytest.mark.parametrize(
    "pipeline",
    [
        Pipeline([("a", "passthrough"), ("b", classifier())]),
        Pipeline([("a", OwnEstimator()), ("b", classifier())]),
        Pipeline([("a", classifier()), ("b", classifier())]),
        Pipeline([("a", StandardScaler()), ("a", classifier())]),
        Pipeline([("a__b", StandardScaler()), ("b", classifier())]),
        Pipeline([("a", StandardScaler().set_output(transform="default")), ("b", classifier())]),
        Pipeline([("a", StandardScaler()), ("b", make_pipeline(classifier()))]),
        make_pipeline(StandardScaler(), classifier(), memory="/tmp/none"),  # noqa: S108 - never made
        make_pipeline(StandardScaler(), classifier(), verbose=True),
    ],
)
def test_an_unusual_pipeline_makes_no_recipe(pipeline: Any) -> None:
    with pytest.raises(NoRecipeError):
        validation_digest(pipeline)


@digests
@pytest.mark.parametrize(
    ("x", "y"),
    [
        (X.tolist(), Y),
        (X, Y.tolist()),
        (X, None),
        (importlib.import_module("scipy.sparse").csr_array(X), Y),
        (X.view(np.recarray), Y),
        (np.ma.masked_array(X), Y),
        (np.asfortranarray(X), Y),
        (X[:, ::2], Y),
        (X.astype(">f8"), Y),
        (X.astype(np.complex128), Y),
        (X.astype(object), Y),
        (X, np.array(["a", "b", "c"])[Y]),
        (X, Y[:, None]),
        (X[None], Y),
        (iter(X), Y),
    ],
)
def test_unusual_data_make_no_recipe(digest: Callable[..., str], x: Any, y: Any) -> None:
    with pytest.raises(NoRecipeError):
        digest(x=x, y=y)


@pytest.mark.parametrize(
    "options",
    [
        {"scoring": accuracy_score},
        {"scoring": make_scorer(accuracy_score)},
        {"scoring": {"a": "accuracy"}},
        {"scoring": "best"},
        {"scoring": ()},
        {"scoring": ("accuracy", "accuracy")},
        {"groups": Y},
        {"params": {"sample_weight": Y}},
        {"return_estimator": True},
        {"return_indices": True},
        {"return_train_score": 1},
        {"verbose": 3},
        {"pre_dispatch": 1},
        {"n_jobs": "2"},
        {"error_score": "ignore"},
        {"cv": GroupKFold(3)},
        {"cv": ShuffleSplit(3)},
        {"cv": iter(list(StratifiedKFold(3).split(X, Y)))},
        {"cv": [(np.arange(10), np.arange(10, 30))]},
        {"cv": 1},
        {"cv": "5"},
        {"cv": True},
    ],
    ids=lambda options: re.sub(r" at 0x\w+", "", str(options)),
)
def test_an_unusual_validation_makes_no_recipe(options: dict[str, Any]) -> None:
    with pytest.raises(NoRecipeError):
        validation_digest(**options)


def test_several_jobs_that_draw_by_themselves_make_no_recipe() -> None:
    with pytest.raises(NoRecipeError, match="several jobs"):
        validation_digest(classifier(random_state=None), n_jobs=2)


def test_a_forest_of_several_jobs_makes_no_recipe() -> None:
    with pytest.raises(NoRecipeError, match="several jobs"):
        validation_digest(RandomForestClassifier(random_state=1, n_jobs=2))


@pytest.mark.parametrize("name", ["coef_init", "intercept_init"])
def test_coefficients_to_begin_with_make_no_recipe(name: str) -> None:
    with pytest.raises(NoRecipeError, match="begin with"):
        fit_digest(**{name: np.zeros((3, 6))})


def test_a_fit_that_goes_on_makes_no_recipe() -> None:
    estimator = classifier(warm_start=True, tol=None).fit(X, Y)
    with pytest.raises(NoRecipeError, match="goes on"):
        fit_digest(estimator)
    assert validation_digest(estimator) == validation_digest(classifier(tol=None))


def test_an_estimator_that_was_fitted_before_is_fitted_anew() -> None:
    assert fit_digest(classifier(tol=None).fit(X, Y)) == fit_digest(classifier(tol=None))


def test_only_some_estimators_are_fitted_by_recipe() -> None:
    with pytest.raises(NoRecipeError, match="LogisticRegression"):
        fit_digest(LogisticRegression())
