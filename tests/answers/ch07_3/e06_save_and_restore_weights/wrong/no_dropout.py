# check: test_restores_them_bit_for_bit
# hint: missing_dropout
from tensorflow import keras

def model_fn(a_layer=None):
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation="relu"))
    if a_layer:
        model.add(a_layer)
    model.add(keras.layers.Dense(10, activation="softmax"))
    return model

def save_weights(model, path):
    model.save_weights(path)

def restore_weights(path):
    model = model_fn()
    model.load_weights(path)
    return model
