import os
import keras
from keras.callbacks import ModelCheckpoint, CSVLogger


def train(train_scaled, train_target, val_scaled, val_target, path):
    folder = os.path.dirname(path)
    model = keras.Sequential([keras.layers.Input(shape=(28, 28))])
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation="relu", name="hidden"))
    model.add(keras.layers.Dropout(0.3))
    model.add(keras.layers.Dense(10, activation="softmax", name="output"))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.001),
                  loss=keras.losses.SparseCategoricalCrossentropy(),
                  metrics=["accuracy"])
    last = ModelCheckpoint(os.path.join(folder, "last.keras"))
    best = ModelCheckpoint(filepath=path, monitor="val_loss", mode="min", save_best_only=True,
                           save_weights_only=False, save_freq="epoch", verbose=0)
    history = model.fit(train_scaled, train_target, batch_size=32, epochs=20, verbose=0,
                        validation_data=(val_scaled, val_target),
                        callbacks=[last, best, CSVLogger(os.path.join(folder, "log.csv"))])
    return model, history
