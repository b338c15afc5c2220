"""The same libraries imported in another way."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import libcst as cst

from grader.audit.rewriting.tree import Rule, code_of, expression, functions, on_tree, statements


class _Replaced(cst.CSTTransformer):
    """Puts other expressions in the place of dotted names, the longest first."""

    def __init__(self, others: Mapping[str, str]) -> None:
        super().__init__()
        self._others = others

    def visit_Import(self, node: cst.Import) -> bool:  # noqa: ARG002, N802 - libcst's
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:  # noqa: ARG002, N802
        return False

    def visit_Attribute(self, node: cst.Attribute) -> bool:  # noqa: N802
        return code_of(node) not in self._others

    def leave_Attribute(  # noqa: N802
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.BaseExpression:
        other = self._others.get(code_of(original_node))
        return updated_node.with_changes(attr=original_node.attr) if other is None else expression(other)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:  # noqa: N802
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:  # noqa: N802
        other = self._others.get(original_node.value)
        return updated_node if other is None else expression(other)


class _Dotted(cst.CSTVisitor):
    """Collects the dotted names that begin with `root`."""

    def __init__(self, root: str) -> None:
        super().__init__()
        self._root = root
        self.found: dict[str, None] = {}

    def visit_Attribute(self, node: cst.Attribute) -> bool:  # noqa: N802
        code = code_of(node)
        if code.startswith(f"{self._root}.") and code.replace(".", "").isidentifier():
            self.found[code] = None
            return False
        return True


def _imported(line: str, others: Mapping[str, str]) -> Callable[[cst.Module, str], cst.Module]:
    """Return a change of the import that is `line` into another, with `others` in the place of names."""

    def change(module: cst.Module, instead: str) -> cst.Module:
        changed = module.visit(_Replaced(others))
        body: list[cst.CSTNode] = []
        for one in changed.body:
            is_line = code_of(one).strip() == line
            body.extend(_with_layout(one, instead) if is_line else [one])
        return changed.with_changes(body=body)

    return change


def _with_layout(line: cst.CSTNode, instead: str) -> list[cst.BaseStatement]:
    first, *rest = statements(instead)
    return [first.with_changes(leading_lines=getattr(line, "leading_lines", ())), *rest]


def _has(module: cst.Module, line: str) -> bool:
    return any(code_of(one).strip() == line for one in module.body)


def _renamed(line: str, instead: str, others: Mapping[str, str]) -> Callable[[str], str]:
    """Return a rule's function: `instead` is imported for `line`, and `others` are the names it gives."""

    def apply(module: cst.Module) -> cst.Module:
        return _imported(line, others)(module, instead) if _has(module, line) else module

    return on_tree(apply)


def _parts(package: str) -> Callable[[str], str]:
    """Return a rule's function: what the file uses of Keras is imported from `package`, part by part."""

    def apply(module: cst.Module) -> cst.Module:
        if not _has(module, "import keras"):
            return module
        dotted = _Dotted("keras")
        module.visit(dotted)
        others = {}
        for name in dotted.found:
            # `keras.layers.Dense` becomes `layers.Dense`, and `keras.Input` is `Input`.
            others[name] = name.removeprefix("keras.")
        if not others:
            return module
        parts = sorted({other.partition(".")[0] for other in others.values()})
        return _imported("import keras", others)(module, f"from {package} import {', '.join(parts)}")

    return on_tree(apply)


def _single_names(module: cst.Module) -> cst.Module:
    """Return `module` with each class and function of Keras and NumPy imported by its own name."""
    taken = {one.name.value for one in functions(module)}
    for root, package in (("keras", "keras"), ("np", "numpy")):
        line = "import keras" if root == "keras" else "import numpy as np"
        dotted = _Dotted(root)
        module.visit(dotted)
        if not _has(module, line) or not dotted.found:
            continue
        others: dict[str, str] = {}
        lines: dict[str, None] = {}
        for name in sorted(dotted.found):
            home, _, last = name.rpartition(".")
            short = f"their_{last}" if last in taken else last
            others[name] = short
            source = package + home.removeprefix(root)
            lines[f"from {source} import {last}" + (f" as {short}" if short != last else "")] = None
        module = _imported(line, others)(module, "\n".join(lines))
    return module


def _whole_packages(source: str) -> str:
    """Return `source` with modules imported whole: `numpy.mean`, `sklearn.metrics.confusion_matrix`."""
    source = _renamed("import numpy as np", "import numpy", {"np": "numpy"})(source)
    source = _renamed("import matplotlib.pyplot as plt", "from matplotlib import pyplot", {"plt": "pyplot"})(
        source
    )
    for one in cst.parse_module(source).body:
        code = code_of(one).strip()
        if code.startswith("from sklearn."):
            _, home, _, name = code.split()
            source = _renamed(code, f"import {home}", {name: f"{home}.{name}"})(source)
    return source


RULES = (
    Rule("keras_alias", "`import keras as k`", _renamed("import keras", "import keras as k", {"keras": "k"})),
    Rule(
        "tensorflow",
        "`import tensorflow as tf`, then `tf.keras`",
        _renamed("import keras", "import tensorflow as tf", {"keras": "tf.keras"}),
    ),
    Rule(
        "from_tensorflow",
        "`from tensorflow import keras`",
        _renamed("import keras", "from tensorflow import keras", {}),
    ),
    Rule("keras_parts", "`from keras import layers`", _parts("keras")),
    Rule("tensorflow_parts", "`from tensorflow.keras import layers`", _parts("tensorflow.keras")),
    Rule("single_names", "each class and function imported by its own name", on_tree(_single_names)),
    Rule("whole_packages", "modules imported whole, without an alias", _whole_packages),
)
