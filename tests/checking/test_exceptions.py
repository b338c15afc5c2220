"""What `explain` makes of exceptions: of real ones, provoked as students do, and of hostile ones."""

from __future__ import annotations

import re
import time
import traceback
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from grader.checking.exceptions import (
    _RULES,
    ADD_TAKES_ONE_LAYER,
    HINTS,
    INPUT_SHAPE_ARGUMENT,
    LEGACY_H5,
    explain,
)
from grader.checking.exceptions.known import IMPORTS, nearest_member, nearest_name
from grader.checking.exceptions.rules import placeholders
from grader.evidence.vocabulary import Error, SourceFrame
from grader.training.work import Work

if TYPE_CHECKING:
    from pathlib import Path

    from grader.checking.hint import Hint

IMPORT_LINES = """
import keras, matplotlib, numpy as np, tensorflow as tf
matplotlib.use("Agg")
import matplotlib.pyplot as plt
from keras import layers
from keras.callbacks import EarlyStopping, ModelCheckpoint
from keras.layers import Dense, Flatten, Dropout
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate, train_test_split
from sklearn.preprocessing import StandardScaler

def flat_model(compiled=True, **settings):
    model = keras.Sequential([keras.Input((784,)), Dense(10, activation="softmax")])
    if compiled:
        model.compile(**({"loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"]} | settings))
    return model

def image_model():
    model = keras.Sequential([keras.Input((28, 28)), Flatten(), Dense(10, activation="softmax")])
    model.compile(loss="sparse_categorical_crossentropy")
    return model
"""

KERAS = [
    # What older editions still say: the rows of the chapter's last table.
    ("sgd_loss_log", "SGDClassifier(loss='log').fit(x, y)"),
    ("sgd_loss_log", "cross_validate(SGDClassifier(loss='log'), x, y, cv=2)"),
    ("metrics_not_list", "flat_model(metrics='accuracy').fit(x, y)"),
    ("sequential_takes_one_list", "keras.Sequential(Dense(10))"),
    ("sequential_takes_one_list", "keras.Sequential(Flatten(), Dense(10))"),
    ("sequential_takes_one_list", "keras.Sequential(flat_model(), Dense(10))"),
    ("sequential_takes_one_list", "keras.Sequential(Flatten(), Dense(10), Dense(10))"),
    ("sequential_takes_one_list", "keras.Sequential(Flatten(), Dense(9), Dense(8), Dense(7))"),
    ("weights_file_name", "flat_model().save_weights('model-weights.h5')"),
    ("layer_shape_attribute", "Dense(10).input_shape"),
    ("layer_shape_attribute", "flat_model().layers[0].output_shape"),
    ("predict_classes_removed", "flat_model().predict_classes(x)"),
    ("optimizer_lr", "keras.optimizers.SGD(lr=0.1)"),
    ("optimizer_lr", "keras.optimizers.Adam(lr=0.1)"),
    ("optimizer_lr", "keras.optimizers.Adam().lr"),
    (
        "compile_third_argument",
        "m = flat_model(False)\nm.compile('adam', 'sparse_categorical_crossentropy', ['mae'])\nm.fit(x, y)",
    ),
    (
        "compile_third_argument",
        "m = flat_model(False)\nm.compile('adam', 'sparse_categorical_crossentropy', 'mae')\nm.fit(x, y)",
    ),
    ("add_takes_one_layer", "keras.Sequential().add(Dense(1), Dense(2), Dense(3))"),
    ("add_takes_one_layer", "keras.Sequential().add()"),
    # Building a model.
    ("layers_nested_in_list", "keras.Sequential().add([Dense(1), Dense(2)])"),
    ("layer_class_not_called", "keras.Sequential([Flatten, Dense(10)])"),
    ("none_among_layers", "keras.Sequential([Flatten(), None, Dense(10)])"),
    ("not_a_layer", "keras.Sequential([Dense(10), keras.activations.softmax])"),
    ("layer_names_repeat", "keras.Sequential([Dense(10, name='a'), Dense(10, name='a')])"),
    ("layer_name_invalid", "Dense(10, name='a/b')"),
    ("flatten_takes_no_shape", "Flatten((28, 28))"),
    ("input_shape_not_tuple", "keras.Input(shape=(784))"),
    ("units_invalid", "keras.Sequential([keras.Input((4,)), Dense((10,))])"),
    ("dropout_rate_invalid", "Dropout(30)"),
    ("activation_unknown", "Dense(10, activation='softmx')"),
    ("activation_unknown", "Dense(100, 10)"),
    ("argument_misspelt", "Dense(10, activations='relu')"),
    ("argument_misspelt", "EarlyStopping(patient=2)"),
    ("argument_unknown", "Dense(10, zzz=1)"),
    ("argument_missing", "Dense()"),
    ("model_empty", "keras.Sequential([]).predict(x)"),
    ("symbolic_tensor", "tf.nn.softmax(keras.Input((3,)))"),
    ("symbolic_tensor", "np.asarray(keras.Input((3,)))"),
    # Compiling and training.
    ("not_compiled", "flat_model(False).fit(x, y)"),
    ("loss_missing", "m = flat_model(False)\nm.compile()\nm.fit(x, y)"),
    ("optimizer_unknown", "flat_model(optimizer='adm')"),
    ("optimizer_argument_unknown", "keras.optimizers.SGD(nestrov=True)"),
    ("momentum_invalid", "keras.optimizers.SGD(0.1, 9)"),
    ("loss_unknown", "flat_model(loss='sparse_crossentropy').fit(x, y)"),
    ("metric_unknown", "flat_model(metrics=['acuracy']).fit(x, y)"),
    ("images_into_flat_model", "flat_model().fit(images, y)"),
    ("images_into_flat_model", "flat_model()(images)"),
    ("rows_into_image_model", "image_model().fit(x, y)"),
    ("missing_batch_axis", "flat_model().predict(x[0])"),
    ("missing_batch_axis", "flat_model()(x[0])"),
    ("missing_batch_axis", "image_model().predict(images[0])"),
    ("number_of_axes_differs", "model = flat_model(); model.predict(x); model.predict(x[0])"),
    ("input_size_mismatch", "flat_model().predict(x[:, :100])"),
    ("loss_needs_one_hot", "flat_model(loss='categorical_crossentropy').fit(x, y)"),
    ("sparse_loss_with_one_hot", "flat_model().fit(x, np.eye(10)[y])"),
    (
        "output_not_flattened",
        (
            "m = keras.Sequential([keras.Input((28, 28)), Dense(10)])\n"
            "m.compile(loss='sparse_categorical_crossentropy')\nm.fit(images, y)"
        ),
    ),
    ("label_out_of_range", "flat_model().fit(x, y + 5)"),
    ("row_counts_differ", "flat_model().fit(x, y[:5])"),
    ("data_not_array", "flat_model().fit(x.tolist(), y.tolist())"),
    ("targets_missing", "flat_model().fit(x)"),
    ("targets_missing", "flat_model().fit()"),
    ("callback_not_instance", "flat_model().fit(x, y, callbacks=[EarlyStopping])"),
    ("callback_not_instance", "flat_model().fit(x, y, callbacks=['early'])"),
    ("argument_misspelt", "flat_model().fit(x, y, epoch=5)"),
    ("setting_not_a_number", "flat_model().fit(x, y, epochs='5')"),
    ("none_instead_of_model", "m = flat_model().compile(loss='mse')\nm.fit(x, y)"),
    ("history_is_object", "flat_model().fit(x, y)['loss']"),
    ("dictionary_called", "flat_model().fit(x, y).history('loss')"),
    ("history_key_acc", "flat_model().fit(x, y).history['acc']"),
    ("history_without_validation", "flat_model().fit(x, y).history['val_loss']"),
    ("history_without_accuracy", "flat_model(metrics=[]).fit(x, y).history['accuracy']"),
    ("attribute_misspelt", "flat_model().summery()"),
    ("old_model_method", "flat_model().predict_proba(x)"),
    ("tensor_is_not_array", "tf.constant([1, 2]).reshape(2, 1)"),
    # Saving and loading.
    ("model_file_name", "flat_model().save('model')"),
    ("file_not_found", "flat_model().save('missing/model.keras')"),
    ("file_not_found", "flat_model().load_weights('nothing.weights.h5')"),
    ("saved_file_missing", "keras.models.load_model('nothing.keras')"),
    (
        "weights_file_is_no_model",
        "flat_model().save_weights('a.weights.h5')\nkeras.models.load_model('a.weights.h5')",
    ),
    (
        "weights_do_not_fit",
        (
            "flat_model().save_weights('a.weights.h5')\n"
            "keras.Sequential([keras.Input((784,)), Dense(5)]).load_weights('a.weights.h5')"
        ),
    ),
    (
        "weights_do_not_fit",
        (
            "flat_model().save_weights('a.weights.h5')\n"
            "keras.Sequential([keras.Input((784,)), Dense(10), Dense(10)]).load_weights('a.weights.h5')"
        ),
    ),
    (
        "model_not_built",
        "flat_model().save_weights('a.weights.h5')\nkeras.Sequential([Dense(10)]).load_weights('a.weights.h5')",
    ),
    ("model_not_built", "keras.Sequential([Dense(10)]).count_params()"),
    ("model_not_built", "keras.Sequential([Dense(10)]).inputs"),
    ("checkpoint_file_name", "ModelCheckpoint('best', save_best_only=True)"),
    (
        "lambda_not_loadable",
        (
            "m = keras.Sequential([keras.Input((4,)), layers.Lambda(lambda a: a / 255)])\n"
            "m.save('l.keras')\nkeras.models.load_model('l.keras')"
        ),
    ),
    (
        "tensorflow_function_not_loadable",
        (
            "m = keras.Sequential([keras.Input((4,)), Dense(2, activation=tf.nn.softmax)])\n"
            "m.save('s.keras')\nkeras.models.load_model('s.keras')"
        ),
    ),
    (
        "custom_object_not_loadable",
        (
            "class Mine(layers.Layer):\n    def call(self, a):\n        return a\n"
            "m = keras.Sequential([keras.Input((4,)), Mine()])\n"
            "m.save('c.keras')\nkeras.models.load_model('c.keras')"
        ),
    ),
    # scikit-learn.
    ("sgd_loss_unknown", "SGDClassifier(loss='logloss').fit(x, y)"),
    ("stratify_too_few", "train_test_split(x[:3], [0, 0, 1], stratify=[0, 0, 1])"),
    ("stratify_too_few", "train_test_split(x[:4], [0, 0, 1, 1], test_size=1, stratify=[0, 0, 1, 1])"),
    ("estimator_parameter", "SGDClassifier(max_iter='5').fit(x, y)"),
    ("estimator_is_class", "cross_validate(SGDClassifier, x, y, cv=2)"),
    ("test_size_invalid", "train_test_split(x, y, test_size=20.5)"),
    ("folds_too_many", "cross_validate(SGDClassifier(), x[:20], y[:20], cv=5)"),
    ("data_not_finite", "SGDClassifier().fit(np.where(x > 0.5, np.nan, x), y)"),
    ("one_row_needs_two_axes", "StandardScaler().fit(x[0])"),
    ("images_not_flattened", "StandardScaler().fit(images)"),
    ("images_not_flattened", "cross_validate(SGDClassifier(), images, y, cv=2)"),
    ("feature_count", "StandardScaler().fit(x).transform(x[:, :9])"),
    ("not_fitted", "StandardScaler().transform(x)"),
    ("row_counts_differ", "SGDClassifier().fit(x, y[:5])"),
    ("labels_not_1d", "SGDClassifier().fit(x, np.eye(10)[y])"),
    ("labels_not_classes", "SGDClassifier().fit(x, y / 255)"),
    ("one_class_only", "SGDClassifier().fit(x, y * 0)"),
    ("no_rows", "StandardScaler().fit(x[:0])"),
    ("train_score_not_requested", "cross_validate(SGDClassifier(), x, y, cv=2)['train_score']"),
    ("key_misspelt", "cross_validate(SGDClassifier(), x, y, cv=2)['test_scores']"),
    # NumPy and matplotlib.
    ("reshape_size", "images.reshape(28, 28)"),
    ("reshape_two_unknowns", "images.reshape(-1, -1)"),
    ("shapes_do_not_match", "x + y"),
    ("matrix_shapes", "x @ x"),
    ("axis_out_of_bounds", "np.argmax(y, axis=1)"),
    ("index_out_of_bounds", "y[100]"),
    ("index_too_large", "[1, 2][2]"),
    ("too_many_indices", "y[0, 0]"),
    ("index_not_integer", "y[len(y) / 2]"),
    ("mask_length", "x[np.ones(3, bool)]"),
    ("array_to_number", "int(x[0])"),
    ("array_as_condition", "if x[0] > 0:\n    pass"),
    ("ragged_array", "np.array([[1, 2], [1]])"),
    ("integer_array_in_place", "a = np.zeros(3, np.uint8)\na /= 255"),
    ("read_only_array", "x.flags.writeable = False\nx[0] = 1"),
    ("array_not_numeric", "x + 'a'"),
    ("arrays_cannot_be_joined", "np.concatenate([x, y])"),
    ("image_shape", "plt.imshow(images)"),
    ("colormap_unknown", "plt.imshow(images[0], cmap='grayr')"),
    ("color_unknown", "plt.plot([1], [1], color='bleu')"),
    ("plot_format", "plt.plot([1], [1], 'val')"),
    ("plot_lengths", "plt.plot([1, 2], [1])"),
    ("plot_argument_unknown", "plt.plot([1], [1], lable='a')"),
    ("subplot_grid", "plt.subplot(1, 1, 2)"),
    ("axes_array", "plt.subplots(1, 3)[1].imshow(images[0])"),
    ("single_axes_indexed", "plt.subplots(1, 1)[1][0]"),
    ("figure_is_not_axes", "plt.figure().imshow(images[0])"),
    ("plot_backend", "matplotlib.use('nonsense')"),
    ("numpy_alias_removed", "np.float"),
    ("exception_memory", "np.zeros((10**9, 10**9))"),
    # Imports.
    ("import_moved", "from keras.utils import np_utils"),
    ("import_moved", "from sklearn.cross_validation import train_test_split"),
    ("module_misspelt", "import tensorfow as tf"),
    ("module_misspelt", "import sklearn.linearmodel"),
    ("module_not_installed", "import no_such_library"),
    ("import_misspelt", "from sklearn.model_selection import train_test_splt"),
    ("import_misspelt", "from tensorflow import kears"),
    ("import_name_unknown", "from keras.layers import QqQqQ"),
    ("attribute_misspelt", "np.agrmax"),
    ("attribute_misspelt", "keras.layers.dense(10)"),
    ("attribute_misspelt", "keras.datasets.fashion_mnst"),
    ("attribute_unknown", "keras.layers.QqQqQ"),
]

PLAIN = [
    ("still_a_stub", "def f():\n    raise NotImplementedError\nf()"),
    ("exit_called", "import sys\nsys.exit(0)"),
    ("exit_called", "raise SystemExit"),
    ("not_imported", "np.zeros(3)"),
    ("not_imported", "keras.Input((3,))"),
    ("not_imported", "plt.plot([1])"),
    ("not_imported", "tf.zeros(3)"),
    ("not_imported", "Dense(10)"),
    ("name_misspelt", "pirnt(1)"),
    ("name_misspelt", "none"),
    ("name_misspelt", "dense(10)"),
    ("name_misspelt", "train_input = 1\nprint(train_input + train_imput)"),
    ("name_not_defined", "qqq"),
    ("used_before_assignment", "def f():\n    if False:\n        a = 1\n    return a\nf()"),
    ("other_exercise_imported", "from ch07_3.e01_model_fn import model_fn"),
    ("other_exercise_imported", "from e01_model_fn import model_fn"),
    ("unpack_count", "a, b = 1, 2, 3"),
    ("unpack_count", "a, b, c = 1, 2"),
    ("not_unpackable", "a, b = 1"),
    ("none_result", "a, b = None"),
    ("none_result", "None[0]"),
    ("none_result", "int(None)"),
    ("none_result", "None + 1"),
    ("none_result", "None.shape"),
    ("argument_missing", "def f(a):\n    pass\nf()"),
    ("too_many_arguments", "def f(a):\n    pass\nf(1, 2)"),
    ("argument_unknown", "def f(a):\n    pass\nf(1, zzz=2)"),
    ("argument_given_twice", "def f(a):\n    pass\nf(1, a=2)"),
    ("not_callable", "(5)(3)"),
    ("not_subscriptable", "(5)[3]"),
    ("not_iterable", "for i in 10:\n    pass"),
    ("call_parentheses_missing", "''.join[0]"),
    ("module_called", "import math\nmath(3)"),
    ("list_index_type", "[1, 2][0, 1]"),
    ("list_is_not_array", "[1, 2].shape"),
    ("tuple_not_unpacked", "(1, 2).fit()"),
    ("item_assignment", "a = (1, 2)\na[0] = 1"),
    ("text_and_number", "'a' + 1"),
    ("operand_types", "[1, 2] / 255"),
    ("input_called", "raise EOFError"),
    ("permission_denied", "raise PermissionError(13, 'Permission denied', '/etc/x')"),
    ("not_allowed", "raise PermissionError(1, 'Operation not permitted')"),
    ("disk_full", "raise OSError(28, 'No space left on device')"),
    ("path_is_folder", "open('.')"),
    ("file_not_found", "open('nothing.txt')"),
    ("no_network", "raise Exception('URL fetch failure on https://x: None')"),
    ("raised_on_purpose", "raise ValueError('kind')"),
    ("exception_key", "{}['qqq']"),
    ("exception_zero_division", "1 / 0"),
    ("exception_recursion", "def f():\n    f()\nf()"),
    ("exception_assertion", "assert 1 == 2"),
    ("exception_value", "int('a')"),
    ("exception_type", "len(5)"),
    ("exception", "next(iter([]))"),
]

SYNTAX = [
    ("missing_colon", "def f(x)\n    return x\n"),
    ("missing_colon", "if 1 == 1\n    y = 2\n"),
    ("unclosed_bracket", "m = Sequential([Dense(10)\nm.compile()\n"),
    ("unmatched_bracket", "x = (1, 2))\n"),
    ("unmatched_bracket", "x = (1, 2]\n"),
    ("assignment_in_condition", "if x = 1:\n    pass\n"),
    ("cannot_assign", "f() = 1\n"),
    ("print_without_parentheses", "print 'a'\n"),
    ("typographic_character", "x = “a”\n"),
    ("typographic_character", "def f(x)：\n    return x\n"),
    ("typographic_character", "x = a — b\n"),
    ("typographic_character", "x = 1；\n"),
    ("typographic_character", "f(x， y)\n"),
    ("invalid_character", "x = 1 ★ 2\n"),
    ("invisible_character", "x =\u00a01\n"),
    ("invisible_character", "x = 1\u200b\n"),
    ("unterminated_string", "x = 'abc\n"),
    ("missing_indented_block", "def f():\nreturn 1\n"),
    ("unexpected_indent", "x = 1\n    y = 2\n"),
    ("indentation_does_not_match", "if 1:\n        x = 1\n    y = 2\n"),
    ("mixed_tabs_and_spaces", "if 1:\n        x = 1\n\ty = 2\n"),
    ("missing_comma", "Dense(10 activation='relu')\n"),
    ("positional_after_keyword", "f(a=1, 2)\n"),
    ("argument_repeated", "f(a=1, a=2)\n"),
    ("return_outside_function", "return 1\n"),
    ("else_if", "if 1:\n    x = 1\nelse if 2:\n    x = 2\n"),
    ("no_increment_operator", "x++\n"),
    ("logical_operator", "if a && b:\n    pass\n"),
    ("notebook_command", "!pip install keras\n"),
    ("notebook_command", "%matplotlib inline\n"),
    ("prompt_copied", ">>> x = 1\n"),
    ("windows_path", "p = 'C:\\Users\\x'\n"),
    ("line_continuation", "x = 1 \\ \ny = 2\n"),
    ("try_without_except", "try:\n    x = 1\n\ny = 2\n"),
    ("invalid_name_or_number", "2x = 1\n"),
    ("syntax_error", "def (x):\n    pass\n"),
]

# What the same mistakes say in other versions: Keras 3.3, scikit-learn 1.4, NumPy 1.26, Python 3.10.
OTHER_VERSIONS = [
    (
        "ValueError",
        "With a single output, the `loss_weights` argument must be a Python float.",
        "compile_third_argument",
    ),
    ("TypeError", "'Sequential' object is not iterable", "sequential_takes_one_list"),
    ("ValueError", "Found array with dim 3. StandardScaler expected <= 2.", "images_not_flattened"),
    ("TypeError", "only length-1 arrays can be converted to Python scalars", "array_to_number"),
    ("TypeError", "only size-1 arrays can be converted to Python scalars", "array_to_number"),
    ("UnboundLocalError", "local variable 'a' referenced before assignment", "used_before_assignment"),
    (
        "ValueError",
        (
            'Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to'
            " have value 784, but received input with shape (32, 28, 28)"
        ),
        "images_into_flat_model",
    ),
    (
        "ValueError",
        (
            'Input 0 of layer "sequential" is incompatible with the layer: expected shape=(None, 784),'
            " found shape=(32, 28, 28)"
        ),
        "images_into_flat_model",
    ),
    (
        "ValueError",
        (
            'Input 0 of layer "dense" is incompatible with the layer: expected min_ndim=2, found ndim=1.'
            " Full shape received: (784,)"
        ),
        "missing_batch_axis",
    ),
    (
        "ValueError",
        (
            'Invalid input shape for input Tensor("data:0", shape=(32,), dtype=float32). Expected shape'
            " (None, 784), but input has incompatible shape (32,)"
        ),
        "missing_batch_axis",
    ),
    ("ValueError", "Shapes (None, 1) and (None, 10) are incompatible", "loss_needs_one_hot"),
    (
        "InvalidArgumentError",
        (
            "logits and labels must have the same first dimension, got logits shape [32,10] and"
            " labels shape [320]"
        ),
        "sparse_loss_with_one_hot",
    ),
    (
        "ValueError",
        "The `{arg_name}` of this `Lambda` layer is a Python lambda. Deserializing it is unsafe.",
        "lambda_not_loadable",
    ),
    ("RuntimeError", "You must compile your model before training/testing.", "not_compiled"),
    ("AttributeError", "module 'keras.api.datasets' has no attribute 'fashion_mnst'", "attribute_misspelt"),
    ("SyntaxError", "Non-UTF-8 code starting with '\\xb0' in file a.py on line 1", "file_not_utf8"),
    (
        "ValueError",
        "\nAll the 5 fits failed.\nIt is very likely that your model is misconfigured.",
        "all_fits_failed",
    ),
    (
        "TypeError",
        "Cannot clone object. Provide an instance of scikit-learn estimator instead of a class.",
        "estimator_is_class",
    ),
    (
        "InvalidArgumentError",
        (
            "logits and labels must have the same first dimension, got logits shape [896,10] and labels"
            " shape [32]"
        ),
        "output_not_flattened",
    ),
    ("TrainingTooLargeError", str(Work(10_000, 48_000, 79_510, 1e5)), "training_too_large"),
]

HOSTILE = [
    "a" * 1_000_000,
    "{0.__class__} {name} {} {{ %s",
    "(" * 1_000_000,
    "name '" * 200_000,
    "'" * 500_000,
    "'x' object is not " * 60_000,
    "f() got an unexpected keyword argument '" + "a" * 1_000_000,
    "a.b" * 300_000 + "() got an unexpected keyword argument 'x'",
    "Expected shape (None, " * 50_000,
    "'loss' parameter of SGDClassifier " * 40_000,
    " \t\n" * 400_000,
    "\x1b[" * 400_000,
    "Expected shape (None, {0.__class__}), but input has incompatible shape ({x!r}, 3)",
    "name '{0.__class__}' is not defined",
    "'`{0}`\x00\u202e' object is not callable",
    "\ud800 broken",
]


@pytest.fixture(scope="session")
def libraries() -> dict[str, Any]:
    namespace: dict[str, Any] = {}
    exec(IMPORT_LINES, namespace)  # noqa: S102 - the student's side of the fence
    return namespace


def error_of(source: str, names: dict[str, Any] | None = None) -> Error:
    """Run `source` as a student's file, and return the exception as a sandbox reports it."""
    lines = source.splitlines()
    try:
        exec(compile(source, "student.py", "exec"), dict(names or {}))  # noqa: S102
    except BaseException as error:  # noqa: BLE001 - SystemExit is among them
        frames = tuple(
            SourceFrame("student.py", frame.lineno or 1, frame.name, lines[(frame.lineno or 1) - 1].strip())
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename == "student.py"
        )
        syntax = isinstance(error, SyntaxError)
        return Error(
            kind=type(error).__name__,
            bases=tuple(base.__name__ for base in type(error).__mro__[1:-1]),
            message=str(error),
            frames=frames[-20:],
            line=error.lineno if isinstance(error, SyntaxError) else None,
            source=(getattr(error, "text", None) or "").rstrip() if syntax else None,
        )
    pytest.fail(f"nothing was raised by {source!r}")


def fills(hint: Hint, values: dict[str, str]) -> None:
    """Assert that both texts of `hint` can be filled, and that nothing is left over."""
    text = hint.text.format(**values)
    assert not set(values) - placeholders(hint)
    assert len(text.en) < 1_200
    assert len(text.ko) < 1_200


def assert_explained(error: Error, expected: str) -> None:
    hint, values = explain(error)
    assert hint.id == expected, error.message[:300]
    fills(hint, values)


@pytest.mark.parametrize(("expected", "source"), KERAS)
@pytest.mark.filterwarnings("ignore")
def test_library_exceptions_get_their_own_hint(
    expected: str, source: str, libraries: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    x = np.random.default_rng(0).random((40, 784), dtype="float32")
    names = libraries | {"x": x, "images": x.reshape(-1, 28, 28), "y": np.arange(40) % 10}
    assert_explained(error_of(source, names), expected)


@pytest.mark.parametrize(("expected", "source"), PLAIN)
@pytest.mark.filterwarnings("ignore")
def test_python_exceptions_get_their_own_hint(
    expected: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_explained(error_of(source), expected)


@pytest.mark.parametrize(("expected", "source"), SYNTAX)
@pytest.mark.filterwarnings("ignore")
def test_syntax_errors_get_their_own_hint(expected: str, source: str) -> None:
    assert_explained(error_of(source), expected)


@pytest.mark.parametrize(("kind", "message", "expected"), OTHER_VERSIONS)
def test_messages_of_other_versions_are_known(kind: str, message: str, expected: str) -> None:
    assert_explained(Error(kind=kind, bases=("Exception",), message=message), expected)


def test_the_typed_character_and_its_replacement_are_named() -> None:
    hint, values = explain(error_of("x = “a”\n"))
    assert (hint.id, values) == ("typographic_character", {"character": "“", "plain": '"'})


def test_the_import_line_to_add_is_named() -> None:
    _, values = explain(error_of("plt.plot([1])"))
    assert values == {"name": "plt", "statement": "import matplotlib.pyplot as plt"}


def test_the_nearest_name_is_suggested() -> None:
    assert nearest_name("train_imput", "return train_imput + train_input") == "train_input"
    assert nearest_member("Sequential", "summery") == "summary"
    assert nearest_member("keras.layers", "dense") == "Dense"
    assert nearest_member("numpy", "qqqq") is None


def test_a_cut_message_is_still_explained() -> None:
    numbers = " ".join(["0.123"] * 3_000)
    message = (
        f"Exception encountered when calling Sequential.call().\n\nInvalid input shape for input [{numbers}"
    )
    assert_explained(Error(kind="ValueError", bases=(), message=message[:4_000]), "missing_batch_axis")


def test_what_stands_at_the_end_of_a_long_message_is_read() -> None:
    message = f"All the 5 fits failed.\n{'x' * 100_000}\nValueError: Input X contains NaN.\n"
    assert_explained(Error(kind="ValueError", bases=(), message=message), "data_not_finite")


def test_an_unknown_exception_is_named() -> None:
    hint, values = explain(Error(kind="OddError", bases=("Exception",), message=""))
    assert (hint.id, values) == ("exception", {"kind": "OddError"})


def test_nothing_known_leaves_the_general_hint() -> None:
    hint, values = explain(Error(kind="", bases=(), message="", source=""))
    assert hint.id == "exception"
    fills(hint, values)


@pytest.mark.parametrize("message", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "kind",
    ["ValueError", "TypeError", "NameError", "AttributeError", "ImportError", "SyntaxError", "KeyError"],
)
def test_hostile_messages_are_harmless_and_quick(kind: str, message: str) -> None:
    frame = SourceFrame("student.py", 1, "f", message[:500])
    error = Error(kind=kind, bases=("Exception",), message=message, frames=(frame,), source=message)
    started = time.process_time()
    hint, values = explain(error)
    assert time.process_time() - started < 1.0
    fills(hint, values)
    for value in values.values():
        assert len(value) <= 60
        assert value.isprintable()
        assert "`" not in value


def test_a_class_name_is_harmless() -> None:
    hint, values = explain(Error(kind="`{0.__class__}`\n" * 1_000, bases=(), message=""))
    assert hint.id == "exception"
    assert len(values["kind"]) <= 60
    assert "class 'str'" not in hint.text.format(**values).en


def test_identifiers_are_unique_and_snake_case() -> None:
    by_id: dict[str, Hint] = {}
    for hint in (*(rule.hint for rule in _RULES), *HINTS):
        assert re.fullmatch(r"[a-z][a-z0-9_]+", hint.id)
        assert by_id.setdefault(hint.id, hint) == hint
    assert {hint.id for hint in HINTS} == set(by_id)
    assert {"legacy_h5", "input_shape_argument", "add_takes_one_layer"} <= set(by_id)


@pytest.mark.parametrize("hint", HINTS, ids=lambda hint: hint.id)
def test_every_hint_speaks_both_languages(hint: Hint) -> None:
    assert re.search(r"[가-힣]", hint.text.ko)
    assert not re.search(r"[가-힣]", hint.text.en)
    for text in (hint.text.en, hint.text.ko):
        assert text.endswith((".", "?", "`", "”)"))
        assert text.count("`") % 2 == 0
        assert "  " not in text
    assert re.search(r"(?:세요|니다|해요)[.:(]", hint.text.ko)
    taken_by_the_finding = {"expected", "actual", "reason", "frames", "detail", "hint", "self"}
    assert not placeholders(hint) & taken_by_the_finding


def test_placeholders_are_the_same_in_both_languages() -> None:
    for hint in HINTS:
        english = set(re.findall(r"\{(\w+)\}", hint.text.en))
        assert english == set(re.findall(r"\{(\w+)\}", hint.text.ko)), hint.id


def test_each_hint_of_a_rule_is_reached_by_some_exception() -> None:
    reached = {expected for table in (KERAS, PLAIN, SYNTAX) for expected, _ in table}
    reached |= {expected for _, _, expected in OTHER_VERSIONS}
    silent = {LEGACY_H5.id, INPUT_SHAPE_ARGUMENT.id, ADD_TAKES_ONE_LAYER.id}
    rare = {
        "argument_repeated", "exception_attribute", "exception_import", "exception_index",
        "exception_interrupted", "exception_name", "exception_not_implemented", "exception_os",
        "file_damaged", "file_shadows_library",
        "input_shape_rejected", "one_loss_expected", "targets_do_not_fit_output",
        "training_ran_out_of_memory",
    }  # fmt: skip
    assert {hint.id for hint in HINTS} - silent - rare <= reached


def test_import_lines_are_python() -> None:
    for line in IMPORTS.values():
        compile(line, "import", "exec")
