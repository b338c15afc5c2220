# line: 9
# exercise: ch07_3/e09_early_stopping
# verdict: failed
# why: a checkpoint made up by hand is not the best epoch's model
import keras


def model_fn():
    model = keras.Sequential(
        [
            keras.Input(shape=(28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(100, activation="relu"),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def train(train_scaled, train_target, val_scaled, val_target, path):
    model = model_fn()
    save = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    stop = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True)
    history = model.fit(
        train_scaled,
        train_target,
        epochs=20,
        validation_data=(val_scaled, val_target),
        callbacks=[save, stop],
        verbose=0,
    )
    model_fn().save(path)
    return model, history, stop
