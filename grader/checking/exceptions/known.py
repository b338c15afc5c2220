"""The names that the chapter uses: what a misspelt one was probably meant to be."""

from __future__ import annotations

import difflib
import keyword
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Where a name comes from when it was used without being imported.
IMPORTS: dict[str, str] = {
    "np": "import numpy as np",
    "numpy": "import numpy as np",
    "tf": "import tensorflow as tf",
    "tensorflow": "import tensorflow as tf",
    "plt": "import matplotlib.pyplot as plt",
    "matplotlib": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    "keras": "import keras",
    "layers": "from keras import layers",
    "os": "import os",
    "math": "import math",
    "sklearn": "import sklearn",
    **{
        name: f"from keras.layers import {name}"
        for name in ("Activation", "Dense", "Dropout", "Flatten", "Reshape", "ReLU", "Rescaling", "Softmax")
    },
    **{name: f"from keras import {name}" for name in ("Input", "Model", "Sequential")},
    **{name: f"from keras.optimizers import {name}" for name in ("SGD", "Adagrad", "RMSprop", "Adam")},
    **{
        name: f"from keras.callbacks import {name}"
        for name in ("EarlyStopping", "ModelCheckpoint", "History", "Callback")
    },
    "SparseCategoricalCrossentropy": "from keras.losses import SparseCategoricalCrossentropy",
    "fashion_mnist": "from keras.datasets import fashion_mnist",
    "load_model": "from keras.models import load_model",
    "SGDClassifier": "from sklearn.linear_model import SGDClassifier",
    "StandardScaler": "from sklearn.preprocessing import StandardScaler",
    "cross_validate": "from sklearn.model_selection import cross_validate",
    "cross_val_score": "from sklearn.model_selection import cross_val_score",
    "train_test_split": "from sklearn.model_selection import train_test_split",
    "StratifiedKFold": "from sklearn.model_selection import StratifiedKFold",
    "confusion_matrix": "from sklearn.metrics import confusion_matrix",
    "Path": "from pathlib import Path",
}

MODULES = frozenset(
    {
        "collections",
        "functools",
        "itertools",
        "json",
        "keras",
        "math",
        "matplotlib",
        "numpy",
        "os",
        "pathlib",
        "random",
        "sklearn",
        "tensorflow",
        "time",
        "typing",
    }
)

BUILTINS = frozenset(
    {
        "False",
        "None",
        "True",
        "abs",
        "all",
        "any",
        "bool",
        "dict",
        "enumerate",
        "float",
        "int",
        "isinstance",
        "len",
        "list",
        "max",
        "min",
        "open",
        "print",
        "range",
        "reversed",
        "round",
        "set",
        "sorted",
        "str",
        "sum",
        "tuple",
        "type",
        "zip",
    }
)

# Members by the kind of object they belong to, as the library names that kind in its messages.
MEMBERS: dict[str, frozenset[str]] = {
    name: frozenset(members.split())
    for name, members in {
        "model": "add build compile count_params evaluate fit get_layer get_weights inputs layers"
        " load_weights metrics name optimizer outputs pop predict save save_weights set_weights"
        " stop_training summary to_json trainable_variables weights input output history loss input_shape"
        " output_shape",
        "layer": "activation bias count_params get_config get_weights input kernel name output rate"
        " set_weights units use_bias weights",
        "History": "epoch history model params",
        "EarlyStopping": "best best_epoch best_weights monitor patience restore_best_weights stopped_epoch"
        " wait",
        "ModelCheckpoint": "best filepath monitor save_best_only save_weights_only",
        "ndarray": "all any argmax argmin argsort astype copy dtype flatten item max mean min ndim ravel"
        " reshape shape size sort squeeze std sum T tolist transpose",
        "list": "append clear copy count extend index insert pop remove reverse sort",
        "dict": "clear copy get items keys pop setdefault update values",
        "str": "endswith format join lower replace split startswith strip upper",
        "Figure": "add_subplot axes gca legend savefig subplots suptitle tight_layout",
        "Axes": "axis bar barh grid imshow legend plot scatter set_title set_xlabel set_xlim set_xticks"
        " set_ylabel set_ylim set_yticks set_axis_off set_xticklabels text title xaxis yaxis get_xticks set"
        " tick_params",
        "SGDClassifier": "coef_ decision_function fit get_params intercept_ partial_fit predict"
        " predict_proba score set_params classes_ n_iter_",
        "StandardScaler": "fit fit_transform inverse_transform mean_ scale_ transform var_",
        "optimizer": "iterations learning_rate momentum name nesterov get_config",
        "numpy": "abs all allclose any arange argmax argmin argsort array array_equal asarray astype"
        " bincount concatenate diag empty exp expand_dims float32 float64 full int32 int64 isclose linspace"
        " log max maximum mean min newaxis ones ravel random reshape round sqrt stack std sum trace"
        " transpose uint8 unique vstack zeros zeros_like sort hstack where",
        "keras": "Input Model Sequential activations applications backend callbacks datasets initializers"
        " layers losses metrics models ops optimizers preprocessing random regularizers saving utils",
        "tensorflow": "Tensor argmax cast constant data keras math nn random reduce_mean reduce_sum reshape"
        " Variable convert_to_tensor config",
        "layers": "Activation BatchNormalization Conv2D Dense Dropout Flatten Input InputLayer Lambda Layer"
        " MaxPooling2D ReLU Rescaling Reshape Softmax",
        "models": "Model Sequential clone_model load_model save_model model_from_json",
        "optimizers": "Adadelta Adagrad Adam AdamW Nadam RMSprop SGD schedules",
        "callbacks": "Callback CSVLogger EarlyStopping History LearningRateScheduler ModelCheckpoint"
        " ReduceLROnPlateau TensorBoard",
        "losses": "CategoricalCrossentropy SparseCategoricalCrossentropy MeanSquaredError"
        " categorical_crossentropy sparse_categorical_crossentropy",
        "datasets": "boston_housing cifar10 cifar100 fashion_mnist imdb mnist reuters",
        "activations": "linear relu sigmoid softmax tanh",
        "utils": "plot_model set_random_seed to_categorical",
        "nn": "relu sigmoid softmax",
        "pyplot": "axis bar barh close figure gca gcf grid imshow legend plot savefig scatter show subplot"
        " subplots suptitle tight_layout title xlabel xlim xticks ylabel ylim yticks",
        "linear_model": "LinearRegression LogisticRegression SGDClassifier",
        "model_selection": "KFold StratifiedKFold cross_val_score cross_validate train_test_split"
        " GridSearchCV",
        "preprocessing": "LabelEncoder MinMaxScaler OneHotEncoder StandardScaler",
        "metrics": "ConfusionMatrixDisplay accuracy_score confusion_matrix",
        "sklearn": "linear_model metrics model_selection pipeline preprocessing",
        "matplotlib": "cm colors figure pyplot rcParams use",
    }.items()
}

_OWNERS: dict[str, str] = {
    "Sequential": "model", "Functional": "model", "Model": "model",
    "AxesSubplot": "Axes", "DataFrame": "ndarray",
    "Dense": "layer", "Dropout": "layer", "Flatten": "layer", "Activation": "layer", "InputLayer": "layer",
    "SGD": "optimizer", "Adam": "optimizer", "RMSprop": "optimizer", "Adagrad": "optimizer",
}  # fmt: skip

KEYWORDS = frozenset(
    {
        "activation",
        "alpha",
        "axis",
        "batch_size",
        "callbacks",
        "class_weight",
        "cmap",
        "color",
        "cv",
        "data_format",
        "dtype",
        "early_stopping",
        "epochs",
        "estimator",
        "eta0",
        "figsize",
        "filepath",
        "from_logits",
        "input_shape",
        "label",
        "learning_rate",
        "linestyle",
        "loss",
        "loss_weights",
        "marker",
        "max_iter",
        "metrics",
        "min_delta",
        "mode",
        "momentum",
        "monitor",
        "n_jobs",
        "name",
        "ncols",
        "nesterov",
        "nrows",
        "optimizer",
        "patience",
        "penalty",
        "random_state",
        "rate",
        "restore_best_weights",
        "return_estimator",
        "return_train_score",
        "run_eagerly",
        "save_best_only",
        "save_weights_only",
        "scoring",
        "shape",
        "sharex",
        "sharey",
        "shuffle",
        "squeeze",
        "start_from_epoch",
        "steps_per_epoch",
        "stratify",
        "test_size",
        "tol",
        "train_size",
        "units",
        "use_bias",
        "validation_data",
        "validation_split",
        "verbose",
        "weight_decay",
    }
)

LAYERS = "Activation|Dense|Dropout|Flatten|InputLayer|Lambda|ReLU|Rescaling|Reshape|Softmax|KerasTensor"
"""The layers' class names, as part of a pattern."""

_WORD = re.compile(r"[A-Za-z_]\w{1,60}")


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` that `name` was probably meant to be, or `None`. Case does not count."""
    if not 1 < len(name) <= 60:
        return None
    by_lower = {other.lower(): other for other in sorted(names) if other != name}
    close = difflib.get_close_matches(name.lower(), list(by_lower), n=1, cutoff=0.75)
    return by_lower[close[0]] if close else None


def nearest_member(owner: str, name: str) -> str | None:
    """Return the member of `owner` (`Sequential`, `numpy.ndarray`) that `name` was meant to be, or `None`."""
    last = owner.rpartition(".")[2]
    members = MEMBERS.get(_OWNERS.get(last, last))
    if members is None:
        members = frozenset().union(*MEMBERS.values())
    return nearest(name, members)


def nearest_name(name: str, source: str) -> str | None:
    """Return the variable or function that `name` was meant to be; `source` holds the student's lines."""
    own = {word for word in _WORD.findall(source) if not keyword.iskeyword(word)}
    return nearest(name, BUILTINS) or nearest(name, IMPORTS) or nearest(name, own)
