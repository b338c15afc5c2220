# check: test_names_the_layers
# hint: layer_not_named
import keras

def build_model():
    hidden = keras.layers.Dense(100, activation='sigmoid')
    output = keras.layers.Dense(10, activation='softmax')
    fashion_mnist_model = keras.Sequential([keras.Input(shape=(784,)), hidden, output])
    return fashion_mnist_model
