"""The same network built in another of the ways that Keras has."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst
import libcst.matchers as m

from grader.audit.rewriting.tree import (
    Rule,
    Statement,
    added_to_model,
    code_of,
    expression,
    on_tree,
    statement,
    statements,
    with_visitor,
)

_SEQUENTIAL = m.Call(func=m.Attribute(attr=m.Name("Sequential")) | m.Name("Sequential"))


def _layers_of(node: cst.CSTNode) -> list[cst.BaseExpression] | None:
    """Return what is in the list of `keras.Sequential([keras.Input(...), ...])`; None for anything else."""
    if not isinstance(node, cst.Call) or not m.matches(node, _SEQUENTIAL) or not node.args:
        return None
    given = node.args[0].value
    if not isinstance(given, cst.List):
        return None
    layers = [one.value for one in given.elements]
    return layers if "Input(" in code_of(layers[0]) else None


def _name_of(call: cst.Call) -> str:
    named = [one for one in call.args if one.keyword is not None and one.keyword.value == "name"]
    return "".join(f", name={code_of(one.value)}" for one in named)


class _Stacks(cst.CSTTransformer):
    """Writes statements in front of the one that holds a Sequential, and what they make in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._before: list[Statement] = []

    def made(self, call: cst.Call, layers: Sequence[cst.BaseExpression]) -> tuple[str, str]:
        """Return the statements, and the expression that is the model after them."""
        raise NotImplementedError

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:  # noqa: ARG002, N802 - libcst's
        layers = _layers_of(updated_node)
        if layers is None:
            return updated_node
        before, model = self.made(updated_node, layers)
        self._before += statements(before)
        return expression(model)

    def leave_SimpleStatementLine(  # noqa: N802
        self,
        original_node: cst.SimpleStatementLine,  # noqa: ARG002
        updated_node: cst.SimpleStatementLine,
    ) -> cst.SimpleStatementLine | cst.FlattenSentinel[cst.BaseStatement]:
        before, self._before = self._before, []
        return cst.FlattenSentinel([*before, updated_node]) if before else updated_node


class _Functional(_Stacks):
    def made(self, call: cst.Call, layers: Sequence[cst.BaseExpression]) -> tuple[str, str]:
        first, *rest = map(code_of, layers)
        steps = "".join(f"flow = {layer}(flow)\n" for layer in rest)
        return f"inputs = {first}\nflow = inputs\n{steps}", f"keras.Model(inputs, flow{_name_of(call)})"


class _Added(_Stacks):
    def made(self, call: cst.Call, layers: Sequence[cst.BaseExpression]) -> tuple[str, str]:
        name = _name_of(call).removeprefix(", ")
        adds = "".join(f"stack.add({code_of(layer)})\n" for layer in layers)
        return f"stack = keras.Sequential({name})\n{adds}", "stack"


class _AddedInLoop(_Stacks):
    def made(self, call: cst.Call, layers: Sequence[cst.BaseExpression]) -> tuple[str, str]:
        name = _name_of(call).removeprefix(", ")
        listed = ", ".join(map(code_of, layers))
        return (
            f"stack = keras.Sequential({name})\nfor layer in ({listed}):\n    stack.add(layer)\n",
            "stack",
        )


class _Adds(cst.CSTTransformer):
    """Changes only functions that begin an empty Sequential called `model`."""

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:  # noqa: N802
        return "model = keras.Sequential()" in code_of(node)


class _FunctionalForAdds(_Adds):
    """Builds by calls what `model.add` built; the layer that may be None stays within its `if`."""

    def leave_SimpleStatementLine(  # noqa: N802
        self,
        original_node: cst.SimpleStatementLine,  # noqa: ARG002
        updated_node: cst.SimpleStatementLine,
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        code = code_of(updated_node.body[0])
        if code == "model = keras.Sequential()":
            return cst.RemoveFromParent()
        layer = _added(updated_node)
        if layer is None:
            return updated_node
        text = f"inputs = flow = {layer}" if "Input(" in layer else f"flow = {layer}(flow)"
        return updated_node.with_changes(body=statement(text).body)

    def leave_IndentedBlock(  # noqa: N802
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        if not any(code_of(one).strip() == "model = keras.Sequential()" for one in original_node.body):
            return updated_node
        model = statements("model = keras.Model(inputs, flow)")
        *body, last = updated_node.body
        return updated_node.with_changes(body=[*body, *model, last])


class _ListForAdds(_Adds):
    """Collects in a list what `model.add` added."""

    def leave_SimpleStatementLine(  # noqa: N802
        self,
        original_node: cst.SimpleStatementLine,  # noqa: ARG002
        updated_node: cst.SimpleStatementLine,
    ) -> cst.SimpleStatementLine | cst.FlattenSentinel[cst.BaseStatement]:
        code = code_of(updated_node.body[0])
        if code == "model = keras.Sequential()":
            return updated_node.with_changes(body=statement("stack = []").body)
        if code == "return model":
            return updated_node.with_changes(body=statement("return keras.Sequential(stack)").body)
        layer = _added(updated_node)
        if layer is None:
            return updated_node
        return updated_node.with_changes(body=statement(f"stack.append({layer})").body)


def _added(line: cst.SimpleStatementLine) -> str | None:
    """Return the layer that `model.add(...)` adds, or None for anything else."""
    call = added_to_model(line)
    return None if call is None else code_of(call.args[0].value)


def _subclassed(module: cst.Module) -> cst.Module:
    """Return `module` with a class of its own for a network that is only built, and never saved."""
    found = [one for one in m.findall(module, _SEQUENTIAL) if _layers_of(one) is not None]
    named = any(isinstance(one, cst.Call) and _name_of(one) for one in found)
    if len(found) != 1 or named or ".fit(" in module.code:
        return module
    layers = _layers_of(found[0]) or []
    if not all(isinstance(one, cst.Call) for one in layers):
        return module  # a variable of the function is not known in a class beside it
    lines = [f"        self.part_{place} = {code_of(one)}\n" for place, one in enumerate(layers[1:])]
    steps = [f"        flow = self.part_{place}(flow)\n" for place, _ in enumerate(layers[1:])]
    network = statements(
        "class Network(keras.Model):\n"
        "    def __init__(self):\n        super().__init__()\n"
        f"{''.join(lines)}"
        f"    def call(self, flow):\n{''.join(steps)}        return flow\n"
        "def built():\n    network = Network()\n"
        f"    network({code_of(layers[0])})\n    return network\n"
    )
    changed = module.deep_replace(found[0], expression("built()"))
    if not isinstance(changed, cst.Module):
        return module
    place = next(place for place, one in enumerate(module.body) if isinstance(one, cst.FunctionDef))
    body = list(changed.body)
    return changed.with_changes(body=[*body[:place], *network, *body[place:]])


RULES = (
    Rule("functional", "the functional API for a list of layers", with_visitor(_Functional)),
    Rule("adds", "`add` for a list of layers", with_visitor(_Added)),
    Rule("adds_in_loop", "`add` in a loop over the layers", with_visitor(_AddedInLoop)),
    Rule("functional_for_adds", "the functional API for `add`", with_visitor(_FunctionalForAdds)),
    Rule("list_for_adds", "a list of layers for `add`", with_visitor(_ListForAdds)),
    Rule("subclassed", "a subclass of `Model`", on_tree(_subclassed)),
)
# Not for an exercise that asks for the way itself in which layers are added.
FORMS = frozenset({"functional_for_adds", "list_for_adds"})
