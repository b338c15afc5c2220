# check: test_has_one_dense_layer_with_softmax
# hint: wrong_activation
import keras

def build_model():
    dense = keras.layers.Dense(10, activation='sigmoid')
    return keras.Sequential([keras.Input(shape=(784,)), dense])
