# check: test_has_one_dense_layer_with_softmax
# hint: wrong_units
import keras

def build_model():
    # one number comes out: the label
    dense = keras.layers.Dense(1, activation='softmax')
    return keras.Sequential([keras.Input(shape=(784,)), dense])
