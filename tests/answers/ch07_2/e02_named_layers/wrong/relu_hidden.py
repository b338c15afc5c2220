# check: test_has_the_layers
# hint: wrong_activation
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(784,)),
        keras.layers.Dense(100, activation='relu', name='hidden'),
        keras.layers.Dense(10, activation='softmax', name='output'),
    ], name='fashion_mnist_model')
