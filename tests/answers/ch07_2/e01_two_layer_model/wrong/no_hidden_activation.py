# check: test_has_a_hidden_and_an_output_layer
# hint: missing_activation
import keras

def build_model():
    dense1 = keras.layers.Dense(100)
    dense2 = keras.layers.Dense(10, activation='softmax')
    return keras.Sequential([keras.Input(shape=(784,)), dense1, dense2])
