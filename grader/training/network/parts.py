"""The parts of a model, and what it was compiled with, as plain values without names."""

from __future__ import annotations

import inspect
import sys
from typing import Any

import numpy as np

from grader.evidence.describe.keras_models import function_name
from grader.training.digests import NoRecipeError
from grader.training.network.known import OPTIMIZERS


def part(value: Any, namespace: Any, known: frozenset[str]) -> dict[str, Any]:
    """Return the kind and the settings of a layer or an optimizer.

    Raises:
        NoRecipeError: if it is none of the `known` ones of `namespace`.
    """
    kind = type(value).__name__
    if kind not in known or getattr(namespace, kind, None) is not type(value):
        raise NoRecipeError(f"{kind} is not one of Keras's own that are known")
    # Said by its name alone, which anybody's function may bear.
    if function_name(getattr(value, "activation", None)) == "opaque":
        raise NoRecipeError("an activation that is not Keras's own")
    return {"kind": kind, "config": nameless(value.get_config())}


def nameless(config: dict[str, Any]) -> dict[str, Any]:
    """Return settings without a name.

    Raises:
        NoRecipeError: if one is anybody's but Keras's own.
    """
    for value in config.values():
        only_kerass_own(value)
    return {name: value for name, value in config.items() if name != "name"}


def only_kerass_own(value: Any) -> None:
    """Refuse a configuration that holds a class or function of anybody else's.

    Raises:
        NoRecipeError: naming it.
    """
    if isinstance(value, dict):
        if "class_name" in value:
            own = str(value.get("module", "")).split(".")[0] == "keras" and not value.get("registered_name")
            if not own or value["class_name"] in ("Lambda", "function"):
                raise NoRecipeError(f"{value['class_name']} is not Keras's own")
        for inner in value.values():
            only_kerass_own(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            only_kerass_own(inner)


def compilation(model: Any) -> dict[str, Any]:
    """Return what `model` was compiled with.

    Raises:
        NoRecipeError: if that cannot be said.
    """
    config = model._compile_config.config if model.compiled else None  # noqa: SLF001 - nothing else has the objects
    if not config or config["run_eagerly"] or config["loss_weights"] is not None:
        raise NoRecipeError("a model that is not compiled in the usual way")
    others = {name: value for name, value in config.items() if name not in ("optimizer", "jit_compile")}
    said = _by_name({**others, **_metrics(model)})
    return {
        **nameless({name: sys.modules["keras"].saving.serialize_keras_object(said[name]) for name in said}),
        "optimizer": part(model.optimizer, sys.modules["keras"].optimizers, OPTIMIZERS),
    }


def _metrics(model: Any) -> dict[str, Any]:
    """Return the metrics that are measured: compiled again without any, a model keeps those that it had."""
    compiled = model._compile_metrics  # noqa: SLF001 - what was compiled last does not tell
    return {
        "metrics": getattr(compiled, "_user_metrics", None),
        "weighted_metrics": getattr(compiled, "_user_weighted_metrics", None),
    }


def _by_name(value: Any) -> Any:
    """Return `value` with Keras's own functions by their names, which is another spelling of the same."""
    keras = sys.modules["keras"]
    if isinstance(value, (list, tuple)):
        return [_by_name(one) for one in value]
    if isinstance(value, dict):
        return {name: _by_name(one) for name, one in value.items()}
    name = getattr(value, "__name__", "")
    own = inspect.isfunction(value) and value in (
        getattr(keras.losses, name, None),
        getattr(keras.metrics, name, None),
    )
    return name if own else value


def plain_setting(value: Any) -> Any:
    """Return a number or text as JSON can say it, infinities as text."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return repr(value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise NoRecipeError(f"a setting of the type {type(value).__name__}")


def live_setting(value: Any) -> Any:
    """Return the number or text that `plain_setting` said."""
    return float(value) if value in ("inf", "-inf", "nan") else value
