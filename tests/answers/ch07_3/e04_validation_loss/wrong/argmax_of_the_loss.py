# check: test_finds_the_epoch_of_the_lowest_validation_loss
# hint: best_epoch_of_another_series
from tensorflow import keras
import numpy as np

def model_fn(a_layer=None):
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation="relu"))
    if a_layer:
        model.add(a_layer)
    model.add(keras.layers.Dense(10, activation="softmax"))
    return model

def train(train_scaled, train_target, val_scaled, val_target, optimizer="rmsprop"):
    model = model_fn()
    model.compile(optimizer=optimizer, loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(train_scaled, train_target, epochs=20, verbose=0, validation_data=(val_scaled, val_target))
    return history

def best_epoch(history_dict):
    return int(np.argmax(history_dict['val_loss']))
