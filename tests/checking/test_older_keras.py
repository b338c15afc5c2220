"""What the older Keras (`tf_keras`) says gets the hint that Keras 3 gets for the same mistake."""

import pytest

from grader.checking.exceptions import explain, silent
from grader.evidence.vocabulary import Error

_NOT_A_LAYER = "The added layer must be an instance of class Layer. Received: layer="
_CLASS = "<class 'tf_keras.src.layers.reshaping.flatten.Flatten'>"
_SAME_NAME = 'Sequential model should have unique names. Name "dense" is already the name of'
_OTHER_SHAPE = "Shape mismatch.The variable shape (784, 128), and the assigned value shape (784, 100)"


@pytest.mark.parametrize(
    ("kind", "message", "hint"),
    [
        ("TypeError", _NOT_A_LAYER + "None of type <class 'NoneType'>.", "none_among_layers"),
        ("TypeError", _NOT_A_LAYER + "[<Dense object>] of type <class 'list'>.", "layers_nested_in_list"),
        ("TypeError", _NOT_A_LAYER + _CLASS + " of type <class 'type'>.", "layer_class_not_called"),
        ("ValueError", _SAME_NAME + " a layer in this model.", "layer_names_repeat"),
        ("ValueError", _OTHER_SHAPE, "weights_do_not_fit"),
        ("AttributeError", "'tuple' object has no attribute 'lower'", "flatten_takes_no_shape"),
        ("AttributeError", "'tuple' object has no attribute 'shape'", "tuple_not_unpacked"),
        ("AttributeError", "'list' object has no attribute 'lower'", "attribute_unknown"),
    ],
)
def test_a_mistake_gets_its_hint(kind: str, message: str, hint: str) -> None:
    found, _ = explain(Error(kind=kind, bases=("Exception",), message=message))
    assert found.id == hint


def test_what_is_said_of_keras_3_is_not_said_of_the_older_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silent, "is_legacy", lambda: False)
    warning = "You are saving your model as an HDF5 file via `model.save()`."
    assert [hint.id for hint in silent.advice([warning])] == ["legacy_h5"]
    monkeypatch.setattr(silent, "is_legacy", lambda: True)
    assert silent.advice([warning]) == ()
