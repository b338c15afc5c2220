"""Small trainings of scikit-learn for hypothesis to draw, who does them, and what they leave behind."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import numpy as np
import sklearn.linear_model
import sklearn.model_selection
import sklearn.neighbors
import sklearn.pipeline
import sklearn.preprocessing
import sklearn.tree
from hypothesis import strategies as st
from sklearn.ensemble import RandomForestClassifier

from grader.evidence.codec import Codec
from grader.training.digests import Arrays, NoRecipeError
from grader.training.estimator.execute import run
from grader.training.estimator.randomness import global_state, set_global_state
from grader.training.estimator.recipe import EstimatorRecipe, EstimatorResult

Values = np.ndarray[Any, Any]


def sent(message: Any, kind: Any) -> Any:
    """Return `message` as it arrives in another process."""
    codec: Codec[Any] = Codec(kind, max_bytes=2**30)
    return codec.read(BytesIO(codec.encode(message)))


@dataclass
class Elsewhere:
    """Trains what it is asked for as if in another process, and notes what it was asked and not asked for."""

    asked: list[EstimatorRecipe] = field(default_factory=list)
    here: list[tuple[str, str]] = field(default_factory=list)
    willing: bool = True

    def train(self, recipe: Any, arrays: Arrays) -> Any | None:
        """Return what comes of the recipe; this process's generator does not notice."""
        received = sent(recipe, EstimatorRecipe)
        assert received.digest == recipe.digest
        assert set(received.data) == set(arrays)
        self.asked.append(received)
        if not self.willing:
            return None
        before = global_state()
        set_global_state(np_state_of(seed=99))
        try:
            return sent(run(received, {name: _frozen(one) for name, one in arrays.items()}), EstimatorResult)
        except NoRecipeError as error:
            self.here.append(("run", str(error)))
            return None
        finally:
            set_global_state(before)

    def no_recipe(self, what: str, why: str) -> None:
        """Note what is trained here."""
        self.here.append((what, why))


def _frozen(values: Values) -> Values:
    frozen: Values = np.frombuffer(values.tobytes(), values.dtype).reshape(values.shape)
    return frozen


def np_state_of(seed: int) -> str:
    """Return NumPy's global state after a seed; the generator itself is left alone."""
    before = global_state()
    np.random.seed(seed)  # noqa: NPY002
    state = global_state()
    set_global_state(before)
    return state


@contextmanager
def heard(action: Any = "always") -> Any:
    """Collect warnings as a student's code would that has set this filter."""
    with warnings.catch_warnings(record=True) as found:
        warnings.resetwarnings()
        warnings.simplefilter(action)
        yield found


def told(found: list[warnings.WarningMessage]) -> list[tuple[Any, ...]]:
    """Return all that a caller can tell of warnings."""
    return [(one.category, str(one.message), one.filename, one.lineno, one.line, one.source) for one in found]


def data(rows: int, classes: int, dtype: str = "float64", seed: int = 0) -> tuple[Values, Values]:
    """Return rows of six features, and labels that they tell something of."""
    generator = np.random.default_rng(seed)
    y = np.arange(rows) % classes
    x = generator.normal(size=(rows, 6)) + y[:, None] * np.linspace(-1, 1, 6)
    return np.ascontiguousarray((x * 20).astype(dtype)), y


def attributes(estimator: Any) -> list[tuple[Any, ...]]:
    """Return everything that can be told of the attributes of an estimator, in their order."""
    found = [(name, *_told_of(value)) for name, value in vars(estimator).items()]
    arrays = {name: value for name, value in vars(estimator).items() if isinstance(value, np.ndarray)}
    shared = [
        (one, other, arrays[one] is arrays[other], np.shares_memory(arrays[one], arrays[other]))
        for one in arrays
        for other in arrays
    ]
    return [*found, *shared]


def _told_of(value: Any) -> tuple[Any, ...]:
    if isinstance(value, np.ndarray):
        flags = value.flags
        layout = (flags.c_contiguous, flags.f_contiguous, flags.writeable, flags.aligned, flags.owndata)
        return (type(value), value.dtype, value.shape, value.strides, value.tobytes(), layout)
    if " object at 0x" in repr(value):  # no value: only where it lies in memory
        return (type(value),)
    return (type(value), repr(value))


seeds = st.one_of(st.none(), st.integers(0, 2**32 - 1))
sgd_settings = st.fixed_dictionaries(
    {"random_state": seeds, "max_iter": st.integers(1, 8)},
    optional={
        "penalty": st.sampled_from(["l1", "l2", "elasticnet", None]),
        "alpha": st.sampled_from([1e-4, 0.01, np.float64(0.3)]),
        "l1_ratio": st.sampled_from([0.0, 0.5]),
        "fit_intercept": st.booleans(),
        "tol": st.sampled_from([None, 1e-3, 10.0]),
        "shuffle": st.booleans(),
        "learning_rate": st.sampled_from(["constant", "optimal", "invscaling", "adaptive"]),
        "eta0": st.sampled_from([0.01, 1e-4]),
        "early_stopping": st.booleans(),
        "n_iter_no_change": st.integers(1, 3),
        "average": st.sampled_from([False, True, 7, 100_000]),
        "warm_start": st.booleans(),
    },
)
classifiers = st.builds(
    lambda settings, more: sklearn.linear_model.SGDClassifier(**settings, **more),
    sgd_settings,
    st.fixed_dictionaries(
        {"loss": st.sampled_from(["hinge", "log_loss", "modified_huber", "perceptron"])},
        optional={
            "class_weight": st.sampled_from(["balanced", {0: 1, 1: 2.5}, None]),
            "n_jobs": st.sampled_from([None, 1, 2]),
        },
    ),
)
regressors = st.builds(
    lambda settings, loss: sklearn.linear_model.SGDRegressor(loss=loss, **settings),
    sgd_settings,
    st.sampled_from(["squared_error", "huber", "epsilon_insensitive"]),
)
pipelines = st.builds(
    sklearn.pipeline.make_pipeline,
    st.sampled_from(
        [
            sklearn.preprocessing.StandardScaler(),
            sklearn.preprocessing.MinMaxScaler((-1, 1)),
            sklearn.preprocessing.StandardScaler(with_mean=False),
        ]
    ),
    classifiers,
)
others = st.one_of(
    st.builds(sklearn.tree.DecisionTreeClassifier, max_depth=st.integers(1, 4), random_state=seeds),
    st.builds(RandomForestClassifier, st.integers(1, 5), random_state=seeds),
    st.builds(sklearn.neighbors.KNeighborsClassifier, st.integers(1, 5)),
    st.builds(
        sklearn.linear_model.LogisticRegression, C=st.sampled_from([0.1, 1.0]), max_iter=st.integers(2, 200)
    ),
)
_shuffled = st.sampled_from([True])
splitters = st.one_of(
    st.none(),
    st.integers(2, 6),
    st.builds(sklearn.model_selection.KFold, st.integers(2, 4)),
    st.builds(sklearn.model_selection.StratifiedKFold, st.integers(2, 4)),
    st.builds(sklearn.model_selection.StratifiedKFold, st.just(3), shuffle=_shuffled, random_state=seeds),
    st.builds(sklearn.model_selection.KFold, st.just(3), shuffle=_shuffled, random_state=seeds),
)
