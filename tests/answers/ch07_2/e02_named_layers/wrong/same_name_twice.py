# check: test_has_the_layers
# hint: layer_names_repeat
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(784,)),
        keras.layers.Dense(100, activation='sigmoid', name='dense'),
        keras.layers.Dense(10, activation='softmax', name='dense'),
    ], name='fashion_mnist_model')
