from tensorflow import keras

def build_model():
    dense = keras.layers.Dense(10, activation='softmax')
    model = keras.Sequential([keras.Input(shape=(784,)), dense])
    return model
