import keras

def build_model():
    inputs = keras.Input(shape=(784,), name="pixels")
    hidden = keras.layers.Dense(100, activation="sigmoid", name="hidden")(inputs)
    output = keras.layers.Dense(10, activation="softmax", name="output")(hidden)
    return keras.Model(inputs, output, name="fashion_mnist_model")
