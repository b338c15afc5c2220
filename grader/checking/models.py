"""The comparison of a model with the reference's, layer by layer, however either was written."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

import numpy as np

from grader.checking import model_hints as hints
from grader.checking.exceptions import ADD_TAKES_ONE_LAYER
from grader.checking.finding import Finding
from grader.checking.network import Step, probabilities, said, steps
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Array, Model


class _Both(TypedDict):
    """The two models in a few words, for hints about the whole of them."""

    expected: str
    actual: str


def same_model(actual: Model, expected: Model) -> None:
    """Raise the `Finding` that names the first difference between two models' inputs and layers.

    Weights, names, and the way a model was written do not count.
    """
    same_input(actual, expected)
    same_layers(actual, expected)


def same_input(actual: Model, expected: Model) -> None:
    """Raise a `Finding` unless the model is built and takes samples of the right shape."""
    wanted = expected.input_shape
    if not actual.built or actual.input_shape is None:
        raise Finding(hints.NOT_BUILT, expected=str(wanted[1:] if wanted else None), actual="no input shape")
    if not actual.linear:
        raise Finding(hints.BRANCHING)
    if wanted is not None and actual.input_shape[1:] != wanted[1:]:
        raise Finding(hints.WRONG_INPUT_SHAPE, expected=str(wanted[1:]), actual=str(actual.input_shape[1:]))


def same_layers(actual: Model, expected: Model) -> None:
    """Raise a `Finding` unless the steps of the two models are the same in kind, settings and order."""
    found, wanted = steps(actual), steps(expected)
    values: _Both = {"expected": said(wanted), "actual": said(found)}
    strange = next((step for step in found if step.kind == "other"), None)
    if strange is not None:
        raise Finding(hints.EXTRA_LAYER, layer=strange.said, **values)
    _same_flattening(found, wanted, values)
    _same_dense(found, wanted, values, dropped=actual.dropped > 0)
    _same_dropout(found, wanted, values)
    if [step.said for step in found] != [step.said for step in wanted]:
        raise Finding(hints.WRONG_ORDER, **values)
    _usual_settings(found)


def computes_what_it_says(student: Subject, model: Model) -> None:
    """Raise a `Finding` unless the live model predicts what its described layers and weights predict.

    A subclassed model may do anything in its `call`; so may a layer of the student's own. Keras 3 takes its
    word for it that `build` has built the layers too, where they have no weights yet.
    """
    shape = model.input_shape
    if shape is None or any(step.kind == "dense" and not step.weights for step in steps(model)):
        wanted = "(784,)" if shape is None else str(shape[1:])
        raise Finding(hints.NOT_BUILT, expected=wanted, actual="no weights")
    probe = np.random.default_rng(7).random((4, *(length or 1 for length in shape[1:])), dtype=np.float32)
    predicted = student.method(model, "predict", probe, verbose=0).value
    own = probabilities(model, probe)
    agrees = (
        isinstance(predicted, Array)
        and predicted.data is not None
        and predicted.shape == own.shape
        and np.allclose(predicted.value, own, atol=1e-4)
    )
    if not agrees:
        raise Finding(hints.UNCLEAR_MODEL, expected=said(steps(model)))


def _same_flattening(found: tuple[Step, ...], wanted: tuple[Step, ...], values: _Both) -> None:
    has, needs = (any(step.kind == "flatten" for step in chain) for chain in (found, wanted))
    if needs and not has:
        raise Finding(hints.MISSING_FLATTEN, **values)
    if has and not needs:
        raise Finding(hints.EXTRA_FLATTEN, **values)


def _same_dense(found: tuple[Step, ...], wanted: tuple[Step, ...], values: _Both, *, dropped: bool) -> None:
    has, needs = _dense_with_activation(found), _dense_with_activation(wanted)
    if len(has) < len(needs):
        raise Finding(ADD_TAKES_ONE_LAYER if dropped else hints.MISSING_LAYER, **values)
    if len(has) > len(needs):
        raise Finding(hints.EXTRA_LAYER, layer=has[len(needs) - 1][0].said, **values)
    for number, ((dense, functions), (other, expected)) in enumerate(zip(has, needs, strict=True), 1):
        if dense.units != other.units:
            raise Finding(
                hints.WRONG_UNITS, expected=str(other.units), actual=str(dense.units), number=number
            )
        if functions == expected:
            continue
        if functions.count("softmax") > 1:
            raise Finding(hints.SOFTMAX_TWICE, **values)
        name = " + ".join(expected) or "none"
        chosen = hints.WRONG_ACTIVATION if functions else hints.MISSING_ACTIVATION
        raise Finding(chosen, expected=name, actual=" + ".join(functions) or "none", number=number)


def _same_dropout(found: tuple[Step, ...], wanted: tuple[Step, ...], values: _Both) -> None:
    has, needs = ([step for step in chain if step.kind == "dropout"] for chain in (found, wanted))
    if len(has) < len(needs):
        raise Finding(hints.MISSING_DROPOUT, expected=needs[0].said, actual=values["actual"])
    if len(has) > len(needs):
        raise Finding(hints.EXTRA_LAYER, layer=has[-1].said, **values)
    for step, other in zip(has, needs, strict=True):
        if abs(step.rate - other.rate) > 1e-6:
            raise Finding(hints.WRONG_DROPOUT_RATE, expected=f"{other.rate:g}", actual=f"{step.rate:g}")
        if step.always_on:
            raise Finding(hints.DROPOUT_ALWAYS_ON, expected="Dropout(...)(x)", actual="training=True")


def _usual_settings(found: tuple[Step, ...]) -> None:
    dense = [step for step in found if step.kind == "dense"]
    for number, step in enumerate(dense, 1):
        if not step.use_bias:
            raise Finding(hints.NO_BIAS, expected="use_bias=True", actual="use_bias=False", number=number)
        if step.unusual:
            raise Finding(hints.UNUSUAL_SETTING, expected="Keras's default", actual=step.unusual)


def _dense_with_activation(chain: tuple[Step, ...]) -> list[tuple[Step, tuple[str, ...]]]:
    """Return each dense step with the activations that follow it before the next one."""
    found: list[tuple[Step, tuple[str, ...]]] = []
    for step in chain:
        if step.kind == "dense":
            found.append((replace(step, weights=()), ()))
        elif step.kind == "activation" and found:
            dense, functions = found[-1]
            found[-1] = (dense, (*functions, step.function))
    return found
