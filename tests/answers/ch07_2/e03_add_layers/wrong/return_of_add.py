# check: test_has_the_layers
# hint: missing_return
import keras

def build_model():
    model = keras.Sequential()
    model.add(keras.Input(shape=(784,)))
    model.add(keras.layers.Dense(100, activation='sigmoid'))
    return model.add(keras.layers.Dense(10, activation='softmax'))
