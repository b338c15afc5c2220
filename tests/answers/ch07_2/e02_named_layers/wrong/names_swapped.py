# check: test_names_the_layers
# hint: layer_names_swapped
import keras

def build_model():
    model = keras.Sequential(name='fashion_mnist_model')
    model.add(keras.Input(shape=(784,)))
    model.add(keras.layers.Dense(100, activation='sigmoid', name='output'))
    model.add(keras.layers.Dense(10, activation='softmax', name='hidden'))
    return model
