"""Whether Keras and TensorFlow are still as they were before anybody's code ran.

What was replaced is found by identity, in milliseconds: a name of a module, a method of a class, the code of
a function, a method on one object. Nothing depends on it but who trains: whoever hides a change from it gets
the results of Keras's own code.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter, is_
from typing import Any

_MODULES = (
    "keras",
    "numpy",
    "tensorflow",
    "tensorflow._api.v2",
    "tensorflow.python.data.ops",
    "tensorflow.python.eager",
    "tensorflow.python.framework",
    "tensorflow.python.ops",
)
_DESCRIPTORS = (property, classmethod, staticmethod)
_MADE_OF = ("__code__", "__defaults__", "__kwdefaults__")
_BY_NAME = "ALL_OBJECTS"  # where Keras looks up what is given as text
# Put there by Keras itself: two that are over when a training begins, and what `compile` was given.
_KERASS_OWN = frozenset({"build", "quantize", "loss"})


@dataclass(frozen=True)
class _Part:
    """A module, class or table as it was: its values by name, and what each function was made of."""

    told: str
    now: Mapping[Any, Any]
    was: dict[Any, Any]
    functions: tuple[types.FunctionType, ...]
    made_of: tuple[tuple[Any, ...], ...]
    # Of a class, where a further name takes the place of a base's.
    closed: bool
    names: int

    def is_as_it_was(self) -> bool:
        """Return whether nothing was replaced, without a loop of Python's own."""
        return (
            not (self.closed and len(self.now) != self.names)
            and all(map(is_, map(self.now.get, self.was), self.was.values()))
            and all(
                all(map(is_, map(attrgetter(name), self.functions), values))
                for name, values in zip(_MADE_OF, self.made_of, strict=True)
            )
        )

    def replaced(self, mine: set[int]) -> str | None:
        """Return the name of what was replaced by anything whose identity is not in `mine`."""
        for name, value in self.was.items():
            if self.now.get(name) is not value and id(self.now.get(name)) not in mine:
                return f"{self.told}.{name}"
        for name in set(self.now) - set(self.was) if self.closed else ():
            if _is_code(self.now[name]) and id(self.now[name]) not in mine:
                return f"{self.told}.{name}"
        for name, values in zip(_MADE_OF, self.made_of, strict=True):
            for function, value in zip(self.functions, values, strict=True):
                if getattr(function, name) is not value:
                    return f"{self.told}.{function.__name__}"
        return None


@dataclass(frozen=True)
class Snapshot:
    """The modules and classes as they were."""

    parts: tuple[_Part, ...]


def snapshot() -> Snapshot:
    """Return Keras and TensorFlow as they stand. Both have been imported; no code but ours has run."""
    parts: dict[int, _Part] = {}
    for module_name, module in list(sys.modules.items()):
        if _is_looked_at(module_name) and isinstance(module, types.ModuleType):
            for part in _parts(module_name, module):
                parts.setdefault(id(part.now), part)
    for held in _classes():
        part = _part(f"{held.__module__}.{held.__name__}", held.__dict__, closed=True)
        parts.setdefault(id(held), part)  # its dictionary is a new object each time
    return Snapshot(tuple(parts.values()))


def patched(before: Snapshot, own: Collection[Any] = ()) -> str | None:
    """Return the name of something that was replaced since, or `None`.

    `own` are the functions that the caller itself has put into place.
    """
    mine = {id(one) for one in own}
    changed = (part for part in before.parts if not part.is_as_it_was())
    return next((name for part in changed if (name := part.replaced(mine)) is not None), None)


def patched_object(things: Iterable[Any]) -> str | None:
    """Return the name of a method that one of `things` has of its own, in the place of its class's."""
    for thing in things:
        kind = type(thing)
        for name, value in vars(thing).items():
            if callable(value) and name not in _KERASS_OWN and callable(getattr(kind, name, None)):
                return f"{kind.__name__}.{name}"
    return None


def _is_looked_at(module_name: str) -> bool:
    if module_name.split(".", maxsplit=1)[0] == "keras" or module_name in _MODULES:
        return True
    return module_name.startswith("tensorflow") and any(
        module_name.startswith(f"{prefix}.") for prefix in _MODULES[3:]
    )


def _parts(name: str, module: types.ModuleType) -> Iterator[_Part]:
    yield _part(name, vars(module), closed=False)
    for table_name, table in list(vars(module).items()):
        if isinstance(table, dict) and table_name.startswith(_BY_NAME):
            yield _part(f"{name}.{table_name}", table, closed=True)


def _classes() -> Iterator[type]:
    for module_name, module in list(sys.modules.items()):
        if _is_looked_at(module_name) and isinstance(module, types.ModuleType):
            for value in list(vars(module).values()):
                if isinstance(value, type) and _is_looked_at(value.__module__):
                    yield value


def _part(told: str, now: Mapping[Any, Any], *, closed: bool) -> _Part:
    was = {name: value for name, value in list(now.items()) if _is_code(value)}
    # Of Keras alone: TensorFlow's are too many to look into each time.
    looked_into = was.values() if told.startswith("keras") else ()
    functions = tuple(one for value in looked_into for one in _functions(value))
    made_of = tuple(tuple(map(attrgetter(name), functions)) for name in _MADE_OF)
    return _Part(told, now, was, functions, made_of, closed, len(now))


def _is_code(value: Any) -> bool:
    return isinstance(value, (types.FunctionType, types.BuiltinFunctionType, type, *_DESCRIPTORS))


def _functions(value: Any) -> Iterator[types.FunctionType]:
    inner = (value.fget, value.fset) if isinstance(value, property) else (getattr(value, "__func__", value),)
    return (one for one in inner if isinstance(one, types.FunctionType))
