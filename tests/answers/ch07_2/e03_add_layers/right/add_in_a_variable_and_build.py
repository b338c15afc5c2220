import keras

def build_model():
    model = keras.Sequential([])
    add = model.add
    add(keras.layers.Dense(100, activation="sigmoid"))
    add(keras.layers.Dense(10, activation="softmax"))
    model.build((None, 784))
    return model
