"""Nothing tells a training that was asked for from one that ran here, but the time it took."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sklearn import model_selection
from sklearn.base import clone
from sklearn.linear_model import SGDClassifier

from grader.training.estimator.install import install, uninstall
from grader.training.estimator.randomness import global_state
from tests.training.estimator import trainings
from tests.training.estimator.trainings import Elsewhere, attributes, data, heard, told

ACTIONS = ("always", "default", "once", "ignore", "module")
few = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # nothing is shrunk: every example is several trainings
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def here_and_elsewhere(training: Any) -> tuple[Any, Any, Elsewhere]:
    """Return what `training()` returns with scikit-learn as it is, and where it asks."""
    found = []
    trainer = Elsewhere()
    for asking in (False, True):
        uninstall()
        if asking:
            install(trainer)
        np.random.seed(5)  # noqa: NPY002
        try:
            found.append((training(), global_state()))
        finally:
            uninstall()
    return found[0], found[1], trainer


@settings(few, max_examples=150)
@given(
    estimator=st.one_of(trainings.classifiers, trainings.regressors),
    classes=st.integers(2, 4),
    dtype=st.sampled_from(["float64", "float32", "uint8"]),
    weighted=st.booleans(),
    action=st.sampled_from(ACTIONS),
)
def test_a_fit_leaves_the_same_behind(
    *, estimator: Any, classes: int, dtype: str, weighted: bool, action: str
) -> None:
    x, y = data(40, classes, dtype)
    weights = np.linspace(0.1, 2, len(y)) if weighted else None

    def training() -> Any:
        mine = clone(estimator)
        with heard(action) as warned:
            try:
                assert mine.fit(x, y, sample_weight=weights) is mine
            except ValueError as error:
                return str(error), attributes(mine)
            # Once more: an estimator that was fitted before, in another way.
            mine.set_params(average=False, warm_start=False)
            mine.fit(x[::-1].copy(), y[::-1].copy())
        again = attributes(mine)
        mine.set_params(early_stopping=False)
        if getattr(mine, "class_weight", None) != "balanced":
            mine.partial_fit(x, y)  # goes on from what it finds
        return told(warned), again, attributes(mine), mine.predict(x).tobytes()

    here, there, trainer = here_and_elsewhere(training)
    assert there == here
    assert trainer.asked


@settings(few, max_examples=120)
@given(
    estimator=st.one_of(trainings.classifiers, trainings.regressors, trainings.pipelines, trainings.others),
    classes=st.integers(2, 3),
    folds=trainings.splitters,
    scoring=st.sampled_from([None, "accuracy", "f1_macro", ["accuracy", "precision_macro"], "r2"]),
    train_scores=st.booleans(),
    action=st.sampled_from(ACTIONS),
)
def test_a_cross_validation_finds_the_same(
    *, estimator: Any, classes: int, folds: Any, scoring: Any, train_scores: bool, action: str
) -> None:
    x, y = data(60, classes)
    before = attributes(estimator)

    def training() -> Any:
        with heard(action) as warned:
            try:
                scores = model_selection.cross_validate(
                    estimator, x, y, cv=folds, scoring=scoring, return_train_score=train_scores
                )
            except ValueError as error:  # every fold failed
                return str(error).partition("Traceback")[0], untraced(warned)
            single = None
            if not isinstance(scoring, list):
                single = model_selection.cross_val_score(estimator, x, y, cv=folds, scoring=scoring)
        untimed = {name: value for name, value in scores.items() if not name.endswith("_time")}
        times = {name: (value.dtype, value.shape) for name, value in scores.items() if name not in untimed}
        values = [
            (name, type(one), one.dtype, one.shape, one.tobytes(), one.flags.writeable)
            for name, one in untimed.items()
        ]
        return list(scores), values, times, None if single is None else single.tobytes(), untraced(warned)

    here, there, trainer = here_and_elsewhere(training)
    assert there == here
    assert trainer.asked
    assert attributes(estimator) == before


def untraced(warned: Any) -> list[Any]:
    """Return warnings without the tracebacks of what failed: the trainer's frame is one of them."""
    return [(*one[:1], one[1].partition("Traceback")[0], *one[2:]) for one in told(warned)]


@pytest.mark.parametrize("action", ACTIONS)
def test_warnings_are_heard_as_often(action: str) -> None:
    x, y = data(36, 3)

    def training() -> Any:
        with heard(action) as warned:
            for _ in range(2):
                SGDClassifier(max_iter=1).fit(x, y)
                model_selection.cross_validate(
                    SGDClassifier(max_iter=1, loss="perceptron"),
                    x,
                    np.where(y == 2, 0, y) + (np.arange(36) < 3) * 5,
                    cv=4,
                    scoring="precision_macro",
                    return_train_score=True,
                )
        return told(warned)

    here, there, trainer = here_and_elsewhere(training)
    assert there == here
    assert len(trainer.asked) == 4
    assert trainer.here == []
    assert here[0] or action == "ignore"
