import keras

LAYERS = [(100, "sigmoid"), (10, "softmax")]

def build_model():
    model = keras.Sequential(name="two_layers")
    model.add(keras.Input(shape=(784,)))
    for units, activation in LAYERS:
        model.add(keras.layers.Dense(units, activation=activation))
    return model
