# check: test_returns_two_pairs_of_arrays
# hint: four_values_instead_of_pairs
import keras


def load_data():
    (train_input, train_target), (test_input, test_target) = keras.datasets.fashion_mnist.load_data()
    return train_input, train_target, test_input, test_target
