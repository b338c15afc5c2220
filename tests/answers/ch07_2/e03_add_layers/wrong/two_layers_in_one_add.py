# check: test_has_the_layers
# hint: add_takes_one_layer
import keras

def build_model():
    model = keras.Sequential()
    model.add(keras.Input(shape=(784,)))
    hidden = keras.layers.Dense(100, activation='sigmoid')
    output = keras.layers.Dense(10, activation='softmax')
    model.add(hidden, output)
    return model
