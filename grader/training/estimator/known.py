"""What a recipe knows of scikit-learn: its estimators and splitters by name, and what does not matter."""

from __future__ import annotations

import importlib
from typing import Any

# Where each class is found. Their training is determined by settings, data and random state.
ESTIMATORS = {
    "DecisionTreeClassifier": "sklearn.tree",
    "KNeighborsClassifier": "sklearn.neighbors",
    "LogisticRegression": "sklearn.linear_model",
    "MinMaxScaler": "sklearn.preprocessing",
    "RandomForestClassifier": "sklearn.ensemble",
    "SGDClassifier": "sklearn.linear_model",
    "SGDRegressor": "sklearn.linear_model",
    "StandardScaler": "sklearn.preprocessing",
}
FITTED_BY_RECIPE = ("SGDClassifier", "SGDRegressor")
SPLITTERS = {"KFold": "sklearn.model_selection", "StratifiedKFold": "sklearn.model_selection"}
SCALERS = ("MinMaxScaler", "StandardScaler")

# Settings without influence on what is learned, and the values that leave it so.
WITHOUT_EFFECT = ("n_jobs", "verbose", "warm_start")
# With several jobs a forest adds up its trees in the order in which they are ready.
INDEPENDENT_OF_JOBS = ("SGDClassifier",)


def class_of(name: str, modules: dict[str, str]) -> Any:
    """Return the class of scikit-learn's with that name.

    Raises:
        KeyError: if `modules` does not know it.
    """
    return getattr(importlib.import_module(modules[name]), name)


def is_own(value: Any, modules: dict[str, str]) -> bool:
    """Return whether `value` is an instance of a known class itself, not of a class made from it."""
    name = type(value).__name__
    return name in modules and class_of(name, modules) is type(value)
