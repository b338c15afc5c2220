# check: test_adds_every_layer
# hint: layers_given_as_list
import keras

def build_model():
    model = keras.Sequential([keras.Input(shape=(784,)), keras.layers.Dense(100, activation='sigmoid')])
    model.add(keras.layers.Dense(10, activation='softmax'))
    return model
