import keras


def train(train_scaled, train_target, val_scaled, val_target, path):
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation="relu"))
    model.add(keras.layers.Dropout(0.3))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

    checkpoint_cb = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    early_stopping_cb = keras.callbacks.EarlyStopping(patience=2)
    history = model.fit(
        train_scaled,
        train_target,
        epochs=20,
        validation_data=(val_scaled, val_target),
        callbacks=[checkpoint_cb, early_stopping_cb],
    )
    return model, history, early_stopping_cb
