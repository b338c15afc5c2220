"""Another number, another truth value, another setting of the same family."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from grader.audit.mutation.tree import Change, Solution, callee

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ACTIVATIONS = ("softmax", "sigmoid", "relu", "tanh")
_OPTIMIZERS = ("adam", "rmsprop", "sgd", "adagrad")
_LOSSES = ("sparse_categorical_crossentropy", "categorical_crossentropy", "mean_squared_error")
_METRICS = ("accuracy", "sparse_categorical_accuracy", "mean_squared_error")
_QUANTITIES = ("loss", "accuracy", "val_loss", "val_accuracy")
_FAMILIES: tuple[tuple[str, ...], ...] = (
    _ACTIVATIONS,
    _OPTIMIZERS,
    _LOSSES,
    _METRICS,
    _QUANTITIES,
    ("log_loss", "hinge", "modified_huber"),
    ("test_score", "train_score", "fit_time"),
    ("train", "test"),
    ("val", "train"),
    ("gray_r", "gray", "viridis"),
    ("gray", "blue", "red"),
    ("blue", "red"),
    ("red", "blue"),
    ("off", "on"),
    ("hidden", "output"),
    ("output", "hidden"),
    ("fashion_mnist_model", "fashion_mnist"),
    ("Softmax", "Dense"),
)
# One other is as good as two: layers and optimizers are compared as they are.
_CLEAR = (_ACTIVATIONS, _OPTIMIZERS)
_LABELS = frozenset({"set_xlabel", "set_ylabel"})
_MOST = 2
_LARGE = 10


def numbers(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution with other numbers in the place of one."""
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        # An index from the end, or the last axis. Another spelling of the same axis is no mutant.
        yield Change("number", node, cst.Integer("0"))
        return
    if not isinstance(node, (cst.Integer, cst.Float)) or _is_negated(node, solution):
        return
    others = _other_integers(int(node.value)) if isinstance(node, cst.Integer) else _other_floats(node)
    for other in others:
        yield Change("number", node, node.with_changes(value=other))


def truth_values(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:  # noqa: ARG001 - an operator's signature
    """Yield the solution with True for False, or the other way round."""
    other = {"True": "False", "False": "True"}
    if isinstance(node, cst.Name) and node.value in other:
        yield Change("truth_value", node, cst.Name(other[node.value]))


def settings(node: cst.CSTNode, solution: Solution) -> Iterator[Change]:
    """Yield the solution with other settings of the same family: another loss, metric, colour, key."""
    if isinstance(node, cst.FormattedString):
        yield from _prefix(node, solution)
        return
    if not isinstance(node, cst.SimpleString):
        return
    parent = solution.parent(node)
    call = solution.parent(parent) if isinstance(parent, cst.Arg) else None
    if isinstance(call, cst.Call) and callee(call) in _LABELS:
        yield Change("setting", node, cst.SimpleString('""'))  # its wording is free, but it must be there
        return
    for other in _relatives(str(node.evaluated_value)):
        yield Change("setting", node, cst.SimpleString(f'"{other}"'))


def _other_integers(value: int) -> Sequence[str]:
    if value < _MOST:
        return ["1"] if value == 0 else ["0", "2"]
    return [str(value + 1), str(value * 2)] if value < _LARGE else [str(value + 1)]


def _other_floats(node: cst.Float) -> Sequence[str]:
    value = float(node.value)
    others = [value + 1, 1.0] if value > 1 else [value * 2 if value < 0.5 else value / 2, value / 10]
    return [f"{other:g}" if other % 1 else f"{other:.1f}" for other in others if other != value]


def _is_negated(node: cst.CSTNode, solution: Solution) -> bool:
    return isinstance(solution.parent(node), cst.UnaryOperation)


def _relatives(value: str) -> Sequence[str]:
    """Return at most two others of the family that `value` leads, or else is a member of."""
    families = sorted((one for one in _FAMILIES if value in one), key=lambda family: family.index(value))
    if not families:
        return []
    others = [other for other in families[0] if other != value]
    return others[: 1 if families[0] in _CLEAR else _MOST]


def _prefix(node: cst.FormattedString, solution: Solution) -> Iterator[Change]:
    """Yield a key that is put together, such as `f"val_{metric}"`, without the text in front."""
    if not isinstance(solution.parent(node), (cst.Index, cst.Comparison)):
        return
    if isinstance(node.parts[0], cst.FormattedStringText):
        yield Change("setting", node, node.with_changes(parts=node.parts[1:]))
