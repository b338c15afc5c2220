# check: test_returns_two_pairs_of_arrays
# hint: one_pair_only
from tensorflow import keras

def load_data():
    (train_input, train_target), _ = keras.datasets.fashion_mnist.load_data()
    return train_input, train_target
