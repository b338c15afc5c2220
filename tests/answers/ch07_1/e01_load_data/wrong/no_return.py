# check: test_returns_two_pairs_of_arrays
# hint: missing_return
from tensorflow import keras

def load_data():
    (train_input, train_target), (test_input, test_target) = keras.datasets.fashion_mnist.load_data()
    print(train_input.shape, train_target.shape)
