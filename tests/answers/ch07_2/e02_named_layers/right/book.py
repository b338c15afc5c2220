from tensorflow import keras

def build_model():
    inputs = keras.layers.Input(shape=(784,))
    model = keras.Sequential([
        inputs,
        keras.layers.Dense(100, activation='sigmoid', name='hidden'),
        keras.layers.Dense(10, activation='softmax', name='output')
    ], name='fashion_mnist_model')
    return model
