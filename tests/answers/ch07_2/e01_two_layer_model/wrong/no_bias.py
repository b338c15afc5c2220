# check: test_has_a_hidden_and_an_output_layer
# hint: no_bias
import keras

def build_model():
    model = keras.Sequential([keras.Input(shape=(784,))])
    model.add(keras.layers.Dense(100, activation='sigmoid', use_bias=False))
    model.add(keras.layers.Dense(10, activation='softmax', use_bias=False))
    return model
