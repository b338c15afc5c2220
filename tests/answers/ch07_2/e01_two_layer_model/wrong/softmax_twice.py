# check: test_has_a_hidden_and_an_output_layer
# hint: softmax_twice
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(784,)),
        keras.layers.Dense(100, activation='sigmoid'),
        keras.layers.Dense(10, activation='softmax'),
        keras.layers.Softmax(),   # probabilities
    ])
