from tensorflow import keras

def build_model():
    model = keras.Sequential()
    model.add(keras.layers.Dense(100, activation='sigmoid', input_shape=(784,)))
    model.add(keras.layers.Dense(10, activation='softmax'))
    return model
