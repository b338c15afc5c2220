# check: test_has_a_hidden_and_an_output_layer
# hint: missing_layer
import keras

def build_model():
    hidden = keras.layers.Dense(100, activation='sigmoid')
    output = keras.layers.Dense(10, activation='softmax')
    return keras.Sequential([keras.Input(shape=(784,)), output])
