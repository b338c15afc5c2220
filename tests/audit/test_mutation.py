"""Mutants: what each operator changes, and what none of them may."""

import ast
from pathlib import Path

import pytest

from grader.audit.mutation import mutants
from grader.catalog import exercises

REFERENCES = [exercise.reference for exercise in exercises()]


def source_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def told(body: str, head: str = "x, y, n=10") -> dict[str, list[str]]:
    """Return what is changed in a function with this body, by the kind of the mutants."""
    changes: dict[str, list[str]] = {}
    for mutant in mutants(f"def f({head}):\n    z = 1.5\n    {body}\n    return z\n"):
        changes.setdefault(mutant.kind, []).append(mutant.what)
    return changes


def functions(source: str) -> dict[str, str]:
    """Return what stands in each function of the module, and in each constant, layout aside."""
    parts: dict[str, str] = {}
    for one in ast.parse(source).body:
        if isinstance(one, ast.FunctionDef):
            parts[one.name] = ast.dump(one)
        elif isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            parts[one.targets[0].id] = ast.dump(one)
        else:
            parts[ast.dump(one)] = ""
    return parts


def free_parts(source: str) -> list[str]:
    """Return the docstrings and the annotations of a module."""
    tree = ast.parse(source)
    found = [ast.get_docstring(tree) or ""]
    for one in ast.walk(tree):
        if isinstance(one, ast.FunctionDef):
            found.append(ast.get_docstring(one) or "")
            found += [ast.dump(arg.annotation) for arg in one.args.args if arg.annotation]
            found.append(ast.dump(one.returns) if one.returns else "")
    return found


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda path: path.stem)
def test_each_mutant_of_a_reference_changes_one_function_and_nothing_that_is_free(reference: Path) -> None:
    source = source_of(reference)
    made = mutants(source)

    assert made
    assert (
        len({one.name for one in made}) == len({ast.dump(ast.parse(one.source)) for one in made}) == len(made)
    )
    for one in made:
        compile(one.source, one.name, "exec")
        before, after = functions(source), functions(one.source)
        assert [name for name in before if before[name] != after[name]] == [one.function], one.what
        assert before.keys() == after.keys()
        assert free_parts(one.source) == free_parts(source)
        assert one.what
        assert "\n" not in one.what


def test_a_longer_docstring_changes_no_name() -> None:
    source = source_of(REFERENCES[-1])
    longer = source.replace('"""', '"""A line.\n\nAnother line.\n\n', 1)

    assert [one.name for one in mutants(source)] == [one.name for one in mutants(longer)]


def test_the_same_change_further_down_has_another_name() -> None:
    first, second = (
        one for one in mutants("def f(x):\n    a = x[0]\n    return a + x[0]\n") if one.kind == "number"
    )

    assert (first.what, second.what) == ("`x[0]` -> `x[1]`", "`x[0]` -> `x[1]` (2)")
    assert first.source != second.source


@pytest.mark.parametrize(
    ("body", "kind", "changes"),
    [
        ("z = x[5]", "number", ["`x[5]` -> `x[6]`", "`x[5]` -> `x[10]`"]),
        ("z = x[1]", "number", ["`x[1]` -> `x[0]`", "`x[1]` -> `x[2]`"]),
        ("z = x[-1]", "number", ["`x[-1]` -> `x[0]`"]),
        ("fit(epochs=20)", "number", ["`epochs=20` -> `epochs=21`"]),
        ("z = x / 255.0", "number", ["`x / 255.0` -> `x / 256.0`", "`x / 255.0` -> `x / 1.0`"]),
        ("Dropout(rate=0.3)", "number", ["`rate=0.3` -> `rate=0.6`", "`rate=0.3` -> `rate=0.03`"]),
        ("fit(shuffle=True)", "truth_value", ["`shuffle=True` -> `shuffle=False`"]),
        ('Dense(activation="relu")', "setting", ['`activation="relu"` -> `activation="softmax"`']),
        ('axes.set_xlabel("epoch")', "setting", ['`axes.set_xlabel("epoch")` -> `axes.set_xlabel("")`']),
        ('z = x[f"val_{y}"]', "setting", ['`x[f"val_{y}"]` -> `x[f"{y}"]`']),
        ("z = x / y", "arithmetic", ["`x / y` -> `x * y`", "`x / y` -> `x // y`"]),
        ("z = x == y", "comparison", ["`x == y` -> `x != y`"]),
        ("z = x is not None", "comparison", ["`x is not None` -> `x is None`"]),
        ("z = not x", "comparison", ["`z = not x` -> `z = x`"]),
        ("z = x and y", "condition", ["`z = x and y` -> `z = x or y`"]),
        ("z = 1 if x else y", "condition", ["`z = 1 if x else y` -> `z = 1 if True else y`"]),
        ("z = x[:n]", "slice", ["`x[:n]` -> `x[n:]`", "`x[:n]` -> `x[:]`"]),
        ("z = x[y:n]", "slice", ["`x[y:n]` -> `x[:n]`", "`x[y:n]` -> `x[y:]`"]),
        ("g(x, loss=y)", "argument_left_out", ["`loss=y` of `g` left out"]),
        ("g(x, y)", "argument_left_out", ["`y` of `g` left out"]),
        ("g(x, y)", "swapped", ["`x, y` -> `y, x`"]),
        ("fit(data=(x, y))", "swapped", ["`x, y` -> `y, x`"]),
        ("z = [x, y]", "swapped", ["`x, y` -> `y, x`"]),
        ("z = [x, y]", "element_left_out", ["`x` left out", "`y` left out"]),
        ('z = {"a": x}', "element_left_out", ['`"a": x` left out']),
        ("z = np.argmax(x)", "relative", ["`np.argmax(x)` -> `np.argmin(x)`"]),
        ("z = scaler.transform(x)", "relative", ["`scaler.transform(x)` -> `scaler.fit_transform(x)`"]),
        ("raise ValueError(x)", "relative", ["`ValueError(x)` -> `KeyError(x)`"]),
        ("model.compile(x)", "statement_left_out", ["`model.compile(x)` left out"]),
        ("for i in x: pass", "loop_cut_short", []),
        (
            "for i in x:\n        g(i)",
            "loop_cut_short",
            ["`for i in ...` ends after its first round"],
        ),
        (
            "model.add(x)\n    model.add(y)",
            "swapped",
            ["`model.add(x)` after `model.add(y)`"],
        ),
    ],
)
def test_an_operator_makes_its_changes(body: str, kind: str, changes: list[str]) -> None:
    made = told(body).get(kind, [])

    assert set(changes) <= set(made)
    assert bool(changes) == bool([one for one in made if "z = 1.5" not in one and "n=10" not in one])


@pytest.mark.parametrize(
    "free",
    [
        "model.fit(verbose=0)",
        "plt.subplots(figsize=(4, 3))",
        'raise TypeError("no 3")',
        '"""A docstring, 3."""',
        "import os",
        "axes.set(xticks=[], yticks=[])",
    ],
)
def test_what_the_chapter_leaves_free_is_not_changed(free: str) -> None:
    nothing = {what for changes in told("pass").values() for what in changes}
    changed = {what for changes in told(free).values() for what in changes} - nothing

    assert changed <= {f"`{free}` left out"} - {"`axes.set(xticks=[], yticks=[])` left out"}


def wrong_variables(source: str) -> list[str]:
    return [one.what for one in mutants(source) if one.kind == "wrong_variable"]


def test_a_wrong_variable_shares_the_last_word_before_all_others() -> None:
    source = "def f(train_x: A, train_y: A, val_x: A):\n    return g(train_x)\n"

    assert wrong_variables(source) == ["`g(train_x)` -> `g(val_x)`"]


def test_a_wrong_variable_is_of_the_same_kind() -> None:
    source = "def f(model: M, a: A, b: A):\n    return g(a)\n"

    assert wrong_variables(source) == ["`g(a)` -> `g(b)`"]


def test_a_step_may_be_forgotten_but_no_value_is_used_before_it_is_there() -> None:
    source = "def f(images: np.ndarray):\n    scaled = g(images)\n    return scaled.reshape(9)\n"

    assert wrong_variables(source) == ["`scaled.reshape(9)` -> `images.reshape(9)`"]


def test_one_statement_that_is_all_of_a_function_stays() -> None:
    assert not [one for one in mutants("def f(x):\n    return x\n") if one.kind == "statement_left_out"]


def test_a_long_list_loses_only_its_ends() -> None:
    made = [
        one
        for one in mutants('NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"]\n')
        if one.function == "NAMES"
    ]

    assert [one.what for one in made if one.kind == "element_left_out"] == [
        '`"a"` left out',
        '`"h"` left out',
    ]
    assert len([one for one in made if one.kind == "swapped"]) == 2
