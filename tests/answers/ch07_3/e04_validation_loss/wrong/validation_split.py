# check: test_trains_for_twenty_epochs_with_validation_data
# hint: validation_split_used
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
    history = model.fit(train_scaled, train_target, epochs=20, verbose=0, validation_split=0.2)
    return history

def best_epoch(history_dict):
    return int(np.argmin(history_dict['val_loss']))
