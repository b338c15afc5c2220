"""Which Keras the environment means: Keras 3, or the older one, the package `tf_keras`.

TensorFlow since 2.16 decides by a variable what `tensorflow.keras` is. `import keras` is Keras 3 all the
same, so a class that works with the older one can have two libraries in one file. Where the variable says
the older one, it is what both spellings give in a sandbox: the reference, the student's file and our own code
then speak of the same classes.
"""

from __future__ import annotations

import functools
import importlib
import os
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from grader.versions import version_of

# Read by TensorFlow, which takes these values for a yes.
LEGACY_VARIABLE = "TF_USE_LEGACY_KERAS"
_YES = ("true", "True", "1")
_LEGACY = "tf_keras"


@functools.cache
def is_legacy() -> bool:
    """Return whether the environment of this process means the older Keras.

    As it was when that was asked first: a student's code that sets the variable later means nothing by it.
    """
    return os.environ.get(LEGACY_VARIABLE) in _YES


def distribution() -> str:
    """Return the name under which the Keras that is meant is installed."""
    return _LEGACY if is_legacy() else "keras"


def version() -> str | None:
    """Return the version of the Keras that is meant, with its name where that is the older one."""
    found = version_of(distribution())
    return f"{found} ({_LEGACY})" if found and is_legacy() else found


def mean_one_keras() -> None:
    """Let `import keras` give what `tensorflow.keras` is, from now on in this process."""
    if not is_legacy() or any(isinstance(finder, _LegacyFinder) for finder in sys.meta_path):
        return
    for name in list(sys.modules):
        if _is_keras(name):
            del sys.modules[name]
    sys.meta_path.insert(0, _LegacyFinder())


def _is_keras(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] == "keras"


class _LegacyFinder(MetaPathFinder):
    """Finds `keras` and what is in it in the package `tf_keras`."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        return ModuleSpec(fullname, _LegacyLoader()) if _is_keras(fullname) else None


class _LegacyLoader(Loader):
    """Gives the module of `tf_keras` itself, not a second one of the same source."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = importlib.import_module(_LEGACY + spec.name.removeprefix("keras"))
        self._spec = module.__spec__  # Python is about to put its own there
        if spec.name == "keras" and not hasattr(module, "Layer"):  # a name that the references use
            module.Layer = importlib.import_module(f"{_LEGACY}.layers").Layer  # type: ignore[attr-defined]
        return module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self._spec
