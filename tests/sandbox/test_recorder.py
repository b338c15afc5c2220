"""Whatever `fit` is fed, and however it is called, the record says what was trained on what."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.sandbox.asking import JudgeAsking
from grader.sandbox.messages import FitCall
from grader.sandbox.recorder import FitRecorder

keras = pytest.importorskip("keras")
tensorflow = pytest.importorskip("tensorflow")

X = np.random.default_rng(0).random((40, 3)).astype(np.float32)
Y = np.arange(40) % 2


@pytest.fixture
def recorder() -> Iterator[FitRecorder]:
    before = keras.Model.fit
    recorder = FitRecorder(JudgeAsking())
    recorder.install()
    yield recorder
    keras.Model.fit = before


@pytest.fixture
def model() -> Any:
    keras.utils.set_random_seed(1)
    built = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, activation="softmax")])
    built.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return built


def only(recorder: FitRecorder) -> FitCall:
    (call,) = recorder.take()
    return call


def means(call: FitCall) -> Any:
    assert call.data.class_means is not None
    return call.data.class_means.value


def test_every_argument_is_told(recorder: FitRecorder, model: Any) -> None:
    stop = keras.callbacks.EarlyStopping(patience=3)
    model.fit(X, Y, 8, 4, 0, [stop], validation_data=(X[:5], Y[:5]), shuffle=False, initial_epoch=1)
    call = only(recorder)
    assert (call.batch_size, call.epochs, call.shuffle, call.weighted) == (8, 3, False, False)
    assert (call.data.rows, call.data.shape, call.data.class_counts) == (40, (3,), {"0": 20, "1": 20})
    assert call.validation is not None
    assert call.validation.rows == 5
    assert [callback.kind for callback in call.callbacks] == ["EarlyStopping"]
    assert call.compilation is not None
    assert call.compilation.loss == "sparse_categorical_crossentropy"
    assert call.history is not None
    assert len(call.history.epochs) == 3
    assert call.model.layers[0].weights == ()
    assert call.trained.layers[0].weights[0].shape == (3, 2)


def test_defaults_are_keras_own(recorder: FitRecorder, model: Any) -> None:
    model.fit(X, Y, verbose=0)
    call = only(recorder)
    assert (call.batch_size, call.epochs, call.shuffle, call.validation) == (32, 1, True, None)


@pytest.mark.parametrize(
    "feed",
    [
        lambda: (X, Y),
        lambda: (X.astype(np.float64), Y.astype(np.uint8)),
        lambda: (X[::-1], Y[::-1]),
        lambda: (tensorflow.constant(X), tensorflow.constant(Y)),
        lambda: (X, Y.reshape(-1, 1)),
        lambda: (tensorflow.data.Dataset.from_tensor_slices((X, Y)).shuffle(40).batch(32), None),
    ],
    ids=["arrays", "other dtypes", "other order", "tensors", "a column of labels", "a dataset"],
)
def test_the_same_rows_are_the_same_however_they_come(recorder: FitRecorder, model: Any, feed: Any) -> None:
    x, y = feed()
    model.fit(x, y, verbose=0)
    call = only(recorder)
    assert (call.data.rows, call.batch_size, call.data.targets) == (40, 32, "integer")
    np.testing.assert_allclose(means(call), [X[0::2].mean(axis=0), X[1::2].mean(axis=0)], atol=1e-6)


def test_rows_and_labels_that_no_longer_belong_together_show(recorder: FitRecorder, model: Any) -> None:
    model.fit(X, np.roll(Y, 1), verbose=0)
    assert not np.allclose(means(only(recorder)), [X[0::2].mean(axis=0), X[1::2].mean(axis=0)], atol=1e-3)


def test_a_generator_is_opaque_and_still_trains(recorder: FitRecorder, model: Any) -> None:
    def batches() -> Iterator[Any]:
        while True:
            yield X[:8], Y[:8]

    model.fit(batches(), steps_per_epoch=3, verbose=0)
    call = only(recorder)
    assert (call.data.source, call.data.class_means) == ("opaque", None)
    assert call.trained.compilation is not None
    assert call.trained.compilation.optimizer.iterations == 3


def test_a_fit_that_fails_leaves_no_record(recorder: FitRecorder, model: Any) -> None:
    with pytest.raises(Exception, match=r"."):
        model.fit(X[:, :2], Y, verbose=0)
    with pytest.raises(TypeError):
        model.fit(X, Y, epoch=5)
    assert recorder.take() == ()


def test_recording_changes_no_bit_of_the_training(model: Any) -> None:
    weights = model.get_weights()

    def trained() -> list[Any]:
        model.set_weights(weights)
        model.compile(loss="sparse_categorical_crossentropy")
        keras.utils.set_random_seed(5)
        model.fit(X, Y, epochs=3, verbose=0)
        return list(model.get_weights())

    before = keras.Model.fit
    plain = trained()
    try:
        FitRecorder(JudgeAsking()).install()
        recorded = trained()
    finally:
        keras.Model.fit = before
    for left, right in zip(plain, recorded, strict=True):
        np.testing.assert_array_equal(left, right)


def test_a_second_recorder_takes_the_place_of_the_first(recorder: FitRecorder, model: Any) -> None:
    second = FitRecorder(JudgeAsking())
    second.install()
    model.fit(X, Y, verbose=0)
    assert recorder.take() == ()
    assert len(second.take()) == 1
    recorder.install()  # as before each call: the two take turns
    model.fit(X, Y, verbose=0)
    assert second.take() == ()
    assert only(recorder).epochs == 1


def test_what_a_student_puts_around_fit_stays_there(
    recorder: FitRecorder, model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded, seen = keras.Model.fit, []

    def around(self: Any, *args: Any, **kwargs: Any) -> Any:
        seen.append(self)
        return recorded(self, *args, **kwargs)

    monkeypatch.setattr(keras.Model, "fit", around)
    recorder.install()
    model.fit(X, Y, verbose=0)
    assert seen == [model]
    assert only(recorder).epochs == 1
