"""Rewrites: what each rule and style makes, and that it says the same."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.audit.rewriting import RULES, STYLES, rewrites
from grader.audit.rewriting.tree import Rule
from grader.catalog import exercises

REFERENCES = {exercise.id: exercise.reference for exercise in exercises()}
# Of NumPy alone, and quick: what they return can be compared here.
COUNTS, FLATTEN = "ch07_1/e02_class_counts", "ch07_1/e04_scale_and_flatten"


def source_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def rule_of(kind: str) -> Rule:
    (rule,) = (one for one in RULES if one.kind == kind)
    return rule


def written(kind: str, source: str) -> str:
    return rule_of(kind).apply(source).strip()


def solutions(exercise: str, function: str) -> dict[str, Callable[..., Any]]:
    """Return `function` as the reference has it, by each rule, and in each style."""
    source = source_of(REFERENCES[exercise])
    made = {"reference": source} | {rule.kind: rule.apply(source) for rule in RULES}
    made |= {f"style {one.kind}": one.source for one in rewrites(source)}
    found = {}
    for name, code in made.items():
        module: dict[str, Any] = {"__name__": "answer", "print": lambda *_, **__: None}
        exec(compile(code.encode(), name, "exec"), module)  # noqa: S102 - our own code
        found[name] = module[function]
    return found


CLASS_COUNTS = solutions(COUNTS, "class_counts")
FIRST_LABELS = solutions(COUNTS, "first_labels")
SCALED = solutions(FLATTEN, "scale_and_flatten")


@pytest.mark.parametrize("reference", REFERENCES.values(), ids=lambda path: path.stem)
def test_each_rewrite_of_a_reference_is_python_another_text_and_there_once(reference: Path) -> None:
    source = source_of(reference)
    made = rewrites(source)

    assert len(made) >= 10
    assert len({one.name for one in made}) == len({one.source for one in made} - {source}) == len(made)
    for one in made:
        compile(one.source.encode(), one.name, "exec")
        assert one.what
        assert "\n" not in one.what


def test_every_rule_is_followed_in_some_style_and_changes_some_reference() -> None:
    sources = [source_of(path) for path in REFERENCES.values()]

    assert {rule.kind for rule in RULES} == set().union(*STYLES.values())
    assert len({rule.kind for rule in RULES}) == len(RULES)
    assert not [rule.kind for rule in RULES if all(rule.apply(source) == source for source in sources)]


def test_a_longer_docstring_changes_no_name() -> None:
    source = source_of(REFERENCES["ch07_2/e04_train_sigmoid"])
    longer = source.replace('"""', '"""A line.\n\nAnother line.\n\n', 1)

    assert [one.name for one in rewrites(source)] == [one.name for one in rewrites(longer)]


def test_public_functions_keep_their_names_and_parameters() -> None:
    source = "def f(x, y=2):\n    z = x + y\n    return z\n"
    for rule in RULES:
        module: dict[str, Any] = {"__name__": "answer", "np": np}
        exec(compile(rule.apply(source).encode(), rule.kind, "exec"), module)  # noqa: S102
        assert (module["f"](1), module["f"](1, 1), module["f"](x=1, y=3)) == (3, 2, 4), rule.kind


@settings(deadline=None)
@given(arrays.arrays(np.int64, st.integers(0, 20), elements=st.integers(-3, 9)), st.data())
def test_the_labels_are_counted_alike_in_every_style(target: np.ndarray, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(target)))
    labels, counts = CLASS_COUNTS["reference"](target)
    first = FIRST_LABELS["reference"](target, count)

    for name, function in CLASS_COUNTS.items():
        observed = function(target)
        assert (observed[0].tolist(), observed[1].tolist()) == (labels.tolist(), counts.tolist()), name
    for name, function in FIRST_LABELS.items():
        assert function(target, count) == first, name


@settings(deadline=None)
@given(
    arrays.arrays(np.uint8, st.tuples(st.integers(0, 3), st.just(28), st.just(28)), fill=st.integers(0, 255))
)
def test_the_images_are_scaled_alike_in_every_style(images: np.ndarray) -> None:
    expected = SCALED["reference"](images)

    for name, function in SCALED.items():
        np.testing.assert_array_equal(function(images), expected, err_msg=name, strict=True)


ADDS = """\
def f(a_layer=None):
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Dense(10, activation="relu"))
    if a_layer is not None:
        model.add(a_layer)
    return model
"""


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (
            "functional",
            'x = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(2)], name="a")',
            (
                "inputs = keras.Input(shape=(3,))\nflow = inputs\nflow = keras.layers.Dense(2)(flow)\n"
                'x = keras.Model(inputs, flow, name="a")'
            ),
        ),
        (
            "functional_for_adds",
            ADDS,
            (
                "def f(a_layer=None):\n    inputs = flow = keras.Input(shape=(28, 28))\n"
                '    flow = keras.layers.Dense(10, activation="relu")(flow)\n    if a_layer is not None:\n'
                "        flow = a_layer(flow)\n    model = keras.Model(inputs, flow)\n    return model"
            ),
        ),
        (
            "activation_layers",
            'x = [keras.layers.Dense(10, activation="relu", name="a")]',
            'x = [keras.layers.Dense(10, name="a"), keras.layers.Activation("relu")]',
        ),
        (
            "own_layers",
            'model.add(keras.layers.Dense(10, activation="softmax"))',
            "model.add(keras.layers.Dense(10))\nmodel.add(keras.layers.Softmax())",
        ),
        ("objects", 'model.compile(optimizer="adam")', "model.compile(optimizer=keras.optimizers.Adam())"),
        ("softmax_output", "L(from_logits=True)", "L(from_logits=False)"),
        ("keywords", "model.fit(a, b, epochs=5)", "model.fit(x=a, y=b, epochs=5)"),
        ("keywords", "f(a, b)", "f(a, b)"),
        ("positional", "model.fit(a, b, epochs=5, shuffle=True)", "model.fit(a, b, 32, 5, shuffle=True)"),
        ("positional", 'model.compile(loss="mse")', 'model.compile("rmsprop", "mse")'),
        ("positional", "model.fit(a, epochs=5)", "model.fit(a, epochs=5)"),
        ("defaults", "model.evaluate(a, b)", "model.evaluate(a, b, batch_size=32)"),
        ("defaults", "model.fit(a, b, 8)", "model.fit(a, b, 8, shuffle=True, initial_epoch=0)"),
        ("stars", "f(a, b, c=1)", "f(*(a, b), c=1)"),
        ("double_stars", "f(a, c=1)", 'f(a, **{"c": 1})'),
        ("methods", "np.argmax(p, axis=-1)", "np.asarray(p).argmax(axis=-1)"),
        ("called_model", "model.predict(x, verbose=0)", "model(x).numpy()"),
        ("single_precision", "model.fit(x / 255.0, y)", 'model.fit((x / 255.0).astype("float32"), y)'),
        ("temporaries", "x = f(a, g(b))", "step_1 = g(b)\nx = f(a, step_1)"),
        ("temporary_return", "def f(): return g(1)", "def f(): return g(1)"),
        ("walrus", "def f():\n    x = 1\n    return x", "def f():\n    (x := 1)\n    return x"),
        (
            "loop_for_comprehension",
            "def f(x):\n    return [g(i) for i in x]",
            (
                "def f(x):\n    collected = []\n    for i in x:\n        collected.append(g(i))\n"
                "    return collected"
            ),
        ),
        (
            "else",
            "def f(x):\n    if x:\n        return 1\n    return 2",
            "def f(x):\n    if x:\n        return 1\n    else:\n        return 2",
        ),
        ("hints_removed", "def f(x: int = 3) -> int:\n    return x", "def f(x=3):\n    return x"),
        ("keras_alias", "import keras\nx = keras.Input()", "import keras as k\nx = k.Input()"),
        (
            "keras_parts",
            "import keras\nx = keras.layers.Dense(keras=1)",
            "from keras import layers\nx = layers.Dense(keras=1)",
        ),
        (
            "single_names",
            "import keras\ndef load_model(): return keras.models.load_model",
            (
                "from keras.models import load_model as their_load_model\n"
                "def load_model(): return their_load_model"
            ),
        ),
        (
            "whole_packages",
            "from sklearn.metrics import confusion_matrix\nx = confusion_matrix",
            "import sklearn.metrics\nx = sklearn.metrics.confusion_matrix",
        ),
        (
            "constants",
            "def f():\n    return g(3, 3)",
            "_CONSTANT_1 = 3\ndef f():\n    return g(_CONSTANT_1, _CONSTANT_1)",
        ),
    ],
)
def test_a_rule_says_the_same_in_another_way(kind: str, before: str, after: str) -> None:
    assert written(kind, before) == after


@pytest.mark.parametrize("kind", ["list_for_adds", "functional_for_adds"])
def test_a_model_that_another_function_makes_stays_as_it_is(kind: str) -> None:
    other = "def g():\n    model = f()\n    return model"

    assert written(kind, ADDS + other).endswith(other)
    assert written(kind, ADDS) != ADDS.strip()


def test_layers_in_variables_are_left_where_they_are() -> None:
    source = "def f():\n    a = g()\n    return keras.Sequential([keras.Input(shape=(3,)), a])"

    assert written("subclassed", source) == source
    assert "class Network" in written("subclassed", source.replace(", a]", ", g()]"))


def test_nothing_is_raised_at_the_end_of_a_function_that_returns_nothing() -> None:
    assert "raise" not in written("dead_code", "def f(x):\n    x.clear()")
    assert written("dead_code", "def f(x):\n    return x").endswith('raise RuntimeError("never reached")')


def test_an_exercise_that_asks_for_add_keeps_it() -> None:
    made = rewrites(f'"""Pass each layer to `model.add`."""\n\n{ADDS}')

    assert made
    for one in made:
        called = [node.attr for node in ast.walk(ast.parse(one.source)) if isinstance(node, ast.Attribute)]
        assert "Model" not in called
        assert "add" in called
