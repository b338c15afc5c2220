"""Where the environment means the older Keras, `import keras` is it; elsewhere nothing is touched."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.evidence.keras_edition import LEGACY_VARIABLE, distribution, is_legacy

# Stands in for either library: a module, and one that is imported by its path.
PACKAGE = {
    "__init__.py": "from . import layers",
    "layers/__init__.py": "class Layer: ...\nclass Dense(Layer): ...",
}

PROGRAM = """
import sys
from grader.evidence.keras_edition import mean_one_keras

{before}
mean_one_keras()
mean_one_keras()
import keras
from keras.layers import Dense
import tf_keras.layers

print(keras is tf_keras, keras.layers is tf_keras.layers, Dense is tf_keras.layers.Dense)
print(getattr(keras, "Layer", None) is tf_keras.layers.Layer)
print(tf_keras.__spec__.name, tf_keras.layers.__spec__.name)
print(sum("Legacy" in repr(finder) for finder in sys.meta_path))
"""
OLDER = ["True True True", "True", "tf_keras tf_keras.layers", "1"]
TWO = ["False False False", "False", "tf_keras tf_keras.layers", "0"]


def printed(folder: Path, variable: str, before: str = "") -> list[str]:
    """Return what the program prints where two libraries like the package above are installed."""
    for name, source in PACKAGE.items():
        for package in ("tf_keras", "keras"):
            file = folder / package / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(source, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before)],
        env={**os.environ, LEGACY_VARIABLE: variable, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_keras_is_the_older_one_where_the_variable_says_so(tmp_path: Path) -> None:
    assert printed(tmp_path, "1") == OLDER


def test_keras_that_was_imported_before_gives_way(tmp_path: Path) -> None:
    assert printed(tmp_path, "1", "import keras.layers") == OLDER


def test_keras_stays_what_it_is_without_the_variable(tmp_path: Path) -> None:
    assert printed(tmp_path, "") == TWO


@pytest.fixture
def asked_anew() -> Iterator[None]:
    is_legacy.cache_clear()
    yield
    is_legacy.cache_clear()


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.parametrize("value", ["1", "true", "True"])
def test_what_tensorflow_takes_for_a_yes_is_one(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LEGACY_VARIABLE, value)
    assert is_legacy()
    assert distribution() == "tf_keras"


@pytest.mark.usefixtures("asked_anew")
def test_who_sets_the_variable_later_means_nothing_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LEGACY_VARIABLE, raising=False)
    assert not is_legacy()
    monkeypatch.setenv(LEGACY_VARIABLE, "1")
    assert not is_legacy()


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.parametrize("value", ["0", "yes", ""])
def test_what_tensorflow_takes_for_a_no_is_one(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LEGACY_VARIABLE, value)
    assert not is_legacy()
    assert distribution() == "keras"
