"""From descriptions to live estimators and splitters. Runs in the trainer, from descriptions alone."""

from __future__ import annotations

from typing import Any

from grader.training.digests import NoRecipeError
from grader.training.estimator.describe import PIPELINE, SPLITTER_SETTINGS
from grader.training.estimator.known import ESTIMATORS, SPLITTERS, WITHOUT_EFFECT, class_of


def estimator_of(part: dict[str, Any]) -> Any:
    """Return a new estimator as described.

    Raises:
        NoRecipeError: if the description was made up.
    """
    if part.get("kind") != PIPELINE:
        return _made(part, ESTIMATORS)
    import sklearn.pipeline  # noqa: PLC0415 - only where something is trained

    return sklearn.pipeline.make_pipeline(*(_made(step, ESTIMATORS) for step in part["steps"]))


def splitter_of(part: dict[str, Any]) -> Any:
    """Return a new splitter as described.

    Raises:
        NoRecipeError: if the description was made up.
    """
    return _made(part, SPLITTERS)


def _made(part: dict[str, Any], known: dict[str, str]) -> Any:
    kind, settings = part["kind"], part["settings"]
    if kind not in known:
        raise NoRecipeError(f"no class of the name {str(kind)[:50]!r} is known")
    made = class_of(kind, known)()
    expected = SPLITTER_SETTINGS if known is SPLITTERS else made.get_params(deep=False)
    if set(settings) != set(expected) - set(WITHOUT_EFFECT):
        raise NoRecipeError(f"other settings than those of {kind}")
    values = {name: _live(value) for name, value in settings.items()}
    return class_of(kind, known)(**values)


def _live(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"tuple"}:
        return tuple(map(_live, value["tuple"]))
    if isinstance(value, dict) and set(value) == {"pairs"}:
        return {key: _live(one) for key, one in value["pairs"]}
    if isinstance(value, (dict, list)):
        raise NoRecipeError("a setting that is no plain value")
    return value
