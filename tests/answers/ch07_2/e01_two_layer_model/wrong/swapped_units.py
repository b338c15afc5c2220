# check: test_has_a_hidden_and_an_output_layer
# hint: wrong_units
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(784,)),
        keras.layers.Dense(10, activation='sigmoid'),
        keras.layers.Dense(100, activation='softmax'),
    ])
