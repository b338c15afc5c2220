"""The same settings of layers and trainings in another form: a layer of its own, an object, a function."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from grader.audit.rewriting.tree import Rule, added_to_model, code_of, expression, with_visitor


class _ActivationLayers(cst.CSTTransformer):
    """Gives each activation a layer of its own, in lists and after `add`."""

    def __init__(self, layers: dict[str, str]) -> None:
        super().__init__()
        self._layers = layers

    def leave_List(self, original_node: cst.List, updated_node: cst.List) -> cst.List:  # noqa: ARG002, N802
        elements: list[cst.BaseElement] = []
        for one in updated_node.elements:
            elements += [cst.Element(part) for part in self._split(one.value)]
        return (
            updated_node.with_changes(elements=elements)
            if len(elements) > len(updated_node.elements)
            else updated_node
        )

    def leave_SimpleStatementLine(  # noqa: N802
        self,
        original_node: cst.SimpleStatementLine,  # noqa: ARG002
        updated_node: cst.SimpleStatementLine,
    ) -> cst.SimpleStatementLine | cst.FlattenSentinel[cst.BaseStatement]:
        call = added_to_model(updated_node)
        if call is None:
            return updated_node
        lines = [
            cst.SimpleStatementLine([cst.Expr(call.with_changes(args=[cst.Arg(part)]))])
            for part in self._split(call.args[0].value)
        ]
        return cst.FlattenSentinel(lines) if len(lines) > 1 else updated_node

    def _split(self, layer: cst.BaseExpression) -> Iterable[cst.BaseExpression]:
        if not isinstance(layer, cst.Call):
            return [layer]
        activation = [
            one for one in layer.args if one.keyword is not None and one.keyword.value == "activation"
        ]
        if not activation or not isinstance(given := activation[0].value, cst.SimpleString):
            return [layer]
        name = str(given.evaluated_value)
        own = self._layers.get(name, f'Activation("{name}")')
        rest = [
            one.with_changes(comma=cst.MaybeSentinel.DEFAULT)
            for one in layer.args
            if one is not activation[0]
        ]
        return [layer.with_changes(args=rest), expression(f"keras.layers.{own}")]


_OBJECTS = {
    'activation="relu"': "activation=keras.activations.relu",
    'activation="sigmoid"': "activation=keras.activations.sigmoid",
    'activation="softmax"': "activation=keras.activations.softmax",
    'optimizer="adam"': "optimizer=keras.optimizers.Adam()",
    'loss="sparse_categorical_crossentropy"': "loss=keras.losses.SparseCategoricalCrossentropy()",
    'metrics=["accuracy"]': 'metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")]',
}
_FUNCTIONS = {
    'loss="sparse_categorical_crossentropy"': "loss=keras.losses.sparse_categorical_crossentropy",
    'optimizer="adam"': 'optimizer=keras.optimizers.get("adam")',
    "shape=(28, 28)": "shape=[28, 28]",
    "shape=(784,)": "shape=[28 * 28]",
}
_LOGITS = {
    "keras.layers.Dense(10)": 'keras.layers.Dense(10, activation="softmax")',
    "from_logits=True": "from_logits=False",
}


class _Written(cst.CSTTransformer):
    """Puts other code in the place of arguments and calls that are written in just this way."""

    def __init__(self, others: dict[str, str]) -> None:
        super().__init__()
        self._others = others

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:  # noqa: N802
        bare = original_node.with_changes(comma=cst.MaybeSentinel.DEFAULT)
        other = self._others.get(code_of(bare).strip())
        if other is None:
            return updated_node
        return updated_node.with_changes(value=expression(other.partition("=")[2]))

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:  # noqa: N802
        other = self._others.get(code_of(original_node))
        return updated_node if other is None else expression(other)


RULES = (
    Rule(
        "activation_layers",
        "`Activation` layers for activations",
        with_visitor(lambda: _ActivationLayers({})),
    ),
    Rule(
        "own_layers",
        "`ReLU` and `Softmax` layers for activations",
        with_visitor(lambda: _ActivationLayers({"relu": "ReLU()", "softmax": "Softmax()"})),
    ),
    Rule(
        "objects", "objects and functions for the names of settings", with_visitor(lambda: _Written(_OBJECTS))
    ),
    Rule(
        "functions",
        "what `keras.losses` and `get` give, and lists for shapes",
        with_visitor(lambda: _Written(_FUNCTIONS)),
    ),
    Rule("softmax_output", "a softmax and its loss for raw scores", with_visitor(lambda: _Written(_LOGITS))),
)
