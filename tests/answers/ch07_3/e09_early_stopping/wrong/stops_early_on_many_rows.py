# check: test_learns_fashion_mnist
# hint: stopped_at_the_wrong_epoch
import keras


class Patience(keras.callbacks.Callback):
    """My laptop is slow: three epochs are enough when there is a lot of data."""

    def on_epoch_end(self, epoch, logs=None):
        if self.params["steps"] > 50 and epoch == 2:
            self.model.stop_training = True


def model_fn(a_layer=None):
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation="relu"))
    if a_layer is not None:
        model.add(a_layer)
    model.add(keras.layers.Dense(10, activation="softmax"))
    return model


def train(train_scaled, train_target, val_scaled, val_target, path):
    model = model_fn(keras.layers.Dropout(0.3))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    checkpoint = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    stopping = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True)
    history = model.fit(
        train_scaled,
        train_target,
        epochs=20,
        verbose=0,
        validation_data=(val_scaled, val_target),
        callbacks=[checkpoint, stopping, Patience()],
    )
    return model, history, stopping
