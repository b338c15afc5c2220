"""Puts asking in the place of training, where there is scikit-learn. Runs beside the student's code."""

from __future__ import annotations

import functools
import inspect
import threading
from collections.abc import Callable
from typing import Any

from grader.training.asking import Asking
from grader.training.digests import NoRecipeError
from grader.training.estimator.adopt import adopt_fit, adopt_validation
from grader.training.estimator.capture import fitting, jobs_of, validation
from grader.training.estimator.known import ESTIMATORS, FITTED_BY_RECIPE, class_of
from grader.training.estimator.untouched import Untouched

_Call = Callable[[dict[str, Any]], Any]
_VALIDATIONS = ("cross_validate", "cross_val_score")
# What one training starts, itself or in its threads, is part of it.
_one_at_a_time = threading.Lock()


@functools.cache
def remember() -> Untouched:
    """Return scikit-learn as it was when this was first called: before any student's code runs."""
    return Untouched()


def install(asking: Asking) -> None:
    """Let `fit`, `cross_validate` and `cross_val_score` ask `asking` first; before any student's code runs.

    Whoever was asked before is asked no more.
    """
    import sklearn.model_selection  # noqa: PLC0415 - takes a second
    from sklearn.model_selection import _validation  # noqa: PLC0415 - where they are defined

    remember()
    for name in FITTED_BY_RECIPE:
        kind = class_of(name, ESTIMATORS)
        kind.fit = _asking_first(kind.fit, asking, functools.partial(_fit, asking, f"{name}.fit"))
    for name in _VALIDATIONS:
        found, ask = getattr(_validation, name), functools.partial(_validate, asking, name)
        wrapped = _asking_first(found, asking, ask)
        setattr(_validation, name, wrapped)
        setattr(sklearn.model_selection, name, wrapped)


def uninstall() -> None:
    """Let scikit-learn be as it was before `install`."""
    import sklearn.model_selection  # noqa: PLC0415
    from sklearn.model_selection import _validation  # noqa: PLC0415

    for name in FITTED_BY_RECIPE:
        kind = class_of(name, ESTIMATORS)
        if "fit" in vars(kind):  # which it inherits by itself
            del kind.fit
    for name in _VALIDATIONS:
        found = getattr(_validation, name)
        original = getattr(found, "original", found)
        setattr(_validation, name, original)
        setattr(sklearn.model_selection, name, original)


def _asking_first(found: Any, asking: Asking, ask: _Call) -> Any:
    """Return a function that calls `ask` with all arguments, and itself trains where that answers `None`.

    That is `found` itself if it asks `asking` already: this is called before every request.
    """
    if getattr(found, "asking", None) is asking:
        return found
    original = getattr(found, "original", found)
    signature = inspect.signature(original)

    @functools.wraps(original)
    def asking_first(*args: Any, **kwargs: Any) -> Any:
        try:
            arguments = signature.bind(*args, **kwargs)
        except TypeError:
            return original(*args, **kwargs)  # says it better
        if not _one_at_a_time.acquire(blocking=False):
            return original(*args, **kwargs)
        try:
            arguments.apply_defaults()
            answer = ask(dict(arguments.arguments))
            return original(*args, **kwargs) if answer is None else answer
        finally:
            _one_at_a_time.release()

    asking_first.original, asking_first.asking = original, asking  # type: ignore[attr-defined]
    return asking_first


def _fit(asking: Asking, what: str, options: dict[str, Any]) -> Any | None:
    estimator = options.pop("self")
    try:
        remember().check()
        recipe, arrays = fitting(estimator, options.pop("X"), options.pop("y"), **options)
    except NoRecipeError as error:
        asking.no_recipe(what, str(error))
        return None
    result = asking.train(recipe, arrays)
    return None if result is None else adopt_fit(result, estimator)


def _validate(asking: Asking, what: str, options: dict[str, Any]) -> Any | None:
    only_scores = what == "cross_val_score"
    try:
        remember().check()
        recipe, arrays = validation(options, one_score=only_scores)
    except NoRecipeError as error:
        asking.no_recipe(what, str(error))
        return None
    result = asking.train(recipe, arrays)
    if result is None:
        return None
    scores = adopt_validation(result, in_workers=jobs_of(options["n_jobs"]) != 1)
    return scores["test_score"] if only_scores else scores
