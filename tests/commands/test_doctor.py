"""What `grader doctor` says of the older Keras, where it is meant."""

import pytest

from grader.commands.doctor import edition
from grader.evidence import keras_edition
from grader.language import Language


def test_the_older_keras_is_told_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keras_edition, "version", lambda: "2.21.0 (tf_keras)")
    line = edition(Language.EN)
    assert line.works
    assert line.told.endswith("`keras` and `tensorflow.keras` mean 2.21.0 (tf_keras)")


def test_where_it_is_missing_nothing_can_be_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keras_edition, "version", lambda: None)
    line = edition(Language.EN)
    assert line.works is False
    assert line.told.endswith("pip install tf_keras")
