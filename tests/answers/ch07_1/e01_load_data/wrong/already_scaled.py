# check: test_leaves_the_pixels_as_they_are
# hint: not_the_raw_pixels
from tensorflow import keras

def load_data():
    (train_input, train_target), (test_input, test_target) = keras.datasets.fashion_mnist.load_data()
    train_input = train_input / 255.0
    test_input = test_input / 255.0
    return (train_input, train_target), (test_input, test_target)
