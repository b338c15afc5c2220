# check: test_returns_two_pairs_of_arrays
# hint: attribute_unknown
import keras

def load_data():
    return keras.fashion_mnist.load_data()
