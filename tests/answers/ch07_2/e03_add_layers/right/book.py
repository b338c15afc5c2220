from tensorflow import keras

def build_model():
    model = keras.Sequential()
    model.add(keras.layers.Input(shape=(784,)))
    model.add(keras.layers.Dense(100, activation='sigmoid', name='hidden'))
    model.add(keras.layers.Dense(10, activation='softmax', name='output'))
    return model
