# check: test_has_a_hidden_and_an_output_layer
# hint: wrong_activation
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(784,)),
        keras.layers.Dense(100, activation='relu'),
        keras.layers.Dense(10, activation='softmax'),
    ])
