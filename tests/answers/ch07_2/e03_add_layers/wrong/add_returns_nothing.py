# check: test_has_the_layers
# hint: none_instead_of_model
import keras

def build_model():
    model = keras.Sequential()
    model = model.add(keras.Input(shape=(784,)))
    model = model.add(keras.layers.Dense(100, activation='sigmoid'))
    model = model.add(keras.layers.Dense(10, activation='softmax'))
    return model
